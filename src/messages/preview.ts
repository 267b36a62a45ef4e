import type { Playbook, Step } from '../domain/playbook/playbook.ts'
import { cut, escapeCell } from '../domain/text/escape.ts'
import { minutesInWords } from './minutes.ts'

/** The steps that a playbook would add, in at most `max` characters. `known` are the ids of steps already on the checklist. */
export const preview = (playbook: Playbook, known: ReadonlySet<string>, max: number): string => {
  const head = `${heading(playbook)}

${counts(playbook, known)}

`
  const rows = playbook.steps.map(step => row(step, playbook, known))
  return cut(`${head}${tableOf(rows, max - head.length)}`, max)
}

const mostOfLine = 300

const brief = (text: string): string => escapeCell(cut(text, mostOfLine))

const heading = ({ id, title, severity, kind, confidential, source, include }: Playbook): string =>
  [
    `### ${brief(title)}\n`,
    `\`${id}\` · ${kind} · ${severity}${confidential ? ' · confidential: titles show only the codename and a number' : ''}`,
    ...(source === null ? [] : [`Source: ${brief(source)}`]),
    ...(include.length === 0 ? [] : [`Includes ${cut(include.map(one => `\`${one}\``).join(', '), mostOfLine)}`]),
  ].join('\n')

const counts = ({ steps }: Playbook, known: ReadonlySet<string>): string => {
  const there = steps.filter(({ id }) => known.has(id)).length
  const required = steps.filter(step => step.required).length
  const gates = steps.filter(step => step.gate !== null).length
  const perAsset = steps.filter(step => step.perAsset).length
  return [
    `**${steps.length} ${steps.length === 1 ? 'step' : 'steps'}**`,
    ...(there === 0 ? [] : [`${there} already on the checklist`]),
    ...(required === 0 ? [] : [`${required} required`]),
    ...(gates === 0 ? [] : [`${gates} with a gate`]),
    ...(perAsset === 0 ? [] : [`${perAsset} per asset`]),
  ].join(', ')
}

const top = `| phase | step | role | after | terms |
|---|---|---|---|---|`

const leftOver = (count: number): string => `\n\nand ${count} more ${count === 1 ? 'step' : 'steps'}, not shown here.`

/** Whole rows only, and how many there was no room for. */
const tableOf = (rows: readonly string[], room: number): string => {
  const whole = [top, ...rows].join('\n')
  if (whole.length <= room) return whole
  let length = top.length + leftOver(rows.length).length
  const over = rows.findIndex(one => {
    length += one.length + 1
    return length > room
  })
  return over <= 0
    ? leftOver(rows.length).trimStart()
    : `${[top, ...rows.slice(0, over)].join('\n')}${leftOver(rows.length - over)}`
}

const row = (step: Step, playbook: Playbook, known: ReadonlySet<string>): string => {
  const from = step.from === playbook.id ? '' : ` (from \`${step.from}\`)`
  const there = known.has(step.id) ? ' **already on the checklist**' : ''
  const cells = [
    step.phase,
    `\`${step.id}\` ${brief(step.title)}${from}${there}`,
    step.role ?? 'anyone',
    step.after.map(id => `\`${id}\``).join(', '),
    termsOf(step).join(', '),
  ]
  return `| ${cells.join(' | ')} |`
}

const termsOf = ({ required, gate, within, perAsset }: Step): readonly string[] => [
  ...(required ? ['required'] : []),
  ...(gate === null ? [] : [gate === 'steps' ? 'gate' : `gate ${gate}`]),
  ...(within === null ? [] : [`within ${minutesInWords(within)}`]),
  ...(perAsset ? ['per asset'] : []),
]

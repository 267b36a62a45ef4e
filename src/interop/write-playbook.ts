import type { Playbook, Step } from '../domain/playbook/playbook.ts'
import { readOutline } from '../domain/playbook/read-outline.ts'
import { writeDuration } from '../domain/terms/duration.ts'
import { phases } from '../domain/terms/phase.ts'
import { anybody } from '../domain/terms/roles.ts'
import { writeList, writeScalar } from './write-scalar.ts'

/** The lines moved to the right; empty ones stay empty. */
export const indent = (text: string, by: string): string =>
  text
    .split('\n')
    .map(line => (line === '' ? line : by + line))
    .join('\n')

const frontMatter = (playbook: Playbook): string => {
  const { title, severity, summary, confidential, source, kind, roles, include } = playbook
  const named = phases.filter(phase => playbook.phases[phase] !== undefined)
  return [
    '---',
    `title: ${writeScalar(title)}`,
    ...(kind === 'incident' ? [] : [`kind: ${kind}`]),
    `severity: ${severity}`,
    ...(summary === '' ? [] : [`summary: ${writeScalar(summary)}`]),
    `confidential: ${confidential}`,
    ...(source === null ? [] : [`source: ${writeScalar(source)}`]),
    ...(named.length === 0
      ? []
      : ['phases:', ...named.map(phase => `  ${phase}: ${writeScalar(playbook.phases[phase] ?? '')}`)]),
    ...(roles.length === 0 ? [] : [`roles: ${writeList(roles)}`]),
    ...(include.length === 0 ? [] : [`include: ${writeList(include)}`]),
    '---',
  ].join('\n')
}

const termsOf = ({ role, within, gate, required, perAsset, after }: Step): readonly string[] => [
  ...(role === null ? [] : [role]),
  ...(within === null ? [] : [`within ${writeDuration(within)}`]),
  ...(perAsset ? ['per asset'] : []),
  ...(required ? ['required'] : []),
  ...(gate === null ? [] : [gate === 'steps' ? 'gate' : `gate ${gate}`]),
  ...(after.length === 0 ? [] : [`after ${after.map(id => `\`${id}\``).join(' ')}`]),
]

// Parentheses at the end of a title would be read as its terms, and those at the end of the next line as terms gone astray.
const wantsTerms = ({ title, guidance }: Step): boolean =>
  title.endsWith(')') || /^[^\n]*\)[ \t]*(?:\n|$)/.test(guidance)

const writeStep = (step: Step): string => {
  const terms = termsOf(step)
  const said = terms.length === 0 && wantsTerms(step) ? [anybody] : terms
  const line = `- [ ] \`${step.id}\` ${step.title}${said.length === 0 ? '' : ` (${said.join(', ')})`}`
  return step.guidance === '' ? line : `${line}\n\n${indent(step.guidance, '  ')}`
}

const indents = ['', ' ', '  ', '   ', '    ']

/** Moved to the right as far as it takes to be read as it is: without its indentation, code could become a heading. */
const writeIntroduction = (text: string, below: string): string => {
  const whole = indents.map(by => indent(text, by))
  const readAs = (written: string): boolean => {
    const { introduction, headings, tasks, flaws } = readOutline(`${written}\n\n${below}`)
    return introduction === text && headings.length === (below === '' ? 0 : 1) && tasks.length + flaws.length === 0
  }
  return whole.find(readAs) ?? text
}

const writeSteps = (steps: readonly Step[]): string[] =>
  steps.flatMap((step, i) => [...(step.phase === steps[i - 1]?.phase ? [] : [`## ${step.phase}`]), writeStep(step)])

/**
 * A playbook as the Markdown that `readPlaybook` reads it from. What it includes stays where it is: only its own steps
 * are written.
 */
export const writePlaybook = (playbook: Playbook): string => {
  const steps = writeSteps(playbook.steps.filter(step => step.from === playbook.id))
  const { introduction } = playbook
  const below = introduction === '' ? '' : (steps[0] ?? '')
  const parts = [...(introduction === '' ? [] : [writeIntroduction(introduction, below)]), ...steps]
  return `${frontMatter(playbook)}\n${parts.join('\n\n')}\n`
}

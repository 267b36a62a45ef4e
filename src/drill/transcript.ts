import type { Action, Beat } from './beat.ts'
import type { Report } from './deployment.ts'

/** Writes one beat of the drill as people see it: who did what and why, what they typed, what came of it. */
export const beatText = (time: string, { who, why, action }: Beat): string =>
  `\n${time}  ${who} ${why}\n${typed(action)
    .map(line => `       > ${line}`)
    .join('\n')}\n`

const typed = (action: Action): readonly string[] => {
  switch (action.does) {
    case 'report':
      return [`(the form of the playbook ${action.playbook})`]
    case 'say':
      return [
        ...(action.on === null ? [] : [`(on the page of ${action.on})`]),
        ...action.text.split('\n').filter(Boolean),
      ]
    case 'assign':
      return [`(assigns ${action.whom} to ${action.on} by hand)`]
    case 'close':
      return [action.on === null ? '(closes the issue)' : `(closes ${action.on})`]
  }
}

/** What was done about it, the same kind of thing in one line. */
export const reportText = (reports: readonly Report[]): string => {
  const lines = fold(reports.flatMap(report => report.done))
  return lines.map(line => `       tocsin: ${line}\n`).join('')
}

/** A reply as it is shown, without the line that GitHub hides. */
export const replyText = (on: number, body: string): string =>
  body
    .replace(/\n*<!--[\s\S]*?-->\s*$/, '')
    .split('\n')
    .map((line, index) => `       ${index === 0 ? `#${on}` : '  '} | ${line}\n`)
    .join('')

const kinds: readonly (readonly [RegExp, (count: number) => string])[] = [
  [/^open step /, count => `open ${count} steps`],
  [/^create label /, count => `create ${count} labels`],
  [/^mark /, count => `link ${count} dependencies`],
]

const fold = (lines: readonly string[]): readonly string[] => {
  const said = new Set<string>()
  return lines.flatMap(line => {
    const kind = kinds.find(([pattern]) => pattern.test(line))
    const count = kind === undefined ? 1 : lines.filter(one => kind[0].test(one)).length
    const text = kind === undefined || count === 1 ? line : kind[1](count)
    if (said.has(text)) return []
    said.add(text)
    return [text]
  })
}

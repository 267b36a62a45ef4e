import type { Finding } from '../domain/source/finding.ts'
import { cut } from '../domain/text/escape.ts'
import { quote } from '../domain/text/quote.ts'

// What would make a line of its own, or a command of the runner's: it looks for `##[` anywhere in a line.
const level = (text: string): string =>
  text
    .toWellFormed()
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(/\p{Cf}+/gu, '')
    .replaceAll('##[', '## [')

/** A finding as a terminal shows it: `file:line: what is wrong. Expected: what is right`. */
export const findingLine = ({ is, file, line, says, expected }: Finding): string =>
  level(`${file}:${line}: ${is === 'warning' ? 'warning: ' : ''}${says}. Expected: ${expected}`)

const escapeData = (text: string): string => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')

const escapeProperty = (text: string): string => escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C')

/** The same as a command to the runner, which shows it beside the line in a pull request. */
export const annotation = ({ is, file, line, says, expected }: Finding): string => {
  const command = is === 'problem' ? 'error' : 'warning'
  const properties = `file=${escapeProperty(level(file))},line=${line},title=${escapeProperty('Tocsin check')}`
  return `::${command} ${properties}::${escapeData(level(`${says}. Expected: ${expected}`))}`
}

const mostOfPart = 1_000

const count = (number: number, thing: string): string => `${number} ${thing}${number === 1 ? '' : 's'}`

export const problemsIn = (findings: readonly Finding[]): number => findings.filter(({ is }) => is === 'problem').length

/** How it ended, in a line. */
export const tally = (findings: readonly Finding[], files: number): string => {
  const problems = problemsIn(findings)
  return `${count(problems, 'problem')}, ${count(findings.length - problems, 'warning')} in ${count(files, 'file')}`
}

/** For a job without files to check. */
export const nothingWasChecked = (): string => 'nothing to check: the summary says what was looked for'

/** For a folder without files to check: a check without files has not passed. */
export const nothingToCheck = (folder: string): string =>
  level(
    `No files to check in ${folder}. Looked for: .github/incidents.yml, .github/incidents/*.md, .github/ISSUE_TEMPLATE/*.yml`,
  )

/**
 * The findings as a list in Markdown, in at most about `max` characters: what came from the files is quoted where it is
 * found.
 */
export const findingList = (findings: readonly Finding[], max: number): string => {
  const lines = findings.map(
    ({ is, file, line, says, expected }) =>
      `- **${is}** ${quote(`${file}:${line}`)} ${cut(says, mostOfPart)}. Expected: ${cut(expected, mostOfPart)}.`,
  )
  let length = 0
  const over = lines.findIndex(line => {
    length += line.length + 1
    return length > max
  })
  return over === -1 ? lines.join('\n') : [...lines.slice(0, over), `- and ${lines.length - over} more`].join('\n')
}

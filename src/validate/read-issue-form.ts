import type { Problem } from '../domain/source/problem.ts'
import { readYaml } from '../domain/source/yaml.ts'
import { quote } from '../domain/text/quote.ts'
import { formExpectations, type IssueForm, issueChooser, issueForm } from './issue-form.ts'
import { readBySchema } from './read-by-schema.ts'

const mostCharacters = 256 * 1024

/** A form as it was read, and the lines of its parts. */
export type LocatedForm = { readonly file: string; readonly form: IssueForm; readonly lineOf: (key: string) => number }

type Result = { readonly read: LocatedForm | null; readonly problems: readonly Problem[] }

const tooLong = (file: string, text: string): Problem[] =>
  text.length <= mostCharacters
    ? []
    : [{ file, line: 1, says: `The file has ${text.length} characters`, expected: `at most ${mostCharacters}` }]

// GitHub reads YAML 1.1, where these are no texts, and refuses the form.
const bare = /^\s*-\s+(yes|no|on|off|true|false)\s*(?:#.*)?$/i

const bareWords = (file: string, text: string): Problem[] =>
  text.split('\n').flatMap((line, i) => {
    const word = bare.exec(line)?.[1]
    if (word === undefined) return []
    const says = `${quote(word)} is a boolean to GitHub, which then rejects the form`
    return [{ file, line: i + 1, says, expected: `quotes around it: \`- "${word}"\`` }]
  })

const labelOf = (field: IssueForm['body'][number]): string | null =>
  field.type === 'markdown' ? null : field.attributes.label

/** What no schema says of the questions together. */
const togetherWrong = ({ body }: IssueForm): string[] => {
  const labels = body.flatMap(field => labelOf(field) ?? [])
  const ids = body.flatMap(({ id }) => id ?? [])
  const twice = (list: readonly string[]) => list.filter((one, i) => list.indexOf(one) < i)
  return [
    ...(labels.length === 0 ? ['The form has no question'] : []),
    ...twice(labels).map(label => `The question ${quote(label)} appears more than once`),
    ...twice(ids).map(id => `The id ${quote(id)} appears more than once`),
  ]
}

/** An issue form from its YAML, or everything for which GitHub would not show it. */
export const readIssueForm = (file: string, text: string): Result => {
  const long = tooLong(file, text)
  if (long.length > 0) return { read: null, problems: long }
  const { entries, problems } = readYaml(file, text)
  const unread = [...problems, ...bareWords(file, text)]
  if (problems.length > 0) return { read: null, problems: unread }
  const fitting = readBySchema(file, entries, issueForm, formExpectations)
  if ('problems' in fitting) return { read: null, problems: [...unread, ...fitting.problems] }
  const lineOf = (key: string): number => entries.find(entry => entry.key === key)?.line ?? 1
  const line = lineOf('body')
  const expected = 'at least one question, each with a label and an id of its own'
  const together = togetherWrong(fitting.value).map(says => ({ file, line, says, expected }))
  return { read: { file, form: fitting.value, lineOf }, problems: [...unread, ...together] }
}

/** Everything wrong with `.github/ISSUE_TEMPLATE/config.yml`. */
export const readIssueChooser = (file: string, text: string): readonly Problem[] => {
  const long = tooLong(file, text)
  if (long.length > 0) return long
  const { entries, problems } = readYaml(file, text)
  if (problems.length > 0) return problems
  const fitting = readBySchema(file, entries, issueChooser, formExpectations)
  return 'problems' in fitting ? fitting.problems : []
}

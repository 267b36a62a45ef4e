import { isPair, isScalar, LineCounter, parseDocument, visit } from 'yaml'
import type { Problem } from '../domain/source/problem.ts'
import { readYaml } from '../domain/source/yaml.ts'
import * as says from '../messages/checks/issue-form.ts'
import type { Sentence } from '../messages/checks/sentence.ts'
import { type IssueForm, issueChooser, issueForm } from './issue-form.ts'
import { readBySchema } from './read-by-schema.ts'

const mostCharacters = 256 * 1024

/** A form as it was read, and the lines of its parts. */
export type LocatedForm = { readonly file: string; readonly form: IssueForm; readonly lineOf: (key: string) => number }

type Result = { readonly read: LocatedForm | null; readonly problems: readonly Problem[] }

const tooLong = (file: string, text: string): Problem[] =>
  text.length <= mostCharacters ? [] : [{ file, line: 1, ...says.tooManyCharacters(text.length, mostCharacters) }]

// GitHub reads YAML 1.1, where these are no texts, and refuses the form.
const bare = /^(?:yes|no|on|off|true|false)$/i
const truly = ['required', 'multiple', 'blank_issues_enabled']

/** Words without quotes that GitHub takes for booleans, wherever a text is wanted: in a list of either style, behind a key. */
const bareWords = (file: string, text: string): Problem[] => {
  const lines = new LineCounter()
  const found: Problem[] = []
  visit(parseDocument(text, { schema: 'core', prettyErrors: false, lineCounter: lines, logLevel: 'error' }), {
    Scalar: (key, { type, source = '', range }, path) => {
      const pair = path.at(-1)
      const name = isPair(pair) && isScalar(pair.key) ? String(pair.key.value) : ''
      if (key === 'key' || type !== 'PLAIN' || !bare.test(source) || truly.includes(name)) return
      const line = lines.linePos(range?.[0] ?? 0).line
      found.push({ file, line, ...says.readAsBoolean(source, key !== 'value') })
    },
  })
  return found
}

const labelOf = (field: IssueForm['body'][number]): string | null =>
  field.type === 'markdown' ? null : field.attributes.label

/** The name that GitHub makes of a label, as Rails' `parameterize` does. */
const nameOf = (label: string): string =>
  label
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9_-]+/g, '-')
    .replace(/-{2,}/g, '-')
    .replace(/^-|-$/g, '')

/** Questions are told apart by their ids, or else by what is made of their labels; boxes by their labels. */
const tooSimilar = ({ body }: Pick<IssueForm, 'body'>): Sentence[] => {
  const named = body.flatMap(field => {
    if (field.type === 'markdown') return []
    const own = { name: field.id ?? nameOf(field.attributes.label), label: field.attributes.label }
    const boxes = field.type === 'checkboxes' ? field.attributes.options : []
    return [own, ...boxes.map(({ label }) => ({ name: nameOf(label), label }))]
  })
  return named.flatMap(({ name, label }, i) => {
    const other = named.slice(0, i).find(one => name !== '' && one.name === name && one.label !== label)
    return other === undefined ? [] : [says.sameToGitHub(other.label, label)]
  })
}

/** GitHub refuses labels that ask for a secret. */
const forbidden = (labels: readonly string[]): Sentence[] =>
  labels.filter(label => /password/i.test(label)).map(says.asksForPassword)

/** What no schema says of the questions together. */
const togetherWrong = ({ body }: IssueForm): Sentence[] => {
  const labels = body.flatMap(field => labelOf(field) ?? [])
  const ids = body.flatMap(({ id }) => id ?? [])
  const twice = (list: readonly string[]) => list.filter((one, i) => list.indexOf(one) < i)
  return [
    ...forbidden(labels),
    ...tooSimilar({ body }),
    ...(labels.length === 0 ? [says.noQuestion()] : []),
    ...twice(labels).map(says.questionTwice),
    ...twice(ids).map(says.idTwice),
  ]
}

/** An issue form from its YAML, or everything for which GitHub would not show it. */
export const readIssueForm = (file: string, text: string): Result => {
  const long = tooLong(file, text)
  if (long.length > 0) return { read: null, problems: long }
  const { entries, problems } = readYaml(file, text)
  const unread = [...problems, ...bareWords(file, text)]
  if (problems.length > 0) return { read: null, problems: unread }
  const fitting = readBySchema(file, entries, issueForm, says.formExpectations)
  if ('problems' in fitting) return { read: null, problems: [...unread, ...fitting.problems] }
  const lineOf = (key: string): number => entries.find(entry => entry.key === key)?.line ?? 1
  const line = lineOf('body')
  const together = togetherWrong(fitting.value).map(sentence => ({ file, line, ...sentence }))
  return { read: { file, form: fitting.value, lineOf }, problems: [...unread, ...together] }
}

/** Everything wrong with `.github/ISSUE_TEMPLATE/config.yml`. */
export const readIssueChooser = (file: string, text: string): readonly Problem[] => {
  const long = tooLong(file, text)
  if (long.length > 0) return long
  const { entries, problems } = readYaml(file, text)
  if (problems.length > 0) return problems
  const fitting = readBySchema(file, entries, issueChooser, says.formExpectations)
  return 'problems' in fitting ? fitting.problems : []
}

import { quote } from '../../domain/text/quote.ts'
import type { Sentence } from './sentence.ts'

export const tooManyCharacters = (length: number, most: number): Sentence => ({
  says: `The file has ${length} characters`,
  expected: `at most ${most}`,
})

/** GitHub reads YAML 1.1. `isItem`: it stands in a list, not behind a key. */
export const readAsBoolean = (word: string, isItem: boolean): Sentence => ({
  says: `${quote(word)} is a boolean to GitHub, which then rejects the form`,
  expected: `quotes around it: \`${isItem ? '- ' : ''}"${word}"\``,
})

const asked = (says: string): Sentence => ({
  says,
  expected: 'at least one question, each with a label and an id of its own',
})

export const sameToGitHub = (one: string, other: string): Sentence =>
  asked(`${quote(one)} and ${quote(other)} are the same to GitHub`)

export const asksForPassword = (label: string): Sentence => asked(`The question ${quote(label)} asks for a password`)

export const noQuestion = (): Sentence => asked('The form has no question')

export const questionTwice = (label: string): Sentence => asked(`The question ${quote(label)} appears more than once`)

export const idTwice = (id: string): Sentence => asked(`The id ${quote(id)} appears more than once`)

export const unknownKey = (key: string, expected: string | undefined): Sentence => ({
  says: `Unknown key ${quote(key)}`,
  expected: expected ?? 'a key of the format',
})

/** What came in the place of a text, a number, a list or keys. */
export type Came = { readonly scalar: unknown } | { readonly is: 'list' | 'mapping' }

/** `came` null: nothing did. */
export const unexpectedValue = (key: string, came: Came | null, expected: string | undefined): Sentence => ({
  says:
    came === null
      ? `\`${key}\` is missing`
      : `\`${key}\` has ${'scalar' in came ? quote(came.scalar) : `a ${came.is}`}`,
  expected: expected ?? 'keys with values',
})

export const oneOfKeys = (keys: readonly string[]): string => `one of ${keys.map(key => `\`${key}\``).join(', ')}`

/** What is expected at a key of either, in words with an example. */
export const formExpectations: Readonly<Record<string, string>> = {
  name: 'a text, for example `name: Leaked key`',
  description: 'a text, for example `description: A key may be known to others.`',
  title: 'a text, or no such key, for example `title: Attorney Work Project`',
  labels: 'a list of labels, each once, for example `labels: [incident, "playbook: leaked-key"]`',
  assignees: 'a list of logins, for example `assignees: [alice]`',
  projects: 'a list of projects, for example `projects: [acme/1]`',
  body: 'a list of questions, each beginning with `- type:`',
  type: 'one of `markdown`, `textarea`, `input`, `dropdown`, `checkboxes`, `upload`',
  id: 'letters, digits, `-` and `_`, for example `id: seen`',
  attributes: 'keys with values below it, for example `label: What did you see?`',
  validations: '`required: true` or `required: false` below it',
  required: '`true` or `false`, for example `required: true`',
  label: 'a text, for example `label: What did you see?`',
  placeholder: 'a text, for example `placeholder: 14:02 UTC`',
  value: 'a text, for example `value: Put no secret in here.`',
  render: 'the name of a language, for example `render: shell`',
  options: 'a list, each once and none of them `None`, for example `options: ["Yes", "No"]`',
  multiple: '`true` or `false`, for example `multiple: false`',
  default: 'the place of an option, counted from 0, for example `default: 0`',
  blank_issues_enabled: '`true` or `false`, for example `blank_issues_enabled: false`',
  contact_links: 'a list of links, each with `name`, `url` and `about`',
  url: 'an address, for example `url: https://example.com`',
  about: 'a text, for example `about: Questions about the service`',
}

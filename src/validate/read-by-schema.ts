import { z } from 'zod'
import type { Problem } from '../domain/source/problem.ts'
import type { Entry, Value } from '../domain/source/yaml.ts'
import { oneOfKeys, unexpectedValue, unknownKey } from '../messages/checks/issue-form.ts'

type Path = readonly PropertyKey[]

const plain = (value: Value): unknown => {
  if (value.is === 'scalar') return value.value
  return value.is === 'list' ? value.items.map(plain) : plainEntries(value.entries)
}

const plainEntries = (entries: readonly Entry[]): Readonly<Record<string, unknown>> =>
  Object.fromEntries(entries.map(({ key, value }) => [key, plain(value)]))

/** What stands at a path, and in which line; null: nothing does. */
const at = (value: Value, path: Path): { readonly line: number; readonly value: Value } | null => {
  const [step, ...rest] = path
  if (step === undefined) return { line: value.line, value }
  if (value.is === 'list') {
    const item = value.items[Number(step)]
    return item ? at(item, rest) : null
  }
  const entry = value.is === 'mapping' ? value.entries.find(({ key }) => key === step) : undefined
  if (!entry) return null
  return rest.length === 0 ? { line: entry.line, value: entry.value } : at(entry.value, rest)
}

const keyOf = (path: Path): string => path.findLast(step => typeof step === 'string') ?? ''

type Fault = Omit<Problem, 'file'>
type Expected = Readonly<Record<string, string>>

const unknownKeys = (issue: z.core.$ZodIssueUnrecognizedKeys, root: Value, expected: Expected): Fault[] =>
  issue.keys.map(key => ({
    line: at(root, [...issue.path, key])?.line ?? 1,
    ...unknownKey(key, expected[keyOf(issue.path)]),
  }))

const faultsOf = (issue: z.core.$ZodIssue, root: Value, expected: Expected): Fault[] => {
  if (issue.code === 'unrecognized_keys') return unknownKeys(issue, root, expected)
  const key = keyOf(issue.path)
  const found = at(root, issue.path)
  if (found) {
    const came = found.value.is === 'scalar' ? { scalar: found.value.value } : { is: found.value.is }
    return [{ line: found.line, ...unexpectedValue(key, came, expected[key]) }]
  }
  const above = at(root, issue.path.slice(0, -1))
  return [{ line: above?.line ?? 1, ...unexpectedValue(key, null, expected[key]) }]
}

/** These entries by a schema that takes them as a whole or not at all, or everything that does not fit, with its line. */
export const readBySchema = <Schema extends z.ZodObject>(
  file: string,
  entries: readonly Entry[],
  schema: Schema,
  expected: Expected,
): { readonly value: z.output<Schema> } | { readonly problems: readonly Problem[] } => {
  const read = z.safeParse(schema, plainEntries(entries))
  if (read.success) return { value: read.data }
  const told = { ...expected, '': oneOfKeys(Object.keys(schema.shape)) }
  const root: Value = { is: 'mapping', line: 1, entries }
  return {
    problems: read.error.issues.flatMap(issue => faultsOf(issue, root, told)).map(fault => ({ file, ...fault })),
  }
}

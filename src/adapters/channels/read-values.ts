import type { Problem } from '../../domain/source/problem.ts'
import type { Entry, Value } from '../../domain/source/yaml.ts'
import {
  keyTwice,
  keyTwiceExpected,
  secretWrittenOut,
  secretWrittenOutExpected,
  variableExpected,
  variableMissing,
} from '../../messages/paging/channels-file.ts'
import type { DefinedKind } from './kind.ts'
import type { Source } from './source.ts'

/** What stands at each key, the secrets in it filled in. */
export type Values = Readonly<Record<string, unknown>>

type Reading = {
  readonly values: Values
  /** Of each key that stands there, whether its value could be had or not. */
  readonly lines: ReadonlyMap<string, number>
  readonly faults: readonly Omit<Problem, 'file'>[]
  readonly secrets: readonly string[]
}

/** A part of a file as a plain value. */
export const plainOf = (value: Value): unknown => {
  if (value.is === 'scalar') return value.value
  if (value.is === 'list') return value.items.map(plainOf)
  return Object.fromEntries(value.entries.map(one => [one.key, plainOf(one.value)]))
}

type Found = {
  readonly key: string
  readonly line: number
  readonly value: unknown
  readonly secret: readonly string[]
}

/** The values of a channel's keys: a secret from the variable that `…_env` names. */
export const readValues = (id: string, entries: readonly Entry[], keys: DefinedKind, source: Source): Reading => {
  const faults: Omit<Problem, 'file'>[] = []
  const lines = new Map<string, number>()
  const found = entries.flatMap((entry): readonly Found[] => {
    const base = entry.key.replace(/_env$/, '')
    const isSecret = keys.secrets.includes(base)
    const isNamed = base !== entry.key && (isSecret || isHeaders(base, keys))
    const key = isNamed ? base : entry.key
    const { line } = entry
    // headers may come from both
    if (lines.has(key) && isSecret) faults.push({ line, says: keyTwice(id, key), expected: keyTwiceExpected(key) })
    lines.set(key, line)
    if (isNamed) return named(id, key, entry, source, faults)
    if (isSecret && source.where === 'action') {
      faults.push({ line, says: secretWrittenOut(id, key), expected: secretWrittenOutExpected(key) })
      return []
    }
    const value = plainOf(entry.value)
    return [{ key, line, value, secret: isSecret && typeof value === 'string' ? [value] : [] }]
  })
  return { values: joined(found), lines, faults, secrets: found.flatMap(one => one.secret) }
}

const isHeaders = (key: string, { schema }: DefinedKind): boolean =>
  key === 'headers' && Object.hasOwn(schema.shape, key)

const named = (
  id: string,
  key: string,
  { line, value }: Entry,
  { variable, where }: Source,
  faults: Omit<Problem, 'file'>[],
): readonly Found[] => {
  const absent = (at: number): readonly Found[] => {
    faults.push({ line: at, says: variableMissing(id, key), expected: variableExpected(where) })
    return []
  }
  const held = (from: Value): string | undefined => {
    const name = plainOf(from)
    const text = typeof name === 'string' && /^[a-z_]\w*$/i.test(name) ? variable(name)?.trim() : undefined
    return text === '' ? undefined : text
  }
  if (value.is !== 'mapping') {
    const text = held(value)
    return text === undefined ? absent(line) : [{ key, line, value: text, secret: [text] }]
  }
  return value.entries.flatMap(one => {
    const text = held(one.value)
    return text === undefined ? absent(one.line) : [{ key, line, value: { [one.key]: text }, secret: [text] }]
  })
}

/** One value for each key; of headers those that are written and those that come from variables together. */
const joined = (found: readonly Found[]): Values => {
  const values: Record<string, unknown> = {}
  for (const { key, value } of found) {
    const before = values[key]
    values[key] = isPlain(before) && isPlain(value) ? { ...before, ...value } : value
  }
  return values
}

const isPlain = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

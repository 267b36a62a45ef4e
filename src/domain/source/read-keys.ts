import { z } from 'zod'
import { quote } from '../text/quote.ts'
import type { Problem } from './problem.ts'
import type { Entry, Value } from './yaml.ts'

/** What is expected at a key, in words with an example. Of a list or a mapping also what each of its values must be. */
export type Expectations<Key extends string> = Readonly<Record<Key, string>>

type Fault = Omit<Problem, 'file'>
type Kept = { readonly value: unknown; readonly faults: readonly Fault[] }

const plain = (value: Value): unknown => {
  if (value.is === 'scalar') return value.value
  if (value.is === 'list') return value.items.map(plain)
  return 'a mapping'
}

const keepItems = (schema: z.ZodArray, items: readonly Value[], name: string, expected: string): Kept => {
  const kept = items.map(item => keep(schema.element, item, name, expected))
  return { value: kept.map(k => k.value).filter(v => v !== undefined), faults: kept.flatMap(k => k.faults) }
}

const keepEntries = (schema: z.ZodRecord, entries: readonly Entry[], name: string, expected: string): Kept => {
  const kept: [string, unknown][] = []
  const faults: Fault[] = []
  for (const { key, line, value } of entries) {
    if (!z.safeParse(schema.keyType, key).success) {
      faults.push({ line, says: `${quote(key)} in \`${name}\` is not allowed there`, expected })
      continue
    }
    const one = keep(schema.valueType, value, `${name}.${key}`, expected)
    kept.push([key, one.value])
    faults.push(...one.faults)
  }
  return { value: Object.fromEntries(kept), faults }
}

/** Part by part: a bad item is left out of its list, and what should be a list and is none is an empty one. */
const keep = (schema: z.core.$ZodType, value: Value, name: string, expected: string): Kept => {
  if (schema instanceof z.ZodArray && value.is === 'list') return keepItems(schema, value.items, name, expected)
  if (schema instanceof z.ZodRecord && value.is === 'mapping') return keepEntries(schema, value.entries, name, expected)
  const read = z.safeParse(schema, plain(value))
  if (read.success) return { value: read.data, faults: [] }
  const none = schema instanceof z.ZodArray ? [] : undefined
  return { value: none, faults: [{ line: value.line, says: `\`${name}\` has ${quote(plain(value))}`, expected }] }
}

/** Of these entries, what fits the schema, key by key; a problem for all that does not. */
export const parseLeniently = <Shape extends z.ZodRawShape>(
  file: string,
  entries: readonly Entry[],
  schema: z.ZodObject<Shape>,
  expectations: Expectations<Extract<keyof Shape, string>>,
) => {
  const kept = new Map<string, unknown>()
  const problems: Problem[] = []
  const known: Readonly<Record<string, string>> = expectations
  for (const { key, line, value } of entries) {
    const expected = Object.hasOwn(known, key) ? known[key] : undefined
    const part = schema.shape[key]
    if (expected === undefined || part === undefined) {
      const keys = Object.keys(expectations).map(k => `\`${k}\``)
      problems.push({ file, line, says: `Unknown key ${quote(key)}`, expected: `one of ${keys.join(', ')}` })
      continue
    }
    const one = keep(part, value, key, expected)
    if (one.value !== undefined) kept.set(key, one.value)
    problems.push(...one.faults.map(fault => ({ file, ...fault })))
  }
  return { kept: schema.partial().parse(Object.fromEntries(kept)), problems }
}

import { z } from 'zod'
import { type Spoken, shortText } from './spoken.ts'

/** What a template may hold: JSON. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json }

/** What a placeholder of a template stands for: fields of the message, and nothing else. */
export type Fields = {
  readonly text: string
  readonly action: string
  readonly key: string
  readonly codename: string
  readonly call: string | null
  readonly drill: boolean
  /** Logins of those who are paged, and where the operator's file says that they are reached. */
  readonly to: readonly string[]
  readonly addresses: readonly string[]
  readonly link: string | null
  readonly why: string | null
}

export const fieldNames = [
  'text',
  'action',
  'key',
  'codename',
  'call',
  'drill',
  'to',
  'addresses',
  'link',
  'why',
] as const satisfies readonly (keyof Fields)[]

/** These tell more than codename and call: only for a channel that nobody but the response team reads. */
export const onlyPrivate: readonly string[] = ['link', 'why'] satisfies readonly (keyof Fields)[]

export const fieldsOf = (message: Spoken, addresses: readonly string[]): Fields => {
  const { action, key, codename, call, drill, to, link, why } = message
  const text = shortText(message)
  return { text, action, key, codename, call, drill, to: to.map(({ login }) => login), addresses, link, why }
}

const placeholder = /\{\{\s*([^{}]*?)\s*\}\}/g

/** The names between double braces, in the order of the template. */
const placeholdersIn = (template: Json): readonly string[] => {
  if (typeof template === 'string') return [...template.matchAll(placeholder)].map(([, name = '']) => name)
  if (Array.isArray(template)) return template.flatMap(placeholdersIn)
  if (typeof template !== 'object' || template === null) return []
  return Object.values(template).flatMap(placeholdersIn)
}

const isField = (name: string): name is keyof Fields => fieldNames.some(one => one === name)

/**
 * The template with its placeholders filled in. It stays a value until all of it is written as JSON at once: nothing in a
 * field can end a string. A placeholder alone keeps its type, so that `"{{addresses}}"` becomes a list; within other text
 * a list is joined by commas, and nothing is left of what there is not.
 */
export const fill = (template: Json, fields: Fields): Json => {
  if (typeof template === 'string') return fillText(template, fields)
  if (isList(template)) return template.map(one => fill(one, fields))
  if (typeof template !== 'object' || template === null) return template
  return Object.fromEntries(Object.entries(template).map(([key, value]) => [key, fill(value, fields)]))
}

const isList = (template: Json): template is readonly Json[] => Array.isArray(template)

const fillText = (text: string, fields: Fields): Json => {
  const [, alone = ''] = /^\{\{\s*([^{}]*?)\s*\}\}$/.exec(text) ?? []
  if (isField(alone)) return fields[alone]
  return text.replace(placeholder, (whole, name: string) => (isField(name) ? inText(fields[name]) : whole))
}

const inText = (value: Fields[keyof Fields]): string =>
  typeof value === 'object' && value !== null ? value.join(', ') : String(value ?? '')

export const mostOfTemplate = 8_192
const json: z.ZodType<Json> = z.json()

/** A template as the operator writes it: in YAML, which holds JSON, or as the text of JSON. */
export const template = z.unknown().transform((written, context): Json => {
  const value = json.safeParse(typeof written === 'string' ? parsed(written) : written)
  if (value.success && isTemplate(value.data)) return value.data
  context.addIssue('no template')
  return z.NEVER
})

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const isTemplate = (value: Json): boolean =>
  typeof value === 'object' &&
  value !== null &&
  JSON.stringify(value).length <= mostOfTemplate &&
  placeholdersIn(value).every(isField)

/** Whether a template, as it is written, tells more than a channel may be told that is not private. */
export const tellsTooMuch = (written: unknown): boolean => {
  const read = template.safeParse(written)
  return read.success && placeholdersIn(read.data).some(name => onlyPrivate.includes(name))
}

import { readFileSync } from 'node:fs'
import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv'
import addFormatsModule from 'ajv-formats'

type Schema = { readonly [keyword: string]: unknown } | boolean
type Parameter = {
  readonly name: string
  readonly in: 'path' | 'query'
  readonly required: boolean
  readonly schema: Schema
}
type Operation = {
  readonly id: string
  readonly parameters: Parameter[]
  readonly body: { readonly required: boolean; readonly schema: Schema | null } | null
  readonly responses: { readonly [status: string]: Schema | null }
}
type Descriptions = {
  readonly operations: { readonly [operation: string]: Operation }
  readonly webhooks: { readonly [event: string]: Schema }
}

/** Something sent or answered that GitHub's description does not allow, or that the emulator does not serve. */
export type Violation = { readonly where: string; readonly message: string; readonly sample: unknown }

/** Reads a description and makes a compiler for its schemas: each is compiled when first needed. */
const load = (file: string): { readonly found: Partial<Descriptions>; readonly ajv: Ajv; readonly loose: Ajv } => {
  const found = JSON.parse(readFileSync(new URL(file, import.meta.url), 'utf8')) as Partial<Descriptions> & {
    readonly schemas: { readonly [name: string]: Schema }
  }
  const make = (coerceTypes: boolean) => {
    const ajv = new Ajv({ strict: false, logger: false, coerceTypes, validateSchema: false })
    addFormatsModule.default(ajv)
    for (const [name, schema] of Object.entries(found.schemas)) ajv.addSchema(schema, name)
    return ajv
  }
  return { found, ajv: make(false), loose: make(true) }
}

const loaded = new Map<string, ReturnType<typeof load>>()
const compiled = new Map<string, ValidateFunction>()

const description = (file: string) => {
  const known = loaded.get(file) ?? load(file)
  loaded.set(file, known)
  return known
}

const operations = () => description('operations.schema.json')
const webhooks = () => description('webhooks.schema.json')

const validator = (key: string, ajv: Ajv, schema: Schema): ValidateFunction => {
  const known = compiled.get(key) ?? ajv.compile(schema)
  compiled.set(key, known)
  return known
}

/** The value an error is about, cut short: enough to see the mistake. */
const sampleAt = (value: unknown, { instancePath }: ErrorObject): unknown => {
  let at = value
  for (const name of instancePath.split('/').slice(1)) {
    at = (at as { readonly [key: string]: unknown } | null)?.[name.replaceAll('~1', '/').replaceAll('~0', '~')]
  }
  const shown = JSON.stringify(at) ?? 'undefined'
  return shown.length > 200 ? `${shown.slice(0, 200)}...` : at
}

/** Of a failed choice every branch complains: the complaint that got deepest says most. */
const violation = (where: string, value: unknown, check: ValidateFunction): Violation => {
  const errors = (check.errors ?? []).toSorted((a, b) => depth(b) - depth(a))
  const [deepest] = errors
  const message = errors
    .slice(0, 3)
    .map(each => `${each.instancePath || '/'} ${each.message ?? ''}`)
    .join('; ')
  return { where, message, sample: deepest ? sampleAt(value, deepest) : undefined }
}

const depth = (error: ErrorObject) => error.instancePath.split('/').length

const test = (key: string, ajv: Ajv, schema: Schema, value: unknown): Violation[] => {
  const check = validator(key, ajv, schema)
  return check(value) ? [] : [violation(key, value, check)]
}

export type Sent = {
  readonly params: { readonly [name: string]: string }
  readonly query: URLSearchParams
  readonly body: unknown
}

const testParameters = (key: string, { parameters }: Operation, { params, query }: Sent): Violation[] =>
  parameters.flatMap(({ name, in: place, required, schema }) => {
    const value = place === 'path' ? params[name] : (query.get(name) ?? undefined)
    const where = `${key} ${place} ${name}`
    if (value === undefined) return required ? [{ where, message: 'is required', sample: undefined }] : []
    // parameters arrive as text: ajv turns a property, not a bare value, into what its schema wants
    return test(where, operations().loose, { type: 'object', properties: { value: schema } }, { value })
  })

/** What is wrong with a request, by the description of its operation (`GET /repos/{owner}/{repo}`). */
export const checkRequest = (key: string, sent: Sent): Violation[] => {
  const operation = operations().found.operations?.[key]
  if (!operation) return [{ where: key, message: 'is not in the description', sample: undefined }]
  const wrong = testParameters(`${key} request`, operation, sent)
  if (!operation.body?.schema) return wrong
  const empty = sent.body === undefined
  if (empty)
    return operation.body.required
      ? [...wrong, { where: `${key} request body`, message: 'is required', sample: undefined }]
      : wrong
  return [...wrong, ...test(`${key} request body`, operations().ajv, operation.body.schema, sent.body)]
}

/**
 * Any operation may answer with these, described or not; that redirections may come anywhere GitHub says in words only:
 * https://docs.github.com/en/rest/using-the-rest-api/best-practices-for-using-the-rest-api#follow-redirects
 */
const anywhere = new Set([301, 307, 400, 401, 403, 404, 410, 422, 429, 500, 502, 503])

/** What is wrong with an answer: an undocumented status, or a body that is not as described. */
export const checkResponse = (key: string, status: number, body: unknown): Violation[] => {
  const where = `${key} response ${status}`
  const responses = operations().found.operations?.[key]?.responses ?? {}
  const schema = responses[String(status)]
  if (schema === undefined && anywhere.has(status))
    return test(`any response ${status}`, operations().ajv, { $ref: 'basic-error' }, body)
  if (schema === undefined) return [{ where, message: 'this status is not documented', sample: status }]
  return schema === null || body === undefined ? [] : test(where, operations().ajv, schema, body)
}

/** What is wrong with a webhook's payload. */
export const checkWebhook = (event: string, action: string | null, payload: unknown): Violation[] => {
  const key = [event, ...(action ? [action] : [])].join('-').replaceAll('_', '-')
  const schema = webhooks().found.webhooks?.[key]
  if (!schema) return [{ where: `webhook ${key}`, message: 'is not in the description', sample: undefined }]
  return test(`webhook ${key}`, webhooks().ajv, schema, payload)
}

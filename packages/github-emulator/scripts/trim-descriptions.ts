import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { routes } from '../src/rest/routes.ts'
import { served } from '../src/webhooks/served.ts'

type Json = null | boolean | number | string | Json[] | { [key: string]: Json }
type Obj = { [key: string]: Json }

const keywords = new Set([
  '$ref',
  'type',
  'properties',
  'required',
  'items',
  'additionalProperties',
  'enum',
  'const',
  'format',
  'pattern',
  'oneOf',
  'anyOf',
  'allOf',
  'not',
  'minimum',
  'maximum',
  'minLength',
  'maxLength',
  'minItems',
  'maxItems',
  'uniqueItems',
  'minProperties',
  'maxProperties',
  'nullable',
])

const asObj = (value: Json | undefined): Obj =>
  value !== null && typeof value === 'object' && !Array.isArray(value) ? value : {}

/** A component's name is its schema id, so that every file of schemas can be read by itself. */
const refName = (ref: string) => ref.split('/').at(-1) ?? ref

/** OpenAPI 3.0 says `nullable`; JSON Schema says it in the type. */
const nullable = (schema: Obj): Obj => {
  const { nullable: allowed, ...rest } = schema
  if (allowed !== true) return rest
  if (typeof rest.type === 'string' && !rest.$ref && !rest.allOf && !rest.anyOf && !rest.oneOf) {
    const values = Array.isArray(rest.enum) ? { enum: rest.enum.includes(null) ? rest.enum : [...rest.enum, null] } : {}
    return { ...rest, type: [rest.type, 'null'], ...values }
  }
  return { anyOf: [{ type: 'null' }, rest] }
}

/**
 * Where the description is known to be stricter than GitHub: bots commit under `<id>+<slug>[bot]@users.noreply...`, which
 * is no address by its `format: email`; and a person's repository has no `organization` to send with its dependencies.
 */
const corrected = (schema: Obj, name: string | null): Obj => {
  const { format, required, ...rest } = schema
  const loose = name?.startsWith('webhook-issue-dependencies') && Array.isArray(required)
  const needed = loose ? required.filter(each => each !== 'organization') : required
  return {
    ...rest,
    ...(format === undefined || format === 'email' ? {} : { format }),
    ...(needed === undefined ? {} : { required: needed }),
  }
}

/** Keep what validates; drop prose and examples. */
const bare = (value: Json, used: Set<string>, name: string | null = null): Json => {
  if (typeof value === 'boolean') return value
  const kept: Obj = {}
  for (const [key, part] of Object.entries(asObj(value))) {
    if (!keywords.has(key)) continue
    if (key === '$ref' && typeof part === 'string') {
      used.add(refName(part))
      kept[key] = refName(part)
    } else if (key === 'properties') {
      kept[key] = Object.fromEntries(Object.entries(asObj(part)).map(([name, each]) => [name, bare(each, used)]))
    } else if (Array.isArray(part) && ['oneOf', 'anyOf', 'allOf'].includes(key)) {
      kept[key] = part.map(each => bare(each, used))
    } else if (['items', 'additionalProperties', 'not'].includes(key)) {
      kept[key] = bare(part, used)
    } else {
      kept[key] = part
    }
  }
  return nullable(corrected(kept, name))
}

const description = JSON.parse(
  readFileSync(join(process.argv[2] ?? '.', 'generated', 'api.github.com.json'), 'utf8'),
) as Obj
const components = asObj(description.components)

const followed = (value: Json | undefined): Obj => {
  const found = asObj(value)
  if (typeof found.$ref !== 'string') return found
  const kind = found.$ref.split('/').at(-2) ?? ''
  return asObj(asObj(components[kind])[refName(found.$ref)])
}

const schemaOf = (holder: Obj, used: Set<string>): Json => {
  const content = asObj(holder.content)
  const media = asObj(content['application/json'] ?? Object.values(content)[0])
  return media.schema === undefined ? null : bare(media.schema, used)
}

const operation = (found: Obj, used: Set<string>): Obj => {
  const parameters = (Array.isArray(found.parameters) ? found.parameters : []).map(followed)
  const body = followed(found.requestBody)
  const responses = Object.entries(asObj(found.responses))
  return {
    id: found.operationId ?? null,
    parameters: parameters
      .filter(each => each.in === 'query' || each.in === 'path')
      .map(each => ({
        name: each.name ?? '',
        in: each.in ?? '',
        required: each.required === true,
        schema: bare(each.schema ?? {}, used),
      })),
    body: found.requestBody ? { required: body.required === true, schema: schemaOf(body, used) } : null,
    responses: Object.fromEntries(responses.map(([status, each]) => [status, schemaOf(followed(each), used)])),
  }
}

/** The named schemas and all that they name in turn. */
const reached = (used: Set<string>): Obj => {
  const schemas: Obj = {}
  for (const name of used) schemas[name] ??= bare(asObj(components.schemas)[name] ?? {}, used, name)
  return schemas
}

/** One entry a line: a diff after an update then shows what changed. */
const write = (file: string, parts: { [part: string]: Obj }) => {
  const source = `@octokit/openapi, api.github.com, ${String(asObj(description.info).version)}`
  const blocks = Object.entries(parts).map(([part, entries]) => {
    const lines = Object.entries(entries).toSorted(([a], [b]) => (a < b ? -1 : 1))
    return `${JSON.stringify(part)}: {\n${lines.map(([key, each]) => `${JSON.stringify(key)}: ${JSON.stringify(each)}`).join(',\n')}\n}`
  })
  const folder = new URL('../src/description/', import.meta.url)
  mkdirSync(folder, { recursive: true })
  writeFileSync(new URL(file, folder), `{\n"source": ${JSON.stringify(source)},\n${blocks.join(',\n')}\n}\n`)
}

const trimOperations = () => {
  const used = new Set(['basic-error', 'validation-error'])
  const operations: Obj = {}
  const missing: string[] = []
  // this list alone is described inline, and wants each account to be a person and an enterprise at once
  asObj(asObj(asObj(description.paths)['/app/installations']).get).responses = {
    '200': {
      content: {
        'application/json': { schema: { type: 'array', items: { $ref: '#/components/schemas/installation' } } },
      },
    },
  }
  for (const { method, path } of routes) {
    const found = asObj(asObj(description.paths)[path])[method.toLowerCase()]
    if (found) operations[`${method} ${path}`] = operation(asObj(found), used)
    else missing.push(`${method} ${path}`)
  }
  write('operations.schema.json', { operations, schemas: reached(used) })
  return missing
}

const trimWebhooks = () => {
  const used = new Set<string>()
  const webhooks: Obj = {}
  const missing: string[] = []
  for (const [event, actions] of Object.entries(served)) {
    for (const action of actions) {
      const key = [event, ...(action ? [action] : [])].join('-').replaceAll('_', '-')
      const found = asObj(asObj(description['x-webhooks'])[key]).post
      if (found) webhooks[key] = schemaOf(followed(asObj(found).requestBody), used)
      else missing.push(key)
    }
  }
  write('webhooks.schema.json', { webhooks, schemas: reached(used) })
  return missing
}

/** Trims GitHub's OpenAPI description to what the embedded GitHub serves: `node packages/github-emulator/scripts/trim-descriptions.ts <package>`. */
const missing = [...trimOperations(), ...trimWebhooks()]
if (missing.length > 0) {
  console.error(`Served, but not in the description:\n  ${missing.join('\n  ')}`)
  process.exitCode = 1
}

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'

// The shipped workflow as GitHub would weigh it: which events it listens to, and what the condition of its job makes of one.

type Workflow = {
  readonly on: Readonly<Record<string, { readonly types?: readonly string[] } | null>>
  readonly jobs: Readonly<Record<string, { readonly if?: string }>>
}

const text = readFileSync(join(import.meta.dirname, '../templates/install/tocsin.yml'), 'utf8')
const workflow: Workflow = parse(text)

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json }

/** A property of each of a list for `*`; what is not there is null. */
const at = (value: Json, [key, ...rest]: readonly string[]): Json => {
  if (key === undefined) return value
  if (key === '*') return Array.isArray(value) ? value.map(one => at(one, rest)) : []
  const known = typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {}
  return at((known as Record<string, Json>)[key] ?? null, rest)
}

const lower = (value: Json): string => (value === null ? '' : String(value)).toLowerCase()

/** GitHub's functions, as its documentation says: without regard to case; null is an empty text, and equal to no other. */
const functions = {
  contains: (where: Json, what: Json): boolean =>
    Array.isArray(where)
      ? where.some(one => one !== null && what !== null && lower(one) === lower(what))
      : lower(where).includes(lower(what)),
  startsWith: (where: Json, what: Json): boolean => lower(where).startsWith(lower(what)),
  fromJSON: (what: string): Json => JSON.parse(what),
  equal: (one: Json, other: Json): boolean => lower(one) === lower(other),
}

/** Does this event start the workflow's job? */
export const starts = (event: string, payload: object): boolean => {
  const github = { event_name: event, event: payload, head_ref: at(payload as Json, ['pull_request', 'head', 'ref']) }
  const listens = workflow.on[event]
  const action = String(at(payload as Json, ['action']))
  if (listens === undefined || listens?.types?.includes(action) === false) return false
  const [job] = Object.values(workflow.jobs)
  const source = (job?.if ?? 'true')
    .replace(/github((?:\.[\w*]+)+)/g, (_, path: string) => `at(github, ${JSON.stringify(path.slice(1).split('.'))})`)
    .replace(/(at\(github, \[[^\]]*\]\)) == ('[^']*')/g, 'equal($1, $2)')
  const names = Object.keys(functions)
  const weigh = new Function('github', 'at', ...names, `return ${source}`)
  return weigh(github, at, ...Object.values(functions)) === true
}

import { Hono } from 'hono'
import type { FaultMode, FaultOrder } from '../faults/faults.ts'
import type { Json, JsonObject } from '../http/answer.ts'
import type { Shell, ShellEnv } from '../shell.ts'
import { repositoryByName, setVisibility } from '../world/repositories.ts'
import type { Repository, Visibility } from '../world/types/repositories.ts'
import { readDuration } from './clock.ts'

type Control = (shell: Shell, body: JsonObject) => Json | Refusal
type Refusal = { readonly refused: string }

const refuse = (words: string): Refusal => ({ refused: words })

const clock = ({ clock }: Shell, { advance, set }: JsonObject): Json | Refusal => {
  if (typeof advance === 'string') {
    const milliseconds = readDuration(advance)
    if (milliseconds === null) return refuse(`"${advance}" is no duration; write one like 90s, 2h or 3d`)
    clock.advance(milliseconds)
  } else if (typeof set === 'string' && !Number.isNaN(Date.parse(set))) clock.set(set)
  else return refuse('say {"advance": "2h"} or {"set": "2026-01-31T12:00:00Z"}')
  return { now: clock.now().toISOString() }
}

const modes: FaultMode[] = [
  '502-before',
  '502-after',
  'reset-before',
  'reset-after',
  'timeout-before',
  'timeout-after',
  'late',

  '403-retry-after',
  '403-secondary',
  'partial-errors',
  'resource-limits',
  '401',
  '403',
  '404',
  'too-quickly',
  'priority-taken',
  'forbidden',
  'stale',
  'stale-lists',
  'stale-refs',
  'stale-blobs',
  'stale-summaries',
]

const faults = ({ faults }: Shell, body: JsonObject): Json | Refusal => {
  if (typeof body.denied === 'string') {
    faults.deny(body.denied)
    return { denied: faults.standing().denied }
  }
  if (body.clear === true) {
    faults.clear()
    return { pending: [] }
  }
  const mode = modes.find(each => each === body.mode)
  if (!mode) return refuse(`"mode" must be one of ${modes.join(', ')}; or say {"denied": "issues"}, or {"clear": true}`)
  const request = body.request ?? 1
  if (typeof request !== 'number' || !Number.isInteger(request) || request < 1) {
    return refuse('"request" must be a whole number: 1 is the next request')
  }
  const { id, ...told } = faults.add({ ...body, request, mode } as FaultOrder)
  return { id, ...told } as Json
}

const visibilities: Visibility[] = ['public', 'private', 'internal']

const repository = ({ world }: Shell, { visibility, repository: name }: JsonObject): Json | Refusal => {
  const wanted = visibilities.find(each => each === visibility)
  if (!wanted) return refuse(`"visibility" must be one of ${visibilities.join(', ')}`)
  const all = [...world.state.repositories.values()]
  const [owner = '', repo = ''] = typeof name === 'string' ? name.split('/') : []
  const found: Repository | null | undefined = name === undefined ? all[0] : repositoryByName(world.state, owner, repo)
  if (!found)
    return refuse(`there is no repository ${typeof name === 'string' ? `"${name}"; write owner/name` : 'yet'}`)
  setVisibility(world, null, found.id, wanted)
  return { repository: found.name, visibility: wanted }
}

const controls: { readonly [control: string]: Control } = {
  'GET requests': ({ requests }) => requests as Json,
  'GET violations': ({ violations, exchanges }) => ({ violations: violations as Json, exchanges }),
  'GET mail': ({ world }) => structuredClone(world.state.mail) as Json,
  'POST clock': clock,
  'POST faults': faults,
  'POST repository': repository,
}

const bodyOf = (text: string): JsonObject | null => {
  try {
    const body: unknown = JSON.parse(text || '{}')
    return body !== null && typeof body === 'object' && !Array.isArray(body) ? (body as JsonObject) : null
  } catch {
    return null
  }
}

const json = { 'content-type': 'application/json; charset=utf-8' }

const told = (status: number, value: Json): Response =>
  new Response(`${JSON.stringify(value)}\n`, { status, headers: json })

const isRefusal = (answer: Json | Refusal): answer is Refusal =>
  answer !== null && typeof answer === 'object' && 'refused' in answer

/** What a person or a drill does to the emulator itself, under `/_emulator/`: its clock, its faults, its log. */
export const controlRoutes = new Hono<ShellEnv>()

for (const [name, run] of Object.entries(controls)) {
  const [method = '', path = ''] = name.split(' ')
  controlRoutes.on(method, `/${path}`, async ({ env, req }) => {
    const body = bodyOf(await req.text())
    if (!body) return told(422, { message: 'the body must be a JSON object' })
    const answer = run(env.shell, body)
    return isRefusal(answer) ? told(422, { message: answer.refused }) : told(200, answer)
  })
}
controlRoutes.all('/*', () => told(404, { message: `the controls are: ${Object.keys(controls).join(', ')}` }))

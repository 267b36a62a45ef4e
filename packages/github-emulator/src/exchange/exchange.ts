import type { Fault } from '../faults/faults.ts'
import { type Answer, refused } from '../http/answer.ts'
import { ConnectionLost } from '../http/connection-lost.ts'
import { isIdentity } from '../identity/identify.ts'
import type { Match } from '../rest/routes.ts'
import type { Shell } from '../shell.ts'
import { type Asked, readAsked } from './asked.ts'
import { broken, limited, secondaryLimit } from './error-answers.ts'
import { budget, perform } from './perform.ts'
import { requestId } from './request-record.ts'
import { unlessUnchanged } from './unchanged.ts'

type Struck = { readonly answer: Answer } | { readonly lost: 'reset' | 'silence' }

const writes = 5

const costOf = ({ api, operation, record }: Asked) => {
  const points = record.mutating ? writes : 1
  return { api, primary: operation?.cost ?? 1, points, creations: record.creations }
}

/** The fault takes place of, or stands before or after, what the request asks. */
const struck = async (shell: Shell, asked: Asked, fault: Fault): Promise<Struck> => {
  const id = requestId(asked.record.n)
  const before = async (answer: Struck): Promise<Struck> => {
    // at an alias, the earlier ones take effect: the request runs and is cut there
    if (fault.alias !== undefined && asked.record.mutating) await untilCut(shell, asked, fault)
    return answer
  }
  const after = async (answer: Struck): Promise<Struck> => {
    await untilCut(shell, asked, fault)
    return answer
  }
  switch (fault.mode) {
    case '403-retry-after':
      return { answer: secondaryLimit(id, fault.seconds ?? 60) }
    case '403-secondary':
      return { answer: secondaryLimit(id, null) }
    case 'late':
      shell.late.push({ due: asked.record.n + (fault.requests ?? 2), run: () => perform(shell, asked, null) })
      return { lost: 'silence' }
    case '502-before':
      return before({ answer: broken(asked.api, id) })
    case 'reset-before':
      return before({ lost: 'reset' })
    case 'timeout-before':
      return before({ lost: 'silence' })
    case '502-after':
      return after({ answer: broken(asked.api, id) })
    case 'reset-after':
      return after({ lost: 'reset' })
    case 'timeout-after':
      return after({ lost: 'silence' })
    case '401':
      return { answer: refused(401, 'Bad credentials') }
    case '403':
      return { answer: refused(403, 'Resource not accessible by integration') }
    case '404':
      return { answer: refused(404, 'Not Found') }
    case 'partial-errors':
    case 'resource-limits':
    case 'too-quickly':
    case 'priority-taken':
    case 'forbidden':
    case 'stale':
    case 'stale-summaries':
    case 'stale-lists':
    case 'stale-refs':
    case 'stale-blobs':
      return { answer: await perform(shell, asked, fault) }
  }
}

const untilCut = async (shell: Shell, asked: Asked, fault: Fault) => {
  try {
    await perform(shell, asked, fault)
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'RequestCut') throw error
  }
}

const answered = async (shell: Shell, asked: Asked): Promise<Struck> => {
  const { identity, record } = asked
  // every request is counted, also one that is refused: the k-th fault is then the k-th line of the log
  const fault = shell.faults.strike(record)
  if (!isIdentity(identity)) return { answer: identity }
  const breach = shell.limits.take(budget(identity), costOf(asked))
  if (breach) return { answer: limited(asked.api, identity, breach, requestId(record.n)) }
  try {
    if (!fault) return { answer: await perform(shell, asked, null) }
    record.fault = fault.mode
    return await struck(shell, asked, fault)
  } finally {
    shell.limits.end(budget(identity))
  }
}

/** Effects that were to come after this request. */
const runLate = async (shell: Shell, n: number) => {
  const due = shell.late.filter(each => each.due <= n)
  shell.late = shell.late.filter(each => each.due > n)
  for (const { run } of due) await run()
}

const headersOf = (
  shell: Shell,
  { record, identity, api }: Asked,
  answer: Answer,
): { readonly [name: string]: string } => {
  const { limit, remaining, used, reset } = shell.limits.window(budget(identity), api)
  const type = answer.text === undefined ? 'application/json; charset=utf-8' : 'text/plain; charset=utf-8'
  const allowance = {
    'x-ratelimit-limit': String(limit),
    'x-ratelimit-remaining': String(remaining),
    'x-ratelimit-used': String(used),
    'x-ratelimit-reset': String(reset),
    'x-ratelimit-resource': api === 'rest' ? 'core' : 'graphql',
  }
  return {
    server: 'github.com',
    date: shell.clock.now().toUTCString(),
    ...(answer.status === 204 ? {} : { 'content-type': type }),
    'x-github-media-type': 'github.v3; format=json',
    'x-github-api-version-selected': '2022-11-28',
    'x-github-request-id': requestId(record.n),
    ...(isIdentity(identity) ? allowance : {}),
    ...answer.headers,
  }
}

/** Statuses that may have no body. */
const bodiless = new Set([204, 304])

/**
 * One request from its arrival to its answer, the same for the server and in process: its line of the log, faults,
 * limits, what it does, and GitHub's headers. Throws `ConnectionLost` where a fault takes the answer away.
 */
export const exchange = async (
  shell: Shell,
  request: Request,
  api: Asked['api'],
  match: Match | null,
): Promise<Response> => {
  const text = await request.text()
  shell.clock.tick()
  const asked = readAsked(shell, request, text, api, match)
  const { record } = asked
  await shell.pace?.({ request: record })
  const outcome = await answered(shell, asked)
  await runLate(shell, record.n)
  if ('lost' in outcome) throw new ConnectionLost(outcome.lost)
  const whole = outcome.answer.text ?? (outcome.answer.body === undefined ? '' : JSON.stringify(outcome.answer.body))
  const answer = api === 'rest' ? unlessUnchanged(request, outcome.answer, whole) : outcome.answer
  const { status } = answer
  record.status = status
  const body = answer.text ?? (answer.body === undefined ? '' : whole)
  return new Response(bodiless.has(status) ? null : body, { status, headers: headersOf(shell, asked, answer) })
}

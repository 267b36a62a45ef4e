import { setTimeout as pause } from 'node:timers/promises'
import type { Endpoints } from '@octokit/types'
import type { Timestamp } from '../../../domain/terms/timestamp.ts'
import { type Answer, answerOf, momentOf } from './answer.ts'
import { type Request, send } from './wire.ts'

export type GitHub = {
  /** Reads by GraphQL. Repeated at most twice when no clear answer came. */
  readonly query: (document: string, variables: object) => Promise<Answer>
  /** Writes by GraphQL. Sent once, whatever comes of it, and a second after the last write. */
  readonly mutate: (document: string, variables: object) => Promise<Answer>
  /** `rest('GET /repos/{owner}/{repo}', { owner, repo })`. All but GET counts as writing. */
  readonly rest: <Route extends keyof Endpoints>(
    route: Route,
    parameters: Endpoints[Route]['parameters'],
  ) => Promise<Answer>
  /** GitHub's clock: `Date` of its last answer and our own monotonic time since; before any, this machine's clock. */
  readonly now: () => Timestamp
  /** How many requests went out. */
  readonly requests: () => number
}

export type Connection = {
  readonly request: Request
  /** Monotonic milliseconds. */
  readonly clock?: () => number
  readonly sleep?: (milliseconds: number) => Promise<unknown>
  /** Milliseconds after which a request is cut: GitHub cuts at ten seconds too. */
  readonly timeout?: number
}

type Clock = { readonly now: () => number; readonly hear: (date: string | undefined) => void }

/** GitHub through somebody's octokit: every answer a value, no mutation sent twice. */
export const connect = ({
  request,
  clock = () => performance.now(),
  sleep = pause,
  timeout = 10_000,
}: Connection): GitHub => {
  const time = clockOf(clock)
  let requests = 0
  let wrote = Number.NEGATIVE_INFINITY

  const ask = async (route: string, parameters: object, kind: 'graphql' | 'rest'): Promise<Answer> => {
    requests += 1
    const began = clock()
    const sent = await send(request, route, parameters, timeout)
    if (sent.is === 'response') time.hear(sent.headers.date)
    const answered = time.now()
    return answerOf(sent, kind, { date: momentOf(answered), asked: momentOf(answered - (clock() - began)) })
  }
  const readAgain = async (once: () => Promise<Answer>): Promise<Answer> => {
    let answer = await once()
    for (const wait of [500, 2_000]) {
      if (!isLost(answer)) break
      await sleep(wait)
      answer = await once()
    }
    return isLost(answer) && answer.is === 'answered' ? { is: 'unclear', why: 'an answer without data' } : answer
  }
  // GitHub asks for a second between writing requests, and one at a time: the next waits for the last one's answer.
  let line: Promise<unknown> = Promise.resolve()
  const write = (once: () => Promise<Answer>): Promise<Answer> => {
    const turn = line.then(async () => {
      const wait = wrote + 1_000 - clock()
      if (wait > 0) await sleep(wait)
      const answer = await once()
      wrote = clock()
      return answer
    })
    line = turn
    return turn
  }
  const graphql = (query: string, variables: object) => ask(graphqlRoute(request), { query, variables }, 'graphql')

  return {
    query: (document, variables) => readAgain(() => graphql(document, variables)),
    mutate: (document, variables) => write(() => graphql(document, variables)),
    rest: (route, parameters) => {
      const once = () => ask(route, parameters, 'rest')
      return route.startsWith('GET ') ? readAgain(once) : write(once)
    },
    now: () => momentOf(time.now()),
    requests: () => requests,
  }
}

const clockOf = (clock: () => number): Clock => {
  let heard: { readonly date: number; readonly at: number } | null = null
  return {
    now: () => (heard === null ? Date.now() : heard.date + clock() - heard.at),
    hear: text => {
      const date = Date.parse(text ?? '')
      if (!Number.isNaN(date)) heard = { date, at: clock() }
    },
  }
}

/** Nothing came back that says anything: HTTP 200 with neither data nor a named error is GitHub's own timeout. */
const isLost = (answer: Answer): boolean =>
  answer.is === 'unclear' ||
  (answer.is === 'answered' &&
    answer.data === null &&
    answer.errors.length > 0 &&
    answer.errors.every(e => e.type === null))

/** An Enterprise Server keeps REST at /api/v3 and GraphQL at /api/graphql, as @octokit/graphql knows. */
const graphqlRoute = (request: Request): string => {
  const base = request.endpoint?.DEFAULTS.baseUrl ?? ''
  return /\/api\/v3\/?$/.test(base) ? `POST ${base.replace(/\/api\/v3\/?$/, '/api/graphql')}` : 'POST /graphql'
}

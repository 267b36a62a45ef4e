import { Octokit } from '@octokit/rest'
import nock from 'nock'
import { ProbotOctokit } from 'probot'
import { describe, expect, test, vi } from 'vitest'
import { connect } from '../../../src/adapters/github/client/client.ts'

const mutation = 'mutation { addComment(input: {subjectId: "x", body: "y"}) { clientMutationId } }'
const query = 'query { viewer { login } }'
const quiet = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} }
const date = { date: 'Sun, 01 Mar 2026 10:00:00 GMT' }
const token = `gh${'s'}_${'canary'.repeat(6)}`

type Reply = { status: number; body?: unknown; headers?: Record<string, string> }

/** A GitHub that answers these, one after another, the last one for ever; `heard` is what came. */
const answers = (...replies: readonly Reply[]) => {
  const heard: { url: string; body: unknown }[] = []
  const fetch = async (url: string, { body }: { body: string }): Promise<Response> => {
    const {
      status,
      body: answer = {},
      headers,
    } = replies[Math.min(heard.length, replies.length - 1)] ?? { status: 500 }
    heard.push({ url, body: JSON.parse(body) })
    const text = typeof answer === 'string' ? answer : JSON.stringify(answer)
    return new Response(text, { status, headers: { 'content-type': 'application/json', ...date, ...headers } })
  }
  return { heard, fetch }
}

const plainly = ({ fetch }: { fetch: unknown }) =>
  connect({ request: new Octokit({ auth: token, log: quiet, request: { fetch } }).request, sleep: async () => {} })
const throughProbot = ({ fetch }: { fetch: unknown }) =>
  connect({
    request: new ProbotOctokit({ auth: { token }, log: quiet, request: { fetch } }).request,
    sleep: async () => {},
  })
/** What came of it, once three hours have passed on this process's clock: long enough for a plug-in to come back with it. */
const hoursLater = async <T>(work: () => Promise<T>): Promise<T> => {
  vi.useFakeTimers()
  try {
    const answer = work()
    await vi.advanceTimersByTimeAsync(3 * 3_600_000)
    return await answer
  } finally {
    vi.useRealTimers()
  }
}
const settled = (ms: number) => new Promise<void>(resolve => setTimeout(resolve, ms))

describe('a mutation is sent once, also through Probot with its retry and throttling plug-ins on', () => {
  test.each([
    ['a 502', { status: 502, body: { message: 'Server Error' } }, { is: 'unclear', why: 'status 502' }],
    [
      'a secondary limit',
      { status: 403, body: { message: 'You have exceeded a secondary rate limit.' }, headers: { 'retry-after': '1' } },
      { is: 'refused', why: 'rate', retryAfter: 1 },
    ],
    [
      '"Something went wrong" on a 200',
      { status: 200, body: { data: null, errors: [{ message: 'Something went wrong while executing your query' }] } },
      { is: 'answered', data: null, errors: [{ type: null }] },
    ],
    [
      'a limit met half-way',
      { status: 200, body: { data: { a: {} }, errors: [{ type: 'RATE_LIMITED', path: ['b'], message: 'no' }] } },
      { is: 'answered', data: { a: {} }, retryAfter: 60 },
    ],
  ])('%s', async (_name, reply, expected) => {
    const github = answers(reply)
    const answer = hoursLater(() => throughProbot(github).mutate(mutation, {}))
    expect(await answer).toMatchObject(expected)
    expect(github.heard).toHaveLength(1)
  })

  test('REST too', async () => {
    const github = answers({ status: 502 })
    const issue = { owner: 'a', repo: 'b', title: 't' }
    const answer = hoursLater(() => throughProbot(github).rest('POST /repos/{owner}/{repo}/issues', issue))
    expect(await answer).toEqual({ is: 'unclear', why: 'status 502' })
    expect(github.heard).toHaveLength(1)
  })

  test('where the plug-ins have their way the same request is repeated', async () => {
    const { heard, fetch } = answers({ status: 502 })
    const octokit = new ProbotOctokit({ auth: { token }, log: quiet, request: { fetch } })
    const status = await hoursLater(() =>
      octokit.request('POST /graphql', { query: mutation }).catch(error => error.status),
    )
    expect(status).toBe(502)
    expect(heard.length).toBeGreaterThan(1)
  })
})

describe('a read', () => {
  test('is repeated twice at most', async () => {
    const github = answers({ status: 502 })
    expect(await plainly(github).query(query, {})).toEqual({ is: 'unclear', why: 'status 502' })
    expect(github.heard).toHaveLength(3)
  })

  test('takes the first clear answer', async () => {
    const github = answers({ status: 503 }, { status: 200, body: { data: { viewer: { login: 'x' } } } })
    expect(await plainly(github).query(query, {})).toMatchObject({ is: 'answered', date: '2026-03-01T10:00:00Z' })
    expect(github.heard).toHaveLength(2)
  })

  test('tells when it was asked for: the answer’s Date less the time it took, of the attempt that was answered', async () => {
    const github = answers({ status: 503 }, { status: 200, body: { data: { viewer: { login: 'x' } } } })
    let clock = 0
    const fetch = async (url: string, init: { body: string }): Promise<Response> => {
      clock += github.heard.length === 0 ? 60_000 : 7_200
      return github.fetch(url, init)
    }
    const { request } = new Octokit({ auth: token, log: quiet, request: { fetch } })
    const connected = connect({ request, sleep: async () => {}, clock: () => clock })
    expect(await connected.query(query, {})).toMatchObject({
      date: '2026-03-01T10:00:00Z',
      asked: '2026-03-01T09:59:52Z',
    })
  })

  test('is not repeated after a clear refusal', async () => {
    const github = answers({ status: 404, body: { message: 'Not Found' } })
    expect(await plainly(github).query(query, {})).toMatchObject({ is: 'refused', status: 404, why: 'not-found' })
    expect(github.heard).toHaveLength(1)
  })
})

describe('refusals', () => {
  const reset = String(Date.parse('2026-03-01T10:20:00Z') / 1000)
  test.each([
    ['a spent hour', 403, { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': reset }, 'x', 'rate', 1201],
    ['a secondary limit without a header', 403, {}, 'You have exceeded a secondary rate limit', 'rate', 60],
    ['429', 429, { 'retry-after': '7' }, 'slow down', 'rate', 7],
    ['no permission', 403, {}, 'Resource not accessible by integration', 'permission', null],
    ['no such token', 401, {}, 'Bad credentials', 'permission', null],
    ['gone', 410, {}, 'Issues are disabled for this repo', 'gone', null],
    ['invalid', 422, {}, 'Validation Failed', 'invalid', null],
  ] as const)('%s', async (_name, status, headers, message, why, retryAfter) => {
    const github = answers({ status, body: { message }, headers })
    expect(await plainly(github).mutate(mutation, {})).toEqual({ is: 'refused', status, why, retryAfter, message })
  })
})

describe('unclear', () => {
  test('what is not JSON', async () => {
    const github = answers({ status: 200, body: '<html>' })
    expect(await plainly(github).mutate(mutation, {})).toMatchObject({ is: 'unclear' })
  })

  test('a connection that is reset', async () => {
    const fetch = () => Promise.reject(new TypeError(`reset with ${token}`))
    expect(await plainly({ fetch }).mutate(mutation, {})).toEqual({ is: 'unclear', why: 'connection lost' })
  })

  test("a client without a fetch of its own uses this process's", async () => {
    nock('https://api.github.com').post('/graphql').reply(502, '{}', { 'content-type': 'application/json' })
    const github = connect({ request: new Octokit({ log: quiet }).request })
    expect(await github.mutate(mutation, {})).toEqual({ is: 'unclear', why: 'status 502' })
    expect(nock.isDone()).toBe(true)
  })

  test('no answer in time; what has not left by then never leaves', async () => {
    const sent = vi.fn(() => new Promise<Response>(() => {}))
    const octokit = new Octokit({ log: quiet, request: { fetch: sent } })
    const slow = connect({ request: octokit.request, timeout: 50, sleep: async () => {} })
    expect(await slow.mutate(mutation, {})).toEqual({ is: 'unclear', why: 'timed out' })
    octokit.hook.before('request', () => settled(100))
    expect(await slow.mutate(mutation, {})).toMatchObject({ is: 'refused', status: 0, retryAfter: 5 })
    await settled(120)
    expect(sent).toHaveBeenCalledTimes(1)
  })
})

describe('the connection', () => {
  test('pauses a second between writing requests', async () => {
    const { fetch } = answers({ status: 200, body: { data: {} } })
    let time = 0
    const slept: number[] = []
    const sleep = async (ms: number) => {
      slept.push(ms)
      time += ms
    }
    const github = connect({
      request: new Octokit({ log: quiet, request: { fetch } }).request,
      clock: () => time,
      sleep,
    })
    await Promise.all([github.mutate(mutation, {}), github.mutate(mutation, {})])
    time += 400
    await github.mutate(mutation, {})
    expect(slept).toEqual([1000, 600])
    expect(github.requests()).toBe(3)
  })

  test("has GitHub's clock, and goes on from there by its own", async () => {
    const { fetch } = answers({ status: 200, body: { data: {} } })
    let time = 5_000
    const github = connect({ request: new Octokit({ log: quiet, request: { fetch } }).request, clock: () => time })
    await github.query(query, {})
    time += 61_900
    expect(github.now()).toBe('2026-03-01T10:01:01Z')
  })

  test('finds GraphQL on an Enterprise Server', async () => {
    const { heard, fetch } = answers({ status: 200, body: { data: {} } })
    const { request } = new Octokit({ baseUrl: 'https://ghe.example.com/api/v3', log: quiet, request: { fetch } })
    await connect({ request }).query(query, { a: 1 })
    expect(heard).toEqual([{ url: 'https://ghe.example.com/api/graphql', body: { query, variables: { a: 1 } } }])
  })

  test.each([
    { status: 401, body: { message: `Bad credentials ${token}` } },
    { status: 403, body: { message: `Bearer ${token} no` } },
    { status: 500, body: { message: token } },
    { status: 200, body: { data: null, errors: [{ message: `about ${token}`, type: 'FORBIDDEN' }] } },
  ])('never tells a token: $status', async reply => {
    const github = answers(reply)
    expect(JSON.stringify(await plainly(github).mutate(mutation, { body: 'canary text' }))).not.toContain('canary')
  })
})

import { generateKeyPairSync } from 'node:crypto'
import { once } from 'node:events'
import { createServer as createHttp, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createAppAuth } from '@octokit/auth-app'
import { Octokit } from '@octokit/rest'
import { afterEach, describe, expect, test } from 'vitest'
import { troubleOf } from '../../../src/adapters/github/client/trouble.ts'
import type { Trouble } from '../../../src/domain/terms/trouble.ts'

// What somebody has to look at, from what was really thrown: by the network, by GitHub's answer, by the key.

const nothing = (): void => undefined
const silent = { debug: nothing, info: nothing, warn: nothing, error: nothing }

const servers: Server[] = []
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections()
    server.close()
  }
})

const listen = async (answer: Parameters<typeof createHttp>[1]): Promise<number> => {
  const server = createHttp(answer).listen(0, '127.0.0.1')
  servers.push(server)
  await once(server, 'listening')
  return (server.address() as AddressInfo).port
}

const thrownBy = async (work: () => Promise<unknown>): Promise<unknown> => {
  try {
    await work()
  } catch (error) {
    return error
  }
  throw new Error('nothing was thrown')
}

const asked = (baseUrl: string, signal?: AbortSignal): Promise<unknown> => {
  const { request } = new Octokit({ baseUrl, log: silent })
  return thrownBy(() => request('GET /app', signal === undefined ? {} : { request: { signal } }))
}

describe('on the way', () => {
  test('no such host', async () => {
    expect(troubleOf(await asked('http://ghe.invalid'))).toEqual({ is: 'host-not-found', host: 'ghe.invalid' })
  })

  test('nobody listens there', async () => {
    const port = await listen(() => undefined)
    const [server] = servers.splice(0)
    server?.close()
    const host = `127.0.0.1:${port}`
    expect(troubleOf(await asked(`http://${host}`))).toEqual({ is: 'host-unreachable', host })
    expect(troubleOf(await asked('http://127.0.0.1:1'))).toMatchObject({ is: 'host-unreachable' })
  })

  test('it speaks no TLS', async () => {
    const port = await listen((_, response) => response.end())
    expect(troubleOf(await asked(`https://127.0.0.1:${port}`))).toMatchObject({ is: 'tls', host: `127.0.0.1:${port}` })
  })

  test('it hangs up', async () => {
    const port = await listen(request => request.socket.destroy())
    expect(troubleOf(await asked(`http://127.0.0.1:${port}`))).toMatchObject({ is: 'connection-lost' })
  })

  test('it never answers', async () => {
    const port = await listen(() => undefined)
    const error = await asked(`http://127.0.0.1:${port}`, AbortSignal.timeout(100))
    expect(troubleOf(error)).toMatchObject({ is: 'no-answer' })
  })

  test.each([
    ['ENOTFOUND', 'host-not-found'],
    ['EAI_AGAIN', 'host-not-found'],
    ['ECONNREFUSED', 'host-unreachable'],
    ['EHOSTUNREACH', 'host-unreachable'],
    ['ENETUNREACH', 'host-unreachable'],
    ['ETIMEDOUT', 'no-answer'],
    ['UND_ERR_CONNECT_TIMEOUT', 'no-answer'],
    ['UND_ERR_HEADERS_TIMEOUT', 'no-answer'],
    ['ECONNRESET', 'connection-lost'],
    ['EPIPE', 'connection-lost'],
    ['UND_ERR_SOCKET', 'connection-lost'],
    ['CERT_HAS_EXPIRED', 'tls'],
    ['DEPTH_ZERO_SELF_SIGNED_CERT', 'tls'],
    ['SELF_SIGNED_CERT_IN_CHAIN', 'tls'],
    ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'tls'],
    ['UNABLE_TO_GET_ISSUER_CERT_LOCALLY', 'tls'],
    ['ERR_TLS_CERT_ALTNAME_INVALID', 'tls'],
    ['ERR_SSL_WRONG_VERSION_NUMBER', 'tls'],
  ])('%s, of several addresses that were tried', (code, is) => {
    const tried = new AggregateError([Object.assign(new Error('x'), { code })])
    expect(troubleOf(new TypeError('fetch failed', { cause: tried }))).toMatchObject({ is, host: 'GitHub' })
  })
})

describe('by what GitHub answers', () => {
  const token = '/app/installations/7/access_tokens'
  test.each<readonly [number, string, Record<string, string>, string, Trouble]>([
    [401, 'A JSON web token could not be decoded', {}, '/app', { is: 'key-not-accepted' }],
    [
      401,
      "'Expiration time' claim ('exp') must be a numeric value representing the future time at which the assertion expires",
      {},
      '/app',
      { is: 'clock-wrong' },
    ],
    [
      401,
      "'Issued at' claim ('iat') must be an Integer representing the time that the assertion was issued",
      {},
      '/app',
      { is: 'clock-wrong' },
    ],
    [401, 'Bad credentials', {}, '/user', { is: 'token-not-accepted' }],
    [403, 'This installation has been suspended', {}, token, { is: 'installation-suspended' }],
    [
      403,
      'Although you appear to have the correct authorization credentials, the `acme` organization has an IP allow list enabled, and your IP address is not permitted to access this resource.',
      {},
      '/user',
      { is: 'ip-not-allowed' },
    ],
    [
      403,
      'Resource not accessible by integration',
      { 'x-accepted-github-permissions': 'contents=write' },
      '/user',
      { is: 'permission-missing', permission: 'contents: write' },
    ],
    [
      403,
      'Resource not accessible by integration',
      { 'x-accepted-github-permissions': 'issues=write; pull_requests=write' },
      '/user',
      { is: 'permission-missing', permission: 'issues: write or pull_requests: write' },
    ],
    [403, 'Resource not accessible by integration', {}, '/user', { is: 'permission-missing', permission: null }],
    [403, 'You have exceeded a secondary rate limit.', {}, '/user', { is: 'rate-limited' }],
    [429, 'Too many requests', {}, '/user', { is: 'rate-limited' }],
    [
      422,
      'The permissions requested are not granted to this installation.',
      {},
      token,
      { is: 'permission-missing', permission: null },
    ],
    [404, 'Integration not found', {}, '/app', { is: 'app-not-found' }],
    [404, 'Not Found', {}, token, { is: 'installation-gone' }],
    [404, 'Not Found', {}, '/user', { is: 'not-found' }],
    [500, 'Server Error', {}, '/user', { is: 'github-down', status: 500 }],
    [502, 'Bad Gateway', {}, '/user', { is: 'github-down', status: 502 }],
    [503, 'No server is currently available', {}, '/user', { is: 'github-down', status: 503 }],
    [410, 'Gone', {}, '/user', { is: 'refused', status: 410 }],
  ])('%i %s', async (status, message, headers, path, trouble) => {
    const port = await listen((_, response) =>
      response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify({ message })),
    )
    const { request } = new Octokit({ baseUrl: `http://127.0.0.1:${port}`, log: silent })
    expect(troubleOf(await thrownBy(() => request(`GET ${path}`)))).toEqual(trouble)
  })
})

describe('by the key', () => {
  const word = 'PRIVATE'
  test.each([
    ['words', 'x'],
    ['half a key', `-----BEGIN RSA ${word} KEY-----\nMIIB\n-----END RSA ${word} KEY-----`],
    [
      'a public key',
      generateKeyPairSync('rsa', { modulusLength: 1024 }).publicKey.export({ type: 'pkcs1', format: 'pem' }).toString(),
    ],
  ])('%s is none', async (_what, privateKey) => {
    const octokit = new Octokit({ authStrategy: createAppAuth, auth: { appId: 1, privateKey }, log: silent })
    expect(troubleOf(await thrownBy(() => octokit.request('GET /app')))).toEqual({ is: 'key-unreadable' })
  })
})

test.each([
  [new TypeError('x is not a function'), 'TypeError'],
  ['a word', 'string'],
  [null, 'object'],
  [undefined, 'undefined'],
])('whatever else is thrown is a bug of ours: %s', (thrown, name) => {
  expect(troubleOf(thrown)).toEqual({ is: 'bug', name })
})

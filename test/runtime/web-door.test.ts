import { createHmac } from 'node:crypto'
import { once } from 'node:events'
import { request as ask, createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, test } from 'vitest'
import { type DoorSettings, type TurnedAwayAs, webDoor } from '../../src/runtime/web-door.ts'

// A real server with the door in front of it: what gets in is whole, and signed with our secret.

const secret = 'sesame'.repeat(3)
const path = '/api/github/webhooks'
const sign = (body: string): string => `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`

const servers: Server[] = []
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections()
    server.close()
  }
})

const open = async (less: Partial<DoorSettings> = {}) => {
  const inside: string[] = []
  const away: TurnedAwayAs[] = []
  const settings = { path, secret, events: ['issues'], turnedAway: (why: TurnedAwayAs) => void away.push(why), ...less }
  const door = webDoor(settings, (request, response) => {
    inside.push(String(Reflect.get(request, 'body')))
    response.writeHead(200).end('in')
  })
  const server = createServer(door).listen(0, '127.0.0.1')
  servers.push(server)
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return { port, inside, away }
}

type Sent = { readonly method?: string; readonly path?: string; readonly headers?: Record<string, string | undefined> }

const headersFor = (body: string): Record<string, string> => ({
  'content-type': 'application/json',
  'x-github-event': 'issues',
  'x-github-delivery': '5b3a3f30-0000-1111-8222-333344445555',
  'x-hub-signature-256': sign(body),
})

/** Sends the head, and then whatever `write` does; resolves with the status, or why there is none. */
const send = (
  port: number,
  { method = 'POST', headers = {}, ...more }: Sent,
  write: (to: ReturnType<typeof ask>) => void,
) =>
  new Promise<number | string>(resolve => {
    const kept = Object.fromEntries(Object.entries(headers).filter(([, value]) => value !== undefined))
    const to = ask({
      host: '127.0.0.1',
      port,
      method,
      path: more.path ?? path,
      headers: kept as Record<string, string>,
    })
    to.on('response', (answer: IncomingMessage) => {
      answer.resume()
      resolve(answer.statusCode ?? 0)
    })
    to.on('error', error => resolve('code' in error ? String(error.code) : error.message))
    write(to)
  })

const post = (port: number, body: string, change: Record<string, string | undefined> = {}, more: Sent = {}) =>
  send(port, { ...more, headers: { ...headersFor(body), ...change } }, to => to.end(body))

test('a signed webhook gets in as it was sent', async () => {
  const { port, inside, away } = await open()
  const body = JSON.stringify({ action: 'opened', title: 'Grüße 🚒' })
  expect(await post(port, body)).toBe(200)
  expect([inside, away]).toEqual([[body], []])
})

test('/ping is answered, and nothing else is there', async () => {
  const { port } = await open()
  const get = (to: string) => send(port, { method: 'GET', path: to }, request => request.end())
  expect([await get('/ping'), await get('/'), await get('/../etc/passwd'), await get(path)]).toEqual([
    200, 404, 404, 405,
  ])
})

describe('by its headers alone', () => {
  test.each([
    ['no signature', { 'x-hub-signature-256': undefined }, 401, 'unsigned'],
    ['an old kind of signature', { 'x-hub-signature-256': undefined, 'x-hub-signature': 'sha1=00' }, 401, 'unsigned'],
    ['half a signature', { 'x-hub-signature-256': 'sha256=abc' }, 401, 'unsigned'],
    ['a signature of other letters', { 'x-hub-signature-256': `sha256=${'z'.repeat(64)}` }, 401, 'unsigned'],
    ['no event', { 'x-github-event': undefined }, 400, 'malformed'],
    ['the event __proto__', { 'x-github-event': '__proto__' }, 400, 'malformed'],
    ['the event __defineGetter__', { 'x-github-event': '__defineGetter__' }, 400, 'malformed'],
    ['the event hasOwnProperty', { 'x-github-event': 'hasOwnProperty' }, 400, 'malformed'],
    ['an event with a dot', { 'x-github-event': 'issues.opened' }, 400, 'malformed'],
    ['a long event', { 'x-github-event': 'a'.repeat(4_000) }, 400, 'malformed'],
    ['no delivery', { 'x-github-delivery': undefined }, 400, 'malformed'],
    ['an odd delivery', { 'x-github-delivery': '../../x' }, 400, 'malformed'],
    ['a form', { 'content-type': 'application/x-www-form-urlencoded' }, 415, 'malformed'],
    ['no type', { 'content-type': undefined }, 415, 'malformed'],
    ['a length of 60 MB', { 'content-length': String(60 * 1024 * 1024) }, 413, 'too-long'],
    ['a length beyond numbers', { 'content-length': '9'.repeat(15) }, 413, 'too-long'],
  ])('%s: refused before a byte of the body is sent', async (_what, change, status, why) => {
    const { port, inside, away } = await open()
    const headers = { ...headersFor('{}'), 'content-length': '2', ...change }
    expect(await send(port, { headers }, to => to.flushHeaders())).toBe(status)
    expect([inside, away]).toEqual([[], [why]])
  })
})

describe('by its body', () => {
  test.each([
    ['another secret', '{}', { 'x-hub-signature-256': `sha256=${'0'.repeat(64)}` }, 400],
    ['no JSON', '{', {}, 400],
    ['null', 'null', {}, 400],
    ['a list', '[]', {}, 400],
    ['a number', '1', {}, 400],
    ['nothing', '', {}, 400],
    ['an event that nothing listens to', '{}', { 'x-github-event': 'star' }, 202],
    ['an event that is a name of every object', '{}', { 'x-github-event': 'constructor' }, 202],
    ['an event that is no word of GitHub', '{}', { 'x-github-event': 'to_string' }, 202],
  ])('%s', async (_what, body, change, status) => {
    const { port, inside } = await open()
    expect(await post(port, body, change)).toBe(status)
    expect(inside).toEqual([])
  })

  test('longer than it says, or saying nothing: cut off at the cap, whatever is still to come', async () => {
    const { port, inside, away } = await open({ mostBytes: 100_000 })
    let written = 0
    const status = await send(port, { headers: { ...headersFor(''), 'transfer-encoding': 'chunked' } }, to => {
      const more = (): void => {
        written += 10_000
        if (written < 60_000_000 && to.write('x'.repeat(10_000))) setImmediate(more)
        else to.once('drain', more)
      }
      more()
    })
    expect([413, 'EPIPE', 'ECONNRESET']).toContain(status)
    expect(away).toEqual(['too-long'])
    expect(inside).toEqual([])
    expect(written).toBeLessThan(30_000_000)
  })

  test('exactly the cap is let in', async () => {
    const { port, inside } = await open({ mostBytes: 1_000 })
    const body = `{"a":"${'x'.repeat(992)}"}`
    expect(body).toHaveLength(1_000)
    expect(await post(port, body)).toBe(200)
    expect(await post(port, body.replace('x', 'xx'))).toBe(413)
    expect(inside).toEqual([body])
  })

  test('too slow: it is given up, and others get in meanwhile', async () => {
    const { port, away } = await open({ patience: 200 })
    const slow = send(port, { headers: { ...headersFor('{}'), 'content-length': '2' } }, to => to.write('{'))
    expect(await post(port, '{}')).toBe(200)
    expect(await slow).toBe(408)
    expect(away).toEqual(['too-slow'])
  })

  test('too much at once: what is beyond is turned away, and room is given back', async () => {
    const { port, away } = await open({ mostUnderWay: 60_000, patience: 400 })
    const half = 'x'.repeat(40_000)
    const begin = () =>
      send(port, { headers: { ...headersFor('{}'), 'content-length': '80000' } }, to => to.write(half))
    const both = await Promise.all([begin(), begin()])
    expect(both.toSorted()).toEqual([408, 503])
    expect(away.toSorted()).toEqual(['too-many', 'too-slow'])
    expect(await post(port, `{"a":"${'x'.repeat(50_000)}"}`)).toBe(200)
  })

  test('cut off in the middle: nothing is left of it', async () => {
    const { port, inside } = await open({ mostUnderWay: 60_000 })
    for (let k = 0; k < 5; k += 1) {
      await send(port, { headers: { ...headersFor('{}'), 'content-length': '80000' } }, to => {
        to.write('x'.repeat(40_000), () => setTimeout(() => to.destroy(), 20))
      })
    }
    expect(await post(port, '{}')).toBe(200)
    expect(inside).toEqual(['{}'])
  })
})

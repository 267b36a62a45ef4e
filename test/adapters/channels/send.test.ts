import { createServer } from 'node:net'
import { describe, expect, onTestFinished, test } from 'vitest'
import { addressKind } from '../../../src/adapters/channels/addresses.ts'
import { type Outgoing, sendBy } from '../../../src/adapters/channels/send.ts'
import { receiver, says } from './receiver.ts'

const to = (url: string, more: Partial<Outgoing> = {}): Outgoing => ({
  method: 'POST',
  url: new URL(url),
  headers: {},
  body: '{}',
  allowPrivateAddresses: true,
  ...more,
})

type Resolve = Parameters<typeof sendBy>[1]['resolve']

/** A resolver that answers these addresses, one list after the other, and counts how often it is asked. */
const resolver = (...lists: readonly (readonly string[])[]) => {
  const asked: string[] = []
  const resolve: Resolve = (hostname, _, callback) => {
    const list = lists[Math.min(asked.length, lists.length - 1)] ?? []
    asked.push(hostname)
    callback(
      null,
      list.map(address => ({ address, family: address.includes(':') ? 6 : 4 })),
    )
  }
  return { asked, resolve }
}

const send = (request: Outgoing, { milliseconds = 10_000, resolve = resolver([]).resolve } = {}) =>
  sendBy(request, { milliseconds, resolve })

const silence = (): Promise<string> =>
  new Promise(done => {
    const server = createServer(socket => void socket.on('error', () => undefined))
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      done(`http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`)
    })
    onTestFinished(() => void server.close())
  })

describe('what a channel may answer', () => {
  test('nothing at all: it is left', async () => {
    expect(await send(to(await silence()), { milliseconds: 200 })).toEqual({ is: 'failed', why: 'no-answer' })
  })

  test('an answer that never ends: it is left', async () => {
    const { url } = await receiver(response => {
      response.writeHead(200)
      const timer = setInterval(() => response.write('x'), 5)
      response.on('close', () => clearInterval(timer))
    })
    expect(await send(to(url), { milliseconds: 200 })).toEqual({ is: 'failed', why: 'no-answer' })
  })

  test('far too much: the beginning is read, and the rest is left with its connection', async () => {
    let written = 0
    const { url } = await receiver(response => {
      response.writeHead(200)
      const more = (): void => {
        while (!response.destroyed && response.write('x'.repeat(64 * 1024))) written += 1
        if (!response.destroyed) response.once('drain', more)
      }
      more()
    })
    const answer = await send(to(url))
    expect(answer).toEqual({ is: 'answered', status: 200, text: 'x'.repeat(64 * 1024) })
    expect(written).toBeLessThan(10_000)
  })

  test('a redirect to where a cloud keeps its credentials: it is not followed', async () => {
    const { url, received } = await receiver(says(302, '', { location: 'http://169.254.169.254/latest/meta-data/' }))
    expect(await send(to(url))).toEqual({ is: 'answered', status: 302, text: '' })
    expect(received).toHaveLength(1)
  })

  test('too many, with a time to wait: it is not waited for, and not sent again', async () => {
    const { url, received } = await receiver(says(429, 'slow down', { 'retry-after': '3600' }))
    expect(await send(to(url))).toEqual({ is: 'answered', status: 429, text: 'slow down' })
    expect(received).toHaveLength(1)
  })

  test('something that is no HTTP', async () => {
    const server = createServer(socket => socket.end('220 mail.example ESMTP\r\n'))
    await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
    onTestFinished(() => void server.close())
    const address = server.address()
    const port = typeof address === 'object' && address !== null ? address.port : 0
    expect(await send(to(`http://127.0.0.1:${port}`))).toEqual({ is: 'failed', why: 'answer-not-understood' })
  })

  test('a connection that breaks: nobody knows what arrived', async () => {
    const { url } = await receiver(response => response.socket?.destroy())
    expect(await send(to(url))).toEqual({ is: 'failed', why: 'no-answer' })
  })

  test('no secure connection', async () => {
    const { port } = await receiver(says(200))
    expect(await send(to(`https://127.0.0.1:${port}`))).toEqual({ is: 'failed', why: 'certificate-not-accepted' })
  })

  test('no connection', async () => {
    const { resolve } = resolver(['127.0.0.1'])
    expect(await send(to('http://pager.test:1'), { resolve })).toEqual({ is: 'failed', why: 'connection-failed' })
  })

  test('no such host', async () => {
    const resolve: Resolve = (_, __, callback) => callback(Object.assign(new Error('no'), { code: 'ENOTFOUND' }), [])
    expect(await send(to('http://pager.test'), { resolve })).toEqual({ is: 'failed', why: 'host-not-found' })
  })
})

describe('where a message may go', () => {
  const refused = { is: 'failed', why: 'address-not-allowed' }
  const open = { allowPrivateAddresses: false }

  test.each([
    ['10.0.0.1', 'private'],
    ['172.31.255.255', 'private'],
    ['192.168.1.1', 'private'],
    ['127.0.0.1', 'private'],
    ['100.64.0.1', 'private'],
    ['::1', 'private'],
    ['fc00::1', 'private'],
    ['fdff::1', 'private'],
    ['2002:a00:1::', 'private'],
    ['::ffff:10.0.0.1', 'private'],
    ['::ffff:a00:1', 'private'],
    ['::10.0.0.1', 'private'],
    ['64:ff9b::a00:1', 'private'],
    ['64:ff9b::10.0.0.1', 'private'],
    ['64:ff9b:1::1', 'private'],
    ['0.0.0.0', 'never'],
    ['169.254.169.254', 'never'],
    ['::ffff:169.254.169.254', 'never'],
    ['64:ff9b::169.254.169.254', 'never'],
    ['168.63.129.16', 'never'],
    ['100.100.100.200', 'never'],
    ['fd00:ec2::254', 'never'],
    ['fe80::1%eth0', 'never'],
    ['224.0.0.1', 'never'],
    ['255.255.255.255', 'never'],
    ['ff02::1', 'never'],
    ['1.1.1.1', 'public'],
    ['172.32.0.1', 'public'],
    ['2606:4700::1111', 'public'],
    ['::ffff:1.1.1.1', 'public'],
    ['64:ff9b::1.1.1.1', 'public'],
  ])('%s is %s', (address, kind) => expect(addressKind(address)).toBe(kind))

  test.each([
    'https://127.0.0.1',
    'https://[::1]',
    'https://0x7f000001',
    'https://2130706433',
    'https://[::ffff:127.0.0.1]',
    'https://169.254.169.254',
    'https://192.168.0.10',
  ])('%s is not asked, unless the operator allows it', async url => {
    expect(await send(to(url, open))).toEqual(refused)
  })

  test.each(['http://169.254.169.254', 'http://[fe80::1]', 'http://[fd00:ec2::254]', 'http://0.0.0.0'])(
    '%s is not asked whatever the operator allows',
    async url => expect(await send(to(url))).toEqual(refused),
  )

  test('nothing goes to a public address in the clear', async () => {
    expect(await send(to('http://1.1.1.1'))).toEqual(refused)
    expect(await send(to('http://pager.test'), { resolve: resolver(['1.1.1.1']).resolve })).toEqual(refused)
  })

  test('a name is looked at by what it means', async () => {
    const { port, received } = await receiver(says(200))
    const { asked, resolve } = resolver(['127.0.0.1'])
    expect(await send(to(`https://pager.test:${port}`, open), { resolve })).toEqual(refused)
    expect(asked).toEqual(['pager.test'])
    expect(received).toEqual([])
  })

  test('a name with one address among others that is not allowed is refused whole', async () => {
    const { port } = await receiver(says(200))
    const { resolve } = resolver(['127.0.0.1', '1.1.1.1'])
    expect(await send(to(`https://pager.test:${port}`, open), { resolve })).toEqual(refused)
  })

  test('a name is asked for once, and the connection goes to the address that was looked at', async () => {
    const { port, received } = await receiver(says(200))
    // were it asked again, it would mean an address at which nobody listens
    const { asked, resolve } = resolver(['127.0.0.1'], ['127.0.0.2'])
    expect(await send(to(`http://pager.test:${port}/x`), { resolve })).toMatchObject({ is: 'answered', status: 200 })
    expect(asked).toEqual(['pager.test'])
    expect(received[0]).toMatchObject({ path: '/x', headers: { host: `pager.test:${port}` } })
  })
})

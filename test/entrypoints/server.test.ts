import { type ChildProcess, spawn } from 'node:child_process'
import { createHmac, generateKeyPairSync } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Emulator } from 'github-emulator'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { setStage } from '../../src/drill/stage.ts'
import { compileCache } from '../compile-cache.ts'
import { freePort } from '../free-port.ts'

// `npm start` as a process: what it lets in, how it ends, and what it says when something is wrong.

const root = join(import.meta.dirname, '../..')
const folder = mkdtempSync(join(tmpdir(), 'tocsin-server-'))
const secret = 'sesame'.repeat(3)
let emulator: Emulator

beforeAll(async () => {
  emulator = await setStage({ validate: false })
})
afterAll(async () => {
  await emulator.close()
  rmSync(folder, { recursive: true, force: true })
})

const started: ChildProcess[] = []
afterEach(() => {
  for (const child of started.splice(0)) child.kill('SIGKILL')
  emulator.faults.clear()
})

const start = async (less: Record<string, string> = {}) => {
  const port = await freePort()
  const { app, api } = emulator
  const settings = {
    PATH: process.env.PATH ?? '',
    ...compileCache,
    HOME: folder,
    GHE_HOST: new URL(api).host,
    GHE_PROTOCOL: 'http',
    HOST: '127.0.0.1',
    PORT: `${port}`,
    APP_ID: `${app.id}`,
    PRIVATE_KEY: app.privateKey,
    WEBHOOK_SECRET: secret,
    ...less,
  }
  const child = spawn(join(root, 'node_modules/.bin/node'), [join(root, 'src/entrypoints/server.ts')], {
    cwd: folder,
    env: settings,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  started.push(child)
  let said = ''
  const hear = (chunk: unknown): void => {
    said += String(chunk)
  }
  child.stdout.on('data', hear)
  child.stderr.on('data', hear)
  /** Waits until it has said this, or has ended. */
  const until = async (words: RegExp): Promise<void> => {
    while (!words.test(said) && child.exitCode === null) await pause(50)
    if (!words.test(said)) throw new Error(`never said ${words}: ${said.slice(0, 2_000)}`)
  }
  const sentences = (): readonly string[] =>
    said
      .split('\n')
      .filter(line => line.startsWith('{'))
      .map(line => (JSON.parse(line) as { msg: string }).msg)
  const lines = (): readonly string[] =>
    said
      .trim()
      .split('\n')
      .map(line => line.replace('npm start: ', ''))
  return { child, port, until, sentences, lines, hook: `http://127.0.0.1:${port}/api/github/webhooks` }
}

const signed = (body: string, event: string): RequestInit => ({
  method: 'POST',
  body,
  headers: {
    'content-type': 'application/json',
    'x-github-event': event,
    'x-github-delivery': '5b3a3f30-0000-1111-8222-333344445555',
    'x-hub-signature-256': `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`,
  },
})

test('whatever is sent to it, it answers, and never with 500', async () => {
  const { hook, port, until, sentences } = await start()
  await until(/Listening on/)
  const status = async (init: RequestInit): Promise<number> => (await fetch(hook, init)).status
  const odd = ['__proto__', 'constructor', 'to_string', 'prototype', 'star', 'a'.repeat(200)]
  const statuses: number[] = []
  for (const event of odd) statuses.push(await status(signed('{}', event)))
  expect(statuses).toEqual([400, 202, 202, 202, 202, 400])
  for (const body of ['null', '[]', '1', '{', '{"__proto__":1}', '{"action":{}}', '{"installation":7}'])
    expect([200, 400]).toContain(await status(signed(body, 'issues')))
  const unsigned = { method: 'POST', headers: { 'content-type': 'application/json' } }
  expect(await status({ ...unsigned, body: 'x'.repeat(1_000_000) })).toBe(401)
  const many = Object.fromEntries(Array.from({ length: 1_500 }, (_, i) => [`x-odd-${i}`, 'y'.repeat(20)]))
  expect(await status({ ...unsigned, headers: { ...unsigned.headers, ...many }, body: '{}' })).toBe(431)
  expect((await fetch(`http://127.0.0.1:${port}/ping`)).status).toBe(200)
  expect(await status(signed('{"zen":"x"}', 'ping'))).toBe(200)
  expect(sentences().filter(one => one.startsWith('Turned away: a request without a signature'))).toHaveLength(1)
})

test('told to end while GitHub does not answer, it ends all the same', async () => {
  for (let request = 1; request < 40; request += 1) emulator.faults.add({ request, mode: 'timeout-before' })
  const { child, hook, until, sentences } = await start()
  await until(/Listening on/)
  const body = JSON.stringify({
    action: 'opened',
    issue: { number: 1, labels: [{ name: 'incident' }] },
    repository: { name: 'incidents', owner: { login: 'acme' } },
    installation: { id: emulator.app.installationId },
  })
  void fetch(hook, signed(body, 'issues')).catch(() => undefined)
  await pause(1_500)
  child.kill('SIGTERM')
  const [code] = await once(child, 'exit')
  expect(code).toBe(0)
  expect(sentences().filter(one => one.startsWith('Stopped'))).toHaveLength(1)
})

const otherKey = (): string =>
  generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ type: 'pkcs1', format: 'pem' }).toString()
const broken = (): string => ['BEGIN', 'END'].map(word => `-----${word} RSA ${'PRIVATE'} KEY-----`).join('\nMIIB\n')

test.each([
  [
    'no secret',
    { WEBHOOK_SECRET: '' },
    'WEBHOOK_SECRET is not set: use the webhook secret from the settings of the GitHub App.',
  ],
  ['no App', { APP_ID: '' }, 'APP_ID is not set: use the App ID from the settings of the GitHub App.'],
  [
    'an App that is no number',
    { APP_ID: 'tocsin' },
    'APP_ID is "tocsin": give the number of the App, for example 123456.',
  ],
  ['no key', { PRIVATE_KEY: '' }, /^The private key cannot be read: /],
  ['a port out of range', { PORT: '99999' }, 'PORT is "99999": give a number from 0 to 65535, for example 3000.'],
])('with %s it does not start, and says so in one line', async (_what, less, sentence) => {
  const { child, until, lines } = await start(less)
  await until(/npm start: .*\n/)
  if (child.exitCode === null) await once(child, 'exit')
  expect(child.exitCode).toBe(1)
  expect(lines()).toEqual([expect.stringMatching(sentence)])
})

test('with several settings missing or wrong it names all of them', async () => {
  const { child, lines } = await start({
    APP_ID: 'tocsin',
    WEBHOOK_SECRET: '',
    PRIVATE_KEY: '',
    PORT: 'http',
    TOCSIN_RESYNC_MINUTES: '0',
  })
  if (child.exitCode === null) await once(child, 'exit')
  expect(child.exitCode).toBe(1)
  expect(lines()).toEqual([
    'APP_ID is "tocsin": give the number of the App, for example 123456.',
    'WEBHOOK_SECRET is not set: use the webhook secret from the settings of the GitHub App.',
    'TOCSIN_RESYNC_MINUTES is "0": give a number of minutes from 1 to 1440, for example 15.',
    'PORT is "http": give a number from 0 to 65535, for example 3000.',
    expect.stringMatching(/^The private key cannot be read: /),
  ])
})

test.each([
  ['a key that is not the App’s', () => ({ PRIVATE_KEY: otherKey() }), /GitHub does not accept the private key/],
  ['a key that is none', () => ({ PRIVATE_KEY: broken() }), /The private key cannot be read/],
])('with %s it says what to look at, and that it looks again', async (_what, less, words) => {
  const { until, sentences } = await start(less())
  await until(words)
  const said = sentences().find(one => words.test(one))
  expect(said).toMatch(/^could not list the incidents: .* Tocsin looks again in 1\d seconds\.$/)
})

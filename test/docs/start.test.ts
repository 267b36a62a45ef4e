import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { compileCache } from '../compile-cache.ts'
import { freePort } from '../free-port.ts'
import { read } from './pages.ts'

// docs/install.md, "Try the App without an account": `npm run emulator` and `npm start`, as two real processes.

const root = join(import.meta.dirname, '../..')
/** Not the root, whose `.env` may have somebody's real App in it. */
const folder = mkdtempSync(join(tmpdir(), 'tocsin-start-'))
const started: ChildProcess[] = []

type Running = { readonly child: ChildProcess; said: string }

/** Runs a script of package.json as npm does, and what it says from then on. */
const run = (script: 'start' | 'emulator', args: readonly string[], env: Record<string, string>): Running => {
  const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> }
  const [command = '', file = '', ...given] = (scripts[script] ?? '').split(' ')
  const child = spawn(command, [join(root, file), ...given, ...args], {
    cwd: folder,
    env: { PATH: `${root}/node_modules/.bin:${process.env.PATH}`, HOME: folder, ...compileCache, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const running = { child, said: '' }
  const hear = (chunk: unknown): void => {
    running.said += String(chunk)
  }
  child.stdout.on('data', hear)
  child.stderr.on('data', hear)
  started.push(child)
  return running
}

/** Waits until a process has said this. */
const until = async (running: Running, words: RegExp): Promise<string> => {
  for (let waited = 0; waited < 100_000 && running.child.exitCode === null && !words.test(running.said); waited += 50)
    await pause(50)
  if (!words.test(running.said)) throw new Error(`never said ${words}: ${running.said.slice(0, 1_000)}`)
  return running.said
}

type Stage = { api: string; app: { id: number; privateKey: string }; tokens: Record<string, string> }

let stage: Stage
let hook: string
let env: Record<string, string>

beforeAll(async () => {
  const port = await freePort()
  hook = `http://127.0.0.1:${port}/api/github/webhooks`
  const args = ['--port', '0', '--webhook-url', hook, '--webhook-secret', 'secret']
  const line = await until(run('emulator', args, {}), /\}\n/)
  stage = JSON.parse(line)
  const { app, api } = stage
  const at = { GHE_HOST: new URL(api).host, GHE_PROTOCOL: 'http', HOST: '127.0.0.1', PORT: `${port}` }
  env = { ...at, APP_ID: `${app.id}`, PRIVATE_KEY: app.privateKey, WEBHOOK_SECRET: 'secret' }
})

afterAll(async () => {
  for (const child of started) child.kill('SIGKILL')
  rmSync(folder, { recursive: true, force: true })
})

const ask = async (method: string, path: string, body?: object): Promise<unknown> => {
  const response = await fetch(`${stage.api}/repos/acme/incidents${path}`, {
    method,
    headers: { authorization: `token ${stage.tokens.bob}`, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  return response.json()
}

test('`npm start` turns an issue into an incident, at the server that GHE_HOST names, and ends when told to', async () => {
  const app = run('start', [], env)
  await until(app, /Listening on/)
  await ask('POST', '/issues', { title: 'Report', body: 'An odd sign-in.', labels: ['incident'] })
  await until(app, /pin the board of #1/)
  expect(await ask('GET', '/issues/1/sub_issues')).toHaveLength(24)

  // somebody who does not know the secret, or GitHub while ours is an old one
  const headers = { 'content-type': 'application/json', 'x-github-event': 'issues', 'x-github-delivery': '1' }
  const signature = { 'x-hub-signature-256': `sha256=${'0'.repeat(64)}` }
  const body = JSON.stringify({ action: 'opened', issue: { number: 1, title: 'canary', labels: [] } })
  const refused = await fetch(hook, { method: 'POST', headers: { ...headers, ...signature }, body })
  expect(refused.status).toBe(400)
  await until(app, /signature does not match/)
  expect(app.said).not.toMatch(/canary|odd sign-in/)

  app.child.kill('SIGTERM')
  const [code] = await once(app.child, 'exit')
  expect(code).toBe(0)
}, 600_000)

test.each([
  ['a webhook secret', { WEBHOOK_SECRET: '' }, /WEBHOOK_SECRET is not set/],
  ['a sensible resync', { TOCSIN_RESYNC_MINUTES: '0' }, /TOCSIN_RESYNC_MINUTES is "0"/],
  ['an App', { APP_ID: '' }, /APP_ID/],
])('it does not start without %s, and says what is missing', async (_what, less, words) => {
  const app = run('start', [], { ...env, ...less })
  await until(app, words)
  if (app.child.exitCode === null) await once(app.child, 'exit')
  expect(app.child.exitCode).not.toBe(0)
})

import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { read } from './pages.ts'

// docs/install.md, "Try the App without an account": `npm run emulator` and `npm start`, as two real processes.

const root = join(import.meta.dirname, '../..')
/** Not the root, whose `.env` may have somebody's real App in it. */
const folder = mkdtempSync(join(tmpdir(), 'tocsin-start-'))
const started: ChildProcess[] = []

/** Runs a script of package.json as npm does. */
const run = (script: 'start' | 'emulator', args: string, env: Record<string, string>): ChildProcess => {
  const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> }
  const command = (scripts[script] ?? '').replace(/(\.\/)?src\//, `${root}/src/`)
  const child = spawn('sh', ['-c', `${command.includes('exec ') ? '' : 'exec '}${command} ${args}`], {
    cwd: folder,
    env: { PATH: `${root}/node_modules/.bin:${process.env.PATH}`, HOME: folder, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  started.push(child)
  return child
}

/** What a process says, until it has said this. */
const until = async (child: ChildProcess, words: RegExp): Promise<string> => {
  let said = ''
  const hear = (chunk: unknown): void => {
    said += String(chunk)
  }
  child.stdout?.on('data', hear)
  child.stderr?.on('data', hear)
  for (let waited = 0; waited < 20_000 && !words.test(said) && child.exitCode === null; waited += 50) await pause(50)
  // what came with the end of the process
  await pause(50)
  if (!words.test(said)) throw new Error(`never said ${words}: ${said.slice(0, 1_000)}`)
  return said
}

const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  return typeof address === 'object' && address !== null ? address.port : 0
}

type Stage = { api: string; app: { id: number; privateKey: string }; tokens: Record<string, string> }

let stage: Stage
let env: Record<string, string>

beforeAll(async () => {
  const port = await freePort()
  const hook = `--webhook-url http://127.0.0.1:${port}/api/github/webhooks --webhook-secret secret`
  const line = await until(run('emulator', `--port 0 ${hook}`, {}), /\}\n/)
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
  const app = run('start', '', env)
  await until(app, /Listening on/)
  await ask('POST', '/issues', { title: 'Report', body: 'An odd sign-in.', labels: ['incident'] })
  await until(app, /pin the board of #1/)
  expect(await ask('GET', '/issues/1/sub_issues')).toHaveLength(14)
  app.kill('SIGTERM')
  const [code] = await once(app, 'exit')
  expect(code).toBe(0)
})

test.each([
  ['a webhook secret', { WEBHOOK_SECRET: '' }, /WEBHOOK_SECRET is not set/],
  ['a sensible sweep', { TOCSIN_SWEEP_MINUTES: '0' }, /TOCSIN_SWEEP_MINUTES is "0"/],
  ['an App', { APP_ID: '' }, /APP_ID/],
])('it does not start without %s, and says what is missing', async (_what, less, words) => {
  const app = run('start', '', { ...env, ...less })
  await until(app, words)
  if (app.exitCode === null) await once(app, 'exit')
  expect(app.exitCode).not.toBe(0)
})

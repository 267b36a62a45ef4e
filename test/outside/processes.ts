import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Emulator } from 'github-emulator'
import { type Job, jobEnvironment, workflowToken } from '../../src/drill/action-deployment.ts'
import { compileCache } from '../compile-cache.ts'
import { freePort } from '../free-port.ts'

const root = join(import.meta.dirname, '../..')
const shortPauses = pathToFileURL(join(import.meta.dirname, 'short-pauses.mjs')).href

/** A process of the product as people run it. */
export type Running = {
  readonly child: ChildProcess
  /** All that it has written. */
  readonly said: () => string
  /** Its exit code; null: a signal ended it. */
  readonly ended: Promise<number | null>
}

const start = (emulator: Emulator, file: string, env: Record<string, string>): Running => {
  const child = spawn(process.execPath, ['--import', shortPauses, join(root, file)], {
    cwd: tmpdir(),
    env: { PATH: process.env.PATH ?? '', EMULATOR: emulator.url, ...compileCache, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', chunk => (said += chunk))
  const ended = once(child, 'exit').then(([code]) => (typeof code === 'number' ? code : null))
  return { child, said: () => said, ended }
}

/** `npm start`, behind its own webhook address. Its resync comes at the start, and then once a day: not in the test. */
export const startApp = async (emulator: Emulator): Promise<Running & { readonly hook: string }> => {
  const { app, api } = emulator
  const port = await freePort()
  const running = start(emulator, 'src/entrypoints/server.ts', {
    GHE_HOST: new URL(api).host,
    GHE_PROTOCOL: 'http',
    HOST: '127.0.0.1',
    PORT: String(port),
    APP_ID: String(app.id),
    PRIVATE_KEY: app.privateKey,
    WEBHOOK_SECRET: app.webhookSecret,
    TOCSIN_RESYNC_MINUTES: '1440',
  })
  return { ...running, hook: `http://127.0.0.1:${port}/api/github/webhooks` }
}

/** The Action's bundle with one event, as a runner starts it. */
export const startJob = (emulator: Emulator, job: Job): Running => {
  const folder = mkdtempSync(join(tmpdir(), 'tocsin-job-'))
  const running = start(emulator, 'dist/action.js', jobEnvironment(emulator, workflowToken(emulator), folder, job))
  void running.ended.then(() => rmSync(folder, { recursive: true, force: true }))
  return running
}

/** The hourly schedule of the shipped workflow. */
export const schedule: Job = { event: 'schedule', payload: { schedule: '17 * * * *' } }

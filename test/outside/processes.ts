import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Emulator } from 'github-emulator'
import { owner, repo } from '../../src/drill/stage.ts'

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
    env: { PATH: process.env.PATH ?? '', EMULATOR: emulator.url, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', chunk => (said += chunk))
  const ended = once(child, 'exit').then(([code]) => (typeof code === 'number' ? code : null))
  return { child, said: () => said, ended }
}

const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  return typeof address === 'object' && address !== null ? address.port : 0
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

export type Job = { readonly event: string; readonly payload: object }

/** The Action's bundle with one event, as a runner starts it. */
export const startJob = (emulator: Emulator, { event, payload }: Job): Running => {
  const folder = mkdtempSync(join(tmpdir(), 'tocsin-job-'))
  const file = (name: string, text: string): string => {
    writeFileSync(join(folder, name), text)
    return join(folder, name)
  }
  const token = emulator.actionsToken(`${owner}/${repo}`, {
    issues: 'write',
    contents: 'write',
    pull_requests: 'write',
    metadata: 'read',
  })
  const running = start(emulator, 'dist/action.js', {
    HOME: folder,
    RUNNER_TEMP: folder,
    CI: 'true',
    GITHUB_ACTIONS: 'true',
    GITHUB_API_URL: emulator.api,
    GITHUB_GRAPHQL_URL: emulator.graphql,
    GITHUB_SERVER_URL: emulator.url,
    GITHUB_REPOSITORY: `${owner}/${repo}`,
    GITHUB_EVENT_NAME: event,
    GITHUB_EVENT_PATH: file('event.json', JSON.stringify(payload)),
    GITHUB_OUTPUT: file('output', ''),
    GITHUB_STEP_SUMMARY: file('summary.md', ''),
    INPUT_TOKEN: token,
  })
  void running.ended.then(() => rmSync(folder, { recursive: true, force: true }))
  return running
}

/** The hourly schedule of the shipped workflow. */
export const schedule: Job = { event: 'schedule', payload: { schedule: '17 * * * *' } }

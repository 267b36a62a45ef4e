import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Delivery, Emulator } from 'github-emulator'
import { fieldsOf } from '../adapters/github/client/checked.ts'
import { jobTarget } from '../runtime/event-target.ts'
import type { Deployment, Report } from './deployment.ts'
import { owner, repo } from './stage.ts'

/** The events that the shipped workflow listens to; GitHub has no workflow trigger for sub-issues. */
const triggers = ['issues', 'issue_comment', 'pull_request']

/** An event of a workflow. */
export type Job = { readonly event: string; readonly payload: object }

/**
 * The built bundle, one process an event, with the environment that a runner gives. Like the workflow's concurrency
 * group there is one job running and one pending for each page; a newer one evicts the one that is pending.
 */
export const deployAction = async (
  emulator: Emulator,
  bundle = join(import.meta.dirname, '../../dist/action.js'),
): Promise<Deployment> => {
  const token = workflowToken(emulator)
  const folder = mkdtempSync(join(tmpdir(), 'tocsin-runner-'))
  const running = new Map<string, Promise<void>>()
  const pending = new Map<string, Job>()
  let reports: Report[] = []

  const start = (group: string, job: Job): void => {
    const turn = runJob({ emulator, token, folder, bundle }, job).then(report => {
      if (report !== null) reports.push(report)
      running.delete(group)
      const next = pending.get(group)
      pending.delete(group)
      if (next !== undefined) start(group, next)
    })
    running.set(group, turn)
  }
  const queue = (group: string, job: Job): void => {
    if (running.has(group)) pending.set(group, job)
    else start(group, job)
  }
  const stop = emulator.webhooks.on(delivery => {
    if (!delivery.triggersWorkflows || !triggers.includes(delivery.event)) return
    const group = groupOf(delivery)
    if (group !== null) queue(group, { event: delivery.event, payload: delivery.payload })
  })
  const settle = async (): Promise<readonly Report[]> => {
    await emulator.deliveries.idle()
    while (running.size > 0) await Promise.all(running.values())
    const now = reports
    reports = []
    return now
  }
  return {
    name: 'action',
    settle,
    resync: () => {
      queue('resync', { event: 'schedule', payload: { schedule: '17 * * * *' } })
      return settle()
    },
    close: async () => {
      stop()
      await settle()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** As in the shipped workflow: `concurrency` stands on the job, so an event that starts no job evicts none that waits. */
const groupOf = ({ event, payload }: Delivery): string | null => {
  if (jobTarget(event, payload).is === 'nothing') return null
  const { issue, pull_request: pull } = fieldsOf(payload)
  return `tocsin-${fieldsOf(issue).number ?? fieldsOf(pull).number ?? 'resync'}`
}

/** The workflow's own token, with the permissions that the shipped workflow gives it. */
export const workflowToken = (emulator: Emulator): string =>
  emulator.actionsToken(`${owner}/${repo}`, {
    issues: 'write',
    contents: 'write',
    pull_requests: 'write',
    metadata: 'read',
  })

/** The environment that a runner gives a job: its event, and the files that it writes, are in `folder`. */
export const jobEnvironment = (emulator: Emulator, token: string, folder: string, { event, payload }: Job) => {
  const file = (name: string, text: string): string => {
    const path = join(folder, name)
    writeFileSync(path, text)
    return path
  }
  return {
    PATH: process.env.PATH ?? '',
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
  }
}

type Runner = { readonly emulator: Emulator; readonly token: string; readonly folder: string; readonly bundle: string }

const runJob = ({ emulator, token, folder, bundle }: Runner, job: Job): Promise<Report | null> => {
  const env = jobEnvironment(emulator, token, mkdtempSync(join(folder, 'job-')), job)
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [bundle], { env, stdio: ['ignore', 'pipe', 'pipe'] })
    let said = ''
    child.stdout.on('data', chunk => {
      said += chunk
    })
    child.stderr.on('data', chunk => {
      said += chunk
    })
    child.on('error', reject)
    child.on('close', code => {
      if (code === 0) resolve(reportOf(readFileSync(env.GITHUB_OUTPUT, 'utf8'), said))
      else reject(new Error(`the action ended with ${code}: ${said.slice(0, 2_000)}`))
    })
  })
}

/** What the job put out, as the runner reads it: `name<<delimiter`, lines, delimiter. */
const reportOf = (output: string, said: string): Report | null => {
  const values = new Map([...output.matchAll(/^(\w+)<<(\S+)\n([\s\S]*?)\n\2$/gm)].map(match => [match[1], match[3]]))
  if (!values.has('settled')) return null
  const done = said.split('\n').flatMap(line => /^#\d+: (?!recorded )(.*)$/.exec(line)?.[1] ?? [])
  return {
    ended: values.get('settled') === 'true' ? 'settled' : 'unsettled',
    recorded: Number(values.get('recorded')),
    done,
  }
}

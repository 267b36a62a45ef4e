import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setVisibility } from 'github-emulator'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { parse } from 'yaml'
import { runOutcomes } from '../../src/domain/terms/run-outcome.ts'
import { owner, repo } from '../../src/drill/stage.ts'
import type { EventTarget } from '../../src/runtime/event-target.ts'
import { openScene, type Scene } from '../drills/scene.ts'

// What a job of the Action puts out: how each run ended, by a name from the closed list.

let scene: Scene
const folder = mkdtempSync(join(tmpdir(), 'job-'))

// GitHub's toolkit reads where GitHub is when it is loaded, once in a process: so there is one GitHub for all of these.
beforeAll(async () => {
  scene = await openScene({ identity: 'action', inProcess: false })
  vi.stubEnv('GITHUB_API_URL', scene.emulator.api)
  vi.stubEnv('GITHUB_GRAPHQL_URL', scene.emulator.graphql)
  // a job that waits for GitHub moves GitHub's clock
  vi.stubEnv('EMULATOR', scene.emulator.url)
  await import(new URL('../outside/short-pauses.mjs', import.meta.url).href)
}, 120_000)

afterAll(async () => {
  vi.unstubAllEnvs()
  await scene.emulator.close()
  rmSync(folder, { recursive: true })
})

type Target = Exclude<EventTarget, { is: 'nothing' }>
type Result = { readonly outputs: Record<string, unknown>; readonly summary: string; readonly said: string }

/** The heavy half with the environment that a runner gives. */
const job = async (half: 'incidents' | 'plan', target: Target, token?: string): Promise<Result> => {
  const [output, summary] = [join(folder, 'output'), join(folder, 'summary.md')]
  for (const file of [output, summary]) writeFileSync(file, '')
  const granted = { issues: 'write', contents: 'write', pull_requests: 'write', metadata: 'read' } as const
  vi.stubEnv('GITHUB_OUTPUT', output)
  vi.stubEnv('GITHUB_STEP_SUMMARY', summary)
  vi.stubEnv('INPUT_TOKEN', token ?? scene.emulator.actionsToken(`${owner}/${repo}`, granted))
  const said: string[] = []
  const write = vi.spyOn(process.stdout, 'write').mockImplementation(chunk => said.push(String(chunk)) > 0)
  try {
    if (half === 'plan') await (await import('../../src/entrypoints/action-plan.ts')).planTarget(target)
    else await (await import('../../src/entrypoints/action-incidents.ts')).workOnIncidents(target)
  } finally {
    write.mockRestore()
  }
  const put = [...readFileSync(output, 'utf8').matchAll(/^(\w+)<<(\S+)\n([\s\S]*?)\n\2$/gm)]
  const outputs = Object.fromEntries(put.map(([, name = '', , value = '']) => [name, JSON.parse(value)]))
  return { outputs, summary: readFileSync(summary, 'utf8'), said: said.join('') }
}

const incident = (number: number): Target => ({
  is: 'incident',
  incidents: [{ owner, repo, number }],
  logins: [],
  needs: null,
})
const everyIncident: Target = { is: 'resync', repository: { owner, repo } }

test('with nothing open there is nothing left to do', async () => {
  expect((await job('incidents', everyIncident)).outputs).toMatchObject({ outcomes: [], settled: true })
})

test('a channel of the input that is wrong is told, its secrets are masked, and the job goes on', async () => {
  vi.stubEnv('ROOM', 'https://hooks.slack.test/XYLOPHONE')
  vi.stubEnv('INPUT_CHANNELS', 'room:\n  kind: slack\n  url_env: ROOM\nflow:\n  kind: teams\n  url_env: UNSET\n')
  const { outputs, said } = await job('incidents', everyIncident)
  vi.stubEnv('INPUT_CHANNELS', '')
  expect(outputs).toMatchObject({ outcomes: [], settled: true })
  expect(said).toContain(
    '::error::input channels:6: `url_env` of channel `flow` does not name an environment variable that is set. Expected: ',
  )
  expect(said.match(/.*XYLOPHONE.*/g)).toEqual(['::add-mask::https://hooks.slack.test/XYLOPHONE'])
})

test('`run: plan` prints what would be done, to log, summary and output, and sends not one mutation', async () => {
  const canary = 'XYLOPHONE'
  await scene.declare({ title: canary, body: canary }, 'unseen')
  const number = scene.scenario.incident()
  const from = scene.emulator.requests.length
  const { outputs, summary, said } = await job('plan', everyIncident)
  const sent = scene.emulator.requests.slice(from)
  expect(sent.length).toBeGreaterThan(1)
  expect(sent.filter(one => one.mutating)).toEqual([])
  expect(outputs.plan).toMatchObject([{ number, outcome: 'planned', events: [{ is: 'declared', by: 'bob' }] }])
  expect(JSON.stringify(outputs.plan)).toContain(`"words":"open step stop-harm under #${number}"`)
  expect(said).toContain(`#${number}: a run would do this; nothing was written\n  record declared by bob\n`)
  expect(summary).toContain(`- open step stop-harm under #${number}`)
  expect(`${JSON.stringify(outputs)}${summary}${said}`).not.toContain(canary)
})

test('an incident in order is settled', async () => {
  await scene.rest()
  const number = scene.scenario.incident()
  expect((await job('incidents', incident(number))).outputs).toEqual({
    incidents: [number],
    outcomes: [{ number, outcome: 'settled' }],
    recorded: 0,
    operations: 0,
    settled: true,
  })
})

test('what was halted is not settled: the outcome says why', async () => {
  await scene.declare({ labels: [] }, 'unseen')
  const number = scene.scenario.incident()
  const none = await job('incidents', incident(number))
  expect(none.outputs).toMatchObject({ outcomes: [{ number, outcome: 'not-an-incident' }], settled: false })
  const absent = await job('incidents', incident(404))
  expect(absent.outputs).toMatchObject({ outcomes: [{ number: 404, outcome: 'absent' }], settled: false })
  expect(absent.said).toContain('::warning::#404: there is no such issue, or the token cannot see it')
  const wrong = await job('incidents', incident(number), 'ghs_wrong')
  expect(wrong.outputs).toMatchObject({ outcomes: [{ number, outcome: 'unauthorised' }], settled: false })
  setVisibility(scene.world, null, scene.home().id, 'public')
  const open = await job('incidents', incident(number))
  expect(open.outputs).toMatchObject({ outcomes: [{ number, outcome: 'not-private' }], settled: false })
  expect(open.summary).toContain(`### #${number}: nothing is written: this repository is not private`)
})

test('action.yml names every outcome', () => {
  const { outputs } = parse(readFileSync('action.yml', 'utf8')) as { outputs: Record<string, { description: string }> }
  const named = [...(outputs.outcomes?.description ?? '').matchAll(/`([a-z-]+)`/g)].map(([, name]) => name)
  expect(named.toSorted()).toEqual(runOutcomes.filter(one => one !== 'settled').toSorted())
})

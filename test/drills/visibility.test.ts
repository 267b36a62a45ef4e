import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { push, setVisibility, type Visibility } from 'github-emulator'
import { describe, expect, test } from 'vitest'
import { owner, repo } from '../../src/drill/stage.ts'
import { openScene, type Scene, small, team } from './scene.ts'

// What is written into a public repository is read by everybody, at once and for good: so nothing is.

const flip = (scene: Scene, visibility: Visibility): void =>
  setVisibility(scene.world, null, scene.home().id, visibility)

const allowing = { ...small, '.github/incidents.yml': `${team}allow_internal: true\n` }

test('public from the start: nothing is written, and nothing is said of what it is about', async () => {
  const scene = await openScene()
  flip(scene, 'public')
  const writes = scene.writes()
  await scene.declare()
  await scene.says('dana', '/ic')
  const outcome = await scene.scenario.start().run()
  expect(outcome).toMatchObject({ is: 'halted', why: 'not-private' })
  expect(writes()).toBe(0)
  expect(scene.scenario.log).toEqual([])
})

test('made private again: it goes on where it was', async () => {
  const scene = await openScene()
  await scene.declare()
  flip(scene, 'public')
  await scene.says('dana', '/ic')
  expect(scene.assignees()).toEqual([])
  flip(scene, 'private')
  await scene.rest()
  expect(scene.assignees()).toEqual(['dana'])
})

describe('internal', () => {
  test('is as good as public, unless the team allows it', async () => {
    const scene = await openScene()
    flip(scene, 'internal')
    const writes = scene.writes()
    await scene.declare()
    expect(writes()).toBe(0)
    flip(scene, 'private')
    await scene.rest()
    expect(writes()).toBeGreaterThan(0)
  })

  test('allowed by the configuration of the default branch: all works', async () => {
    const scene = await openScene({ given: allowing })
    flip(scene, 'internal')
    await scene.declare()
    await scene.says('dana', '/ic')
    expect(scene.board()).toContain('Incident commander: **dana**')
  })

  test('allowed, and the team thinks better of it in the midst of an incident: nothing more', async () => {
    const scene = await openScene({ given: allowing })
    flip(scene, 'internal')
    await scene.declare()
    push(scene.world, scene.actor('dana'), scene.home().id, {
      branch: 'main',
      files: { '.github/incidents.yml': team },
    })
    const writes = scene.writes()
    await scene.says('dana', '/ic')
    expect(writes()).toBe(0)
    flip(scene, 'private')
    await scene.rest()
    expect(scene.kinds()).toEqual(['declared', 'commander-set'])
  })

  test('allowed, and then public all the same: nothing', async () => {
    const scene = await openScene({ given: allowing })
    flip(scene, 'internal')
    await scene.declare()
    flip(scene, 'public')
    const writes = scene.writes()
    await scene.says('dana', '/ic')
    expect(writes()).toBe(0)
    flip(scene, 'internal')
    await scene.rest()
    expect(scene.kinds()).toEqual(['declared', 'commander-set'])
  })
})

/** Does the action right before the n-th request of a run, and counts the requests that change something after that one. */
const interrupt = (scene: Scene, nth: number, action: () => void): (() => number) => {
  let requests = 0
  let writes = 0
  scene.emulator.pace = ({ request, alias }) => {
    if (alias !== undefined) return
    requests += 1
    if (requests === nth) action()
    if (requests > nth && request.mutating) writes += 1
  }
  return () => {
    scene.emulator.pace = null
    return writes
  }
}

const scenarios: readonly (readonly [string, (scene: Scene) => Promise<void>])[] = [
  ['opening', async scene => scene.declare({}, 'unseen')],
  [
    'an order and a refusal',
    async scene => {
      await scene.declare()
      await scene.says('dana', '/ic')
      await scene.posts('dana', '/assign security\n/severity SEV-1 all is down')
      await scene.posts('mallory', '/cancel nothing here')
    },
  ],
  [
    'closing',
    async scene => {
      await scene.declare()
      await scene.says('dana', '/ic\n/done stop-harm')
      await scene.act('dana', 'PATCH', '/issues/1', { state: 'closed', state_reason: 'completed' })
    },
  ],
]

describe.each(scenarios)('made public in the midst of a run: %s', (_name, prepare) => {
  test.each(['app', 'action'] as const)('whatever request comes next is the last of the %s', async identity => {
    const scene = await openScene({ memory: 0, validate: false, identity })
    await prepare(scene)
    const before = scene.emulator.checkpoint()
    const from = scene.emulator.requests.length
    await scene.scenario.start(identity).run()
    const requests = scene.emulator.requests.length - from
    expect(requests).toBeGreaterThan(3)
    for (let nth = 1; nth <= requests; nth += 1) {
      scene.emulator.restore(before)
      const interrupted = interrupt(scene, nth, () => flip(scene, 'public'))
      const outcome = await scene.scenario.start(identity).run()
      expect(outcome, `request ${nth}`).toMatchObject({ is: 'halted', why: 'not-private' })
      expect(interrupted(), `writes after request ${nth}`).toBe(0)
      const writes = scene.writes()
      await scene.scenario.start(identity).run()
      expect(writes()).toBe(0)
    }
  })
})

test('the workflow’s job says so in one line, which tells nothing', async () => {
  const canary = 'XYLOPHONE'
  const scene = await openScene({ identity: 'action', inProcess: false })
  flip(scene, 'public')
  await scene.declare({ title: canary, body: canary })
  const folder = mkdtempSync(join(tmpdir(), 'job-'))
  const [event, output, summary] = ['event.json', 'output', 'summary.md'].map(name => join(folder, name))
  const comment = { body: `/severity SEV-1 ${canary}`, user: { login: 'dana' } }
  const issue = { number: 1, title: canary, body: canary, labels: [{ name: 'incident' }] }
  writeFileSync(event ?? '', JSON.stringify({ action: 'created', issue, comment, sender: { login: 'dana' } }))
  for (const file of [output, summary]) writeFileSync(file ?? '', '')
  const env = {
    PATH: process.env.PATH,
    GITHUB_API_URL: scene.emulator.api,
    GITHUB_GRAPHQL_URL: scene.emulator.graphql,
    GITHUB_REPOSITORY: `${owner}/${repo}`,
    GITHUB_EVENT_NAME: 'issue_comment',
    GITHUB_EVENT_PATH: event,
    GITHUB_OUTPUT: output,
    GITHUB_STEP_SUMMARY: summary,
    INPUT_TOKEN: scene.emulator.actionsToken(`${owner}/${repo}`, { issues: 'write', contents: 'write' }),
  }
  const { stdout, stderr } = await promisify(execFile)(process.execPath, ['src/entrypoints/action.ts'], { env })
  const said = stdout.split('\n').filter(line => line !== '' && !line.startsWith('::add-mask::'))
  expect(said).toEqual(['::warning::nothing is written: this repository is not private'])
  expect(`${stderr}${readFileSync(output ?? '', 'utf8')}${readFileSync(summary ?? '', 'utf8')}`).not.toContain(canary)
  expect(scene.comments()).toEqual([])
  rmSync(folder, { recursive: true })
  await scene.emulator.close()
})

import { addUser, deleteRef, history, refOid, removeSubIssue, setRole, updateRef } from 'github-emulator'
import { describe, expect, test } from 'vitest'
import type { Name } from '../../src/drill/acme.ts'
import { openScene, type Scene } from './scene.ts'

// Mallory pushes the record back to a commit of ours that is older, where no ruleset keeps her from it, and takes the comments
// away that would bring it forward again. Nothing is decided anew, and people are told where it stood.

const branch = 'refs/heads/incident/1'
const head = (scene: Scene): string => refOid(scene.world.state, scene.home().id, branch) ?? ''

const opened = async (identity: 'app' | 'action' = 'app'): Promise<Scene> => {
  const scene = await openScene({ identity })
  await scene.declare()
  return scene
}

const pushBack = (scene: Scene, oid: string): void => {
  scene.emulator.clock.advance(60_000)
  updateRef(scene.world, scene.actor('mallory'), scene.home().id, branch, oid, { force: true })
}

const alarms = (scene: Scene): readonly string[] =>
  scene.replies().filter(reply => reply.includes('The record of this incident was'))

const isSaid = (scene: Scene, to: string, what: string): void => {
  expect(alarms(scene)).toHaveLength(1)
  expect(alarms(scene)[0]).toContain(`was ${what}** by mallory`)
  expect(alarms(scene)[0]).toContain(`git push --force origin ${to}:${branch}`)
}

/** Alarmed once, with the commit; the branch stands there again, nothing is lost, and the record has what happened. */
const isRestored = async (scene: Scene, to: string, what = 'rolled back'): Promise<void> => {
  await scene.rest()
  isSaid(scene, to, what)
  expect(alarms(scene)[0]).toContain('Tocsin now puts it back there itself')
  expect(scene.events().filter(({ is }) => is === 'record-restored')).toMatchObject([{ commit: to }])
  const commits = history(scene.world.state, scene.home().id, head(scene)).map(({ oid }) => oid)
  expect(commits).toContain(to)
}

/** Alarmed once, with the commit; nothing else is written until somebody restores it. */
const isAlarmed = async (scene: Scene, to: string, what = 'rolled back'): Promise<void> => {
  isSaid(scene, to, what)
  expect(alarms(scene)[0]).toContain('does not restore it itself')
  scene.emulator.clock.advance(900_000)
  const writes = scene.writes()
  await scene.says('mallory', '/severity SEV-1 mine now')
  expect(writes()).toBe(0)
}

const restores = async (scene: Scene, to: string): Promise<void> => {
  if (refOid(scene.world.state, scene.home().id, branch) === null)
    await scene.act('dana', 'POST', '/git/refs', { ref: branch, sha: to })
  else updateRef(scene.world, scene.actor('dana'), scene.home().id, branch, to, { force: true })
  await scene.rest()
}

/** What somebody said, what of it can be undone by force, and where it should still hold. */
const said: readonly (readonly [what: string, who: Name, body: string])[] = [
  ['took command', 'dana', '/ic'],
  ['raised the severity', 'bob', '/severity SEV-1 it spreads'],
  ['did a step', 'bob', '/done stop-harm'],
  ['gave out a step', 'dana', '/assign find-cause @alice'],
  ['joined', 'dana', '/assign responder @bob'],
  ['noted an event', 'bob', '/timeline 21:40Z the first error'],
  ['confirmed it', 'dana', '/confirm'],
  ['set the status', 'dana', '/status contained'],
  ['ruled out an insider', 'dana', '/rule-out insider it came from outside'],
  ['was refused', 'mallory', '/severity SEV-4 it was nothing'],
  ['added a step', 'bob', '/step add Call the bank'],
  ['skipped a step', 'dana', '/skip find-cause no need'],
]

describe.each(['app', 'action'] as const)('by the %s', identity => {
  test.each(said)('somebody %s: pushed back before that, and the comment deleted', async (_what, who, body) => {
    const scene = await opened(identity)
    if (body !== '/ic') await scene.says('dana', '/ic')
    const before = head(scene)
    const comment = await scene.posts(who, body)
    await scene.rest()
    const after = head(scene)
    expect(after).not.toBe(before)
    const kinds = scene.kinds()
    pushBack(scene, before)
    await scene.deletes('mallory', comment)
    await scene.says('mallory', '/ic')
    await isRestored(scene, after)
    expect(scene.kinds().slice(0, kinds.length)).toEqual(kinds)
    expect(scene.emulator.violations).toEqual([])
  })
})

test('R1: to just after the declaration: mallory does not command, dana stays assigned', async () => {
  const scene = await opened()
  const declared = head(scene)
  const order = await scene.posts('dana', '/ic')
  await scene.rest()
  const after = head(scene)
  pushBack(scene, declared)
  await scene.deletes('mallory', order)
  await scene.says('mallory', '/ic')
  expect(scene.assignees()).toEqual(['dana'])
  await isRestored(scene, after)
  expect(scene.board()).toContain('Incident commander: **dana**')
})

test('R2: a closed incident, to before its required step was done: it stays closed', async () => {
  const scene = await opened()
  await scene.says('dana', '/ic')
  const before = head(scene)
  const done = await scene.posts('bob', '/done stop-harm')
  await scene.rest()
  await scene.closes('dana')
  const after = head(scene)
  pushBack(scene, before)
  await scene.deletes('mallory', done)
  await scene.rest()
  expect(scene.issue().state).toBe('closed')
  await isRestored(scene, after)
})

test('the board is rolled back too, from its history, or deleted: it is noticed all the same', async () => {
  for (const how of ['edit', 'delete'] as const) {
    const scene = await opened()
    await scene.says('dana', '/ic')
    const [before, board] = [head(scene), scene.board()]
    const comment = await scene.posts('bob', '/timeline 21:40Z the first error')
    await scene.rest()
    const after = head(scene)
    pushBack(scene, before)
    await scene.deletes('mallory', comment)
    const id = scene.comments().find(one => one.body.includes('tocsin:board'))?.id ?? 0
    if (how === 'edit') await scene.edits('mallory', id, board)
    else await scene.deletes('mallory', id)
    await scene.says('mallory', '/status')
    await isRestored(scene, after)
  }
})

test.each(['with the board left', 'with the board deleted', 'with board and pages gone'])(
  'the branch deleted, %s: nothing is declared anew, and the alarm names its last commit',
  async how => {
    const scene = await opened()
    await scene.says('dana', '/ic')
    const after = head(scene)
    const pages = scene.world.state.issues.size
    deleteRef(scene.world, scene.actor('mallory'), scene.home().id, branch)
    if (how !== 'with the board left')
      await scene.deletes('mallory', scene.comments().find(one => one.body.includes('tocsin:board'))?.id ?? 0)
    if (how === 'with board and pages gone')
      for (const id of [...scene.issue().subIssueIds])
        removeSubIssue(scene.world, scene.actor('mallory'), scene.issue().id, id)
    scene.emulator.clock.advance(900_000)
    await scene.rest()
    await isRestored(scene, after, 'deleted')
    expect(scene.world.state.issues.size).toBe(how === 'with board and pages gone' ? 2 * pages - 1 : pages)
    expect(scene.kinds()).toContain('commander-set')
  },
)

test('what was restored and is in order is no alarm, and costs nothing', async () => {
  const scene = await opened()
  const declared = head(scene)
  await scene.says('dana', '/ic')
  const after = head(scene)
  pushBack(scene, declared)
  await restores(scene, after)
  const from = scene.emulator.requests.length
  await scene.rest()
  expect(scene.emulator.requests.slice(from).filter(({ path }) => path.includes('/activity'))).toEqual([])
  expect(alarms(scene)).toEqual([])
})

test('another program of the same bot labels, assigns and closes: GitHub is asked, and nobody is alarmed', async () => {
  const scene = await openScene({ identity: 'action' })
  await scene.declare()
  const token = scene.emulator.actionsToken('acme/incidents', { issues: 'write' })
  const helper = addUser(scene.world, { login: 'helper' })
  setRole(scene.world, scene.home().id, helper.id, 'write')
  const send = (method: string, path: string, body: object) =>
    scene.emulator.fetch(`${scene.emulator.api}/repos/acme/incidents/issues/1${path}`, {
      method,
      headers: { authorization: `Bearer ${token}` },
      body: JSON.stringify(body),
    })
  await send('POST', '/labels', { labels: ['SEV-3'] })
  await send('POST', '/assignees', { assignees: ['helper'] })
  await scene.says('dana', '/ic')
  expect(alarms(scene)).toEqual([])
  expect(scene.board()).toContain('Incident commander: **dana**')
})

describe('people decide', () => {
  const pushedBack = async (body = '/severity SEV-1 it spreads') => {
    const scene = await opened()
    await scene.says('dana', '/ic')
    const before = head(scene)
    const comment = await scene.posts('bob', body)
    await scene.rest()
    const after = head(scene)
    return { scene, before, after, comment }
  }

  test('the board counts more lines than that commit holds', async () => {
    const { scene, before, after } = await pushedBack()
    pushBack(scene, before)
    const id = scene.comments().find(one => one.body.includes('tocsin:board'))?.id ?? 0
    await scene.edits('mallory', id, scene.board().replace(/key=\d+/, 'key=99'))
    await scene.rest()
    await isAlarmed(scene, after)
    await restores(scene, after)
    expect(scene.kinds()).toContain('record-restored')
    expect(scene.board()).toContain('· SEV-1 ·')
  })

  test('we went on from where it was pushed back to: neither end holds all', async () => {
    const { scene, before, after, comment } = await pushedBack('/timeline 21:40Z the first error')
    pushBack(scene, before)
    await scene.deletes('mallory', comment)
    const board = scene.comments().find(one => one.body.includes('tocsin:board'))
    // as a process leaves it that had read before the push: nothing tells it that there was more
    for (let request = 1; request <= 8; request += 1)
      scene.emulator.faults.add({ request, mode: '404', where: { path: /\/activity/ } })
    await scene.says('bob', '/severity SEV-1 it spreads')
    scene.emulator.faults.clear()
    expect(scene.kinds()).toContain('severity-set')
    expect(scene.kinds()).not.toContain('timeline-noted')
    expect(board).toBeDefined()
    await scene.edits('mallory', board?.id ?? 0, 'nothing')
    await scene.rest()
    await isAlarmed(scene, after)
  })

  test('a ruleset refuses it: told how, and asked again later', async () => {
    const { scene, before, after } = await pushedBack()
    pushBack(scene, before)
    scene.emulator.faults.refuse('updateRefs')
    await scene.rest()
    isSaid(scene, after, 'rolled back')
    expect(head(scene)).toBe(before)
    scene.emulator.faults.clear()
    await scene.rest()
    await isRestored(scene, after)
  })

  test('it was restored three times, and taken away once more', async () => {
    const { scene } = await pushedBack()
    for (let time = 1; time <= 4; time += 1) {
      const [from, to] = [head(scene), scene.emulator]
      const older = history(scene.world.state, scene.home().id, from)[1]?.oid ?? ''
      to.clock.advance(900_000)
      pushBack(scene, older)
      await scene.rest()
      expect(head(scene) === older).toBe(time === 4)
    }
    expect(alarms(scene)).toHaveLength(4)
    expect(alarms(scene).at(-1)).toContain('does not restore it itself')
  })
})

test('two writers restore at once, and one goes on meanwhile: nothing that was recorded since is lost', async () => {
  const scene = await opened()
  await scene.says('dana', '/ic')
  const before = head(scene)
  await scene.says('bob', '/severity SEV-1 it spreads')
  const after = head(scene)
  pushBack(scene, before)
  await scene.posts('bob', '/done stop-harm')
  await Promise.all([scene.scenario.start('app').run(), scene.scenario.start('app').run()])
  await scene.rest()
  expect(scene.kinds()).toEqual(expect.arrayContaining(['severity-set', 'record-restored', 'step-done']))
  expect(scene.kinds().filter(kind => kind === 'record-restored')).toHaveLength(1)
  expect(history(scene.world.state, scene.home().id, head(scene)).map(({ oid }) => oid)).toContain(after)
})

test('whichever request it dies after, it is restored and recorded once', async () => {
  for (let request = 2; request <= 7; request += 1) {
    const scene = await opened()
    await scene.says('dana', '/ic')
    const before = head(scene)
    await scene.says('bob', '/severity SEV-1 it spreads')
    pushBack(scene, before)
    const process = scene.scenario.start('app', { request, when: 'after' })
    await Promise.race([process.run(), process.killed])
    await scene.rest()
    expect(scene.kinds().filter(kind => kind === 'record-restored')).toHaveLength(1)
    expect(alarms(scene)).toHaveLength(1)
  }
})

import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { openScene, type Scene, small, team } from './scene.ts'

// A comment that must not stay: who may have it deleted, what is kept of it, and what stops it.

const secret = () => ['gh', 'p_', 'Zk3Q9vT1mB7xR5nL'.repeat(3).slice(0, 36)].join('')
const linkOf = (scene: Scene, comment: number) =>
  `https://github.com/${scene.home().name === '' ? '' : 'acme/incidents'}/issues/${scene.scenario.incident()}#issuecomment-${comment}`
const isThere = (scene: Scene, comment: number, step: string | null = null) =>
  scene.comments(step).some(one => one.id === comment)

const opened = async (more: Parameters<typeof openScene>[0] = {}) => {
  const scene = await openScene(more)
  await scene.declare()
  await scene.says('dana', '/ic')
  return scene
}

describe.each(['app', 'action'] as const)('of the %s', identity => {
  test('a comment with a secret is deleted at once, and the record keeps everything but its text', async () => {
    const scene = await opened({ identity })
    const body = `it is ${secret()}`
    const comment = await scene.posts('bob', body)
    await scene.says('alice', `/redact ${linkOf(scene, comment)} the deploy key`)
    expect(isThere(scene, comment)).toBe(false)
    expect(scene.events().at(-1)).toMatchObject({ is: 'comment-deleted', page: scene.scenario.incident() })
    expect(scene.events().at(-2)).toMatchObject({
      is: 'comment-redacted',
      author: { login: 'bob' },
      kinds: ['github'],
      digest: createHash('sha256').update(body).digest('hex'),
      because: 'the deploy key',
    })
    const writes = scene.writes()
    await scene.rest()
    expect(writes()).toBe(0)
  })
})

test('one on the page of a step, long after', async () => {
  const scene = await opened()
  const comment = await scene.posts('bob', `it is ${secret()}`, 'stop-harm')
  await scene.rest()
  for (let day = 0; day < 3; day += 1) {
    scene.emulator.clock.advance(24 * 3_600_000)
    await scene.says('dana', `/timeline day ${day}`)
  }
  await scene.says('alice', `/redact ${linkOf(scene, comment)}`)
  expect(isThere(scene, comment, 'stop-harm')).toBe(false)
  const writes = scene.writes()
  await scene.rest()
  expect(writes()).toBe(0)
})

describe.each([1, 5, 60])('read %i s after the word', seconds => {
  const saysAndWaits = async (scene: Scene, who: 'alice' | 'bob' | 'dana', body: string) => {
    await scene.posts(who, body)
    scene.emulator.clock.advance(seconds * 1_000)
    await scene.rest()
  }
  const anHourAgo = async (body: string) => {
    const scene = await opened()
    const comment = await scene.posts('bob', body)
    await scene.rest()
    scene.emulator.clock.advance(3_600_000)
    await scene.says('dana', '/timeline an hour later')
    return { scene, comment, link: linkOf(scene, comment) }
  }

  test('a comment that is older than what a read looks at is deleted, and asking again says so', async () => {
    const { scene, comment, link } = await anHourAgo(`it is ${secret()}`)
    await saysAndWaits(scene, 'alice', `/redact ${link}`)
    expect(isThere(scene, comment)).toBe(false)
    expect(scene.kinds().slice(-2)).toEqual(['comment-redacted', 'comment-deleted'])
    await saysAndWaits(scene, 'alice', `/redact ${link}`)
    expect(scene.lastReply()).toContain('is deleted already')
  })

  test('so is one that a second person approves an hour later', async () => {
    const scene = await opened()
    const comment = await scene.posts('bob', 'the customer is Hooli')
    await saysAndWaits(scene, 'alice', `/redact ${linkOf(scene, comment)}`)
    scene.emulator.clock.advance(3_600_000)
    await scene.says('dana', '/timeline an hour later')
    await saysAndWaits(scene, 'dana', `/approve redaction ${linkOf(scene, comment)} agreed`)
    expect(isThere(scene, comment)).toBe(false)
    expect(scene.kinds()).toContain('comment-deleted')
  })
})

describe('GitHub refuses', () => {
  const refused = async () => {
    const scene = await opened()
    const comment = await scene.posts('bob', `it is ${secret()}`)
    scene.emulator.faults.refuse('deleteIssueComment')
    await scene.says('alice', `/redact ${linkOf(scene, comment)}`)
    return { scene, comment, link: linkOf(scene, comment) }
  }

  test('and goes on to: it is recorded, whoever asked is told, and nothing is tried without end', async () => {
    const { scene, comment } = await refused()
    expect(isThere(scene, comment)).toBe(true)
    expect(scene.kinds().slice(-2)).toEqual(['comment-redacted', 'deletion-refused'])
    expect(scene.lastReply()).toMatch(/^@alice GitHub did not let Tocsin delete/)
    const writes = scene.writes()
    await scene.rest()
    scene.emulator.clock.advance(3_600_000)
    await scene.rest()
    expect(writes()).toBe(0)
  })

  test('until somebody grants it: asked again, Tocsin tries again', async () => {
    const { scene, comment, link } = await refused()
    scene.emulator.faults.clear()
    scene.emulator.clock.advance(3_600_000)
    await scene.says('dana', `/redact ${link}`)
    expect(isThere(scene, comment)).toBe(false)
    expect(scene.kinds().slice(-2)).toEqual(['comment-redacted', 'comment-deleted'])
  })

  test('once only: nobody is told', async () => {
    const scene = await opened()
    const comment = await scene.posts('bob', `it is ${secret()}`)
    scene.emulator.faults.add({ request: 1, where: { operation: 'deleteIssueComment' }, alias: 1, mode: 'forbidden' })
    await scene.says('alice', `/redact ${linkOf(scene, comment)}`)
    expect(isThere(scene, comment)).toBe(false)
    expect(scene.kinds()).not.toContain('deletion-refused')
  })

  test('what two agreed on: both are called', async () => {
    const scene = await opened()
    const comment = await scene.posts('bob', 'the customer is Hooli')
    await scene.says('alice', `/redact ${linkOf(scene, comment)}`)
    scene.emulator.faults.refuse('deleteIssueComment')
    await scene.says('dana', `/approve redaction ${linkOf(scene, comment)} agreed`)
    expect(scene.lastReply()).toMatch(/^@dana Asked for by @alice\. GitHub did not let Tocsin delete/)
  })
})

test('a comment without one is deleted when a second person approves, and not before', async () => {
  const scene = await opened()
  const comment = await scene.posts('bob', 'the customer is Hooli')
  await scene.says('bob', `/redact ${linkOf(scene, comment)} it names a customer`)
  expect(isThere(scene, comment)).toBe(true)
  expect(scene.lastReply()).toContain('a second person has to agree')
  await scene.says('bob', `/approve redaction ${linkOf(scene, comment)} I agree with myself`)
  expect(isThere(scene, comment)).toBe(true)
  await scene.says('dana', `/approve redaction ${linkOf(scene, comment)} agreed`)
  expect(isThere(scene, comment)).toBe(false)
})

test('under a legal hold it waits for counsel', async () => {
  const scene = await opened({ given: { ...small, '.github/incidents.yml': `${team}legal_hold: true\n` } })
  const comment = await scene.posts('bob', `it is ${secret()}`)
  await scene.says('dana', `/redact ${linkOf(scene, comment)}`)
  expect(scene.lastReply()).toContain('legal hold')
  await scene.says('erin', `/approve redaction ${linkOf(scene, comment)} go on`)
  expect(isThere(scene, comment)).toBe(true)
  await scene.says('carol', `/approve redaction ${linkOf(scene, comment)} vault, item 7`)
  expect(isThere(scene, comment)).toBe(false)
})

test('after the end, too', async () => {
  const scene = await opened()
  const comment = await scene.posts('bob', `it is ${secret()}`)
  await scene.says('dana', '/done stop-harm')
  await scene.closes('dana')
  await scene.says('alice', `/redact ${linkOf(scene, comment)}`)
  expect(isThere(scene, comment)).toBe(false)
})

test('somebody else deletes it first: nothing is left to do, and nothing fails', async () => {
  const scene = await opened()
  const comment = await scene.posts('bob', `it is ${secret()}`)
  const link = linkOf(scene, comment)
  await scene.rest()
  await scene.deletes('bob', comment)
  await scene.says('alice', `/redact ${link}`)
  expect(scene.kinds().slice(-2)).toEqual(['comment-redacted', 'comment-deleted'])
  const writes = scene.writes()
  await scene.rest()
  expect(writes()).toBe(0)
})

test.each([1, 2, 3, 4, 5, 6])(
  'it is not deleted yet, and lists are as old as before the last %i writes: it is not called gone',
  async lag => {
    const scene = await opened({ memory: 6 })
    const comment = await scene.posts('bob', `it is ${secret()}`, 'stop-harm')
    await scene.posts('alice', `/redact ${linkOf(scene, comment)}`)
    // it has decided, and deleted nothing
    const dying = scene.scenario.start('app', { request: 2, when: 'after' })
    void dying.run()
    await dying.killed
    expect(scene.kinds().at(-1)).toBe('comment-redacted')
    expect(isThere(scene, comment, 'stop-harm')).toBe(true)
    for (let request = 1; request <= 3; request += 1)
      scene.emulator.faults.add({ request, mode: 'stale-lists', lag, where: { operation: 'Incident' } })
    await scene.scenario.start('app').run()
    scene.emulator.faults.clear()
    scene.emulator.clock.advance(70_000)
    await scene.rest()
    expect(isThere(scene, comment, 'stop-harm')).toBe(false)
    expect(scene.kinds().filter(kind => kind === 'comment-deleted')).toHaveLength(1)
  },
)

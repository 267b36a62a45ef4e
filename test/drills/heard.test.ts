import { createIssue, type Delivery, deleteIssue, type Issue, setRole } from 'github-emulator'
import { describe, expect, test } from 'vitest'
import { writeMarker } from '../../src/domain/text/marker.ts'
import type { Name } from '../../src/drill/acme.ts'
import { eventTarget, jobTarget, saidIn } from '../../src/runtime/event-target.ts'
import { isWorthALook } from '../../src/runtime/is-worth-a-look.ts'
import { starts } from '../workflow-condition.ts'
import { openScene, type Scene, small } from './scene.ts'
import { transferredAway } from './transferred-away.ts'

// Whatever anybody edits or unlabels, a command on an incident with a record is heard at its event: here nothing runs that
// no event started, in either deployment.

const doors = ['app', 'action'] as const
type Door = (typeof doors)[number]

/** A scene in which runs are started by GitHub's events alone. */
const listening = async (door: Door, options: { given?: Record<string, string> } = {}) => {
  const scene = await openScene({ identity: door, ...options })
  const mail: Delivery[] = []
  scene.emulator.webhooks.on(delivery => void mail.push(delivery))
  const targetOf = async ({ event, payload, triggersWorkflows }: Delivery): Promise<readonly number[]> => {
    if (door === 'action' && !(triggersWorkflows && starts(event, payload))) return []
    const target = door === 'app' ? eventTarget(event, payload, 'tocsin[bot]') : jobTarget(event, payload)
    if (target.is !== 'incident') return []
    if (door === 'app' && !(await isWorthALook(target.needs, saidIn(event, payload)))) return []
    return target.incidents.map(({ number }) => number)
  }
  /** Runs for whatever the events so far name. */
  const hear = async (): Promise<readonly number[]> => {
    await scene.emulator.deliveries.idle()
    const numbers = [...new Set((await Promise.all(mail.splice(0).map(targetOf))).flat())]
    const home = scene.scenario.incident()
    for (const number of numbers) {
      scene.scenario.turnTo(number)
      await scene.rest()
    }
    scene.scenario.turnTo(home)
    mail.splice(0)
    return numbers
  }
  const does = async (who: Name, method: string, path: string, body?: object): Promise<void> => {
    await scene.act(who, method, path, body)
    await hear()
  }
  const says = async (who: Name, body: string, step: string | null = null): Promise<void> => {
    await scene.posts(who, body, step)
    await hear()
  }
  const opens = async (more: object = {}): Promise<void> => {
    await scene.declare(more, 'unseen')
    await hear()
  }
  return { scene, hear, does, says, opens }
}

const forged = (of: number): string => writeMarker({ kind: 'step', incident: 'x', number: of, key: 'x' })

const edits = (scene: Scene, of: number) => ({ body: `${scene.issue().body}\n\n${forged(of)}` })

describe.each(doors)('through the %s', door => {
  test.each([
    ['of an incident that is not there', 999],
    ['of itself', 1],
    ['of one of its steps', 2],
  ])('mallory ends the incident’s text with the marker of a step %s: dana is heard', async (_, of) => {
    const { scene, does, says, opens } = await listening(door)
    await opens()
    await says('dana', '/ic')
    await does('mallory', 'PATCH', '/issues/1', edits(scene, of))
    await says('dana', '/severity SEV-1 worse')
    expect(scene.board()).toContain('· SEV-1 ·')
    await says('bob', '/done', 'stop-harm')
    expect(scene.kinds().at(-1)).toBe('step-done')
  })

  test('an incident that is opened with such a marker opens', async () => {
    const { scene, opens } = await listening(door)
    await opens({ body: `Somebody is in.\n\n${forged(999)}` })
    expect(scene.board()).toContain('no incident commander yet')
  })

  test.each(['incident', 'SEV-2'])(
    'mallory takes the label %s off before anybody commands: bob is heard',
    async name => {
      const { scene, does, says, opens } = await listening(door)
      await opens()
      await does('mallory', 'DELETE', `/issues/1/labels/${name}`)
      await says('bob', '/ic')
      expect(scene.board()).toContain('**bob** (acting')
      expect(scene.labels()).toContain('incident')
    },
  )

  test('mallory takes the label off four times: dana is heard, and the label is there', async () => {
    const { scene, does, says, opens } = await listening(door)
    await opens()
    await says('dana', '/ic')
    for (let time = 1; time <= 4; time += 1) await does('mallory', 'DELETE', '/issues/1/labels/incident')
    await says('dana', '/severity SEV-1 worse')
    expect(scene.labels()).toEqual(['SEV-1', 'incident'])
  })

  test('every label gone and a marker in the text, all while nothing ran: the next command is heard', async () => {
    const { scene, says, opens } = await listening(door)
    await opens()
    await scene.act('mallory', 'DELETE', '/issues/1/labels')
    await scene.act('mallory', 'PATCH', '/issues/1', edits(scene, 999))
    await says('dana', '/ic')
    expect(scene.board()).toContain('Incident commander: **dana**')
    expect(scene.labels()).toEqual(['SEV-2', 'incident'])
  })

  test('an incident that a monitor opened by its bot, with the marker put at its end', async () => {
    const { scene, hear, does, says } = await listening(door)
    createIssue(scene.world, scene.robot(), scene.home().id, { title: 'Probe', body: 'Down.', labels: ['incident'] })
    scene.scenario.turnTo(1)
    await hear()
    await does('mallory', 'PATCH', '/issues/1', edits(scene, 999))
    await says('dana', '/ic')
    expect(scene.board()).toContain('Incident commander: **dana**')
  })

  test('the marker taken out of a step’s page: the step has its page again, at that event', async () => {
    const { scene, does, says, opens } = await listening(door)
    await opens()
    await says('dana', '/ic')
    const { number } = scene.issue('find-cause')
    await does('mallory', 'PATCH', `/issues/${number}`, { body: 'Nothing.' })
    expect(scene.issue('find-cause').number).not.toBe(number)
  })

  test('talk on an issue that is nobody’s incident starts nothing', async () => {
    const { scene, hear } = await listening(door, { given: small })
    const { number } = createIssue(scene.world, scene.actor('bob'), scene.home().id, { title: 'A typo', body: 'x' })
    scene.scenario.turnTo(number)
    await scene.posts('bob', 'see /etc/passwd, and/or what alice wrote')
    expect(await hear()).toEqual([])
  })

  describe('mallory transfers the incident’s own issue away', () => {
    const led = async () => {
      const heard = await listening(door)
      await heard.opens()
      await heard.says('dana', '/ic')
      return heard
    }
    const seen = (scene: Scene, { id }: Issue): string => {
      const { labelIds, assigneeIds, state } = scene.world.state.issues.get(id) ?? {}
      const comments = [...scene.world.state.comments.values()].filter(one => one.issueId === id)
      return JSON.stringify([labelIds, assigneeIds, state, comments])
    }

    test('the roster is told once, on the page of the first step, and nothing is written there', async () => {
      const { scene, hear, says } = await led()
      const moved = transferredAway(scene)
      const before = seen(scene, moved)
      await hear()
      expect(scene.replies('stop-harm')).toHaveLength(1)
      expect(scene.lastReply('stop-harm')).toContain('@dana @erin **The issue of')
      await says('bob', '/status', 'find-cause')
      await scene.rest()
      expect(scene.replies('stop-harm')).toHaveLength(1)
      expect(seen(scene, moved)).toBe(before)
      scene.emulator.clock.advance(900_000)
      const writes = scene.writes()
      await scene.rest()
      expect(writes()).toBe(0)
    })

    test('commands on its steps are carried out, by the same permissions', async () => {
      const { scene, hear, says } = await led()
      transferredAway(scene)
      await hear()
      await says('bob', '/severity SEV-1 it spreads', 'find-cause')
      expect(scene.kinds().at(-1)).toBe('severity-set')
      await says('mallory', '/skip no need', 'stop-harm')
      expect(scene.lastReply('stop-harm')).toContain('@mallory `/skip no need` was rejected')
      await says('dana', '/assign @alice', 'find-cause')
      expect(scene.assignees('find-cause')).toEqual(['alice'])
      await says('alice', '/done', 'find-cause')
      expect(scene.issue('find-cause').state).toBe('closed')
      expect((await scene.rest()).map(({ is }) => is)).toEqual(['settled'])
    })

    test('or deletes it: the same', async () => {
      const { scene, says } = await led()
      setRole(scene.world, scene.home().id, scene.actor('dana').user, 'admin')
      deleteIssue(scene.world, scene.actor('dana'), scene.issue().id)
      await says('bob', '/severity SEV-1 it spreads', 'find-cause')
      expect(scene.kinds()).toContain('severity-set')
      expect(scene.lastReply('stop-harm')).toContain('is not in this repository any more')
    })
  })
})

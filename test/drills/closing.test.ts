import { closeIssue, createPull, mergePull, pullsOf, push, refsOf, reopenIssue } from 'github-emulator'
import { describe, expect, test } from 'vitest'
import type { Name } from '../../src/drill/acme.ts'
import { standing } from '../../src/drill/standing.ts'
import { openScene, type Scene } from './scene.ts'

// How an incident ends, who may end it, and what becomes of its post-mortem.

const led = async (): Promise<Scene> => {
  const scene = await openScene()
  await scene.declare()
  await scene.says('dana', '/ic')
  return scene
}

const ready = async (): Promise<Scene> => {
  const scene = await led()
  await scene.says('bob', '/done', 'stop-harm')
  return scene
}

const closed = async (): Promise<Scene> => {
  const scene = await ready()
  await scene.closes('dana')
  return scene
}

const quiet = async (scene: Scene): Promise<void> => {
  const writes = scene.writes()
  await scene.rest()
  scene.emulator.clock.advance(600_000)
  await scene.rest()
  expect(writes()).toBe(0)
  expect(scene.emulator.violations).toEqual([])
}

const pulls = (scene: Scene): readonly { number: number; state: string; head: string; body: string }[] =>
  pullsOf(scene.world.state, scene.home().id).map(pull => {
    const issue = scene.world.state.issues.get(pull.issueId)
    return {
      number: issue?.number ?? 0,
      state: pull.merged ? 'merged' : (issue?.state ?? ''),
      head: pull.headRef,
      body: issue?.body ?? '',
    }
  })

const text = (scene: Scene): string => standing(scene.emulator).postMortem(1) ?? ''

describe('closing by hand', () => {
  test('by the commander, with everything required done: it is closed, and the post-mortem is asked to be read', async () => {
    const scene = await ready()
    const mailed = scene.mailed()
    await scene.closes('dana')
    expect(scene.issue().state).toBe('closed')
    expect(scene.board()).toMatch(/Closed\. Post-mortem: #\d+\./)
    expect(pulls(scene)).toMatchObject([{ state: 'open', head: 'post-mortem/1' }])
    expect(mailed()).toContain('erin')
    expect(refsOf(scene.world.state, scene.home().id, 'refs/tags/').map(ref => ref.name)).toEqual([
      'refs/tags/incident-1-1',
    ])
    await quiet(scene)
  })

  test('by the commander, too early: it is opened again, and told what is missing', async () => {
    const scene = await led()
    await scene.closes('dana')
    expect(scene.issue().state).toBe('open')
    expect(scene.lastReply()).toContain('@dana Blocked from closing: 1 required step open. The incident is open again.')
    expect(scene.lastReply()).toContain('- `stop-harm`: `/done stop-harm` or `/skip stop-harm <reason>`')
    expect(pulls(scene)).toEqual([])
    await quiet(scene)
  })

  test('by somebody else: opened again, three times; then the commander is asked, and it is left', async () => {
    const scene = await ready()
    for (let time = 1; time <= 3; time += 1) {
      await scene.closes('mallory')
      expect(scene.issue().state).toBe('open')
      expect(scene.lastReply()).toContain('@mallory You closed the incident. Reverted')
    }
    await scene.closes('mallory')
    expect(scene.issue().state).toBe('closed')
    expect(scene.lastReply()).toContain('@dana: the same change was made by hand again after three reverts')
    expect(pulls(scene)).toEqual([])
    await quiet(scene)
    await scene.reopens('dana')
    await scene.closes('dana')
    expect(pulls(scene)).toHaveLength(1)
    expect(scene.replies()).toHaveLength(4)
    await quiet(scene)
  })

  test('while nobody commands: left closed, told what it lacks, and whoever takes command gets it open', async () => {
    const scene = await openScene()
    await scene.declare()
    await scene.closes('mallory')
    expect(scene.issue().state).toBe('closed')
    expect(scene.lastReply()).toContain('There is no incident commander, so the incident still counts as open.')
    expect(pulls(scene)).toEqual([])
    await quiet(scene)
    await scene.says('erin', '/ic')
    expect(scene.issue().state).toBe('open')
    expect(scene.board()).toContain('Incident commander: **erin**')
    await quiet(scene)
  })

  test('by an acting commander: opened again, and who could close it is said', async () => {
    const scene = await openScene()
    await scene.declare()
    await scene.says('alice', '/ic\n/done stop-harm')
    await scene.closes('alice')
    expect(scene.issue().state).toBe('open')
    expect(scene.lastReply()).toContain('only the incident commander (not an acting one) closes it')
    await scene.says('dana', '/ic')
    await scene.closes('dana')
    expect(scene.issue().state).toBe('closed')
  })

  test('by a pull request’s keyword: opened again', async () => {
    const scene = await ready()
    push(scene.world, scene.actor('mallory'), scene.home().id, { branch: 'fix', files: { 'fix.md': 'fixed' } })
    const pull = createPull(scene.world, scene.actor('mallory'), scene.home().id, {
      title: 'A fix',
      head: 'fix',
      base: 'main',
      body: 'Fixes #1',
    })
    scene.emulator.clock.advance(60_000)
    mergePull(scene.world, scene.actor('mallory'), pull.id)
    expect(scene.issue().state).toBe('closed')
    await scene.rest()
    expect(scene.issue().state).toBe('open')
    expect(pulls(scene).filter(one => one.head.startsWith('post-mortem/'))).toEqual([])
    await quiet(scene)
  })

  test('by a bot that thinks it stale, again and again: three times opened, then left', async () => {
    const scene = await ready()
    for (let time = 0; time < 8; time += 1) {
      scene.emulator.clock.advance(60_000)
      closeIssue(scene.world, scene.robot(), scene.issue().id, 'not_planned')
      await scene.rest()
    }
    expect(scene.replies()).toHaveLength(4)
    expect(scene.replies()[0]).toMatch(/^The bot \*\*stale-robot\[bot\]\*\* closed the incident\. Reverted/)
    expect(scene.issue().state).toBe('closed')
    await quiet(scene)
  })
})

describe('a false alarm', () => {
  test('is closed at once, without a post-mortem, and keeps its record', async () => {
    const scene = await led()
    await scene.says('dana', '/cancel it was our own monitoring')
    expect(scene.issue()).toMatchObject({ state: 'closed', stateReason: 'not_planned' })
    expect(scene.board()).toContain('Cancelled: a false alarm. Nothing more to do here.')
    expect(pulls(scene)).toEqual([])
    expect(refsOf(scene.world.state, scene.home().id, 'refs/tags/').map(ref => ref.name)).toEqual([
      'refs/tags/incident-1-1',
    ])
    await quiet(scene)
  })

  test('that was none is opened again by anybody who may write, and goes on', async () => {
    const scene = await led()
    await scene.says('dana', '/cancel it was our own monitoring')
    await scene.reopens('mallory')
    expect(scene.issue().state).toBe('open')
    expect(scene.board()).toContain('Incident commander: **dana**')
    await scene.says('dana', '/done stop-harm')
    await scene.closes('dana')
    expect(pulls(scene)).toHaveLength(1)
    await quiet(scene)
  })
})

describe('reopened', () => {
  test('before the post-mortem is merged: the same pull request follows the second close', async () => {
    const scene = await closed()
    const before = text(scene)
    await scene.reopens('bob')
    expect(scene.board()).not.toContain('Closed.')
    await scene.says('dana', '/done find-cause it was the cache')
    await scene.closes('dana')
    expect(pulls(scene)).toHaveLength(1)
    expect(text(scene)).not.toBe(before)
    expect(text(scene)).toContain('it was the cache')
    expect(text(scene)).toContain('`incident-1-2`')
    await quiet(scene)
  })

  test('after people wrote in the file: their words stay, to the letter', async () => {
    const scene = await closed()
    const theirs = `${text(scene)}\nWhat we learned: ask sooner.\n`
    push(scene.world, scene.actor('erin'), scene.home().id, {
      branch: 'post-mortem/1',
      files: { 'incidents/1/post-mortem.md': theirs },
    })
    await scene.reopens('bob')
    await scene.says('dana', '/done find-cause it was the cache')
    await scene.closes('dana')
    expect(text(scene)).toBe(theirs)
    expect(pulls(scene)).toHaveLength(1)
    await quiet(scene)
  })

  test('after it was merged: a second one', async () => {
    const scene = await closed()
    const [first] = pullsOf(scene.world.state, scene.home().id)
    scene.emulator.clock.advance(60_000)
    mergePull(scene.world, scene.actor('erin'), first?.id ?? 0)
    await scene.rest()
    await scene.reopens('bob')
    await scene.says('dana', '/done find-cause it was the cache')
    await scene.closes('dana')
    expect(pulls(scene)).toMatchObject([
      { state: 'merged', head: 'post-mortem/1' },
      { state: 'open', head: 'post-mortem/1-2' },
    ])
    expect(scene.board()).toContain(`Post-mortem: #${pulls(scene)[1]?.number}.`)
    await quiet(scene)
  })

  test('a pull request closed without a merge was closed by somebody, and stays so', async () => {
    const scene = await closed()
    await scene.act('erin', 'PATCH', `/pulls/${pulls(scene)[0]?.number}`, { state: 'closed' })
    await scene.rest()
    expect(pulls(scene)).toMatchObject([{ state: 'closed' }])
    await quiet(scene)
  })

  test('and the incident reopened and closed again: a new one', async () => {
    const scene = await closed()
    await scene.act('erin', 'PATCH', `/pulls/${pulls(scene)[0]?.number}`, { state: 'closed' })
    await scene.rest()
    await scene.reopens('bob')
    await scene.says('dana', '/done find-cause it was the cache')
    await scene.closes('dana')
    expect(pulls(scene)).toMatchObject([{ state: 'closed' }, { state: 'open', head: 'post-mortem/1-2' }])
    await quiet(scene)
  })

  test('somebody reopened the pull request themselves: it is the one that goes on', async () => {
    const scene = await closed()
    const number = pulls(scene)[0]?.number
    await scene.act('erin', 'PATCH', `/pulls/${number}`, { state: 'closed' })
    await scene.rest()
    await scene.act('erin', 'PATCH', `/pulls/${number}`, { state: 'open' })
    await scene.rest()
    expect(pulls(scene)).toMatchObject([{ state: 'open' }])
    await quiet(scene)
  })

  test('its branch deleted once it is merged is not made again', async () => {
    const scene = await closed()
    const [first] = pullsOf(scene.world.state, scene.home().id)
    mergePull(scene.world, scene.actor('erin'), first?.id ?? 0)
    await scene.act('erin', 'DELETE', '/git/refs/heads/post-mortem/1')
    await quiet(scene)
    expect(pulls(scene)).toHaveLength(1)
  })

  test('by a bot: closed again', async () => {
    const scene = await closed()
    scene.emulator.clock.advance(60_000)
    reopenIssue(scene.world, scene.robot(), scene.issue().id)
    await scene.rest()
    expect(scene.issue().state).toBe('closed')
    expect(scene.lastReply()).toContain('reopened the incident. Reverted')
    await quiet(scene)
  })
})

describe('a step closed by hand', () => {
  test.each([
    ['bob', 'completed', 'step-done'],
    ['dana', 'not_planned', 'step-skipped'],
  ] as const)('by %s as %s: %s', async (who: Name, reason, kind) => {
    const scene = await led()
    await scene.closes(who, 'find-cause', reason)
    expect(scene.kinds().at(-1)).toBe(kind)
    expect(scene.board()).toContain('1 of 3 steps finished')
    await scene.reopens('bob', 'find-cause')
    expect(scene.kinds().at(-1)).toBe('step-reopened')
    expect(scene.board()).toContain('0 of 3 steps finished')
    await quiet(scene)
  })

  test('by somebody who may not skip it: opened again', async () => {
    const scene = await led()
    await scene.closes('mallory', 'find-cause', 'not_planned')
    expect(scene.issue('find-cause').state).toBe('open')
    expect(scene.lastReply('find-cause')).toContain('@mallory You closed this step as not planned. Reverted')
    await quiet(scene)
  })

  test('a blocked gate: opened again, for the commander as well', async () => {
    const scene = await led()
    await scene.closes('dana', 'tell-company')
    expect(scene.issue('tell-company').state).toBe('open')
    expect(scene.lastReply('tell-company')).toContain('`tell-company` is blocked until')
    await quiet(scene)
  })
})

describe('after the end', () => {
  const ended = async (): Promise<Scene> => {
    const scene = await openScene()
    await scene.declare()
    await scene.says('dana', '/ic')
    await scene.says('dana', '/done stop-harm')
    await scene.closes('dana')
    return scene
  }

  test('the label of a severity set by hand is taken off again, and board and post-mortem agree', async () => {
    const scene = await ended()
    await scene.act('mallory', 'POST', '/issues/1/labels', { labels: ['SEV-1'] })
    await scene.rest()
    expect(scene.labels()).toEqual(['SEV-2', 'incident'])
    expect(scene.board()).toContain('· SEV-2 · closed')
    expect(scene.lastReply()).toContain('@mallory You changed an incident that is closed. Reverted')
  })

  test('a required step that is reopened is closed again: nothing required is open on a closed incident', async () => {
    const scene = await ended()
    await scene.reopens('mallory', 'stop-harm')
    expect(scene.issue('stop-harm').state).toBe('closed')
    expect(scene.lastReply('stop-harm')).toContain('@mallory You changed an incident that is closed. Reverted')
    expect(scene.kinds()).not.toContain('step-reopened')
  })

  test('who assigns herself is taken off', async () => {
    const scene = await ended()
    await scene.assigns('mallory', ['mallory'])
    expect(scene.assignees()).toEqual(['dana'])
    expect(scene.lastReply()).toContain('Reverted: nothing is changed after the end')
    await scene.reopens('bob')
    await scene.assigns('mallory', ['mallory'])
    expect(scene.assignees()).toEqual(['dana', 'mallory'])
  })
})

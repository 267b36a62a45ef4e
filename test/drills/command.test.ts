import {
  accountByLogin,
  addAssignees,
  addUser,
  deleteAccount,
  deleteIssue,
  removeAssignees,
  renameAccount,
  setRole,
} from 'github-emulator'
import { describe, expect, test } from 'vitest'
import type { Name } from '../../src/drill/acme.ts'
import { openScene, type Scene } from './scene.ts'

// Who commands, and what becomes of what everybody else does by hand.

const opened = async (): Promise<Scene> => {
  const scene = await openScene()
  await scene.declare()
  return scene
}

const led = async (): Promise<Scene> => {
  const scene = await opened()
  await scene.says('dana', '/ic')
  return scene
}

const quiet = async (scene: Scene): Promise<void> => {
  const writes = scene.writes()
  await scene.rest()
  expect(writes()).toBe(0)
  expect(scene.emulator.violations).toEqual([])
}

describe('a vacant command', () => {
  test('is taken by anybody who may write, acting, and what an acting commander may not is refused', async () => {
    const scene = await opened()
    await scene.says('alice', '/ic')
    expect(scene.board()).toContain(
      'Incident commander: **alice** (acting: cannot close, cancel, lower the severity, skip steps or approve gates)',
    )
    expect(scene.assignees()).toEqual(['alice'])
    for (const order of [
      '/severity SEV-4 small',
      '/cancel a test',
      '/skip find-cause no need',
      '/rule-out insider nobody',
    ]) {
      await scene.says('alice', order)
      expect(scene.lastReply()).toContain(`@alice \`${order}\` was rejected. You don’t have permission to `)
      expect(scene.lastReply()).toContain('Acting incident commander: **alice**.')
    }
    await scene.says('alice', '/assign find-cause @bob\n/severity SEV-1 all is down')
    expect(scene.assignees('find-cause')).toEqual(['bob'])
    expect(scene.labels()).toContain('SEV-1')
    await quiet(scene)
  })

  test('is not taken by somebody who may only read', async () => {
    const scene = await opened()
    await scene.says('rita', '/ic')
    expect(scene.lastReply()).toContain('@rita `/ic` was rejected.')
    expect(scene.board()).toContain('**no incident commander yet.**')
  })

  test('of two who take it, the first has it', async () => {
    const scene = await opened()
    await scene.posts('alice', '/ic')
    await scene.posts('bob', '/ic')
    await scene.rest()
    expect(scene.assignees()).toEqual(['alice'])
    expect(scene.lastReply()).toContain('@bob `/ic` was rejected.')
  })

  test('puts nothing back, neither an assignment to a gate nor a lowered label; who takes command does', async () => {
    const scene = await opened()
    await scene.assigns('mallory', ['mallory'], 'tell-company')
    await scene.act('bob', 'POST', `/issues/${scene.scenario.incident()}/labels`, { labels: ['SEV-4'] })
    await scene.rest()
    await scene.closes('bob', 'find-cause', 'not_planned')
    expect(scene.assignees('tell-company')).toEqual(['mallory'])
    expect(scene.labels()).toEqual(['SEV-2', 'SEV-4', 'incident'])
    expect(scene.issue('find-cause').state).toBe('closed')
    expect([scene.replies(), scene.replies('tell-company'), scene.replies('find-cause')]).toEqual([[], [], []])
    expect(scene.board()).not.toContain('Changed by hand repeatedly')
    await quiet(scene)
    await scene.says('dana', '/ic')
    expect(scene.assignees('tell-company')).toEqual([])
    expect(scene.labels()).toEqual(['SEV-2', 'incident'])
    expect(scene.issue('find-cause').state).toBe('open')
    await quiet(scene)
  })

  test('hinders nobody: whom people assign stays assigned', async () => {
    const scene = await opened()
    await scene.assigns('mallory', ['bob'], 'stop-harm')
    await scene.assigns('bob', ['alice'], 'find-cause')
    expect(scene.assignees('stop-harm')).toEqual(['bob'])
    expect(scene.assignees('find-cause')).toEqual(['alice'])
    expect(scene.replies('stop-harm')).toEqual([])
    await quiet(scene)
  })
})

describe('command changes hands', () => {
  test('somebody on the roster takes it from an acting commander', async () => {
    const scene = await opened()
    await scene.says('alice', '/ic')
    await scene.says('erin', '/ic')
    expect(scene.board()).toContain('Incident commander: **erin**\n')
    expect(scene.assignees()).toEqual(['erin'])
  })

  test('but not from one who is on the roster too', async () => {
    const scene = await led()
    await scene.says('erin', '/ic')
    expect(scene.lastReply()).toContain(
      '**dana** is incident commander. Only they can hand off command, with `/handoff @login`.',
    )
    expect(scene.assignees()).toEqual(['dana'])
  })

  test('is handed off by whoever has it, and by nobody else', async () => {
    const scene = await led()
    await scene.says('mallory', '/handoff @mallory')
    expect(scene.lastReply()).toContain('Incident commander: **dana**.')
    const mailed = scene.mailed()
    await scene.says('dana', '/handoff @erin')
    expect(scene.board()).toContain('Incident commander: **erin**\n')
    expect(scene.assignees()).toEqual(['erin'])
    expect(mailed()).toContain('erin')
    await scene.says('dana', '/skip find-cause not mine any more')
    expect(scene.lastReply()).toContain('Incident commander: **erin**.')
  })

  test('not to somebody who may only read', async () => {
    const scene = await led()
    await scene.says('dana', '/handoff @rita')
    expect(scene.lastReply()).toContain('**rita** has no write access to this repository')
  })

  test('the commander taken off the issue by hand is reverted', async () => {
    const scene = await led()
    await scene.unassigns('mallory', ['dana'])
    expect(scene.assignees()).toEqual(['dana'])
    expect(scene.lastReply()).toContain(
      '@mallory You unassigned **dana** from the incident. Reverted: they are the incident commander.',
    )
    await quiet(scene)
  })
})

describe('work given by hand', () => {
  test('by the commander is an order', async () => {
    const scene = await led()
    await scene.assigns('dana', ['gwen'], 'find-cause')
    expect(scene.assignees('find-cause')).toEqual(['gwen'])
    expect(scene.kinds().at(-1)).toBe('step-assigned')
    await scene.unassigns('dana', ['gwen'], 'find-cause')
    expect(scene.assignees('find-cause')).toEqual([])
    expect(scene.replies('find-cause')).toEqual([])
    await quiet(scene)
  })

  test('an unassigned step is taken by assigning oneself', async () => {
    const scene = await led()
    await scene.assigns('gwen', ['gwen'], 'find-cause')
    expect(scene.assignees('find-cause')).toEqual(['gwen'])
    await quiet(scene)
  })

  test('by anybody else is reverted and explained, three times; then the commander is asked, once, and it is left', async () => {
    const scene = await led()
    await scene.says('dana', '/assign find-cause @alice')
    for (let time = 1; time <= 3; time += 1) {
      await scene.assigns('mallory', ['mallory'], 'find-cause')
      expect(scene.assignees('find-cause')).toEqual(['alice'])
      expect(scene.replies('find-cause')).toHaveLength(time)
      expect(scene.lastReply('find-cause')).toContain('@mallory You assigned **mallory** to `find-cause`. Reverted')
    }
    await scene.assigns('mallory', ['mallory'], 'find-cause')
    expect(scene.assignees('find-cause')).toEqual(['alice', 'mallory'])
    expect(scene.replies('find-cause')).toHaveLength(4)
    expect(scene.lastReply('find-cause')).toContain(
      '@dana: `find-cause` was changed by hand again after three reverts.',
    )
    expect(scene.board()).toContain('Changed by hand repeatedly, and no longer reverted: `find-cause`.')
    await scene.unassigns('mallory', ['mallory', 'alice'], 'find-cause')
    await scene.assigns('mallory', ['mallory'], 'find-cause')
    expect(scene.replies('find-cause')).toHaveLength(4)
    await quiet(scene)

    await scene.says('dana', '/assign find-cause @bob')
    expect(scene.assignees('find-cause')).toEqual(['alice', 'bob'])
    expect(scene.board()).not.toContain('Changed by hand repeatedly')
    await quiet(scene)
  })

  test('a bot that keeps assigning somebody is corrected three times, called by no name, and then left alone', async () => {
    const scene = await led()
    await scene.says('dana', '/assign find-cause @alice')
    const page = scene.issue('find-cause').id
    const mallory = accountByLogin(scene.world.state, 'mallory')?.id ?? 0
    for (let time = 1; time <= 10; time += 1) {
      scene.emulator.clock.advance(60_000)
      removeAssignees(scene.world, scene.robot(), page, [mallory])
      addAssignees(scene.world, scene.robot(), page, [mallory])
      await scene.rest()
    }
    expect(scene.replies('find-cause').length).toBeLessThanOrEqual(4)
    expect(scene.replies('find-cause')[0]).toMatch(/^The bot \*\*stale-robot\[bot\]\*\* assigned \*\*mallory\*\*/)
    expect(scene.assignees('find-cause')).toEqual(['alice', 'mallory'])
    await quiet(scene)
  })

  test('to a blocked gate is reverted', async () => {
    const scene = await led()
    await scene.assigns('dana', ['gwen'], 'tell-company')
    expect(scene.assignees('tell-company')).toEqual([])
    expect(scene.lastReply('tell-company')).toContain('is blocked until `stop-harm` is done.')
    await quiet(scene)
  })

  test('people join the incident by assigning themselves, and leave it again', async () => {
    const scene = await led()
    await scene.assigns('gwen', ['gwen'])
    expect(scene.assignees()).toEqual(['dana', 'gwen'])
    await scene.assigns('mallory', ['hugo'])
    expect(scene.assignees()).toEqual(['dana', 'gwen'])
    expect(scene.lastReply()).toContain('@mallory You assigned **hugo** to the incident. Reverted')
    await scene.unassigns('gwen', ['gwen'])
    expect(scene.assignees()).toEqual(['dana'])
    await quiet(scene)
  })
})

describe('more people than GitHub shows', () => {
  const crowd = (scene: Scene, many: number): readonly string[] =>
    Array.from({ length: many }, (_, i) => {
      const { id, login } = addUser(scene.world, { login: `helper-${i}` })
      setRole(scene.world, scene.home().id, id, 'write')
      return login
    })

  test('ten are assigned, the others stand on the board, and nothing churns', async () => {
    const scene = await led()
    const people = crowd(scene, 12)
    await scene.says(
      'dana',
      `/assign find-cause ${people
        .slice(0, 6)
        .map(one => `@${one}`)
        .join(' ')}`,
    )
    await scene.says(
      'dana',
      `/assign find-cause ${people
        .slice(6)
        .map(one => `@${one}`)
        .join(' ')}`,
    )
    expect(scene.assignees('find-cause')).toHaveLength(10)
    for (const one of people) expect(scene.board()).toContain(one)
    await quiet(scene)
  })

  test('eleven at once are too many to name', async () => {
    const scene = await led()
    await scene.says(
      'dana',
      `/assign find-cause ${crowd(scene, 11)
        .map(one => `@${one}`)
        .join(' ')}`,
    )
    expect(scene.lastReply()).toContain('Too many people: the limit is 10.')
  })

  test('a dozen who join by hand: nobody is thrown out, and nothing churns', async () => {
    const scene = await led()
    for (const one of crowd(scene, 9)) {
      scene.emulator.clock.advance(60_000)
      addAssignees(scene.world, scene.actor(one), scene.issue().id, [scene.actor(one).user])
      await scene.rest()
    }
    expect(scene.assignees()).toHaveLength(10)
    expect(scene.replies()).toEqual([])
    await scene.says('dana', '/assign responder @gwen')
    await quiet(scene)
    expect(scene.assignees()).toContain('dana')
    expect(scene.assignees()).toHaveLength(10)
  })
})

describe('labels by hand', () => {
  const label = async (scene: Scene, who: Name, name: string): Promise<void> => {
    await scene.act(who, 'POST', '/issues/1/labels', { labels: [name] })
    await scene.rest()
  }
  const unlabel = async (scene: Scene, who: Name, name: string): Promise<void> => {
    await scene.act(who, 'DELETE', `/issues/1/labels/${name}`)
    await scene.rest()
  }

  test('a worse severity is taken from everybody who may write', async () => {
    const scene = await led()
    await label(scene, 'bob', 'SEV-1')
    expect(scene.labels()).toEqual(['SEV-1', 'incident'])
    expect(scene.board()).toContain('· SEV-1 ·')
    expect(scene.replies()).toEqual([])
    await quiet(scene)
  })

  test('a lesser one is reverted: it is not theirs, or lacks its reason', async () => {
    const scene = await led()
    await label(scene, 'mallory', 'SEV-4')
    expect(scene.labels()).toEqual(['SEV-2', 'incident'])
    expect(scene.lastReply()).toContain('@mallory You set SEV-4. Reverted to SEV-2')
    await label(scene, 'dana', 'SEV-3')
    expect(scene.labels()).toEqual(['SEV-2', 'incident'])
    expect(scene.lastReply()).toContain('@dana You set SEV-3 (minor')
    await quiet(scene)
  })

  test('the severity’s label taken away comes back', async () => {
    const scene = await led()
    await unlabel(scene, 'mallory', 'SEV-2')
    expect(scene.labels()).toEqual(['SEV-2', 'incident'])
    expect(scene.lastReply()).toContain('@mallory You removed the label `SEV-2`. Reverted')
    await quiet(scene)
  })

  test('the incident’s label taken away again and again: it is back each time, and four replies are all that is said', async () => {
    const scene = await led()
    for (let time = 1; time <= 6; time += 1) {
      await unlabel(scene, 'mallory', 'incident')
      expect(scene.labels()).toEqual(['SEV-2', 'incident'])
      expect(scene.replies()).toHaveLength(Math.min(time, 4))
    }
    expect(scene.lastReply()).toContain('@dana: the label `incident` was removed again after three reverts')
    await quiet(scene)
  })

  test('the incident’s label removed while nobody commands is restored, with the reason', async () => {
    const scene = await openScene()
    await scene.declare()
    await unlabel(scene, 'mallory', 'incident')
    expect(scene.labels()).toEqual(['SEV-2', 'incident'])
    expect(scene.lastReply()).toContain('@mallory You removed the label `incident`. Reverted')
    await quiet(scene)
  })

  test('a severity deleted from the repository is made again', async () => {
    const scene = await led()
    await scene.act('mallory', 'DELETE', '/labels/SEV-2')
    await scene.rest()
    expect(scene.labels()).toEqual(['SEV-2', 'incident'])
    await quiet(scene)
  })

  test('other labels change nothing', async () => {
    const scene = await led()
    const writes = scene.writes()
    await label(scene, 'mallory', 'needs coffee')
    expect(writes()).toBe(0)
    expect(scene.labels()).toContain('needs coffee')
  })
})

describe('what happens to the pages', () => {
  test('locked: orders are followed though no word can be said; unlocked, the words come', async () => {
    const scene = await led()
    await scene.act('mallory', 'PUT', '/issues/1/lock', {})
    await scene.says('dana', '/severity SEV-1 all is down')
    await scene.says('mallory', '/cancel nothing')
    expect(scene.labels()).toContain('SEV-1')
    expect(scene.board()).toContain('SEV-1')
    expect(scene.replies()).toEqual([])
    await quiet(scene)
    await scene.act('dana', 'DELETE', '/issues/1/lock')
    await scene.rest()
    expect(scene.replies()).toHaveLength(1)
    expect(scene.lastReply()).toContain('@mallory `/cancel nothing` was rejected.')
    await quiet(scene)
  })

  test('a step’s issue deleted by hand comes again, with its number on the board', async () => {
    const scene = await led()
    const before = scene.issue('find-cause')
    deleteIssue(scene.world, { kind: 'user', user: scene.home().ownerId }, before.id)
    await scene.rest()
    expect(scene.issue('find-cause').number).not.toBe(before.number)
    expect(scene.board()).toContain(`| #${scene.issue('find-cause').number} | \`find-cause\``)
    await quiet(scene)
  })

  test('a step’s issue taken out from under the incident: the step has a page again, and only one is open', async () => {
    const scene = await led()
    const { id } = scene.issue('find-cause')
    await scene.act('mallory', 'DELETE', '/issues/1/sub_issue', { sub_issue_id: id })
    await scene.rest()
    await scene.rest()
    const pages = [...scene.world.state.issues.values()].filter(one => one.body.includes('key=find-cause'))
    expect(pages.length).toBeLessThanOrEqual(2)
    expect(scene.issue().subIssueIds).toHaveLength(3)
    await quiet(scene)
  })

  test('a title that somebody wrote, and a body, stay as they are', async () => {
    const scene = await led()
    await scene.act('mallory', 'PATCH', '/issues/1', { title: 'Mallory was here', body: 'So there.' })
    await scene.says('dana', '/confirm')
    expect(scene.issue()).toMatchObject({ title: 'Mallory was here', body: 'So there.' })
  })
})

describe('people who are not who they were', () => {
  test('the commander’s account is deleted: all goes on, and somebody on the roster can take over', async () => {
    const scene = await led()
    await scene.says('dana', '/assign find-cause @alice')
    deleteAccount(scene.world, accountByLogin(scene.world.state, 'dana')?.id ?? 0)
    await scene.says('bob', '/timeline 21:40Z first sign-in')
    expect(scene.kinds().at(-1)).toBe('timeline-noted')
    await scene.says('erin', '/ic')
    expect(scene.board()).toContain('Incident commander: **erin**')
    await quiet(scene)
  })

  test('whoever reported it is gone: the incident opens all the same', async () => {
    const scene = await openScene()
    await scene.declare({}, 'unseen')
    deleteAccount(scene.world, accountByLogin(scene.world.state, 'bob')?.id ?? 0)
    await scene.rest()
    expect(scene.board()).toContain('0 of 3 steps finished')
  })

  test('an order whose author is gone before it is read is not followed, and calls nobody', async () => {
    const scene = await led()
    await scene.posts('dana', '/cancel a test')
    const before = scene.kinds().length
    deleteAccount(scene.world, accountByLogin(scene.world.state, 'dana')?.id ?? 0)
    await scene.rest()
    expect(scene.kinds().slice(before)).toEqual(['refused'])
    expect(scene.replies()).toHaveLength(1)
    expect(scene.lastReply()).not.toContain('@')
  })

  test('the commander’s login is renamed and taken by another: the other gains nothing, the commander loses nothing', async () => {
    const scene = await led()
    const dana = accountByLogin(scene.world.state, 'dana')?.id ?? 0
    renameAccount(scene.world, dana, 'dana-new')
    const thief = addUser(scene.world, { login: 'dana' })
    setRole(scene.world, scene.home().id, thief.id, 'write')
    const say = async (id: number, body: string): Promise<void> => {
      scene.emulator.clock.advance(60_000)
      const { createComment } = await import('github-emulator')
      createComment(scene.world, { kind: 'user', user: id }, scene.issue().id, body)
      await scene.rest()
    }
    await say(thief.id, '/cancel it was nothing')
    expect(scene.lastReply()).toContain('@dana `/cancel it was nothing` was rejected.')
    await say(dana, '/skip find-cause known already')
    expect(scene.board()).toContain('`find-cause` Find the cause')
    expect(scene.kinds().at(-1)).toBe('step-skipped')
    await quiet(scene)
  })

  test('a right that was lost before the order was read counts no more', async () => {
    const scene = await opened()
    await scene.posts('alice', '/ic')
    setRole(scene.world, scene.home().id, accountByLogin(scene.world.state, 'alice')?.id ?? 0, 'read')
    await scene.rest()
    expect(scene.lastReply()).toContain('@alice `/ic` was rejected.')
  })
})

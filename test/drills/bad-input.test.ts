import { accountByLogin, addRuleset, commitOf, refOid, removeCollaborator, removeMember } from 'github-emulator'
import { describe, expect, test } from 'vitest'
import { openScene, outage, type Scene, small, team } from './scene.ts'

// What people get wrong, and what is wrong around them: each has its message, and nothing that was said is lost.

const opened = async (given: Record<string, string> = small): Promise<Scene> => {
  const scene = await openScene({ given })
  await scene.declare()
  return scene
}

describe('a file that is broken', () => {
  test('the configuration: what is right counts, and the board says what is not', async () => {
    const broken = `${team}severity: SEV-9\ntimezone: Berlin\nrooster: [dana]\n`
    const scene = await opened({ ...small, '.github/incidents.yml': broken })
    expect(scene.board()).toContain('**The configuration has problems.** Tocsin ignores the broken parts:')
    expect(scene.board()).toContain(
      '`.github/incidents.yml:9` `severity` has `SEV-9`. Expected: one of SEV-1, SEV-2, SEV-3, SEV-4, for example `severity: SEV-2`.',
    )
    expect(scene.board()).toContain('`.github/incidents.yml:10` `timezone` has `Berlin`')
    expect(scene.board()).toContain('`.github/incidents.yml:11` Unknown key `rooster`')
    await scene.says('dana', '/ic')
    expect(scene.board()).toContain('Incident commander: **dana**\n')
  })

  test('the configuration, not YAML at all: the incident opens with the built-in playbook, and nobody on the roster', async () => {
    const scene = await opened({ ...small, '.github/incidents.yml': 'roster: [dana\n\tnope: }' })
    expect(scene.board()).toContain(
      '**No incident commander yet.** The roster names nobody, so anyone with maintain access can be incident commander.',
    )
    expect(scene.board()).toContain('`.github/incidents.yml:')
    await scene.says('dana', '/ic')
    // she maintains the repository: with nobody on the roster that is enough, or it could never be ended
    expect(scene.board()).toContain('Incident commander: **dana**\n')
  })

  test('the playbook: the built-in one serves, and the board says why', async () => {
    const scene = await opened({
      ...small,
      '.github/incidents/outage.md': outage.replace('`find-cause`', '`stop-harm`'),
    })
    expect(scene.board()).toContain('`stop-attack`')
    expect(scene.board()).toContain('The id `stop-harm` is already used in line')
    expect(scene.board()).toContain('`playbook` names the unknown playbook `outage`. Expected: one of')
  })

  test('both are mended while it runs: it keeps what it began with', async () => {
    const scene = await opened({ ...small, '.github/incidents.yml': 'timezone: Berlin\n' })
    const board = scene.board()
    const file = (await scene.scenario.ask('dana', 'GET', '/contents/.github/incidents.yml')) as { sha: string }
    const content = Buffer.from(team).toString('base64')
    await scene.act('dana', 'PUT', '/contents/.github/incidents.yml', { message: 'Mend', content, sha: file.sha })
    await scene.rest()
    // but whether a ruleset is missing depends on who is trusted with the record now
    expect(scene.board()).toBe(board.replace(/^\*\*No ruleset .*\n\n/m, ''))
  })
})

describe('an order that cannot be followed', () => {
  test.each([
    ['/statsu', 'There is no command `/statsu`.\n`/help status` explains the one that is spelled almost like it'],
    ['/frobnicate', 'There is no command `/frobnicate`.\n`/help` lists all commands.'],
    ['/done fnd-cause', 'Unknown step `fnd-cause`. Did you mean `find-cause`? Steps: `stop-harm`, `find-cause`'],
    ['/assign find-cause @nobody-here', 'No collaborator named `@nobody-here`. Check the spelling'],
    ['/assign find-cause alice', '`alice` has no `@`. Write people as `@login`: `@alice`.'],
    ['/assign find-cause @acme/security', 'is a team. Name its people one by one.'],
    ['/severity SEV-7', 'Unknown severity `SEV-7`.'],
    ['/skip find-cause', 'is missing.'],
    ['／status', 'which only looks like a plain character'],
    ['/sta\u200btus', 'an invisible character (U+200B)'],
    ['/timeline 3:00 something', 'its time zone is missing'],
  ])('%s', async (order, words) => {
    const scene = await opened()
    await scene.says('dana', '/ic')
    await scene.says('dana', order)
    expect(scene.replies()).toHaveLength(1)
    expect(scene.lastReply()).toContain('@dana')
    expect(scene.lastReply()).toContain(words)
    expect(scene.emulator.violations).toEqual([])
  })

  test('somebody who has left: nobody is assigned, and it is said', async () => {
    const scene = await opened()
    await scene.says('dana', '/ic')
    const rita = accountByLogin(scene.world.state, 'rita')?.id ?? 0
    removeCollaborator(scene.world, scene.home().id, rita)
    removeMember(scene.world, scene.home().ownerId, rita)
    await scene.says('dana', '/assign find-cause @rita')
    expect(scene.lastReply()).toContain('No collaborator named `@rita`')
    expect(scene.assignees('find-cause')).toEqual([])
  })

  test('a bot, which GitHub does not assign', async () => {
    const scene = await opened()
    await scene.says('dana', '/ic')
    scene.robot()
    await scene.says('dana', '/assign find-cause @stale-robot[bot]')
    expect(scene.lastReply()).toContain('No collaborator named `@stale-robot[bot]`')
    expect(scene.assignees('find-cause')).toEqual([])
  })

  test('somebody ordered and then gone before GitHub is told: nothing churns, and the board names them', async () => {
    const scene = await opened()
    await scene.says('dana', '/ic\n/assign find-cause @rita')
    const rita = accountByLogin(scene.world.state, 'rita')?.id ?? 0
    removeCollaborator(scene.world, scene.home().id, rita)
    removeMember(scene.world, scene.home().ownerId, rita)
    await scene.rest()
    const writes = scene.writes()
    await scene.rest()
    expect(writes()).toBe(0)
    expect(scene.board()).toContain('| rita |')
  })

  test('several in one comment: each has its outcome, and what is right is done', async () => {
    const scene = await opened()
    await scene.says('dana', '/ic\n/severity SEV-1 all is down\n/done nothing-here\n/frob')
    expect(scene.labels()).toContain('SEV-1')
    expect(scene.assignees()).toEqual(['dana'])
    expect(scene.replies()).toHaveLength(1)
    expect(scene.lastReply()).toMatch(
      /^@dana\n\n- `\/done nothing-here` was rejected\.[\s\S]*\n- `\/frob` was rejected\./,
    )
  })

  test('hundreds in one comment: none, said in one reply', async () => {
    const scene = await opened()
    await scene.says('dana', Array.from({ length: 300 }, () => '/ic').join('\n'))
    expect(scene.lastReply()).toContain('This comment has more than 20 commands.')
    expect(scene.assignees()).toEqual([])
  })

  test('on a closed incident', async () => {
    const scene = await opened()
    await scene.says('dana', '/ic')
    await scene.says('dana', '/cancel a test of ours')
    await scene.says('bob', '/severity SEV-1 no, it is real')
    expect(scene.lastReply()).toContain('This incident is cancelled.\nAnyone with write access can reopen it')
  })
})

describe('texts as long as GitHub lets them be', () => {
  test.each([65_535, 65_536])('a comment of %i characters with an order in it', async length => {
    const scene = await opened()
    await scene.says('dana', '/ic')
    const order = '/severity SEV-1 '
    await scene.says('dana', `${order}${'x'.repeat(length - order.length)}`)
    expect(scene.labels()).toContain('SEV-1')
    expect(scene.board()).toContain('SEV-1')
  })

  test('one more is GitHub’s to refuse', async () => {
    const scene = await opened()
    await expect(scene.posts('dana', 'x'.repeat(65_537))).rejects.toThrow('422')
  })

  test.each([
    ['letters', 'x'],
    ['characters outside the basic plane', '🔥'],
    ['mentions', '@dana '],
    ['lines', 'x\n'],
    ['backquotes', '`'],
  ])('a refused order as long, of %s: the reply is short enough', async (_what, unit) => {
    const scene = await opened()
    const body = `/done ${unit.repeat(40_000)}`
    await scene.says('dana', [...body].slice(0, 32_000).join(''))
    expect(scene.replies()).toHaveLength(1)
    expect(scene.lastReply().length).toBeLessThan(5_000)
    expect(scene.emulator.violations).toEqual([])
  })

  test.each(['x', '🔥'])('a form of 65,536 of %s', async unit => {
    const scene = await openScene()
    await scene.declare({ body: unit.repeat(Math.floor(65_536 / unit.length)) })
    expect(scene.board()).toContain('0 of 3 steps finished')
    expect(scene.kinds()).toEqual(['declared'])
  })

  test('a timeline of long entries goes into the post-mortem’s file, and its pull request stays within bounds', async () => {
    const scene = await opened()
    await scene.says('dana', '/ic')
    for (let hour = 10; hour < 22; hour += 1) {
      await scene.says('bob', `/timeline ${hour}:00Z ${`${hour} `.repeat(10_000)}`)
    }
    await scene.says('dana', '/done stop-harm')
    await scene.closes('dana')
    expect(scene.issue().state).toBe('closed')
    expect(scene.board()).toContain('Post-mortem: #')
    expect(scene.emulator.violations).toEqual([])
  })

  test('a playbook of a hundred steps fits on the board', async () => {
    const steps = Array.from({ length: 100 }, (_, i) => `- [ ] \`do-${i}\` ${'Long words '.repeat(18)}${i}\n`).join(
      '\n',
    )
    const many = `${outage.slice(0, outage.indexOf('- [ ]'))}${steps}`
    const scene = await opened({ ...small, '.github/incidents/outage.md': many })
    expect(scene.board()).toContain('of 100 steps finished')
    expect(scene.issue().subIssueIds).toHaveLength(100)
    expect(scene.board().length).toBeLessThanOrEqual(65_536)
  })
})

describe('a permission that is missing', () => {
  test('contents, to write: the checklist opens, one comment says that command does not bind, and all is caught up with', async () => {
    const scene = await openScene()
    scene.grant({ contents: 'read' })
    await scene.declare()
    await scene.says('dana', '/ic\n/severity SEV-1 all is down')
    await scene.says('bob', '/assign stop-harm')
    expect(scene.issue().subIssueIds).toHaveLength(3)
    expect(scene.replies()).toHaveLength(1)
    expect(scene.lastReply()).toContain('**Tocsin cannot carry out commands yet.**')
    expect(scene.lastReply()).toContain('Ask an administrator to grant *Contents: read and write*.')
    expect(scene.board()).toBe('')
    scene.grant({ contents: 'write' })
    await scene.rest()
    expect(scene.board()).toContain('Incident commander: **dana**')
    expect(scene.labels()).toContain('SEV-1')
    expect(scene.assignees('stop-harm')).toEqual(['bob'])
    expect(scene.issue().subIssueIds).toHaveLength(3)
  })

  test('contents, at all: without its record and its playbook nothing is begun, and one comment says so', async () => {
    const scene = await openScene()
    scene.emulator.faults.deny('contents')
    await scene.declare()
    await scene.says('dana', '/ic')
    expect(scene.issue().subIssueIds).toHaveLength(0)
    expect(scene.replies()).toHaveLength(1)
    expect(scene.lastReply()).toContain('may not read this repository’s contents')
    expect(scene.lastReply()).toContain('an administrator must grant *Contents: read and write*')
    scene.emulator.faults.allow('contents')
    await scene.rest()
    expect(scene.board()).toContain('Incident commander: **dana**')
    expect(scene.issue().subIssueIds).toHaveLength(3)
  })

  test('contents, lost while it runs: one comment says so, and what was said is taken up when it is back', async () => {
    const scene = await opened()
    await scene.says('dana', '/ic')
    scene.emulator.faults.deny('contents')
    await scene.says('dana', '/severity SEV-1 all is down')
    expect(scene.labels()).toContain('SEV-2')
    scene.emulator.clock.advance(3_600_000)
    await scene.says('bob', '/timeline 21:00Z it began')
    expect(scene.replies()).toHaveLength(1)
    scene.emulator.faults.allow('contents')
    await scene.rest()
    expect(scene.labels()).toContain('SEV-1')
    expect(scene.kinds()).toEqual(['declared', 'commander-set', 'severity-set', 'timeline-noted'])
  })

  test('issues: nothing can be shown, but nothing is lost', async () => {
    const scene = await openScene()
    scene.emulator.faults.deny('issues')
    await scene.declare()
    await scene.says('dana', '/ic')
    scene.emulator.faults.allow('issues')
    await scene.rest()
    expect(scene.board()).toContain('Incident commander: **dana**')
    expect(scene.issue().subIssueIds).toHaveLength(3)
  })

  test('pull requests: the board says how to open it by hand, and it is opened once it may be', async () => {
    const scene = await opened()
    await scene.says('dana', '/ic')
    await scene.says('dana', '/done stop-harm')
    scene.emulator.faults.deny('pull_requests')
    await scene.closes('dana')
    expect(scene.issue().state).toBe('closed')
    expect(scene.board()).toContain(
      'The post-mortem is written, but Tocsin could not open its pull request: [open it by hand](',
    )
    const writes = scene.writes()
    for (let resync = 0; resync < 4; resync += 1) await scene.rest()
    expect(writes()).toBe(0)
    scene.emulator.faults.allow('pull_requests')
    scene.emulator.clock.advance(24 * 3_600_000)
    await scene.rest()
    expect(scene.board()).toMatch(/Post-mortem: #\d+\./)
  })
})

describe('a repository where the record cannot be written', () => {
  test('without a commit: the checklist opens, and a first commit mends it', async () => {
    const scene = await opened({})
    expect(refOid(scene.world.state, scene.home().id, 'refs/heads/main')).toBeNull()
    expect(scene.replies()).toHaveLength(1)
    expect(scene.lastReply()).toContain('this repository has no commits yet. Push one; a README is enough.')
    expect(scene.issue().subIssueIds.length).toBeGreaterThan(0)
    await scene.says('dana', '/ic')
    const content = Buffer.from('# Incidents\n').toString('base64')
    await scene.act('dana', 'PUT', '/contents/README.md', { message: 'Begin', content })
    await scene.rest()
    expect(scene.board()).toContain('Incident commander: **dana**\n')
  })

  test('by a ruleset: the checklist opens, one comment says what to change; once it is changed all is caught up with', async () => {
    const scene = await openScene()
    const ruleset = addRuleset(scene.world, scene.home().id, {
      name: 'branches',
      include: ['~ALL'],
      rules: ['creation', 'update'],
    })
    await scene.declare()
    await scene.says('dana', '/ic')
    await scene.says('bob', '/timeline 21:00Z it began')
    await scene.says('mallory', '/severity SEV-4 nothing')
    expect(scene.replies()).toHaveLength(1)
    expect(scene.lastReply()).toContain('a ruleset of this repository rejects the branch `incident/…`')
    expect(scene.issue().subIssueIds).toHaveLength(3)
    expect(scene.board()).toBe('')

    scene.home().rulesets.splice(scene.home().rulesets.indexOf(ruleset), 1)
    await scene.rest()
    expect(scene.board()).toContain('Incident commander: **dana**')
    expect(scene.kinds()).toEqual(['declared', 'commander-set', 'timeline-noted', 'refused'])
    expect(scene.issue().subIssueIds).toHaveLength(3)
    expect(scene.lastReply()).toContain('@mallory `/severity SEV-4 nothing` was rejected')
    const head = refOid(scene.world.state, scene.home().id, 'refs/heads/incident/1') ?? ''
    expect(commitOf(scene.world.state, scene.home().id, head)?.message).toMatch(/^incident 1: /)
  })
})

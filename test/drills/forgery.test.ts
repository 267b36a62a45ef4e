import {
  accountByLogin,
  commitOf,
  createComment,
  createCommitOnBranch,
  createPull,
  filesOf,
  history,
  pullsOf,
  push,
  refOid,
} from 'github-emulator'
import { describe, expect, test } from 'vitest'
import { standing } from '../../src/drill/standing.ts'
import { openScene, type Scene, small, team } from './scene.ts'

// Mallory has write access, and wants command. Whatever she does to the record, to our comments or to other people's,
// the incident stays what those in command made it, and people are told where something was tampered with.

const opened = async (): Promise<Scene> => {
  const scene = await openScene()
  await scene.declare()
  await scene.says('dana', '/ic')
  return scene
}

const ledger = (scene: Scene): string | null => refOid(scene.world.state, scene.home().id, 'refs/heads/incident/1')

/** The ledger's file with one more line: mallory commands. */
const forged = (scene: Scene): string => {
  const text = standing(scene.emulator).ledger(1)
  const lines = text.split('\n').filter(line => line !== '')
  const before = JSON.parse(lines.findLast(line => line.includes('"commander-set"')) ?? '{}')
  const who = { id: accountByLogin(scene.world.state, 'mallory')?.id, login: 'mallory' }
  return `${text}${JSON.stringify({ ...before, who, acting: false, source: 'IC_forged' })}\n`
}

const events = 'incidents/1/events/0001.ndjson'

/** As in the page or through the API: authored by her account, signed by GitHub. */
const commits = (scene: Scene, files: Record<string, string>): void => {
  scene.emulator.clock.advance(60_000)
  createCommitOnBranch(scene.world, scene.actor('mallory'), scene.home().id, {
    branch: 'incident/1',
    expectedHeadOid: ledger(scene) ?? '',
    message: { headline: 'incident 1: 1 event [skip ci]' },
    additions: Object.entries(files).map(([path, text]) => ({ path, contents: Buffer.from(text).toString('base64') })),
  })
}

/** As `git push` from her machine, by whatever author she claims to be. */
const pushes = (scene: Scene, files: Record<string, string>, author?: { name: string; email: string }): void => {
  scene.emulator.clock.advance(60_000)
  push(scene.world, scene.actor('mallory'), scene.home().id, {
    branch: 'incident/1',
    files,
    message: 'incident 1: 1 event [skip ci]',
    ...(author === undefined ? {} : { author }),
  })
}

const ourAddress = (scene: Scene): { name: string; email: string } => {
  const id = accountByLogin(scene.world.state, scene.emulator.app.slug)?.id
  return { name: 'tocsin[bot]', email: `${id}+tocsin[bot]@users.noreply.github.com` }
}

const alarms = (scene: Scene): readonly string[] =>
  scene.replies().filter(reply => reply.includes('The record of this incident'))

describe('an event committed to the ledger', () => {
  test.each([
    ['through the page', (scene: Scene) => commits(scene, { [events]: forged(scene) }), 'changed by mallory'],
    ['by git push', (scene: Scene) => pushes(scene, { [events]: forged(scene) }), 'changed by somebody'],
    [
      'by git push in our bot’s name',
      (scene: Scene) => pushes(scene, { [events]: forged(scene) }, ourAddress(scene)),
      'changed by somebody',
    ],
    [
      'with an identities line of her own beside it',
      (scene: Scene) =>
        commits(scene, {
          [events]: forged(scene),
          '.github/incidents.yml': `${team}`.replace(
            'identities: [',
            `identities: [${accountByLogin(scene.world.state, 'mallory')?.id}, `,
          ),
        }),
      'changed by mallory',
    ],
    [
      'as a lease that never ends',
      (scene: Scene) =>
        commits(scene, {
          'incidents/1/lease.json': `${JSON.stringify({
            v: 1,
            watermark: '2026-03-02T00:00:00Z',
            leases: [{ run: 'mine', until: '2036-01-01T00:00:00Z', events: [1, 100] }],
          })}\n`,
        }),
      'changed by mallory',
    ],
  ])('%s counts for nothing, and is told once with the way to repair it', async (_how, tamper, by) => {
    const scene = await opened()
    const verified = ledger(scene) ?? ''
    const board = scene.board()
    tamper(scene)
    const head = ledger(scene)

    await scene.says('mallory', '/close')
    await scene.says('dana', '/severity SEV-1 the build server')
    await scene.rest()

    expect(alarms(scene)).toHaveLength(1)
    expect(alarms(scene)[0]).toContain(`${by}`)
    expect(alarms(scene)[0]).toContain(`\`git push --force origin ${verified.slice(0, 12)}:refs/heads/incident/1\``)
    expect(ledger(scene)).toBe(head)
    expect(scene.board()).toBe(board)
    expect(scene.assignees()).toEqual(['dana'])
    expect(scene.labels()).toEqual(['SEV-2', 'incident'])
    const writes = scene.writes()
    await scene.rest()
    expect(writes()).toBe(0)

    await scene.act('dana', 'PATCH', '/git/refs/heads/incident/1', { sha: verified, force: true })
    await scene.rest()
    expect(scene.labels()).toEqual(['SEV-1', 'incident'])
    expect(scene.board()).toContain('Incident commander: **dana**')
    expect(scene.board()).toContain('SEV-1')
    expect(scene.kinds()).toEqual(['declared', 'commander-set', 'refused', 'severity-set'])
    expect(alarms(scene)).toHaveLength(1)
    expect(scene.emulator.violations).toEqual([])
  })

  test('between our read and our commit: ours does not land on hers', async () => {
    const scene = await opened()
    let struck = false
    scene.emulator.pace = ({ request, alias }) => {
      if (struck || alias !== undefined || !request.aliases.some(one => one.field === 'createCommitOnBranch')) return
      struck = true
      commits(scene, { [events]: forged(scene) })
    }
    await scene.says('dana', '/severity SEV-1 the build server')
    scene.emulator.pace = null
    expect(struck).toBe(true)
    expect(alarms(scene)).toHaveLength(1)
    expect(scene.labels()).toEqual(['SEV-2', 'incident'])
    expect(scene.kinds()).toEqual(['declared', 'commander-set', 'commander-set'])
  })

  test('sixty times over: one alarm, which does not say to delete what is below', async () => {
    const scene = await opened()
    const verified = ledger(scene)
    for (let time = 0; time < 60; time += 1) pushes(scene, { [events]: `${forged(scene)}${time}\n` })
    await scene.rest()
    expect(alarms(scene)).toHaveLength(1)
    expect(alarms(scene)[0]).toContain('where `<commit>` is the app’s last commit on that branch')
    expect(alarms(scene)[0]).not.toContain('delete')
    await scene.act('dana', 'PATCH', '/git/refs/heads/incident/1', { sha: verified, force: true })
    await scene.says('dana', '/confirm')
    expect(scene.kinds()).toEqual(['declared', 'commander-set', 'confirmed'])
  })

  test('one on top of another: one alarm, which names the first', async () => {
    const scene = await opened()
    pushes(scene, { [events]: forged(scene) })
    const first = ledger(scene) ?? ''
    await scene.rest()
    for (let time = 0; time < 5; time += 1) {
      commits(scene, { 'x.md': `${time}` })
      await scene.rest()
    }
    expect(alarms(scene)).toHaveLength(1)
    expect(alarms(scene)[0]).toContain(`in commit \`${first.slice(0, 12)}\``)
  })

  test.each([
    ['deleted', async (scene: Scene) => void (await scene.act('mallory', 'DELETE', '/git/refs/heads/incident/1'))],
    [
      'set back to where it began',
      async (scene: Scene) => {
        const sha = refOid(scene.world.state, scene.home().id, 'refs/heads/main')
        await scene.act('mallory', 'PATCH', '/git/refs/heads/incident/1', { sha, force: true })
      },
    ],
  ])(
    'the branch is %s, and dana’s order edited: nothing is judged anew, one alarm says so, and it is put back',
    async (_how, take) => {
      const scene = await openScene()
      await scene.declare()
      const order = await scene.posts('dana', '/ic')
      await scene.rest()
      const kept = ledger(scene) ?? ''
      await scene.edits('mallory', order, 'Nothing.')
      await take(scene)
      await scene.says('mallory', '/ic')
      await scene.says('mallory', '/severity SEV-1 mine now')
      expect(alarms(scene)).toHaveLength(1)
      expect(alarms(scene)[0]).toMatch(/The record of this incident was (deleted|rolled back)\*\* by mallory/)
      expect(alarms(scene)[0]).toContain(`git push --force origin ${kept}:refs/heads/incident/1`)
      expect(scene.assignees()).toEqual(['dana'])
      expect(alarms(scene)[0]).toContain('Tocsin now puts it back there itself')
      expect(history(scene.world.state, scene.home().id, ledger(scene) ?? '').map(({ oid }) => oid)).toContain(kept)
      expect(scene.board()).toContain('Incident commander: **dana**')
      expect(scene.kinds()).toEqual(['declared', 'commander-set', 'record-restored', 'refused', 'severity-set'])
      expect(scene.replies().filter(reply => reply.includes('@mallory `/ic` was rejected.'))).toHaveLength(1)
      scene.emulator.clock.advance(600_000)
      const writes = scene.writes()
      await scene.rest()
      expect(writes()).toBe(0)
    },
  )

  test('without its board too nothing is declared anew where Tocsin has worked: both come back', async () => {
    const scene = await opened()
    const kept = ledger(scene) ?? ''
    await scene.act('mallory', 'DELETE', '/git/refs/heads/incident/1')
    const board = scene.comments().find(one => one.body.includes('tocsin:board'))?.id ?? 0
    await scene.deletes('mallory', board)
    scene.emulator.clock.advance(600_000)
    await scene.rest()
    expect(alarms(scene)).toHaveLength(1)
    expect(history(scene.world.state, scene.home().id, ledger(scene) ?? '').map(({ oid }) => oid)).toContain(kept)
    expect(scene.kinds()).toEqual(['declared', 'commander-set', 'record-restored', 'reverted'])
    expect(scene.events().at(-1)).toMatchObject({ is: 'reverted', by: { login: 'mallory' } })
    expect(scene.board()).toContain('Incident commander: **dana**')
  })

  test('a branch that was emptied is an alarm, not a new beginning', async () => {
    const scene = await opened()
    const trunk = refOid(scene.world.state, scene.home().id, 'refs/heads/main') ?? ''
    await scene.act('mallory', 'DELETE', '/git/refs/heads/incident/1')
    push(scene.world, scene.actor('mallory'), scene.home().id, {
      branch: 'incident/1',
      onto: trunk,
      files: { 'x.md': 'x' },
    })
    await scene.says('mallory', '/ic')
    expect(alarms(scene)).toHaveLength(1)
    expect(scene.assignees()).toEqual(['dana'])
  })
})

describe('a branch made in advance', () => {
  const hers = team.replace('[dana, erin]', '[mallory]')

  test('with her own roster on it: the incident opens by today’s, hers is renamed, and that is said', async () => {
    const scene = await openScene()
    push(scene.world, scene.actor('mallory'), scene.home().id, {
      branch: 'incident/1',
      files: { '.github/incidents.yml': hers },
    })
    const foreign = ledger(scene) ?? ''
    await scene.declare()
    expect(scene.board()).toContain('@dana @erin: **no incident commander yet.**')
    const to = `set-aside-incident-1-${foreign.slice(0, 12)}`
    expect(refOid(scene.world.state, scene.home().id, `refs/heads/${to}`)).toBe(foreign)
    expect(scene.replies()).toHaveLength(1)
    expect(scene.lastReply()).toContain(`Tocsin renamed it to \`${to}\``)
    await scene.says('mallory', '/ic')
    expect(scene.board()).toContain('**mallory** (acting')
    await scene.says('dana', '/ic')
    expect(scene.board()).toContain('Incident commander: **dana**\n')
    expect(scene.emulator.violations).toEqual([])
  })

  test.each([['incident'], ['incident/1/x'], ['incident/1/x', 'incident/1/y']])(
    'called %s, so that git cannot make that of the record: renamed, and the incident opens',
    async (...names) => {
      const scene = await openScene()
      for (const branch of names)
        push(scene.world, scene.actor('mallory'), scene.home().id, { branch, files: { 'x.md': branch } })
      await scene.declare()
      expect(scene.board()).toContain('no incident commander yet')
      await scene.says('dana', '/ic')
      expect(scene.kinds()).toContain('commander-set')
      for (const branch of names) {
        expect(refOid(scene.world.state, scene.home().id, `refs/heads/${branch}`)).toBeNull()
        expect(scene.replies().join('\n')).toContain(`There was a branch \`${branch}\``)
      }
      expect(scene.emulator.violations).toEqual([])
    },
  )

  test('put there after the incident had begun, with board and pages taken away: an alarm, and no new beginning', async () => {
    const scene = await opened()
    const kept = ledger(scene) ?? ''
    const trunk = refOid(scene.world.state, scene.home().id, 'refs/heads/main') ?? ''
    await scene.act('mallory', 'DELETE', '/git/refs/heads/incident/1')
    push(scene.world, scene.actor('mallory'), scene.home().id, {
      branch: 'incident/1',
      onto: trunk,
      files: { 'x.md': 'x' },
    })
    await scene.deletes('mallory', scene.comments().find(one => one.body.includes('tocsin:board'))?.id ?? 0)
    await scene.says('mallory', '/ic')
    expect(alarms(scene)).toHaveLength(1)
    expect(scene.assignees()).toEqual(['dana'])
    await scene.act('dana', 'PATCH', '/git/refs/heads/incident/1', { sha: kept, force: true })
    await scene.rest()
    expect(scene.board()).toContain('Incident commander: **dana**')
  })

  test('at an old commit of the default branch, whose roster named her: today’s roster counts', async () => {
    const scene = await openScene({ given: { ...small, '.github/incidents.yml': hers } })
    const old = refOid(scene.world.state, scene.home().id, 'refs/heads/main') ?? ''
    push(scene.world, scene.actor('dana'), scene.home().id, {
      branch: 'main',
      files: { '.github/incidents.yml': team },
    })
    await scene.act('mallory', 'POST', '/git/refs', { ref: 'refs/heads/incident/1', sha: old })
    await scene.declare()
    expect(scene.board()).toContain('@dana @erin: **no incident commander yet.**')
    await scene.says('mallory', '/ic')
    expect(scene.board()).toContain('**mallory** (acting')
    await scene.says('dana', '/ic')
    expect(scene.board()).toContain('Incident commander: **dana**\n')
  })
})

describe('our own comments', () => {
  const words = (board: string): string => board.slice(0, board.lastIndexOf('<!--'))
  const boardComment = (scene: Scene): number =>
    scene.comments().find(one => one.body.includes('tocsin:board'))?.id ?? 0

  test('an edited board is restored', async () => {
    const scene = await opened()
    const board = scene.board()
    await scene.edits('mallory', boardComment(scene), board.replace('**dana**', '**mallory**'))
    await scene.rest()
    expect(scene.board()).toBe(board)
    expect(scene.comments().filter(one => one.body.includes('tocsin:board'))).toHaveLength(1)
  })

  test('a board whose marker was taken away too is restored where it stands, pinned', async () => {
    const scene = await opened()
    const board = scene.board()
    const id = boardComment(scene)
    await scene.edits('mallory', id, 'Incident commander: **mallory**')
    await scene.rest()
    expect(scene.comments().find(one => one.id === id)?.body).toBe(board)
    expect(scene.comments().filter(one => one.body.includes('### '))).toHaveLength(1)
    expect(scene.issue().pinnedComment?.commentId).toBe(id)
  })

  test('a deleted board is posted again, once', async () => {
    const scene = await opened()
    const board = scene.board()
    await scene.deletes('mallory', boardComment(scene))
    await scene.rest()
    await scene.rest()
    // where it was deleted the record says so, and the words are the same
    expect(words(scene.board())).toBe(words(board))
    expect(scene.comments().filter(one => one.body.includes('tocsin:board'))).toHaveLength(1)
    expect(scene.issue().pinnedComment?.commentId).toBe(boardComment(scene))
  })

  test('an edited reply decides nothing', async () => {
    const scene = await opened()
    await scene.says('mallory', '/severity SEV-4 it was nothing')
    const reply = scene.comments().at(-1)
    await scene.edits('mallory', reply?.id ?? 0, '/ic @mallory')
    await scene.rest()
    expect(scene.kinds()).toEqual(['declared', 'commander-set', 'refused'])
    expect(scene.labels()).toEqual(['SEV-2', 'incident'])
  })
})

describe('our markers', () => {
  test('a sub-issue of hers with a step’s marker is no step', async () => {
    const scene = await opened()
    const marked = scene.issue('stop-harm').body
    const made = (await scene.act('mallory', 'POST', '/issues', { title: 'Stop the harm', body: marked })) as {
      id: number
      number: number
    }
    await scene.act('mallory', 'POST', '/issues/1/sub_issues', { sub_issue_id: made.id })
    await scene.act('mallory', 'POST', `/issues/${made.number}/comments`, { body: '/done' })
    await scene.act('mallory', 'PATCH', `/issues/${made.number}`, { state: 'closed' })
    await scene.rest()
    expect(scene.kinds()).toEqual(['declared', 'commander-set'])
    expect(scene.board()).toContain('0 of 3 steps finished')
    expect(scene.issue('stop-harm').state).toBe('open')
  })

  test('a reply’s marker in her own comment silences no reply', async () => {
    const scene = await opened()
    const id = await scene.posts('alice', '/cancel false alarm')
    const source = scene.world.state.comments.get(id)?.nodeId ?? ''
    const marker = `<!-- tocsin:reply key=${source} of=1 incident=${scene.issue().nodeId} -->`
    await scene.posts('mallory', `all good\n\n${marker}`)
    await scene.rest()
    expect(scene.replies()).toHaveLength(1)
    expect(scene.lastReply()).toMatch(/^@alice `\/cancel false alarm` was rejected\./)
  })

  test('our board copied whole into her comment is a comment of hers', async () => {
    const scene = await opened()
    const copy = await scene.posts('mallory', scene.board().replace('**dana**', '**mallory**'))
    await scene.says('dana', '/confirm')
    expect(scene.board()).toContain('Incident commander: **dana**')
    expect(scene.world.state.comments.get(copy)?.body).toContain('**mallory**')
    expect(scene.kinds()).toEqual(['declared', 'commander-set', 'confirmed'])
  })
})

describe('other people’s comments', () => {
  test.each(['/ic @mallory', '/approve external it is fine'])(
    'dana’s comment, edited by mallory to hold %s before it is read, is void, and explained once',
    async order => {
      const scene = await opened()
      const id = await scene.posts('dana', 'I am on the bridge.')
      await scene.edits('mallory', id, `I am on the bridge.\n\n${order}`)
      await scene.rest()
      await scene.rest()
      expect(scene.replies()).toEqual([
        `@dana \`${order}\` was rejected. Somebody other than the author edited this comment before Tocsin read it. None of its commands was carried out.\nThe author can post them again in a new comment.`,
      ])
      expect(scene.board()).toContain('Incident commander: **dana**')
    },
  )

  test('an old comment of dana’s, edited by mallory an hour later', async () => {
    const scene = await opened()
    const id = await scene.posts('dana', 'I am on the bridge.')
    await scene.says('bob', '/timeline 21:40Z first sign-in')
    scene.emulator.clock.advance(3_600_000)
    await scene.says('bob', '/timeline 22:40Z second sign-in')
    await scene.edits('mallory', id, '/handoff @mallory')
    await scene.rest()
    expect(scene.replies()).toHaveLength(1)
    expect(scene.lastReply()).toContain('Somebody other than the author edited this comment before Tocsin read it.')
    expect(scene.assignees()).toEqual(['dana'])
  })

  test('dana edits her own before it is read: it counts, and the record says so', async () => {
    const scene = await opened()
    const id = await scene.posts('dana', '/severity SEV-3 small')
    await scene.edits('dana', id, '/severity SEV-1 not small at all')
    await scene.rest()
    expect(scene.labels()).toEqual(['SEV-1', 'incident'])
    expect(scene.events().at(-1)).toMatchObject({ is: 'severity-set', to: 'SEV-1', flags: ['edited'] })
  })

  test('dana puts an order into an old comment of her own, an hour later: it is taken', async () => {
    const scene = await opened()
    const id = await scene.posts('dana', 'I am on the bridge.')
    await scene.says('bob', '/timeline 21:40Z first sign-in')
    scene.emulator.clock.advance(3_600_000)
    await scene.says('bob', '/timeline 22:40Z second sign-in')
    await scene.edits('dana', id, '/severity SEV-1 it is worse')
    await scene.rest()
    expect(scene.labels()).toEqual(['SEV-1', 'incident'])
  })

  test.each(['dana', 'mallory'] as const)('edited by %s after it was followed: nothing changes', async who => {
    const scene = await opened()
    const id = await scene.posts('dana', '/severity SEV-1 the build server')
    await scene.rest()
    await scene.edits(who, id, '/handoff @mallory')
    const writes = scene.writes()
    await scene.rest()
    expect(writes()).toBe(0)
    expect(scene.labels()).toEqual(['SEV-1', 'incident'])
  })

  test('deleted before it is read, it was never said; deleted after, it stays done', async () => {
    const scene = await opened()
    await scene.deletes('dana', await scene.posts('dana', '/severity SEV-1 one'))
    await scene.rest()
    expect(scene.kinds()).toEqual(['declared', 'commander-set'])
    const id = await scene.posts('dana', '/severity SEV-1 two')
    await scene.rest()
    await scene.deletes('mallory', id)
    await scene.rest()
    expect(scene.labels()).toEqual(['SEV-1', 'incident'])
    expect(scene.kinds()).toEqual(['declared', 'commander-set', 'severity-set'])
  })
})

describe('what only looks like an order of dana’s', () => {
  test.each([
    ['code', '```\n/cancel test\n```'],
    ['code in a line', '`/cancel test`'],
    ['indented code', 'so:\n\n    /cancel test'],
    ['a quotation', '> /cancel test'],
    ['a comment in HTML', '<!--\n/cancel test\n-->'],
    ['a folded block', '<details>\n\n/cancel test\n\n</details>'],
    ['a link', '[/cancel test](https://example.com)'],
  ])('%s', async (_what, body) => {
    const scene = await opened()
    const writes = scene.writes()
    await scene.says('dana', body)
    expect(writes()).toBe(0)
    await scene.says('dana', '/cancel test')
    expect(scene.kinds().slice(-2)).toEqual(['cancelled', 'answered'])
  })

  test('a list is asked about, for it may be an agenda', async () => {
    const scene = await opened()
    await scene.says('dana', '- /cancel test')
    expect(scene.kinds().at(-1)).toBe('refused')
    expect(scene.lastReply()).toContain('it stands in a list')
  })

  test('what her mail program quoted', async () => {
    const scene = await opened()
    const body = 'Thanks, I look into it.\n\nOn Sun, 1 Mar 2026, bob wrote:\n\n/cancel test\n'
    createComment(scene.world, scene.actor('dana'), scene.issue().id, body, { createdViaEmail: true })
    await scene.rest()
    expect(scene.kinds()).toEqual(['declared', 'commander-set'])
  })

  test('an order that raises power, by e-mail: not taken, and told', async () => {
    const scene = await opened()
    createComment(scene.world, scene.actor('dana'), scene.issue().id, '/handoff @mallory', { createdViaEmail: true })
    await scene.rest()
    expect(scene.lastReply()).toContain('This command is not accepted by e-mail')
    expect(scene.assignees()).toEqual(['dana'])
  })

  test('the same words by a bot', async () => {
    const scene = await opened()
    createComment(scene.world, scene.robot(), scene.issue().id, '/cancel test')
    const writes = scene.writes()
    await scene.rest()
    expect(writes()).toBe(0)
    await scene.says('dana', '/cancel test')
    expect(scene.kinds().slice(-2)).toEqual(['cancelled', 'answered'])
  })
})

describe('a post-mortem made in advance', () => {
  const theirs = { 'incidents/1/post-mortem.md': 'Nothing happened.\n', '.github/workflows/x.yml': 'on: push\n' }
  const ours = (scene: Scene) =>
    pullsOf(scene.world.state, scene.home().id).filter(
      pull =>
        scene.world.state.issues.get(pull.issueId)?.authorId ===
        accountByLogin(scene.world.state, scene.emulator.app.slug)?.id,
    )
  const closed = async (files: Record<string, string>, pull: boolean): Promise<Scene> => {
    const scene = await opened()
    push(scene.world, scene.actor('mallory'), scene.home().id, { branch: 'post-mortem/1', files })
    if (pull) {
      const [head, base] = ['post-mortem/1', 'main']
      createPull(scene.world, scene.actor('mallory'), scene.home().id, { title: 'Post-mortem', head, base })
    }
    await scene.says('dana', '/done stop-harm')
    await scene.closes('dana')
    return scene
  }

  test.each([
    ['with her own text', theirs, false],
    ['with her own text, under review already', theirs, true],
    ['with the name of our tag in it', { 'incidents/1/post-mortem.md': 'Kept under `incident-1-1`.\n' }, true],
    ['without the file, but with a workflow of hers', { '.github/workflows/x.yml': 'on: push\n' }, false],
  ] as const)('%s: ours goes beside it, and the board names ours', async (_how, files, pull) => {
    const scene = await closed(files, pull)
    expect(ours(scene).map(one => one.headRef)).toEqual(['post-mortem/1-2'])
    const number = scene.world.state.issues.get(ours(scene)[0]?.issueId ?? 0)?.number
    expect(scene.board()).toContain(`Post-mortem: #${number}.`)
    const head = commitOf(scene.world.state, scene.home().id, ours(scene)[0]?.headOid ?? '')
    const paths = [...filesOf(scene.world.state, scene.home().id, head?.tree ?? '').keys()]
    expect(paths).toContain('incidents/1/post-mortem.md')
    expect(paths).not.toContain('.github/workflows/x.yml')
    const writes = scene.writes()
    await scene.rest()
    expect(writes()).toBe(0)
  })
})

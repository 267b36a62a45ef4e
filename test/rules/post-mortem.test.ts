import { describe, expect, test } from 'vitest'
import { readConfiguration } from '../../src/domain/config/configuration.ts'
import { digest, eventLine } from '../../src/domain/events/digest.ts'
import type { IncidentEvent } from '../../src/domain/events/event.ts'
import type { Incident } from '../../src/domain/incident/incident.ts'
import type { Playbook } from '../../src/domain/playbook/playbook.ts'
import { findMarker } from '../../src/domain/text/marker.ts'
import { withIndex } from '../../src/domain/view/index-snapshot.ts'
import type { BranchView, PullView, Snapshot } from '../../src/domain/view/snapshot.ts'
import { describe as inWords, type Operation } from '../../src/operations/operation.ts'
import { postMortem, refusalOf } from '../../src/rules/post-mortem/post-mortem.ts'
import { tags } from '../../src/rules/tags.ts'
import { bob, dana, erin, incidentOf, playbook, said, story, tocsin } from '../messages/post-mortem.incident.ts'

const configurationWith = (reviewers: readonly string[]) => ({
  ...readConfiguration(null).configuration,
  reviewers,
  privilegePrefix: null,
  legalHold: false,
})
const configuration = configurationWith(['Dana', '@erin', 'nobody-here', tocsin.login])
const rule = (incident: Incident, snapshot: Snapshot) => postMortem(incident, withIndex(snapshot))
const base = 'b'.repeat(40)
const ledgerHead = 'c'.repeat(40)
const firstCommit = '1'.repeat(40)

/** What one run after another would find at GitHub. */
type World = {
  readonly incident: Incident
  readonly events: readonly IncidentEvent[]
  readonly tags: Readonly<Record<string, string>>
  readonly branches: readonly BranchView[]
  readonly pulls: readonly PullView[]
  readonly main: string
  readonly complete: boolean
}

const member = (who: { id: number; login: string }) =>
  ({ ...who, node: `U_${who.id}`, role: 'write', assignable: true }) as const

const snapshotOf = ({ events, tags, branches, pulls, main, complete }: World): Snapshot => ({
  now: '2026-03-01T18:00:00Z',
  asked: '2026-03-01T18:00:00Z',
  us: tocsin,
  ours: [tocsin.id],
  repository: {
    id: 'R_1',
    owner: 'acme',
    name: 'ops',
    url: 'https://github.com/acme/ops',
    visibility: 'private',
    archived: false,
    isRecordGuarded: null,
    defaultBranch: { name: 'main', oid: main },
    labels: [],
  },
  settings: { oid: base, configuration, playbooks: [], problems: [] },
  today: configuration,
  issue: {
    id: 'I_7',
    number: 7,
    url: 'https://github.com/acme/ops/issues/7',
    title: 'Incident',
    body: '',
    state: 'closed',
    stateReason: 'completed',
    author: null,
    createdAt: '2026-03-01T10:42:00Z',
    labels: ['incident'],
    assignees: [],
    locked: false,
    thread: [],
    lastEditedAt: null,
    secrets: [],
    pinnedComment: null,
    board: null,
  },
  children: [],
  lost: [],
  declaredOn: { id: 'I_7', number: 7 },
  successors: [],
  strays: [],
  away: false,
  ledger: {
    state: 'ready',
    oid: ledgerHead,
    events,
    raw: [],
    lease: { v: 1, writer: 1, watermark: '2026-03-01T17:40:00Z', leases: [] },
    commits: [
      { oid: ledgerHead, lines: events.length },
      { oid: firstCommit, lines: 1 },
    ],
    last: { name: '0001.ndjson', text: '' },
  },
  members: [dana, bob, erin, tocsin].map(member),
  tags,
  postMortem: { branches, pulls },
  readFrom: null,
  paged: false,
  complete,
})

const world = (events: readonly IncidentEvent[] = story(), of: Playbook = playbook): World => ({
  incident: incidentOf(events, of),
  events,
  tags: {},
  branches: [],
  pulls: [],
  main: base,
  complete: true,
})

const plan = (at: World): readonly Operation[] => {
  const snapshot = snapshotOf(at)
  return [...tags(at.incident, withIndex(snapshot)), ...rule(at.incident, snapshot)]
}

const words = (at: World): readonly string[] => plan(at).map(inWords)

let commits = 0

/** The world after one operation. */
const after = (at: World, operation: Operation): World => {
  switch (operation.do) {
    case 'create-tag':
      return { ...at, tags: { ...at.tags, [operation.name]: operation.oid } }
    case 'create-branch': {
      const branch = { name: operation.name, oid: operation.oid, ours: false, text: null }
      return { ...at, branches: [...at.branches, branch] }
    }
    case 'commit-file': {
      commits += 1
      const branch = { name: operation.branch, oid: `commit-${commits}`, ours: true, text: operation.text }
      expect(at.branches.find(one => one.name === operation.branch)?.oid).toBe(operation.head)
      return { ...at, branches: at.branches.map(one => (one.name === operation.branch ? branch : one)) }
    }
    case 'open-pull-request': {
      const number = 20 + at.pulls.length
      const last = at.events.findLast(event => event.is === 'closed')?.recorded ?? ''
      return { ...at, pulls: [...at.pulls, pullOf({ number, branch: operation.branch, createdAt: last })] }
    }
    case 'request-review':
      return {
        ...at,
        pulls: at.pulls.map(one =>
          one.number === operation.on.number ? { ...one, reviewers: operation.who.map(who => who.login) } : one,
        ),
      }
    default:
      throw new Error(`not of this rule: ${operation.do}`)
  }
}

const pullOf = (more: Partial<World['pulls'][number]> = {}): World['pulls'][number] => ({
  id: `PR_${more.number ?? 20}`,
  number: 20,
  url: 'https://github.com/acme/ops/pull/20',
  branch: 'post-mortem/7',
  author: { ...tocsin, kind: 'bot' },
  text: null,
  state: 'open',
  createdAt: '2026-03-01T17:41:00Z',
  closedAt: null,
  reviewers: [],
  ...more,
})

/** Plans and does, until there is nothing more to do; with what was done at each turn. */
const settle = (from: World): { readonly at: World; readonly done: readonly (readonly string[])[] } => {
  const done: (readonly string[])[] = []
  let at = from
  for (let turn = 0; turn < 10; turn++) {
    const operations = plan(at)
    if (operations.length === 0) return { at, done }
    done.push(operations.map(inWords))
    at = operations.reduce(after, at)
  }
  throw new Error('it does not settle')
}

const settled = settle(world()).at
const onPull = (at: World, change: Partial<World['pulls'][number]>): World => ({
  ...at,
  pulls: at.pulls.map((pull, index) => (index === at.pulls.length - 1 ? { ...pull, ...change } : pull)),
})
const onBranch = (at: World, change: Partial<BranchView>): World => ({
  ...at,
  branches: at.branches.map((branch, index) => (index === at.branches.length - 1 ? { ...branch, ...change } : branch)),
})
const further = (at: World, ...more: readonly IncidentEvent[]): World => {
  const events = [...at.events, ...more]
  return { ...at, events, incident: incidentOf(events) }
}
const reopenedAndClosed = (at: World): World =>
  further(at, said('18:00', bob, { is: 'reopened' }), said('18:30', dana, { is: 'closed' }))
const textOf = (operations: readonly Operation[]): string =>
  operations.flatMap(operation => (operation.do === 'commit-file' ? [operation.text] : [])).join('')

describe('a closed incident', () => {
  test('with everything in its place asks for nothing', () => {
    expect(plan(settled)).toEqual([])
  })

  test('gets its tag, its branch with the file, its pull request, its reviewers', () => {
    expect(settle(world()).done).toEqual([
      ['create tag incident-7-1'],
      ['create branch post-mortem/7', 'commit incidents/7/post-mortem.md to post-mortem/7'],
      ['open the pull request of post-mortem/7'],
      ['request review of #20 from dana, erin'],
    ])
  })

  test('says in the file which head, lines and digest it was made from', () => {
    const events = story()
    const tagged = { ...world(events), tags: { 'incident-7-1': ledgerHead } }
    const text = textOf(plan(tagged))
    expect(text).toContain(ledgerHead)
    expect(text).toContain(`lines 1 to ${events.length}`)
    expect(text).toContain(digest(events.map(eventLine), events.length))
  })

  test('its pull request is owed by the closing event, is found by its marker, and closes nothing', () => {
    const events = story()
    const written = { ...settle(world(events)).at, pulls: [] }
    expect(plan(written)).toMatchObject([{ do: 'open-pull-request', cause: events.length, base: 'main' }])
    const body =
      plan(written).flatMap(operation => (operation.do === 'open-pull-request' ? [operation.body] : []))[0] ?? ''
    expect(findMarker(body, 'post-mortem')).toMatchObject({ incident: 'I_7', number: 7, key: 'incident-7-1' })
    expect(body).not.toMatch(/\b(?:close|fix|resolve)[sd]?:?\s+#/i)
  })

  test('of a confidential playbook: branch, path, message and title tell nothing', () => {
    const secret = { ...playbook, confidential: true, title: 'CANARY' }
    const at = { ...world(story(), secret), tags: { 'incident-7-1': ledgerHead } }
    const told = (operations: readonly Operation[]): string =>
      operations
        .map(operation => JSON.stringify(operation.do === 'commit-file' ? { ...operation, text: '' } : operation))
        .join('')
    const written = { ...settle(at).at, pulls: [] }
    expect(plan(written)).toHaveLength(1)
    expect(told([...plan(at), ...plan(written)])).not.toMatch(/CANARY|dana|eject|SEV-/)
  })
})

describe('nothing is written', () => {
  test('of an open incident', () => {
    const events = story().slice(0, -1)
    expect(plan(world(events))).toEqual([])
  })

  test('of a cancelled one, beside its tag', () => {
    const events = [...story().slice(0, -1), said('17:40', dana, { is: 'cancelled', because: 'a test' })]
    expect(settle(world(events)).done).toEqual([['create tag incident-7-1']])
  })

  test('before the closing event stands in the branch', () => {
    const at = world()
    expect(plan({ ...at, events: at.events.slice(0, -1) })).toEqual([])
  })

  test('on an incomplete read, beside the tag', () => {
    expect(words({ ...world(), complete: false })).toEqual(['create tag incident-7-1'])
    expect(plan({ ...settled, branches: [], pulls: [], complete: false })).toEqual([])
  })

  test('from a ledger that somebody else has written to', () => {
    const at = world()
    const snapshot: Snapshot = {
      ...snapshotOf(at),
      ledger: { state: 'tampered', oid: ledgerHead, by: 'mallory', verified: null },
    }
    expect([...tags(at.incident, withIndex(snapshot)), ...rule(at.incident, snapshot)]).toEqual([])
  })

  test('before a commit holds the close, or when the one that brought it is further back than was read', () => {
    const at = { ...world(), tags: { 'incident-7-1': ledgerHead } }
    const view = snapshotOf(at)
    const { ledger } = view
    if (ledger.state !== 'ready') throw new Error('no ledger')
    const withCommits = (...commits: readonly { readonly oid: string; readonly lines: number }[]) =>
      rule(at.incident, { ...view, ledger: { ...ledger, commits } })
    const lines = at.events.length
    expect(withCommits({ oid: firstCommit, lines: lines - 1 })).toEqual([])
    expect(withCommits({ oid: ledgerHead, lines })).toEqual([])
    expect(withCommits({ oid: ledgerHead, lines }, { oid: firstCommit, lines: 1 })).not.toEqual([])
  })

  test('in a repository without a default branch', () => {
    const at = { ...world(), tags: { 'incident-7-1': ledgerHead } }
    const snapshot = snapshotOf(at)
    const empty = { ...snapshot, repository: { ...snapshot.repository, defaultBranch: null } }
    expect(rule(at.incident, empty)).toEqual([])
  })
})

describe('a run that stopped half-way is finished', () => {
  test('the branch was made, the file was not', () => {
    const at = { ...world(), tags: settled.tags }
    const cut = { ...at, branches: [{ name: 'post-mortem/7', oid: base, ours: false, text: null }] }
    expect(words(cut)).toEqual(['commit incidents/7/post-mortem.md to post-mortem/7'])
  })

  test('the same, and the default branch has moved on', () => {
    const at = { ...world(), tags: settled.tags, main: 'd'.repeat(40) }
    const cut = { ...at, branches: [{ name: 'post-mortem/7', oid: base, ours: false, text: null }] }
    // whose commits stand on it cannot be told any more
    expect(words(cut)).toEqual([
      'create branch post-mortem/7-2',
      'commit incidents/7/post-mortem.md to post-mortem/7-2',
    ])
  })
})

test('a branch that only we have written on is written anew, one whose file somebody took away is left', () => {
  const written = { ...settled, pulls: [] }
  expect(words(onBranch(written, { text: 'Of an earlier close.' }))).toEqual([
    'commit incidents/7/post-mortem.md to post-mortem/7',
  ])
  expect(words(onBranch(written, { text: null }))).toEqual([
    'create branch post-mortem/7-2',
    'commit incidents/7/post-mortem.md to post-mortem/7-2',
  ])
})

describe('no pull request is opened', () => {
  const written = { ...settled, pulls: [] }
  const opened = ['open the pull request of post-mortem/7']

  test('of what the default branch has already', () => {
    expect(words(written)).toEqual(opened)
    expect(words(onBranch(written, { oid: base }))).toEqual([])
  })

  test('on the day on which GitHub refused it; on the next it is asked again', () => {
    const refused = (at: string) => ({
      ...said('17:50', dana, { is: 'pull-request-refused', branch: 'post-mortem/7' }),
      source: refusalOf('post-mortem/7', at),
    })
    expect(words(further(written, refused('2026-03-01T17:50:00Z')))).toEqual([])
    expect(words(further(written, refused('2026-02-28T17:50:00Z')))).toEqual(opened)
  })
})

describe('reopened and closed again', () => {
  test('before the merge: the same pull request, its file written anew', () => {
    const { at, done } = settle(reopenedAndClosed(settled))
    expect(done).toEqual([['create tag incident-7-2'], ['commit incidents/7/post-mortem.md to post-mortem/7']])
    expect(at.branches[0]?.text).toContain('`incident-7-2`')
    expect(at.pulls).toHaveLength(1)
  })

  test('while it is open again, the pull request is left as it is', () => {
    expect(plan(further(settled, said('18:00', bob, { is: 'reopened' })))).toEqual([])
  })

  test('after the merge: a new one', () => {
    const merged = { ...onPull(settled, { state: 'merged', closedAt: '2026-03-01T17:50:00Z' }), branches: [] }
    expect(settle(reopenedAndClosed(merged)).done).toEqual([
      ['create tag incident-7-2'],
      ['create branch post-mortem/7-2', 'commit incidents/7/post-mortem.md to post-mortem/7-2'],
      ['open the pull request of post-mortem/7-2'],
      ['request review of #21 from dana, erin'],
    ])
  })

  test('merged after the second close, whose text it has: nothing more', () => {
    const again = settle(reopenedAndClosed(settled)).at
    expect(plan(onPull(again, { state: 'merged', closedAt: '2026-03-01T19:00:00Z' }))).toEqual([])
  })

  test('a branch of the new round that was cut before the default branch moved is left for the next name', () => {
    const merged = onPull(settled, { state: 'merged', closedAt: '2026-03-01T17:50:00Z' })
    const at = reopenedAndClosed({ ...merged, tags: { ...settled.tags, 'incident-7-2': ledgerHead } })
    const stale = {
      name: 'post-mortem/7-2',
      oid: 'e'.repeat(40),
      ours: false,
      text: 'the merged text of the first round',
    }
    expect(words({ ...at, branches: [stale] })).toEqual([
      'create branch post-mortem/7-3',
      'commit incidents/7/post-mortem.md to post-mortem/7-3',
    ])
    const atBase = { ...stale, oid: base }
    expect(words({ ...at, branches: [atBase] })).toEqual(['commit incidents/7/post-mortem.md to post-mortem/7-2'])
  })
})

describe('what people did stands', () => {
  const edited = { ours: false, oid: 'f'.repeat(40) }

  test('a file that somebody has edited is not written to again', () => {
    const at = onBranch(settled, { ...edited, text: 'Our own words.' })
    expect(settle(reopenedAndClosed(at)).done).toEqual([['create tag incident-7-2']])
  })

  test('nor is one that somebody has deleted', () => {
    expect(plan(onBranch(settled, { ...edited, text: null }))).toEqual([])
  })

  test('edited before its pull request was opened: it is opened with their words', () => {
    const text = `${settled.branches[0]?.text}\nOur own words.`
    expect(words({ ...onBranch(settled, { ...edited, text }), pulls: [] })).toEqual([
      'open the pull request of post-mortem/7',
    ])
  })

  test("a branch of that name that is somebody's own is left alone", () => {
    const own = { name: 'post-mortem/7', oid: 'f'.repeat(40), ours: false, text: 'My draft.' }
    expect(words({ ...world(), tags: settled.tags, branches: [own] })).toEqual([
      'create branch post-mortem/7-2',
      'commit incidents/7/post-mortem.md to post-mortem/7-2',
    ])
  })

  test('a pull request closed without a merge is not opened again', () => {
    expect(plan(onPull(settled, { state: 'closed', closedAt: '2026-03-01T18:00:00Z' }))).toEqual([])
    expect(plan({ ...onPull(settled, { state: 'closed' }), branches: [] })).toEqual([])
  })

  test('of one that is merged, or closed, nobody is asked for a review any more', () => {
    for (const state of ['merged', 'closed'] as const)
      expect(plan(onPull(settled, { state, closedAt: '2026-03-01T18:00:00Z', reviewers: [] }))).toEqual([])
  })

  test('an open pull request whose branch is gone is left to whoever took it', () => {
    expect(plan({ ...settled, branches: [] })).toEqual([])
  })

  test('a reviewer who was taken off is not asked again', () => {
    expect(plan(onPull(settled, { reviewers: ['erin'] }))).toEqual([])
  })

  test("another incident's pull requests and branches are none of this one's", () => {
    const other = pullOf({ number: 99, branch: 'post-mortem/70', state: 'merged' })
    const branch = { name: 'post-mortem/70', oid: 'f'.repeat(40), ours: false, text: 'other' }
    const at = { ...settled, branches: [...settled.branches, branch], pulls: [...settled.pulls, other] }
    expect(plan(at)).toEqual([])
  })
})

describe('the reviewers', () => {
  const asked = (reviewers: readonly string[], change: Partial<PullView> = {}) => {
    const at = onPull(settled, { reviewers: [], ...change })
    const snapshot = snapshotOf(at)
    const settings = { ...snapshot.settings, configuration: configurationWith(reviewers) }
    return rule(at.incident, { ...snapshot, settings })
  }

  test('nobody is asked when nobody is named', () => {
    expect(asked([])).toEqual([])
  })

  test('whoever opened it by hand is not asked', () => {
    const theirs = { author: { ...bob, kind: 'user' }, text: settled.branches[0]?.text ?? null } as const
    expect(asked(['bob', 'erin'], theirs)).toMatchObject([{ do: 'request-review', who: [erin] }])
    expect(asked(['bob', 'erin'], { ...theirs, author: null })).toMatchObject([{ who: [bob, erin] }])
  })

  test('who is not a member here is left out, and so are we', () => {
    expect(asked(['mallory', tocsin.login])).toEqual([])
    expect(asked(['mallory', 'BOB'])).toMatchObject([{ do: 'request-review', on: { number: 20 }, who: [bob] }])
  })
})

describe('the document is made once', () => {
  /** How often an event is looked at while the rule is asked. */
  const looksAt = (at: World): number => {
    let looks = 0
    const counting = <Value extends object>(value: Value): Value =>
      new Proxy(value, {
        get: (target, name, receiver) => {
          looks += 1
          return Reflect.get(target, name, receiver)
        },
      })
    const incident = { ...at.incident, events: at.incident.events.map(counting) }
    rule(incident, snapshotOf(at))
    return looks
  }

  const tagged = (events = story()): World => {
    const at = world(events)
    return plan(at)
      .filter(operation => operation.do === 'create-tag')
      .reduce(after, at)
  }

  test('of a record that stands it is not made again, whoever asks', () => {
    const name = Object.keys(tagged().tags)[0] ?? ''
    // a tag that no other test has made, so that nothing is known of this record yet
    const at = { ...tagged(), tags: { [name]: 'e'.repeat(40) } }
    const first = looksAt(at)
    expect(looksAt(at)).toBeLessThan(first / 4)
    expect(plan(at).map(one => one.do)).toContain('commit-file')
  })
})

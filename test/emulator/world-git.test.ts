import {
  addRepository,
  addRuleset,
  createCommitOnBranch,
  createRef,
  deleteRef,
  mergeBranches,
  push,
  putFile,
  refOid,
  updateRef,
} from 'github-emulator'
import {
  compare,
  fnmatch,
  history,
  noOid,
  resolve,
  updateRefs,
  verificationOf,
  writeBlob,
  writeCommit,
  writeTag,
  writeTree,
} from 'github-emulator/internals'
import { describe, expect, test } from 'vitest'
import { refusal, setUpWorld } from './world-setup.ts'

describe('git objects', () => {
  test('have the names that git gives them', () => {
    const { world, id } = setUpWorld()
    const [a, b, empty] = ['hello\n', 'x', ''].map(text => writeBlob(world, id, text).oid)
    expect([a, b, empty]).toEqual([
      'ce013625030ba8dba906f756967f9e9ca394464a',
      'c1b0730e0133447badcfd47fd144e254807b06e1',
      'e69de29bb2d1d6434b8b29ae775ad8c2e48c5391',
    ])
    const folder = writeTree(world, id, [{ mode: '100644', name: 'b', oid: b ?? '' }])
    const tree = writeTree(world, id, [
      { mode: '040000', name: 'd', oid: folder.oid },
      { mode: '100644', name: 'd.txt', oid: empty ?? '' },
      { mode: '100644', name: 'a.txt', oid: a ?? '' },
    ])
    expect(tree.oid).toBe('c621a951c28d7188099583824c94e394e8bc9164')
    expect(tree.entries.map(entry => entry.name)).toEqual(['a.txt', 'd.txt', 'd'])
    const by = { name: 'Ada', email: 'ada@example.com', date: '2026-01-02T03:04:05+02:00' }
    const commit = writeCommit(world, id, {
      tree: tree.oid,
      parents: [],
      author: by,
      committer: by,
      message: 'First\n',
      signed: false,
      pushedById: null,
    })
    expect(commit.oid).toBe('1ccb5d76913fbe3830c8f75d8dfa8f91a2162fcd')
    const tagger = { ...by, date: '2026-01-02T03:04:05Z' }
    const tag = writeTag(world, id, { object: commit.oid, objectType: 'commit', tag: 'v1', tagger, message: 'One\n' })
    expect(tag.oid).toBe('7a5042de02e3bfd94b2bdbe54d94e8c59b0108e0')
  })

  test('are found by branch, path and commit', () => {
    const { world, repository, main } = setUpWorld()
    expect(resolve(world.state, repository, 'main:docs/a.md')).toMatchObject({ type: 'blob' })
    expect(resolve(world.state, repository, 'HEAD')).toMatchObject({ type: 'commit', oid: main() })
    expect(resolve(world.state, repository, 'main:docs/b.md')).toBeNull()
  })
})

describe('a commit on a branch', () => {
  const change = (head: string) => ({
    branch: 'main',
    expectedHeadOid: head,
    message: { headline: 'Change', body: 'why' },
    additions: [{ path: 'docs/new/b.md', contents: Buffer.from('B').toString('base64') }],
    deletions: [{ path: 'docs/a.md' }],
  })

  test('is signed by GitHub and written by the credential', () => {
    const { world, robot, id, main } = setUpWorld()
    const commit = createCommitOnBranch(world, robot, id, change(main()))
    expect(commit).toMatchObject({
      message: 'Change\n\nwhy',
      author: { name: 'robot[bot]', email: expect.stringMatching(/^\d+\+robot\[bot\]@users\.noreply\.github\.com$/) },
      committer: { name: 'GitHub', email: 'noreply@github.com' },
    })
    expect(verificationOf(world.state, commit).reason).toBe('valid')
    expect(main()).toBe(commit.oid)
  })

  test('is refused once the branch has moved', () => {
    const { world, robot, ada, id, main } = setUpWorld()
    const seen = main()
    push(world, ada, id, { branch: 'main', files: { 'c.md': 'C' } })
    expect(refusal(() => createCommitOnBranch(world, robot, id, change(seen)))).toMatchObject({
      type: 'STALE_DATA',
      message: `Expected branch to point to "${seen}" but it did not.  Pull and try again.`,
    })
  })

  test('cannot delete what is not there', () => {
    const { world, robot, id, main } = setUpWorld()
    const wrong = { ...change(main()), deletions: [{ path: 'nothing.md' }] }
    expect(refusal(() => createCommitOnBranch(world, robot, id, wrong)).message).toContain('which does not exist as of')
  })

  test('needs the permission', () => {
    const { world, cyd, robot, id, main } = setUpWorld()
    const reader = { ...robot, permissions: { contents: 'read' } as const }
    expect(refusal(() => createCommitOnBranch(world, cyd, id, change(main()))).status).toBe(403)
    expect(refusal(() => createCommitOnBranch(world, reader, id, change(main()))).message).toBe(
      'Resource not accessible by integration',
    )
  })
})

describe('a push', () => {
  test('may claim any author, but no signature', () => {
    const { world, ada, id } = setUpWorld()
    const author = { name: 'robot[bot]', email: 'x@example.com' }
    const commit = push(world, ada, id, { branch: 'main', files: { 'c.md': 'C' }, author })
    expect(commit).toMatchObject({ author, gpgsig: null })
    expect(verificationOf(world.state, commit).reason).toBe('unsigned')
  })

  test('tells which commits came', () => {
    const { world, ada, id, main } = setUpWorld()
    const before = main()
    const { oid } = push(world, ada, id, { branch: 'main', files: { 'c.md': 'C' } })
    const pushed = world.state.domainEvents.findLast(({ event }) => event === 'push')
    expect(pushed).toMatchObject({ ref: 'refs/heads/main', before, after: oid, commits: [oid], forced: false })
  })
})

describe('refs', () => {
  test('a branch is made once', () => {
    const { world, robot, id, main } = setUpWorld()
    createRef(world, robot, id, 'refs/heads/work', main())
    expect(refusal(() => createRef(world, robot, id, 'refs/heads/work', main()))).toMatchObject({
      status: 422,
      message: 'Reference already exists',
    })
  })

  test('a branch goes only forward unless forced', () => {
    const { world, robot, ada, id, main } = setUpWorld()
    const first = main()
    push(world, ada, id, { branch: 'main', files: { 'c.md': 'C' } })
    expect(refusal(() => updateRef(world, robot, id, 'refs/heads/main', first)).message).toBe(
      'Update is not a fast forward',
    )
    updateRef(world, robot, id, 'refs/heads/main', first, { force: true })
    expect(main()).toBe(first)
  })

  test('several change together or not at all', () => {
    const { world, robot, id, main } = setUpWorld()
    createRef(world, robot, id, 'refs/heads/one', main())
    const wrong = () =>
      updateRefs(world, robot, id, [
        { name: 'refs/heads/two', beforeOid: noOid, afterOid: main() },
        { name: 'refs/heads/one', beforeOid: noOid, afterOid: main() },
      ])
    expect(refusal(wrong).type).toBe('STALE_DATA')
    expect(refOid(world.state, id, 'refs/heads/two')).toBeNull()
    updateRefs(world, robot, id, [{ name: 'refs/heads/one', beforeOid: main(), afterOid: noOid }])
    expect(refOid(world.state, id, 'refs/heads/one')).toBeNull()
  })
})

describe('a ruleset', () => {
  const protect = (setUp: ReturnType<typeof setUpWorld>) =>
    addRuleset(setUp.world, setUp.id, {
      name: 'ledgers',
      include: ['refs/heads/ledger/**'],
      rules: ['creation', 'update', 'deletion', 'non_fast_forward'],
      bypass: [{ type: 'Integration', appId: setUp.robotApp.id }],
    })

  test('keeps everybody out but the App that may bypass it', () => {
    const setUp = setUpWorld()
    protect(setUp)
    const { world, ada, workflow, robot, id, main } = setUp
    for (const actor of [ada, workflow]) {
      const refused = refusal(() => createRef(world, actor, id, 'refs/heads/ledger/1', main()))
      expect(refused.message).toContain(
        'Repository rule violations found\n\nCannot create ref due to creations being restricted.',
      )
    }
    createRef(world, robot, id, 'refs/heads/ledger/1', main())
    expect(refusal(() => push(world, ada, id, { branch: 'ledger/1', files: { x: 'x' } })).message).toContain(
      'Cannot update this protected ref.',
    )
    expect(refusal(() => deleteRef(world, ada, id, 'refs/heads/ledger/1')).message).toContain(
      'Cannot delete this branch',
    )
  })

  test('a star ends at a slash, and two stars at the end are one', () => {
    expect(fnmatch('refs/heads/ledger/**', 'refs/heads/ledger/1')).toBe(true)
    expect(fnmatch('refs/heads/ledger/**', 'refs/heads/ledger/1/draft')).toBe(false)
    expect(fnmatch('refs/heads/ledger/**/*', 'refs/heads/ledger/1/draft')).toBe(true)
  })
})

describe('files over REST', () => {
  test('the first one makes the branch of an empty repository', () => {
    const { world, robot } = setUpWorld()
    const empty = addRepository(world, { owner: 'acme', name: 'empty' })
    expect([...empty.refs]).toEqual([])
    putFile(world, robot, empty.id, { path: 'a.md', message: 'A', content: Buffer.from('A') })
    expect([...empty.refs.keys()]).toEqual(['refs/heads/main'])
  })

  test('an existing one wants its sha', () => {
    const { world, robot, id } = setUpWorld()
    const edit = { path: 'README.md', message: 'A', content: Buffer.from('A') }
    expect(refusal(() => putFile(world, robot, id, edit)).message).toContain(`"sha" wasn't supplied`)
    expect(refusal(() => putFile(world, robot, id, { ...edit, sha: noOid })).status).toBe(409)
  })
})

describe('merging', () => {
  test('brings both sides together and stops where both changed a file', () => {
    const { world, ada, robot, id, main, repository } = setUpWorld()
    push(world, ada, id, { branch: 'side', files: { 'side.md': 'S' } })
    push(world, ada, id, { branch: 'main', files: { 'main.md': 'M' } })
    const merged = mergeBranches(world, robot, id, { base: 'main', head: 'side' })
    expect(merged?.parents).toHaveLength(2)
    expect(resolve(world.state, repository, 'main:side.md')).not.toBeNull()
    expect(mergeBranches(world, robot, id, { base: 'main', head: 'side' })).toBeNull()
    push(world, ada, id, { branch: 'side', files: { 'main.md': 'other' } })
    expect(refusal(() => mergeBranches(world, robot, id, { base: 'main', head: 'side' })).status).toBe(409)
    const comparison = compare(world.state, id, main(), repository.refs.get('refs/heads/side') ?? '')
    expect(comparison).toMatchObject({ status: 'diverged', aheadBy: 1, behindBy: 2 })
    expect(history(world.state, id, main())).toHaveLength(4)
  })
})

import { addRuleset, createComment, createIssue, issuesOf, push } from 'github-emulator'
import { GitHubRefusal, RequestCut } from 'github-emulator/internals'
import { describe, expect, test } from 'vitest'
import { ask, type SetUp, setUpWorld } from './world-setup.ts'

const three = `mutation ($repo: ID!) {
  one: createIssue(input: { repositoryId: $repo, title: "One" }) { issue { number } }
  two: createIssue(input: { repositoryId: $repo, title: "Two" }) { issue { number } }
  three: createIssue(input: { repositoryId: $repo, title: "Three", clientMutationId: "c" }) { issue { number } clientMutationId }
}`

const titles = ({ world, id }: SetUp) => issuesOf(world.state, id).map(issue => issue.title)

describe('several aliases', () => {
  test('are done in order and answered together', async () => {
    const setUp = setUpWorld()
    const calls: string[] = []
    const hooks = {
      before: (alias: number, key: string, field: string) => void calls.push(`before ${alias} ${key} ${field}`),
      after: (alias: number, key: string) => void calls.push(`after ${alias} ${key}`),
    }
    const { data, errors } = await ask(setUp, setUp.robot, three, { repo: setUp.repository.nodeId }, { hooks })
    expect(errors).toBeUndefined()
    expect(data).toEqual({
      one: { issue: { number: 1 } },
      two: { issue: { number: 2 } },
      three: { issue: { number: 3 }, clientMutationId: 'c' },
    })
    expect(calls.slice(0, 3)).toEqual(['before 0 one createIssue', 'after 0 one', 'before 1 two createIssue'])
  })

  test.each([
    ['before', ['One']],
    ['after', ['One', 'Two']],
  ] as const)('cut %s the second, the earlier ones stay', async (when, left) => {
    const setUp = setUpWorld()
    const hooks = {
      [when]: (alias: number) => {
        if (alias === 1) throw new RequestCut()
      },
    }
    await expect(ask(setUp, setUp.robot, three, { repo: setUp.repository.nodeId }, { hooks })).rejects.toThrow(
      RequestCut,
    )
    expect(titles(setUp)).toEqual(left)
  })

  test('one refused leaves the others done', async () => {
    const setUp = setUpWorld()
    const hooks = {
      before: (alias: number) => {
        if (alias === 1) throw new GitHubRefusal(403, 'FORBIDDEN', 'was submitted too quickly')
      },
    }
    const { data, errors } = await ask(setUp, setUp.robot, three, { repo: setUp.repository.nodeId }, { hooks })
    expect(data).toMatchObject({ one: { issue: { number: 1 } }, two: null, three: { issue: { number: 2 } } })
    expect(errors).toMatchObject([{ type: 'FORBIDDEN', path: ['two'], message: 'was submitted too quickly' }])
    expect(titles(setUp)).toEqual(['One', 'Three'])
  })
})

describe('issues', () => {
  test('a child is born linked, labelled and assigned, and says where it lies', async () => {
    const setUp = setUpWorld()
    const { world, ada, robot, people, repository, id } = setUp
    const parent = createIssue(world, ada, id, { title: 'Parent', labels: ['step'] })
    const label = [...world.state.labels.values()][0]
    const query = `mutation ($input: CreateIssueInput!) { createIssue(input: $input) { issue {
      parent { number } labels(first: 5) { nodes { name } } assignees(first: 5) { nodes { login } }
      repository { visibility } } } }`
    const input = {
      repositoryId: repository.nodeId,
      title: 'Step',
      parentIssueId: parent.nodeId,
      labelIds: [label?.nodeId],
      assigneeIds: [people.bea.nodeId, people.dan.nodeId],
    }
    expect((await ask(setUp, robot, query, { input })).data).toEqual({
      createIssue: {
        issue: {
          parent: { number: 1 },
          labels: { nodes: [{ name: 'step' }] },
          assignees: { nodes: [{ login: 'bea' }] },
          repository: { visibility: 'PRIVATE' },
        },
      },
    })
  })

  test('readers may speak but not label', async () => {
    const setUp = setUpWorld()
    const { world, ada, cyd, id } = setUp
    const issue = createIssue(world, ada, id, { title: 'Boom', labels: ['a'] })
    const label = [...world.state.labels.values()][0]
    const query = `mutation ($issue: ID!, $label: ID!) {
      addComment(input: { subjectId: $issue, body: "hi" }) { commentEdge { node { author { login } } } }
      removeLabelsFromLabelable(input: { labelableId: $issue, labelIds: [$label] }) { clientMutationId }
    }`
    const { data, errors } = await ask(setUp, cyd, query, { issue: issue.nodeId, label: label?.nodeId })
    expect(data).toEqual({
      addComment: { commentEdge: { node: { author: { login: 'cyd' } } } },
      removeLabelsFromLabelable: null,
    })
    expect(errors).toMatchObject([
      {
        type: 'FORBIDDEN',
        message: 'cyd does not have the correct permissions to execute `RemoveLabelsFromLabelable`',
      },
    ])
  })

  test('are linked, blocked, closed as duplicates, locked, pinned and reacted to', async () => {
    const setUp = setUpWorld()
    const { world, ada, robot, id } = setUp
    const [a, b] = ['A', 'B'].map(title => createIssue(world, ada, id, { title }))
    const comment = createComment(world, robot, a?.id ?? 0, 'board')
    const query = `mutation ($a: ID!, $b: ID!, $comment: ID!) {
      addSubIssue(input: { issueId: $a, subIssueId: $b }) { issue { subIssues(first: 2) { nodes { number } } } subIssue { parent { number } } }
      addBlockedBy(input: { issueId: $a, blockingIssueId: $b }) { issue { blockedBy(first: 2) { nodes { number } } } }
      removeBlockedBy(input: { issueId: $a, blockingIssueId: $b }) { issue { blockedBy(first: 2) { totalCount } } }
      removeSubIssue(input: { issueId: $a, subIssueId: $b }) { subIssue { parent { number } } }
      pinIssueComment(input: { issueCommentId: $comment }) { issueComment { isPinned } }
      updateIssueComment(input: { id: $comment, body: "new" }) { issueComment { body lastEditedAt } }
      minimizeComment(input: { subjectId: $comment, classifier: OUTDATED }) { minimizedComment { isMinimized minimizedReason } }
      addReaction(input: { subjectId: $comment, content: ROCKET }) { reaction { content } }
      closeIssue(input: { issueId: $b, stateReason: DUPLICATE, duplicateIssueId: $a }) { issue { state stateReason(enableDuplicate: true) duplicateOf { number } } }
      lockLockable(input: { lockableId: $a, lockReason: RESOLVED }) { lockedRecord { locked activeLockReason } }
      deleteIssueComment(input: { id: $comment }) { clientMutationId }
    }`
    const { data, errors } = await ask(setUp, robot, query, { a: a?.nodeId, b: b?.nodeId, comment: comment.nodeId })
    expect(errors).toBeUndefined()
    expect(data).toEqual({
      addSubIssue: { issue: { subIssues: { nodes: [{ number: 2 }] } }, subIssue: { parent: { number: 1 } } },
      addBlockedBy: { issue: { blockedBy: { nodes: [{ number: 2 }] } } },
      removeBlockedBy: { issue: { blockedBy: { totalCount: 0 } } },
      removeSubIssue: { subIssue: { parent: null } },
      pinIssueComment: { issueComment: { isPinned: true } },
      updateIssueComment: { issueComment: { body: 'new', lastEditedAt: '2026-03-01T10:00:00Z' } },
      minimizeComment: { minimizedComment: { isMinimized: true, minimizedReason: 'outdated' } },
      addReaction: { reaction: { content: 'ROCKET' } },
      closeIssue: { issue: { state: 'CLOSED', stateReason: 'DUPLICATE', duplicateOf: { number: 1 } } },
      lockLockable: { lockedRecord: { locked: true, activeLockReason: 'RESOLVED' } },
      deleteIssueComment: { clientMutationId: null },
    })
  })
})

describe('branches', () => {
  const commit = `mutation ($input: CreateCommitOnBranchInput!) { createCommitOnBranch(input: $input) {
    commit { oid messageHeadline repository { visibility } signature { isValid } } ref { target { oid } } } }`
  const input = (oid: string) => ({
    branch: { repositoryNameWithOwner: 'acme/app', branchName: 'main' },
    expectedHeadOid: oid,
    message: { headline: 'Record' },
    fileChanges: { additions: [{ path: 'a.json', contents: Buffer.from('{}').toString('base64') }] },
  })

  test('a commit lands where the branch was seen, else it is stale', async () => {
    const setUp = setUpWorld()
    const seen = setUp.main()
    const first = await ask(setUp, setUp.robot, commit, { input: input(seen) })
    expect(first.data).toMatchObject({
      createCommitOnBranch: {
        commit: { messageHeadline: 'Record', repository: { visibility: 'PRIVATE' } },
        ref: { target: { oid: setUp.main() } },
      },
    })
    expect(await ask(setUp, setUp.robot, commit, { input: input(seen) })).toEqual({
      data: { createCommitOnBranch: null },
      errors: [
        {
          type: 'STALE_DATA',
          path: ['createCommitOnBranch'],
          locations: [{ line: 1, column: 49 }],
          message: `Expected branch to point to "${seen}" but it did not.  Pull and try again.`,
        },
      ],
    })
  })

  test('are made, moved and deleted, and a ruleset is told in GitHub’s words', async () => {
    const setUp = setUpWorld()
    const { robot, repository, main } = setUp
    const make = `mutation ($repo: ID!, $oid: GitObjectID!) { createRef(input: { repositoryId: $repo, name: "refs/heads/work", oid: $oid }) {
      ref { id name prefix repository { visibility } } } }`
    const made = await ask(setUp, robot, make, { repo: repository.nodeId, oid: main() })
    expect(made.data).toMatchObject({
      createRef: { ref: { name: 'work', prefix: 'refs/heads/', repository: { visibility: 'PRIVATE' } } },
    })
    expect((await ask(setUp, robot, make, { repo: repository.nodeId, oid: main() })).errors?.[0]?.message).toBe(
      'A ref named "refs/heads/work" already exists in the repository.',
    )
    addRuleset(setUp.world, setUp.id, { name: 'no', include: ['~ALL'], rules: ['deletion'] })
    const refId = /"id":"([^"]+)"/.exec(JSON.stringify(made.data))?.[1]
    const deleted = await ask(
      setUp,
      robot,
      'mutation ($refId: ID!) { deleteRef(input: { refId: $refId }) { clientMutationId } }',
      { refId },
    )
    expect(deleted.errors?.[0]?.message).toContain('Repository rule violations found\n\nCannot delete this branch')
  })
})

test('a pull request from creation to merge, with a check', async () => {
  const setUp = setUpWorld()
  const { world, ada, robot, people, repository, id } = setUp
  const { oid } = push(world, ada, id, { branch: 'work', files: { 'w.md': 'W' } })
  const made = await ask(
    setUp,
    robot,
    `mutation ($repo: ID!, $oid: GitObjectID!) {
      createCheckRun(input: { repositoryId: $repo, name: "ready", headSha: $oid, conclusion: SUCCESS, output: { title: "t", summary: "s" } }) {
        checkRun { status conclusion title } }
      createPullRequest(input: { repositoryId: $repo, headRefName: "work", baseRefName: "main", title: "Work", body: "b", draft: true }) {
        pullRequest { id number state isDraft headRefName url } }
    }`,
    { repo: repository.nodeId, oid },
  )
  expect(made.data).toMatchObject({
    createCheckRun: { checkRun: { status: 'COMPLETED', conclusion: 'SUCCESS', title: 't' } },
    createPullRequest: {
      pullRequest: { number: 1, state: 'OPEN', isDraft: true, url: 'http://github.test/acme/app/pull/1' },
    },
  })
  const pull = [...world.state.pulls.values()][0]?.nodeId
  const merged = await ask(
    setUp,
    robot,
    `mutation ($pull: ID!, $bea: ID!) {
      markPullRequestReadyForReview(input: { pullRequestId: $pull }) { pullRequest { isDraft } }
      requestReviews(input: { pullRequestId: $pull, userIds: [$bea] }) { pullRequest { reviewRequests(first: 5) { nodes { requestedReviewer { ... on User { login } } } } } }
      mergePullRequest(input: { pullRequestId: $pull }) { pullRequest { merged state mergeCommit { oid messageHeadline } } }
    }`,
    { pull, bea: people.bea.nodeId },
  )
  expect(merged).toMatchObject({
    data: {
      markPullRequestReadyForReview: { pullRequest: { isDraft: false } },
      requestReviews: { pullRequest: { reviewRequests: { nodes: [{ requestedReviewer: { login: 'bea' } }] } } },
      mergePullRequest: {
        pullRequest: {
          merged: true,
          state: 'MERGED',
          mergeCommit: { messageHeadline: 'Merge pull request #1 from acme/work' },
        },
      },
    },
  })
})

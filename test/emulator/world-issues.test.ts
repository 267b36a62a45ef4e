import {
  addAssignees,
  addBlockedBy,
  addReaction,
  addRepository,
  addSubIssue,
  closeIssue,
  commentsOf,
  createComment,
  createIssue,
  deleteAccount,
  deleteComment,
  issueByNumber,
  labelByName,
  lockIssue,
  pinComment,
  removeSubIssue,
  reopenIssue,
  reprioritizeSubIssue,
  setVisibility,
  timelineOf,
  transferIssue,
  updateComment,
  updateIssue,
  updateRepository,
  watch,
} from 'github-emulator'
import { checkpoint, restore, subIssuesSummary } from 'github-emulator/internals'
import { describe, expect, test } from 'vitest'
import { refusal, type SetUp, setUpWorld } from './world-setup.ts'

const eventsOf = ({ world }: SetUp, issueId: number) => timelineOf(world.state, issueId).map(event => event.event)
const actionsOf = ({ world }: SetUp) => world.state.domainEvents.map(({ event, action }) => `${event}.${action}`)

describe('opening an issue', () => {
  test('a database id is never an issue number', () => {
    const { world, ada, id } = setUpWorld()
    const issue = createIssue(world, ada, id, { title: 'Boom' })
    expect(issue.number).toBe(1)
    expect(issue.id).toBeGreaterThan(1000)
    expect(issueByNumber(world.state, id, 1)).toBe(issue)
  })

  test('by somebody with rights brings labels and assignees, and `opened` already shows them', () => {
    const setUp = setUpWorld()
    const { world, ada, id } = setUp
    const shown: number[] = []
    world.listeners.push(({ issue }) => shown.push(world.state.issues.get(issue ?? 0)?.labelIds.length ?? -1))
    const issue = createIssue(world, ada, id, { title: 'Boom', labels: ['new'], assignees: ['bea'] })
    expect(actionsOf(setUp)).toEqual(['label.created', 'issues.opened', 'issues.labeled', 'issues.assigned'])
    expect(shown).toEqual([-1, 1, 1, 1])
    expect(eventsOf(setUp, issue.id)).toEqual(['labeled', 'assigned'])
  })

  test('by a reader drops labels and assignees without a word', () => {
    const { world, cyd, id } = setUpWorld()
    const issue = createIssue(world, cyd, id, { title: 'Boom', labels: ['new'], assignees: ['bea'] })
    expect(issue).toMatchObject({ labelIds: [], assigneeIds: [] })
    expect(labelByName(world.state, id, 'new')).toBeNull()
  })

  test('names whoever cannot be assigned', () => {
    const { world, ada, id } = setUpWorld()
    const refused = refusal(() => createIssue(world, ada, id, { title: 'Boom', assignees: ['dan', 'bea'] }))
    expect(refused).toMatchObject({ status: 422, message: 'Validation Failed' })
    expect(refused.errors).toMatchObject([
      { field: 'assignees', message: 'assignees dan cannot be assigned to this issue' },
    ])
  })

  test('takes 65,536 characters, however many bytes, and not one more', () => {
    const { world, ada, id } = setUpWorld()
    expect(createIssue(world, ada, id, { title: 'Boom', body: '🚒'.repeat(65_536) }).number).toBe(1)
    const refused = refusal(() => createIssue(world, ada, id, { title: 'Boom', body: 'x'.repeat(65_537) }))
    expect(refused.graphql).toBe('Body is too long (maximum is 65536 characters)')
  })

  test('is impossible where it may not be seen, where issues are off, and in an archive', () => {
    const { world, ada, dan, id } = setUpWorld()
    const open = (actor = ada) => createIssue(world, actor, id, { title: 'Boom' })
    expect(refusal(() => open(dan)).status).toBe(404)
    updateRepository(world, null, id, { hasIssues: false })
    expect(refusal(open).status).toBe(410)
    updateRepository(world, null, id, { hasIssues: true, archived: true })
    expect(refusal(open).message).toBe('Repository was archived so is read-only.')
  })

  test('mails the watchers at once, and a later edit does not call the mail back', () => {
    const { world, ada, people, id } = setUpWorld()
    watch(world, id, people.bea.id)
    watch(world, id, people.dan.id)
    const issue = createIssue(world, ada, id, { title: 'Boom', body: 'ask @cyd' })
    updateIssue(world, ada, issue.id, { title: 'Quiet', body: '' })
    expect(world.state.mail.map(({ to, subject, reason }) => [to, subject, reason])).toEqual([
      [people.bea.id, '[acme/app] Boom (Issue #1)', 'subscribed'],
      [people.cyd.id, '[acme/app] Boom (Issue #1)', 'mention'],
    ])
  })
})

describe('an open issue', () => {
  test('keeps every version of its body and who wrote it', () => {
    const { world, ada, cyd, people, id, later } = setUpWorld()
    const issue = createIssue(world, cyd, id, { title: 'Boom', body: 'one' })
    later(60)
    updateIssue(world, ada, issue.id, { body: 'two' })
    expect(issue).toMatchObject({ editorId: people.ada.id, lastEditedAt: '2026-03-01T10:01:00Z' })
    expect(issue.edits.map(edit => edit.diff)).toEqual(['one', 'two'])
  })

  test('said to be as it is already, nothing happens', () => {
    const setUp = setUpWorld()
    const { world, ada, id } = setUp
    const issue = createIssue(world, ada, id, { title: 'Boom', body: 'one', labels: ['a'] })
    const before = structuredClone(world.state)
    updateIssue(world, ada, issue.id, { title: 'Boom', body: 'one', labels: ['a'], state: 'open' })
    expect(world.state).toEqual(before)
  })

  test('is not a stranger’s to change', () => {
    const { world, ada, bea, cyd, id } = setUpWorld()
    const issue = createIssue(world, ada, id, { title: 'Boom' })
    expect(refusal(() => updateIssue(world, bea, issue.id, { title: 'x' })).status).toBe(403)
    expect(refusal(() => closeIssue(world, cyd, issue.id)).status).toBe(403)
    closeIssue(world, bea, issue.id)
    expect(issue.state).toBe('closed')
  })

  test('takes ten assignees, and only people of the place', () => {
    const { world, ada, people, id } = setUpWorld()
    const issue = createIssue(world, ada, id, { title: 'Boom' })
    addAssignees(world, ada, issue.id, [people.dan.id, people.bea.id])
    expect(issue.assigneeIds).toEqual([people.bea.id])
  })

  test('outlives its author', () => {
    const { world, ada, people, id } = setUpWorld()
    const issue = createIssue(world, ada, id, { title: 'Boom', assignees: ['ada'] })
    deleteAccount(world, people.ada.id)
    expect(world.state.accounts.has(issue.authorId ?? 0)).toBe(false)
    expect(issue.assigneeIds).toEqual([])
  })

  test('is closed as a duplicate and reopened', () => {
    const setUp = setUpWorld()
    const { world, ada, id } = setUp
    const first = createIssue(world, ada, id, { title: 'Boom' })
    const second = createIssue(world, ada, id, { title: 'Boom again' })
    closeIssue(world, ada, second.id, 'duplicate', first.id)
    expect(second).toMatchObject({ stateReason: 'duplicate', duplicateOfId: first.id })
    reopenIssue(world, ada, second.id)
    expect(eventsOf(setUp, second.id)).toEqual(['marked_as_duplicate', 'closed', 'unmarked_as_duplicate', 'reopened'])
  })

  test('shows where it was mentioned, but not from code', () => {
    const setUp = setUpWorld()
    const { world, ada, id } = setUp
    const first = createIssue(world, ada, id, { title: 'Boom' })
    const second = createIssue(world, ada, id, { title: 'See', body: 'like #1 and acme/app#1' })
    createComment(world, ada, second.id, 'again #1')
    createIssue(world, ada, id, { title: 'Code', body: '`#1`' })
    expect(eventsOf(setUp, first.id)).toEqual(['cross-referenced'])
  })
})

describe('comments', () => {
  test('one deleted leaves only that it was', () => {
    const setUp = setUpWorld()
    const { world, ada, cyd, people, id } = setUp
    const issue = createIssue(world, ada, id, { title: 'Boom' })
    const comment = createComment(world, cyd, issue.id, 'secret')
    deleteComment(world, ada, comment.id)
    expect(commentsOf(world.state, issue.id)).toEqual([])
    expect(timelineOf(world.state, issue.id)).toMatchObject([
      { event: 'comment_deleted', deletedAuthorId: people.cyd.id },
    ])
    expect(world.state.domainEvents.at(-1)).toMatchObject({ action: 'deleted', deletedComment: { body: 'secret' } })
  })

  test('one of another is changed only with write access, and says by whom', () => {
    const { world, ada, bea, cyd, people, id } = setUpWorld()
    const issue = createIssue(world, ada, id, { title: 'Boom' })
    const comment = createComment(world, cyd, issue.id, 'one')
    expect(refusal(() => updateComment(world, bea, comment.id, 'two')).status).toBe(403)
    updateComment(world, ada, comment.id, 'two')
    expect(comment).toMatchObject({ editorId: people.ada.id, authorId: people.cyd.id })
  })

  test('on a locked issue are for people with write access', () => {
    const { world, ada, cyd, robot, id } = setUpWorld()
    const issue = createIssue(world, ada, id, { title: 'Boom' })
    lockIssue(world, ada, issue.id, 'resolved')
    for (const actor of [cyd, robot]) {
      expect(refusal(() => createComment(world, actor, issue.id, 'hello'))).toMatchObject({
        status: 403,
        message: 'Unable to create comment because issue is locked.',
      })
    }
    expect(createComment(world, ada, issue.id, 'done').body).toBe('done')
  })

  test('one at a time is pinned, and a reaction counts once', () => {
    const { world, ada, robot, id } = setUpWorld()
    const issue = createIssue(world, ada, id, { title: 'Boom' })
    const [first, second] = ['one', 'two'].map(body => createComment(world, robot, issue.id, body).id)
    pinComment(world, robot, first ?? 0)
    pinComment(world, robot, second ?? 0)
    expect(issue.pinnedComment?.commentId).toBe(second)
    expect(addReaction(world, ada, { commentId: second ?? 0 }, '+1').created).toBe(true)
    expect(addReaction(world, ada, { commentId: second ?? 0 }, '+1').created).toBe(false)
  })
})

describe('links', () => {
  test('a parent holds a hundred, closed ones too', () => {
    const { world, robot, id } = setUpWorld()
    const parent = createIssue(world, robot, id, { title: 'Parent' })
    for (let n = 0; n < 100; n++) createIssue(world, robot, id, { title: `Step ${n}`, parentId: parent.id })
    closeIssue(world, robot, parent.subIssueIds[0] ?? 0)
    const refused = refusal(() => createIssue(world, robot, id, { title: 'Step', parentId: parent.id }))
    expect(refused.graphql).toBe('Parent cannot have more than 100 sub-issues')
    expect(issueByNumber(world.state, id, 102)).toBeNull()
    expect(subIssuesSummary(world.state, parent)).toEqual({ total: 100, completed: 1, percentCompleted: 1 })
  })

  test('a child has one parent, seven layers deep at most', () => {
    const { world, robot, id } = setUpWorld()
    const chain = Array.from({ length: 9 }, (_, n) => createIssue(world, robot, id, { title: `Layer ${n}` }).id)
    const [root = 0, , , third = 0, , , , seventh = 0, other = 0] = chain
    for (let n = 1; n < 8; n++) addSubIssue(world, robot, chain[n - 1] ?? 0, chain[n] ?? 0)
    const said = (parent: number, child: number) => refusal(() => addSubIssue(world, robot, parent, child)).graphql
    expect(said(other, third)).toBe('Sub issue may only have one parent')
    expect(said(other, other)).toBe('Sub issue cannot be the same as the parent issue')
    expect(said(seventh, root)).toBe('Sub issue may not create a circular dependency')
    expect(said(seventh, other)).toContain('You can’t add more than 7 layers of sub-issues.')
    addSubIssue(world, robot, other, third, { replaceParent: true })
    expect(world.state.issues.get(third)?.parentId).toBe(other)
  })

  test('one link is told twice, and the order can be changed', () => {
    const setUp = setUpWorld()
    const { world, robot, id } = setUp
    const [parent, a, b] = ['Parent', 'A', 'B'].map(title => createIssue(world, robot, id, { title }).id)
    addSubIssue(world, robot, parent ?? 0, a ?? 0)
    expect(actionsOf(setUp).slice(-2)).toEqual(['sub_issues.sub_issue_added', 'sub_issues.parent_issue_added'])
    addSubIssue(world, robot, parent ?? 0, b ?? 0)
    reprioritizeSubIssue(world, robot, parent ?? 0, b ?? 0, { beforeId: a ?? 0 })
    expect(world.state.issues.get(parent ?? 0)?.subIssueIds).toEqual([b, a])
    removeSubIssue(world, robot, parent ?? 0, a ?? 0)
    expect(eventsOf(setUp, a ?? 0)).toEqual(['parent_issue_added', 'parent_issue_removed'])
  })

  test('outlive the transfer of a child', () => {
    const setUp = setUpWorld()
    const { world, ada, robot, id } = setUp
    const elsewhere = addRepository(world, { owner: 'acme', name: 'elsewhere' })
    const parent = createIssue(world, robot, id, { title: 'Parent' })
    const child = createIssue(world, robot, id, { title: 'Step', parentId: parent.id, labels: ['step'] })
    const comment = createComment(world, ada, child.id, 'hello')
    const moved = transferIssue(world, robot, child.id, elsewhere.id)
    expect(parent.subIssueIds).toEqual([moved.id])
    expect(moved).toMatchObject({ number: 1, repositoryId: elsewhere.id, parentId: parent.id, labelIds: [] })
    expect(comment.issueId).toBe(moved.id)
    expect(issueByNumber(world.state, id, child.number)).toBeNull()
    expect(eventsOf(setUp, moved.id)).toEqual(['labeled', 'parent_issue_added', 'commented', 'transferred'])
  })

  test('nothing waits twice for the same, for itself, or in a circle', () => {
    const { world, robot, id } = setUpWorld()
    const [a = 0, b = 0] = ['A', 'B'].map(title => createIssue(world, robot, id, { title }).id)
    addBlockedBy(world, robot, a, b)
    expect(refusal(() => addBlockedBy(world, robot, a, b)).graphql).toBe('Target issue has already been taken')
    expect(refusal(() => addBlockedBy(world, robot, a, a)).status).toBe(422)
    expect(refusal(() => addBlockedBy(world, robot, b, a)).status).toBe(422)
  })
})

describe('the world', () => {
  test('can be kept and restored', () => {
    const { world, ada, id } = setUpWorld()
    createIssue(world, ada, id, { title: 'Boom' })
    const kept = checkpoint(world)
    expect(structuredClone(world.state)).toEqual(kept)
    createIssue(world, ada, id, { title: 'Boom' })
    setVisibility(world, null, id, 'public')
    restore(world, kept)
    expect(world.state).toEqual(kept)
    expect(createIssue(world, ada, id, { title: 'Boom' }).number).toBe(2)
  })
})

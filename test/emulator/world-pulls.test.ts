import {
  addReview,
  closePull,
  createCheckRun,
  createIssue,
  createPull,
  createRef,
  issueOfPull,
  mergePull,
  push,
  reopenPull,
  requestReviews,
  updateCheckRun,
  updateRepository,
} from 'github-emulator'
import { describe, expect, test } from 'vitest'
import { refusal, setUpWorld } from './world-setup.ts'

function withBranch() {
  const setUp = setUpWorld()
  push(setUp.world, setUp.ada, setUp.id, { branch: 'work', files: { 'w.md': 'W' } })
  return setUp
}

const wish = { title: 'Work', head: 'work', base: 'main' }

describe('a pull request', () => {
  test('shares its numbers with issues', () => {
    const { world, ada, id } = withBranch()
    createIssue(world, ada, id, { title: 'Boom' })
    const pull = createPull(world, ada, id, wish)
    expect(issueOfPull(world.state, pull)).toMatchObject({ number: 2, nodeId: pull.nodeId })
    expect(pull.id).not.toBe(pull.issueId)
  })

  test('needs commits, and to be the only one', () => {
    const { world, robot, id, main } = withBranch()
    createRef(world, robot, id, 'refs/heads/same', main())
    const nothing = refusal(() => createPull(world, robot, id, { ...wish, head: 'same' }))
    expect(nothing.errors).toMatchObject([{ message: 'No commits between main and same' }])
    createPull(world, robot, id, wish)
    const again = refusal(() => createPull(world, robot, id, wish))
    expect(again.errors).toMatchObject([{ message: 'A pull request already exists for acme:work.' }])
  })

  test('by GITHUB_TOKEN must be allowed in the settings', () => {
    const { world, workflow, id } = withBranch()
    expect(refusal(() => createPull(world, workflow, id, wish)).message).toBe(
      'GitHub Actions is not permitted to create or approve pull requests.',
    )
    updateRepository(world, null, id, { actionsMayCreatePulls: true })
    expect(createPull(world, workflow, id, wish).headRef).toBe('work')
  })

  test('merged closes what its body names and takes its branch along', () => {
    const { world, ada, robot, id, repository } = withBranch()
    updateRepository(world, null, id, { deleteBranchOnMerge: true })
    const issue = createIssue(world, ada, id, { title: 'Boom' })
    const pull = createPull(world, robot, id, { ...wish, body: 'Fixes #1' })
    mergePull(world, ada, pull.id)
    expect(issue).toMatchObject({ state: 'closed', stateReason: 'completed' })
    expect(repository.refs.get('refs/heads/main')).toBe(pull.mergeCommitOid)
    expect(repository.refs.has('refs/heads/work')).toBe(false)
    expect(refusal(() => mergePull(world, ada, pull.id)).status).toBe(405)
  })

  test('follows its branch, and can be closed and reopened', () => {
    const { world, ada, id } = withBranch()
    const pull = createPull(world, ada, id, wish)
    const { oid } = push(world, ada, id, { branch: 'work', files: { 'w.md': 'WW' } })
    expect(pull.headOid).toBe(oid)
    expect(world.state.domainEvents.at(-1)).toMatchObject({ event: 'pull_request', action: 'synchronize' })
    closePull(world, ada, pull.id)
    reopenPull(world, ada, pull.id)
    expect(issueOfPull(world.state, pull).state).toBe('open')
  })

  test('is reviewed by collaborators only, and not by its author', () => {
    const { world, ada, bea, robot, people, id } = withBranch()
    const pull = createPull(world, ada, id, wish)
    expect(refusal(() => requestReviews(world, robot, pull.id, { userIds: [people.dan.id] })).message).toBe(
      'Reviews may only be requested from collaborators. One or more of the users or teams you specified is not a collaborator of the acme/app repository.',
    )
    requestReviews(world, robot, pull.id, { userIds: [people.bea.id] })
    expect(refusal(() => addReview(world, ada, pull.id, { state: 'APPROVED' })).status).toBe(422)
    addReview(world, bea, pull.id, { state: 'APPROVED' })
    expect(pull.requestedReviewerIds).toEqual([])
  })
})

test('a check run is made by an App and ends with a conclusion', () => {
  const { world, ada, robot, workflow, id, main } = setUpWorld()
  expect(refusal(() => createCheckRun(world, ada, id, { name: 'ready', headSha: main() })).status).toBe(403)
  const run = createCheckRun(world, robot, id, { name: 'ready', headSha: main() })
  expect(refusal(() => updateCheckRun(world, workflow, run.id, { conclusion: 'success' })).status).toBe(403)
  updateCheckRun(world, robot, run.id, { conclusion: 'success' })
  expect(run).toMatchObject({ status: 'completed', conclusion: 'success', completedAt: '2026-03-01T10:00:00Z' })
})

import { z } from 'zod'
import type { Snapshot } from '../../../domain/view/snapshot.ts'
import type { Operation } from '../../../operations/operation.ts'
import type { Part } from '../client/mutation.ts'
import {
  answeredComment,
  answeredCommit,
  answeredIssue,
  answeredLabel,
  answeredNothing,
  answeredPull,
  type OperationAnswer,
} from '../read/operation-answer.ts'
import { type Inexpressible, labelIds, nodeOf, nodesOfPeople, withinBody } from './nodes.ts'

/**
 * One kind of operation as GitHub's mutation: the field, the type of its input, the input, what is asked back, and how
 * to read that. Each asks the repository's visibility back.
 */
type Mutation<O extends Operation> = {
  readonly field: string
  readonly type: string
  readonly select: string
  readonly input: (operation: O, snapshot: Snapshot) => object | Inexpressible
  /** A text: GitHub did less than it was asked to. null: not readable. */
  readonly answer: (data: unknown, operation: O) => OperationAnswer | string | null
}

type ByKind = { [O in Operation as O['do']]: O }
type Kind = keyof ByKind

const here = 'repository { visibility }'
const issueHere = `{ issue { id ${here} } }`
const commentHere = `{ issueComment { id ${here} } }`
const posted = `{ commentEdge { node { id createdAt ${here} } } }`
const labelled = `{ labelable { __typename ... on Issue { id ${here} } ... on PullRequest { id ${here} } } }`
const assigned = `assignees(first: 20) { nodes { databaseId } } ${here}`
const refMade = `{ ref { id ${here} } }`
const actor = '__typename login ... on User { databaseId } ... on Bot { databaseId }'

const assigneesBack = z.object({
  assignable: z.object({ assignees: z.object({ nodes: z.array(z.object({ databaseId: z.number() }).nullable()) }) }),
})

/** In the order of `Operation`. */
const mutations: { readonly [K in Kind]: Mutation<ByKind[K]> } = {
  'open-step': {
    field: 'createIssue',
    type: 'CreateIssueInput',
    select: `{ issue { id number url createdAt author { ${actor} } ${here} } }`,
    input: ({ under, title, body, labels, assignees }, snapshot) =>
      withinBody(body) ??
      labelIds(snapshot, labels, ids => ({
        repositoryId: snapshot.repository.id,
        parentIssueId: under.id,
        title,
        body,
        labelIds: ids,
        // Somebody who has left must not keep a step from being opened: who is missing is assigned, or refused, after.
        assigneeIds: assignees.flatMap(who => nodeOf(snapshot, who) ?? []),
      })),
    answer: answeredIssue,
  },
  'post-board': {
    field: 'addComment',
    type: 'AddCommentInput',
    select: posted,
    input: ({ on, body }) => withinBody(body) ?? { subjectId: on.id, body },
    answer: answeredComment,
  },
  reply: {
    field: 'addComment',
    type: 'AddCommentInput',
    select: posted,
    input: ({ on, body }) => withinBody(body) ?? { subjectId: on.id, body },
    answer: answeredComment,
  },
  'open-pull-request': {
    field: 'createPullRequest',
    type: 'CreatePullRequestInput',
    select: `{ pullRequest { id number url ${here} } }`,
    input: ({ branch, base, title, body }, { repository }) =>
      withinBody(body) ?? { repositoryId: repository.id, headRefName: branch, baseRefName: base, title, body },
    answer: answeredPull,
  },
  'create-label': {
    field: 'createLabel',
    type: 'CreateLabelInput',
    select: `{ label { id ${here} } }`,
    input: ({ label, color, description }, { repository }) => ({
      repositoryId: repository.id,
      name: label,
      color,
      description,
    }),
    answer: answeredLabel,
  },
  'add-label': {
    field: 'addLabelsToLabelable',
    type: 'AddLabelsToLabelableInput',
    select: labelled,
    input: ({ on, label }, snapshot) => labelIds(snapshot, [label], ids => ({ labelableId: on.id, labelIds: ids })),
    answer: answeredNothing,
  },
  'remove-label': {
    field: 'removeLabelsFromLabelable',
    type: 'RemoveLabelsFromLabelableInput',
    select: labelled,
    input: ({ on, label }, snapshot) => labelIds(snapshot, [label], ids => ({ labelableId: on.id, labelIds: ids })),
    answer: answeredNothing,
  },
  assign: {
    field: 'addAssigneesToAssignable',
    type: 'AddAssigneesToAssignableInput',
    select: `{ assignable { __typename ... on Issue { ${assigned} } ... on PullRequest { ${assigned} } } }`,
    input: ({ on, who }, snapshot) =>
      nodesOfPeople(snapshot, [who], ids => ({ assignableId: on.id, assigneeIds: ids })),
    // GitHub answers with success and leaves out whom it cannot assign, and everybody beyond ten.
    answer: (data, { who }) => {
      const back = assigneesBack.safeParse(data).data?.assignable.assignees.nodes
      if (back === undefined) return null
      return back.some(one => one?.databaseId === who.id) ? {} : `GitHub did not assign ${who.login}`
    },
  },
  unassign: {
    field: 'removeAssigneesFromAssignable',
    type: 'RemoveAssigneesFromAssignableInput',
    select: `{ assignable { __typename ... on Issue { ${assigned} } ... on PullRequest { ${assigned} } } }`,
    input: ({ on, who }, snapshot) =>
      nodesOfPeople(snapshot, [who], ids => ({ assignableId: on.id, assigneeIds: ids })),
    answer: answeredNothing,
  },
  close: {
    field: 'closeIssue',
    type: 'CloseIssueInput',
    select: issueHere,
    input: ({ on, reason }) => ({
      issueId: on.id,
      stateReason: reason === 'completed' ? 'COMPLETED' : 'NOT_PLANNED',
    }),
    answer: answeredNothing,
  },
  'close-duplicate': {
    field: 'closeIssue',
    type: 'CloseIssueInput',
    select: issueHere,
    input: ({ on, of }) => ({ issueId: on.id, stateReason: 'DUPLICATE', duplicateIssueId: of.id }),
    answer: answeredNothing,
  },
  reopen: {
    field: 'reopenIssue',
    type: 'ReopenIssueInput',
    select: issueHere,
    input: ({ on }) => ({ issueId: on.id }),
    answer: answeredNothing,
  },
  block: {
    field: 'addBlockedBy',
    type: 'AddBlockedByInput',
    select: issueHere,
    input: ({ on, by }) => ({ issueId: on.id, blockingIssueId: by.id }),
    answer: answeredNothing,
  },
  minimise: {
    field: 'minimizeComment',
    type: 'MinimizeCommentInput',
    select: `{ minimizedComment { __typename ... on IssueComment { id ${here} } } }`,
    input: ({ comment }) => ({ subjectId: comment, classifier: 'DUPLICATE' }),
    answer: answeredNothing,
  },
  'create-tag': {
    field: 'createRef',
    type: 'CreateRefInput',
    select: refMade,
    input: ({ name, oid }, { repository }) => ({ repositoryId: repository.id, name: `refs/tags/${name}`, oid }),
    answer: answeredNothing,
  },
  'create-branch': {
    field: 'createRef',
    type: 'CreateRefInput',
    select: refMade,
    input: ({ name, oid }, { repository }) => ({ repositoryId: repository.id, name: `refs/heads/${name}`, oid }),
    answer: answeredNothing,
  },
  'commit-file': {
    field: 'createCommitOnBranch',
    type: 'CreateCommitOnBranchInput',
    select: `{ commit { oid ${here} } }`,
    input: ({ branch, head, path, text, message }, snapshot) =>
      commitInput(snapshot, { branch, head, message, files: [{ path, text }] }),
    answer: answeredCommit,
  },
  'request-review': {
    field: 'requestReviews',
    type: 'RequestReviewsInput',
    select: `{ pullRequest { id ${here} } }`,
    // `union`: without it those who were asked before are dropped.
    input: ({ on, who }, snapshot) =>
      nodesOfPeople(snapshot, who, ids => ({ pullRequestId: on.id, userIds: ids, union: true })),
    answer: answeredNothing,
  },
  'edit-board': {
    field: 'updateIssueComment',
    type: 'UpdateIssueCommentInput',
    select: commentHere,
    input: ({ comment, body }) => withinBody(body) ?? { id: comment, body },
    answer: answeredNothing,
  },
  'pin-board': {
    field: 'pinIssueComment',
    type: 'PinIssueCommentInput',
    select: commentHere,
    input: ({ comment }) => ({ issueCommentId: comment }),
    answer: answeredNothing,
  },
  acknowledge: {
    field: 'addReaction',
    type: 'AddReactionInput',
    select: `{ subject { __typename ... on IssueComment { id ${here} } } }`,
    input: ({ comment }) => ({ subjectId: comment, content: 'EYES' }),
    answer: answeredNothing,
  },
}

type Commit = {
  readonly branch: string
  /** The head that was read: a compare-and-swap. */
  readonly head: string
  /** First line, blank line, the rest. */
  readonly message: string
  readonly files: readonly { readonly path: string; readonly text: string }[]
}

export const commitInput = ({ repository }: Snapshot, { branch, head, message, files }: Commit): object => {
  const [headline = '', ...rest] = message.split('\n')
  const body = rest.join('\n').trim()
  return {
    branch: { repositoryNameWithOwner: `${repository.owner}/${repository.name}`, branchName: branch },
    expectedHeadOid: head,
    message: body === '' ? { headline } : { headline, body },
    fileChanges: {
      additions: files.map(({ path, text }) => ({ path, contents: Buffer.from(text).toString('base64') })),
    },
  }
}

/** The operation as one alias of a mutation, or why it cannot be said. */
export const partFor = <K extends Kind>(
  operation: ByKind[K] & { do: K },
  snapshot: Snapshot,
  alias: string,
): Part | Inexpressible => {
  const { field, type, select, input }: Mutation<ByKind[K]> = mutations[operation.do]
  const given = input(operation, snapshot)
  return 'inexpressible' in given ? given : { alias, field, type, select, input: given }
}

export const answerTo = <K extends Kind>(operation: ByKind[K] & { do: K }, data: unknown) => {
  const { answer }: Mutation<ByKind[K]> = mutations[operation.do]
  return answer(data, operation)
}

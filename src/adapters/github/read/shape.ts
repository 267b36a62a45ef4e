import { z } from 'zod'
import { checkOf, checkOfSome, type RestData } from '../client/checked.ts'
import type {
  BranchFragment,
  CommentsQuery,
  LabelledStepsQuery,
  LabelsQuery,
  NewestQuery,
  StepsQuery,
} from '../queries.generated.ts'
import type { Present, RawIncident, RawListed, RawPeople, RawPulls, RawRecordAt, RawThread } from './answer-parts.ts'

/*
 * What the queries may bring, checked as it comes. Types are generated from the queries and GitHub's schema. A connection
 * or a node can be null in a partial answer even where GitHub usually gives one; what is null where the schema allows it
 * parses, and whoever reads it decides what the absence means.
 */

const list = <T extends z.ZodType>(node: T) => z.object({ nodes: z.array(node.nullable()).nullish() })
const account = z.object({ id: z.string(), databaseId: z.number().nullish(), login: z.string() })
const actor = z.object({ __typename: z.string(), login: z.string(), databaseId: z.number().nullish() })
const more = z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullish() })
const blob = z.object({ __typename: z.string(), text: z.string().nullish(), isTruncated: z.boolean().optional() })
const file = z.object({ object: blob.nullish() }).nullish()
const tree = z.object({
  __typename: z.string(),
  entries: z.array(z.object({ name: z.string(), object: blob.nullish() })).nullish(),
})
const folder = z.object({ object: tree.nullish() }).nullish()
const settings = { configuration: file, playbooks: folder }

const commit = z.object({
  oid: z.string(),
  author: z
    .object({
      email: z.string().nullish(),
      user: z.object({ databaseId: z.number().nullish(), login: z.string() }).nullish(),
    })
    .nullish(),
  signature: z.object({ isValid: z.boolean(), wasSignedByGitHub: z.boolean() }).nullish(),
})

const reactions = z.array(
  z.object({
    content: z.string(),
    createdAt: z.string().nullish(),
    viewerHasReacted: z.boolean(),
    reactors: z.object({ totalCount: z.number() }).optional(),
  }),
)

const entry = { id: z.string(), createdAt: z.string(), actor: actor.nullish() }
const assignee = z.object({ __typename: z.string(), databaseId: z.number().nullish(), login: z.string().optional() })
const assignment = { ...entry, assignee: assignee.nullish() }
const labelling = { ...entry, label: z.object({ name: z.string() }) }

const listed = z.discriminatedUnion('__typename', [
  z.object({
    __typename: z.literal('IssueComment'),
    id: z.string(),
    url: z.string(),
    createdAt: z.string(),
    author: actor.nullish(),
    editor: actor.nullish(),
    body: z.string(),
    lastEditedAt: z.string().nullish(),
    createdViaEmail: z.boolean(),
    isMinimized: z.boolean(),
    reactionGroups: reactions.nullish(),
  }),
  z.object({ __typename: z.literal('AssignedEvent'), ...assignment }),
  z.object({ __typename: z.literal('UnassignedEvent'), ...assignment }),
  z.object({ __typename: z.literal('LabeledEvent'), ...labelling }),
  z.object({ __typename: z.literal('UnlabeledEvent'), ...labelling }),
  z.object({
    __typename: z.literal('ClosedEvent'),
    ...entry,
    url: z.string(),
    stateReason: z.string().nullish(),
  }),
  z.object({ __typename: z.literal('ReopenedEvent'), ...entry }),
  z.object({
    __typename: z.literal('SubIssueRemovedEvent'),
    ...entry,
    subIssue: z.object({ body: z.string(), author: actor.nullish() }).nullish(),
  }),
  z.object({ __typename: z.literal('CommentDeletedEvent'), ...entry, deletedCommentAuthor: actor.nullish() }),
])

/** Kinds that the query does not list, none of which should come. */
const unlisted = z.object({
  __typename: z.string().refine(name => !listed.options.some(one => one.shape.__typename.value === name)),
})

const thread = list(z.union([checkOf<RawListed>()(listed), unlisted])).extend({
  pageInfo: z.object({ hasPreviousPage: z.boolean(), startCursor: z.string().nullish() }),
})

const comment = z.object({
  id: z.string(),
  body: z.string(),
  lastEditedAt: z.string().nullish(),
  author: actor.nullish(),
  editor: actor.nullish(),
})

const page = z.object({
  id: z.string(),
  number: z.number(),
  url: z.string(),
  title: z.string(),
  body: z.string(),
  state: z.enum(['OPEN', 'CLOSED']),
  stateReason: z.string().nullish(),
  locked: z.boolean(),
  createdAt: z.string(),
  author: actor.nullish(),
  repository: z.object({ id: z.string() }),
  labels: list(z.object({ name: z.string() })).nullish(),
  assignees: list(account).nullish(),
  timelineItems: thread.nullish(),
})

const step = page.extend({
  lastEditedAt: z.string().nullish(),
  editor: actor.nullish(),
  blockedBy: list(z.object({ id: z.string() })).nullish(),
})

const steps = list(step).extend({ pageInfo: more })

const issue = page.extend({
  lastEditedAt: z.string().nullish(),
  pinnedIssueComment: z.object({ issueComment: comment }).nullish(),
  comments: list(comment).extend({ totalCount: z.number() }).nullish(),
  subIssues: steps.nullish(),
})

const branch = z.object({ target: commit.extend({ file }).nullish() })

const reviewer = z.object({ __typename: z.string(), login: z.string().optional(), slug: z.string().optional() })

const pulls = list(
  z.object({
    id: z.string(),
    number: z.number(),
    url: z.string(),
    state: z.enum(['OPEN', 'CLOSED', 'MERGED']),
    createdAt: z.string(),
    closedAt: z.string().nullish(),
    headRefName: z.string(),
    isCrossRepository: z.boolean(),
    author: actor.nullish(),
    commits: list(z.object({ commit: z.object({ file }) })).nullish(),
    reviewRequests: list(z.object({ requestedReviewer: reviewer.nullish() })).nullish(),
    latestReviews: list(z.object({ author: actor.nullish() })).nullish(),
  }),
)

const tag = z.object({
  name: z.string(),
  target: z.object({ oid: z.string(), target: z.object({ oid: z.string() }).nullish() }).nullish(),
})

const root = z.object({ oid: z.string(), ...settings, history: list(z.object({ oid: z.string() })).nullish() })

const head = z.object({
  oid: z.string(),
  ...settings,
  events: folder,
  lease: file,
  history: list(commit.extend({ messageHeadline: z.string() })).nullish(),
})

const edge = z.object({ permission: z.string(), node: account.nullish() })

const collaborators = z.object({ edges: z.array(edge.nullable()).nullish() })
const assignables = list(account)

const labels = list(z.object({ id: z.string(), name: z.string() })).extend({ pageInfo: more })

/** The rounds stand beside, by their number: `branch2`, `pulls2`. */
const repository = z.looseObject({
  id: z.string(),
  name: z.string(),
  url: z.string(),
  visibility: z.enum(['PRIVATE', 'INTERNAL', 'PUBLIC']),
  isArchived: z.boolean(),
  hasIssuesEnabled: z.boolean(),
  owner: z.object({ login: z.string() }),
  defaultBranchRef: z.object({ name: z.string(), target: root.nullish() }).nullish(),
  collaborators: collaborators.extend({ pageInfo: more }).nullish(),
  assignableUsers: assignables.extend({ pageInfo: more }).nullish(),
  labels: labels.nullish(),
  tags: list(tag).extend({ pageInfo: more }).nullish(),
  ledger: z.object({ rules: list(z.object({ type: z.string() })).nullish(), target: head.nullish() }).nullish(),
  above: z.object({ target: z.object({ oid: z.string() }).nullish() }).nullish(),
  below: list(z.object({ name: z.string(), target: z.object({ oid: z.string() }).nullish() })).nullish(),
  kind: z.object({ __typename: z.string() }).nullish(),
  issue: issue.nullish(),
})

export const incidentCheck = checkOf<RawIncident>()(
  z.object({
    viewer: z.object({ login: z.string(), databaseId: z.number().nullish() }),
    repository: repository.nullish(),
  }),
)
export const stepsCheck = checkOf<StepsQuery>()(z.object({ node: z.object({ subIssues: steps.nullish() }).nullish() }))
export const threadCheck = checkOf<RawThread>()(thread)
export const branchCheck = checkOf<BranchFragment>()(branch)
export const pullsCheck = checkOf<Present<RawPulls>>()(pulls)
export const collaboratorsCheck = checkOf<Present<RawPeople['role0']>>()(collaborators)
export const assignablesCheck = checkOf<RawPeople['assignable0']>()(assignables)
export const labelsCheck = checkOf<LabelsQuery>()(
  z.object({ repository: z.object({ labels: labels.nullish() }).nullish() }),
)
export const labelledStepsCheck = checkOf<LabelledStepsQuery>()(
  z.object({ repository: z.object({ issues: steps }).nullish() }),
)
export const recordAtCheck = checkOf<RawRecordAt>()(
  z.object({ repository: z.object({ object: head.nullish() }).nullish() }),
)
export const newestCheck = checkOf<NewestQuery>()(
  z.object({
    repository: z
      .object({
        issues: list(
          z.object({
            id: z.string(),
            number: z.number(),
            state: z.enum(['OPEN', 'CLOSED']),
            body: z.string(),
            createdAt: z.string(),
            author: actor.nullish(),
          }),
        ).extend({ pageInfo: more }),
      })
      .nullish(),
  }),
)
export const commentsCheck = checkOf<CommentsQuery>()(
  z.object({ node: z.object({ comments: list(comment).extend({ pageInfo: more }).nullish() }).nullish() }),
)

export const permissionRoute = 'GET /repos/{owner}/{repo}/collaborators/{username}/permission'

export const permissionCheck = checkOfSome<RestData<typeof permissionRoute>>()(
  z.object({
    permission: z.string().optional(),
    role_name: z.string().optional(),
    user: z.object({ id: z.number(), login: z.string(), node_id: z.string() }).nullish(),
  }),
)

import { z } from 'zod'

/*
 * What the queries may bring. A connection or a node can be null in a partial answer even where GitHub usually gives
 * one; what is null where the schema allows it parses, and whoever reads it decides what the absence means.
 */

const list = <T extends z.ZodType>(node: T) => z.object({ nodes: z.array(node.nullable()).nullish() })
const account = z.object({ id: z.string(), databaseId: z.number().nullish(), login: z.string() })
const actor = z.object({ __typename: z.string(), login: z.string(), databaseId: z.number().nullish() })
const more = z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullish() })
const blob = z.object({ __typename: z.string(), text: z.string().nullish(), isTruncated: z.boolean().optional() })
const file = z.object({ object: blob.nullish() }).nullish()
const folder = z
  .object({
    object: z.object({ entries: z.array(z.object({ name: z.string(), object: blob.nullish() })).nullish() }).nullish(),
  })
  .nullish()
const settings = { configuration: file, playbooks: folder }

const commit = z.object({
  oid: z.string(),
  messageHeadline: z.string().optional(),
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
    viewerHasReacted: z.boolean().optional(),
    reactors: z.object({ totalCount: z.number() }).nullish(),
  }),
)

const item = z.object({
  __typename: z.string(),
  id: z.string().optional(),
  url: z.string().optional(),
  createdAt: z.string().optional(),
  actor: actor.nullish(),
  author: actor.nullish(),
  editor: actor.nullish(),
  body: z.string().optional(),
  lastEditedAt: z.string().nullish(),
  createdViaEmail: z.boolean().optional(),
  isMinimized: z.boolean().optional(),
  reactionGroups: reactions.nullish(),
  assignee: z
    .object({ __typename: z.string(), databaseId: z.number().nullish(), login: z.string().optional() })
    .nullish(),
  label: z.object({ name: z.string() }).nullish(),
  stateReason: z.string().nullish(),
})

export const threadShape = list(item).extend({
  pageInfo: z.object({ hasPreviousPage: z.boolean(), startCursor: z.string().nullish() }),
})

const comment = z.object({ id: z.string(), body: z.string(), author: actor.nullish() })

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
  labels: list(z.object({ name: z.string() })).nullish(),
  assignees: list(account).nullish(),
  timelineItems: threadShape.nullish(),
})

const step = page.extend({
  repository: z.object({ id: z.string() }),
  blockedBy: list(z.object({ id: z.string() })).nullish(),
})

const issue = page.extend({
  lastEditedAt: z.string().nullish(),
  repository: z.object({ id: z.string() }),
  pinnedIssueComment: z.object({ issueComment: comment }).nullish(),
  comments: list(comment).extend({ totalCount: z.number() }).nullish(),
  subIssues: list(step).extend({ pageInfo: more }).nullish(),
})

export const branchShape = z.object({ target: commit.extend({ file }).nullish() })

const reviewer = z.object({ __typename: z.string(), login: z.string().optional(), slug: z.string().optional() })

export const pullsShape = list(
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
  history: list(commit).nullish(),
})

const edge = z.object({ permission: z.string(), node: account.nullish() })

export const collaboratorsShape = z.object({ edges: z.array(edge.nullable()).nullish() })
export const assignableShape = list(account)

export const labelsShape = list(z.object({ id: z.string(), name: z.string() })).extend({ pageInfo: more })

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
  collaborators: collaboratorsShape.extend({ pageInfo: more }).nullish(),
  assignableUsers: assignableShape.extend({ pageInfo: more }).nullish(),
  labels: labelsShape.nullish(),
  tags: list(tag).extend({ pageInfo: more }).nullish(),
  ledger: z.object({ target: head.nullish() }).nullish(),
  kind: z.object({ __typename: z.string() }).nullish(),
  issue: issue.nullish(),
})

export const incidentShape = z.object({
  viewer: z.object({ login: z.string(), databaseId: z.number().nullish() }),
  repository: repository.nullish(),
})

export const commentsShape = z.object({
  node: z.object({ comments: list(comment).extend({ pageInfo: more }).nullish() }).nullish(),
})

export type Incident = z.infer<typeof incidentShape>
export type Repository = z.infer<typeof repository>
export type Issue = z.infer<typeof issue>
export type Page = z.infer<typeof page>
export type Thread = z.infer<typeof threadShape>
export type RawItem = z.infer<typeof item>
export type RawActor = z.infer<typeof actor>
export type RawAccount = z.infer<typeof account>
export type Head = z.infer<typeof head>
export type Commit = z.infer<typeof commit>
export type Branch = z.infer<typeof branchShape>
export type Pulls = z.infer<typeof pullsShape>
export type Comment = z.infer<typeof comment>
export type Folder = z.infer<typeof folder>
export type BlobFile = z.infer<typeof file>

/** What is there of a list, and whether anything in it was not given. */
export const nodesOf = <T>(
  connection: { nodes?: readonly (T | null)[] | null | undefined } | null | undefined,
): readonly T[] => (connection?.nodes ?? []).filter(node => node !== null)

export const isWhole = (connection: { nodes?: readonly unknown[] | null | undefined } | null | undefined): boolean =>
  Array.isArray(connection?.nodes) && connection.nodes.every(node => node !== null)

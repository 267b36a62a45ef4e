import { z } from 'zod'
import type { RawListed, RawThread } from '../../client/answer-parts.ts'
import { checkOf } from '../../client/checked.ts'
import { actor, list } from './parts.ts'

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

export const thread = list(z.union([checkOf<RawListed>()(listed), unlisted])).extend({
  pageInfo: z.object({ hasPreviousPage: z.boolean(), startCursor: z.string().nullish() }),
})

export const threadCheck = checkOf<RawThread>()(thread)

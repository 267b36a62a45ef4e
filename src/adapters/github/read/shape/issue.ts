import { z } from 'zod'
import { checkOf } from '../../client/checked.ts'
import type { CommentsQuery, LabelledStepsQuery, StepsQuery } from '../../queries.generated.ts'
import { account, actor, list, more } from './parts.ts'
import { thread } from './thread.ts'

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

export const issue = page.extend({
  lastEditedAt: z.string().nullish(),
  pinnedIssueComment: z.object({ issueComment: comment }).nullish(),
  comments: list(comment).extend({ totalCount: z.number() }).nullish(),
  subIssues: steps.nullish(),
})

export const stepsCheck = checkOf<StepsQuery>()(z.object({ node: z.object({ subIssues: steps.nullish() }).nullish() }))
export const labelledStepsCheck = checkOf<LabelledStepsQuery>()(
  z.object({ repository: z.object({ issues: steps }).nullish() }),
)
export const commentsCheck = checkOf<CommentsQuery>()(
  z.object({ node: z.object({ comments: list(comment).extend({ pageInfo: more }).nullish() }).nullish() }),
)

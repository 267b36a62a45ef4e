import { z } from 'zod'
import type { SightFragment, SightsQuery } from '../queries.generated.ts'
import { checkOf } from './checked.ts'

// What the first look may bring, checked as it comes: any list, and any issue in it, may be what GitHub gave up on.

const page = z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullish() })
const listOf = <Node extends z.ZodType>(node: Node) =>
  z.object({ pageInfo: page, nodes: z.array(node.nullable()).nullish() }).nullish()

const step = z.object({ number: z.number(), updatedAt: z.string() })
const sight = z.object({
  number: z.number(),
  state: z.string(),
  closedAt: z.string().nullish(),
  updatedAt: z.string(),
  subIssues: z.object({ nodes: z.array(step.nullable()).nullish() }).nullish(),
})
const record = z.object({ name: z.string(), target: z.object({ oid: z.string() }).nullish() })
const seen = z.object({
  id: z.string(),
  visibility: z.string(),
  isArchived: z.boolean(),
  hasIssuesEnabled: z.boolean(),
  defaultBranchRef: z
    .object({ target: z.object({ file: z.object({ oid: z.string() }).nullish() }).nullish() })
    .nullish(),
  open: listOf(sight).optional(),
  closed: listOf(sight).optional(),
  reviews: listOf(sight).optional(),
  records: listOf(record).optional(),
})
export const sightCheck = checkOf<SightFragment>()(sight)
export const sightsCheck = checkOf<SightsQuery>()(z.object({ repository: seen.nullish() }))
export type SeenRepository = NonNullable<z.infer<typeof sightsCheck>['repository']>
export type RawSight = z.infer<typeof sightCheck>

const repositoryOf = <Issue extends z.ZodType>(issue: Issue) =>
  z.object({ repository: z.record(z.string(), issue.nullable()) })
export const statesCheck = repositoryOf(
  z.object({
    state: z.string().optional(),
    closedAt: z.string().nullish(),
    repository: z.object({ id: z.string() }).optional(),
  }),
)
export const sightsOfCheck = repositoryOf(sight.partial())

/** A page of incidents with their steps: of a hundred GitHub was seen to give up on all, of fifty on none. */
export const pageSize = 50

/** A step is missing from the answer, and may have moved. */
export const lacksSteps = (one: Pick<RawSight, 'subIssues'> | null): boolean =>
  !Array.isArray(one?.subIssues?.nodes) || one.subIssues.nodes.includes(null)

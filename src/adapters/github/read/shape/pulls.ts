import { z } from 'zod'
import type { Present, RawPulls } from '../../client/answer-parts.ts'
import { checkOf } from '../../client/checked.ts'
import type { BranchFragment } from '../../queries.generated.ts'
import { actor, commit, file, list } from './parts.ts'

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

export const branchCheck = checkOf<BranchFragment>()(branch)
export const pullsCheck = checkOf<Present<RawPulls>>()(pulls)

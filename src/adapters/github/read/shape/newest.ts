import { z } from 'zod'
import { checkOf } from '../../client/checked.ts'
import type { NewestQuery } from '../../queries.generated.ts'
import { actor, list, more } from './parts.ts'

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

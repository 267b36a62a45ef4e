import { z } from 'zod'
import { recordOf } from '../../../domain/events/location.ts'
import type { IncidentRef } from '../../../domain/terms/incident-ref.ts'
import type { Activity } from '../../../domain/view/judge-activity.ts'
import { checkOfSome, type RestData } from '../client/checked.ts'
import type { GitHub } from '../client/client.ts'

const route = 'GET /repos/{owner}/{repo}/activity'

const check = checkOfSome<RestData<typeof route>>()(
  z.array(
    z.object({
      before: z.string(),
      after: z.string(),
      timestamp: z.string(),
      activity_type: z.string(),
      actor: z.object({ id: z.number(), login: z.string() }).nullish(),
    }),
  ),
)

const known = ['push', 'force_push', 'branch_creation', 'branch_deletion'] as const

/**
 * The last hundred changes of the record's branch, oldest first; null: GitHub does not say. A pull request cannot move it, and
 * of more than a hundred pushes of ours the last ones are what counts.
 */
export const readActivity = async (
  github: GitHub,
  { owner, repo, number }: IncidentRef,
): Promise<readonly Activity[] | null> => {
  const ref = `refs/heads/${recordOf(number).branch}`
  const answer = await github.rest(route, { owner, repo, ref, per_page: 100 })
  const found = answer.is === 'answered' ? check.safeParse(answer.data).data : undefined
  if (found === undefined) return null
  return found
    .map(({ before, after, timestamp, activity_type, actor }) => ({
      before,
      after,
      at: timestamp,
      type: known.find(one => one === activity_type) ?? ('other' as const),
      by: actor ? { id: actor.id, login: actor.login } : null,
    }))
    .toReversed()
}

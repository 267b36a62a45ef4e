import type { Registry } from './fields.ts'
import { mutationTypes } from './mutations/mutation.ts'
import { accountTypes } from './types/accounts.ts'
import { commentTypes } from './types/comments.ts'
import { gitTypes } from './types/git.ts'
import { issueTypes } from './types/issues.ts'
import { labelTypes } from './types/labels.ts'
import { pullTypes } from './types/pulls.ts'
import { queryTypes } from './types/query.ts'
import { reactionTypes } from './types/reactions.ts'
import { repositoryTypes } from './types/repositories.ts'
import { timelineTypes } from './types/timeline.ts'

/** All that this GitHub's GraphQL knows, type by type. */
export const registry: Registry = {
  ...queryTypes,
  ...mutationTypes,
  ...accountTypes,
  ...repositoryTypes,
  ...issueTypes,
  ...commentTypes,
  ...labelTypes,
  ...reactionTypes,
  ...timelineTypes,
  ...gitTypes,
  ...pullTypes,
}

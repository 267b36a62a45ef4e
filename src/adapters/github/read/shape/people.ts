import { z } from 'zod'
import type { Present, RawPeople } from '../../client/answer-parts.ts'
import { checkOf, checkOfSome, type RestData } from '../../client/checked.ts'
import { account, list } from './parts.ts'

const edge = z.object({ permission: z.string(), node: account.nullish() })

export const collaborators = z.object({ edges: z.array(edge.nullable()).nullish() })
export const assignables = list(account)

export const collaboratorsCheck = checkOf<Present<RawPeople['role0']>>()(collaborators)
export const assignablesCheck = checkOf<RawPeople['assignable0']>()(assignables)

export const permissionRoute = 'GET /repos/{owner}/{repo}/collaborators/{username}/permission'

export const permissionCheck = checkOfSome<RestData<typeof permissionRoute>>()(
  z.object({
    permission: z.string().optional(),
    role_name: z.string().optional(),
    user: z.object({ id: z.number(), login: z.string(), node_id: z.string() }).nullish(),
  }),
)

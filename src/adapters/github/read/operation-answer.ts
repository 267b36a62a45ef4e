import { z } from 'zod'
import type { Actor } from '../../../domain/terms/person.ts'
import type { Timestamp } from '../../../domain/terms/timestamp.ts'
import { actorOf } from '../client/actor.ts'

/** What GitHub answered to one operation: what a later read may not show yet. */
export type OperationAnswer =
  /** open-step */
  | {
      readonly id: string
      readonly number: number
      readonly url: string
      readonly createdAt: Timestamp
      readonly author: Actor | null
    }
  /** post-board, reply */
  | { readonly id: string; readonly createdAt: Timestamp }
  /** open-pull-request */
  | { readonly id: string; readonly number: number; readonly url: string }
  /** create-label */
  | { readonly id: string }
  /** commit-file */
  | { readonly oid: string }
  /** All others set a value, which the operation itself names. */
  | Readonly<Record<never, never>>

const actor = z.object({ __typename: z.string(), login: z.string(), databaseId: z.number().nullish() })
const issue = z.object({
  id: z.string(),
  number: z.number(),
  url: z.string(),
  createdAt: z.string(),
  author: actor.nullish(),
})
const comment = z.object({ id: z.string(), createdAt: z.string() })
const pull = z.object({ id: z.string(), number: z.number(), url: z.string() })
const label = z.object({ id: z.string() })
const commit = z.object({ oid: z.string() })

export const answeredIssue = (data: unknown): OperationAnswer | null => {
  const made = z.object({ issue }).safeParse(data).data?.issue
  return made === undefined ? null : { ...made, author: actorOf(made.author) }
}

export const answeredComment = (data: unknown): OperationAnswer | null =>
  z.object({ commentEdge: z.object({ node: comment }) }).safeParse(data).data?.commentEdge.node ?? null

export const answeredPull = (data: unknown): OperationAnswer | null =>
  z.object({ pullRequest: pull }).safeParse(data).data?.pullRequest ?? null

export const answeredLabel = (data: unknown): OperationAnswer | null =>
  z.object({ label }).safeParse(data).data?.label ?? null

export const answeredCommit = (data: unknown): { readonly oid: string } | null =>
  z.object({ commit }).safeParse(data).data?.commit ?? null

export const answeredNothing = (): OperationAnswer => ({})

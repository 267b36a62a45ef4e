import { z } from 'zod'
import type { Timestamp } from '../domain/terms/timestamp.ts'

// What GitHub answers to an operation: what a later read may not show yet. null: not readable.

export type MadeIssue = {
  readonly id: string
  readonly number: number
  readonly url: string
  readonly createdAt: Timestamp
}
export type MadeComment = { readonly id: string; readonly createdAt: Timestamp }
export type MadePull = { readonly id: string; readonly number: number; readonly url: string }
export type MadeLabel = { readonly id: string }
export type MadeCommit = { readonly oid: string }
/** It sets a value, which the operation itself names. */
export type Nothing = Readonly<Record<never, never>>

const issue = z.object({ id: z.string(), number: z.number(), url: z.string(), createdAt: z.string() })
const comment = z.object({ id: z.string(), createdAt: z.string() })
const pull = z.object({ id: z.string(), number: z.number(), url: z.string() })
const label = z.object({ id: z.string() })
const commit = z.object({ oid: z.string() })

export const madeIssue = (data: unknown): MadeIssue | null => z.object({ issue }).safeParse(data).data?.issue ?? null

export const madeComment = (data: unknown): MadeComment | null =>
  z.object({ commentEdge: z.object({ node: comment }) }).safeParse(data).data?.commentEdge.node ?? null

export const madePull = (data: unknown): MadePull | null =>
  z.object({ pullRequest: pull }).safeParse(data).data?.pullRequest ?? null

export const madeLabel = (data: unknown): MadeLabel | null => z.object({ label }).safeParse(data).data?.label ?? null

export const madeCommit = (data: unknown): MadeCommit | null =>
  z.object({ commit }).safeParse(data).data?.commit ?? null

export const nothing = (): Nothing => ({})

// What is asked back, the visibility of the repository always.
export const here = 'repository { visibility }'
export const issueHere = `{ issue { id ${here} } }`
export const commentHere = `{ issueComment { id ${here} } }`
export const posted = `{ commentEdge { node { id createdAt ${here} } } }`
export const labelled = `{ labelable { __typename ... on Issue { id ${here} } ... on PullRequest { id ${here} } } }`
const assigned = `assignees(first: 20) { nodes { databaseId } } ${here}`
export const assignedTo = `{ assignable { __typename ... on Issue { ${assigned} } ... on PullRequest { ${assigned} } } }`
export const refMade = `{ ref { id ${here} } }`

import { z } from 'zod'
import type { Mutations } from './mutations.generated.ts'

// What GitHub answers to an operation: what a later read may not show yet.

/** What became of an operation, by GitHub's answer to it. */
export type Result<Answer> =
  | { readonly is: 'done'; readonly answer: Answer }
  /** GitHub did less than it was asked to. */
  | { readonly is: 'refused'; readonly message: string }
  /** The answer cannot be read. */
  | { readonly is: 'unclear' }

export const done = <Answer>(answer: Answer): Result<Answer> => ({ is: 'done', answer })

type Answered<Field extends keyof Mutations> = NonNullable<Mutations[Field]['answer']>
type Made<T> = Omit<NonNullable<T>, 'repository'>

export type MadeIssue = Made<Answered<'createIssue'>['issue']>
export type MadeComment = Made<NonNullable<Answered<'addComment'>['commentEdge']>['node']>
export type MadePull = Made<Answered<'createPullRequest'>['pullRequest']>
export type MadeLabel = Made<Answered<'createLabel'>['label']>
export type MadeCommit = Made<Answered<'createCommitOnBranch'>['commit']>
/** It sets a value, which the operation itself names. */
export type Nothing = Readonly<Record<never, never>>

const issue: z.ZodType<MadeIssue> = z.object({
  id: z.string(),
  number: z.number(),
  url: z.string(),
  createdAt: z.string(),
})
const comment: z.ZodType<MadeComment> = z.object({ id: z.string(), createdAt: z.string() })
const pull: z.ZodType<MadePull> = z.object({ id: z.string(), number: z.number(), url: z.string() })
const label: z.ZodType<MadeLabel> = z.object({ id: z.string() })
const commit: z.ZodType<MadeCommit> = z.object({ oid: z.string() })

const madeBy = <Answer>(answer: Answer | undefined): Result<Answer> =>
  answer === undefined ? { is: 'unclear' } : done(answer)

export const madeIssue = (data: unknown): Result<MadeIssue> => madeBy(z.object({ issue }).safeParse(data).data?.issue)

export const madeComment = (data: unknown): Result<MadeComment> =>
  madeBy(z.object({ commentEdge: z.object({ node: comment }) }).safeParse(data).data?.commentEdge.node)

export const madePull = (data: unknown): Result<MadePull> =>
  madeBy(z.object({ pullRequest: pull }).safeParse(data).data?.pullRequest)

export const madeLabel = (data: unknown): Result<MadeLabel> => madeBy(z.object({ label }).safeParse(data).data?.label)

export const madeCommit = (data: unknown): Result<MadeCommit> =>
  madeBy(z.object({ commit }).safeParse(data).data?.commit)

export const nothing = (): Result<Nothing> => done({})

// What is asked back, the visibility of the repository always.
export const here = 'repository { visibility }'
export const issueHere = `{ issue { id ${here} } }`
export const commentHere = `{ issueComment { id ${here} } }`
export const posted = `{ commentEdge { node { id createdAt ${here} } } }`
export const labelled = `{ labelable { __typename ... on Issue { id ${here} } ... on PullRequest { id ${here} } } }`
const assigned = `assignees(first: 20) { nodes { databaseId } } ${here}`
export const assignedTo = `{ assignable { __typename ... on Issue { ${assigned} } ... on PullRequest { ${assigned} } } }`
export const refMade = `{ ref { id ${here} } }`

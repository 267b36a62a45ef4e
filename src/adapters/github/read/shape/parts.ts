import { z } from 'zod'

/*
 * What the queries may bring, checked as it comes. Types are generated from the queries and GitHub's schema. A connection
 * or a node can be null in a partial answer even where GitHub usually gives one; what is null where the schema allows it
 * parses, and whoever reads it decides what the absence means.
 */

export const list = <T extends z.ZodType>(node: T) => z.object({ nodes: z.array(node.nullable()).nullish() })
export const account = z.object({ id: z.string(), databaseId: z.number().nullish(), login: z.string() })
export const actor = z.object({ __typename: z.string(), login: z.string(), databaseId: z.number().nullish() })
export const more = z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullish() })
const blob = z.object({ __typename: z.string(), text: z.string().nullish(), isTruncated: z.boolean().optional() })
export const file = z.object({ object: blob.nullish() }).nullish()
const tree = z.object({
  __typename: z.string(),
  entries: z.array(z.object({ name: z.string(), object: blob.nullish() })).nullish(),
})
export const folder = z.object({ object: tree.nullish() }).nullish()
export const settings = { configuration: file, playbooks: folder }

export const commit = z.object({
  oid: z.string(),
  author: z
    .object({
      email: z.string().nullish(),
      user: z.object({ databaseId: z.number().nullish(), login: z.string() }).nullish(),
    })
    .nullish(),
  signature: z.object({ isValid: z.boolean(), wasSignedByGitHub: z.boolean() }).nullish(),
})

import type { GraphQLResolveInfo } from 'graphql'
import { GitHubRefusal } from '../../world/refusal.ts'
import { type Context, RequestCut } from '../context.ts'
import type { Field } from '../fields.ts'
import { actorNode } from '../types/accounts.ts'
import { commentMutations } from './comments.ts'
import { gitMutations } from './git.ts'
import { issueMutations } from './issues.ts'
import { labelMutations } from './labels.ts'
import { linkMutations } from './links.ts'
import { pullMutations } from './pulls.ts'

type Input = { readonly clientMutationId?: string | null }
type Perform = (input: unknown, context: Context) => object

const mutations: Record<string, Perform> = {
  ...issueMutations,
  ...commentMutations,
  ...labelMutations,
  ...linkMutations,
  ...gitMutations,
  ...pullMutations,
}

/** One root field: graphql-js begins it when the one before is answered in full, and nothing is ever rolled back. */
const mutate = async (
  _: unknown,
  args: { readonly input: Input },
  context: Context,
  info: GraphQLResolveInfo,
): Promise<object> => {
  if (context.cut) throw context.cut
  const alias = context.begun++
  const key = String(info.path.key)
  try {
    await context.hooks.before?.(alias, key, info.fieldName)
    const payload = mutations[info.fieldName]?.(args.input, context) ?? {}
    await context.hooks.after?.(alias, key, info.fieldName)
    const actor = actorNode(context, context.viewer.user)
    return { actor, ...payload, clientMutationId: args.input.clientMutationId ?? null }
  } catch (error) {
    if (error instanceof RequestCut) context.cut = error
    throw named(error, info.fieldName)
  }
}

/** To people GitHub names the mutation they may not execute. */
const named = (error: unknown, field: string): unknown => {
  if (!(error instanceof GitHubRefusal) || !error.graphql.endsWith('to execute this request')) return error
  const mutation = `\`${field.charAt(0).toUpperCase()}${field.slice(1)}\``
  const graphql = error.graphql.replace(/this request$/, mutation)
  return new GitHubRefusal(error.status, error.type, error.message, { graphql })
}

export const mutationTypes: { readonly Mutation: Record<string, Field<unknown>> } = {
  Mutation: Object.fromEntries(Object.keys(mutations).map(name => [name, mutate as unknown as Field<unknown>])),
}

import type { Context } from '../context.ts'

/** What a mutation does with its input, as the schema shapes it; the answer is the payload without `clientMutationId`. */
export type Perform<I> = (input: I, context: Context) => object

/** Mutations of different inputs side by side: graphql-js has checked each input against the schema. */
export const mutationsOf = <T extends Record<string, Perform<never>>>(mutations: T): Record<string, Perform<unknown>> =>
  mutations as unknown as Record<string, Perform<unknown>>

import type { Endpoints } from '@octokit/types'
import type { z } from 'zod'

// The one place where what came from outside takes on a type; those of GraphQL are generated from GitHub's schema.

type List = { readonly nodes: unknown } | { readonly edges: unknown }

/** What a partial answer may lack: what the schema lets be null, any list, and any node of one, even if it promises them. */
type MayLack<T, K> = K extends 'node'
  ? true
  : null extends T
    ? true
    : undefined extends T
      ? true
      : T extends List
        ? true
        : false

/** A type of GitHub's schema, of which a part may not have been given. */
export type Partly<T> = T extends readonly (infer One)[]
  ? readonly Partly<One>[]
  : T extends object
    ? { readonly [K in keyof T as MayLack<T[K], K> extends true ? never : K]: Partly<T[K]> } & {
        readonly [K in keyof T as MayLack<T[K], K> extends true ? K : never]?: Partly<T[K]> | null | undefined
      }
    : T

/** The same with any text where the schema has a list of words: that list grows, and what reads it knows what to leave. */
type Widened<T> = T extends string
  ? string
  : T extends readonly (infer One)[]
    ? readonly Widened<One>[]
    : T extends object
      ? { readonly [K in keyof T]: Widened<T[K]> }
      : T

/**
 * A check of an answer, held to the type that was generated for it both ways when it is compiled: it lets through all that
 * the schema allows, and what it lets through has the type but for words that are not in it yet.
 */
export const checkOf =
  <T>() =>
  <S extends z.ZodType<Widened<Partly<T>>>>(check: T extends z.input<S> ? S : never) =>
    check as unknown as z.ZodType<Partly<T>>

/** JSON as it is parsed here: the description's 64-bit numbers come as numbers. */
type Parsed<T> = T extends bigint
  ? never
  : T extends readonly (infer One)[]
    ? Parsed<One>[]
    : T extends object
      ? { [K in keyof T]: Parsed<T[K]> }
      : T

/** What REST answers to this, as GitHub's description has it. */
export type RestData<Route extends keyof Endpoints> = Parsed<Endpoints[Route]['response']['data']>

/** A check of the few fields that are used of REST's many, held to GitHub's description: it lets through all that this allows. */
export const checkOfSome =
  <T>() =>
  <S extends z.ZodType>(check: T extends z.input<S> ? S : never): S =>
    check

/** The fields of whatever came; of what is no object, none. */
export const fieldsOf = (data: unknown): Readonly<Record<string, unknown>> =>
  typeof data === 'object' && data !== null ? { ...data } : {}

export type Fetch = (url: string | URL | globalThis.Request, init?: RequestInit) => Promise<Response>

/** A client's own `fetch`, which says no type of itself; null: it has none. */
export const fetchFrom = (own: unknown): Fetch | null => (typeof own === 'function' ? (own as Fetch) : null)

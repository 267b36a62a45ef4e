import type { GraphQLResolveInfo } from 'graphql'
import { type Context, NotEmulated } from './context.ts'

type Order = { field: string; direction: 'ASC' | 'DESC' }

/** The arguments any known field takes; graphql-js has checked them against the schema. */
export type Args = {
  first?: number | null
  last?: number | null
  after?: string | null
  before?: string | null
  orderBy?: Order | null
  direction?: 'ASC' | 'DESC' | null
  number?: number
  expression?: string | null
  oid?: string | null
  path?: string
  qualifiedName?: string
  refPrefix?: string
  query?: string | null
  login?: string | null
  loginNames?: string | null
  name?: string
  owner?: string
  id?: string
  ids?: string[]
  since?: string | null
  until?: string | null
  skip?: number | null
  itemTypes?: string[] | null
  states?: string[] | null
  labels?: string[] | null
  filterBy?: {
    states?: string[] | null
    labels?: string[] | null
    assignee?: string | null
    createdBy?: string | null
    since?: string | null
  } | null
  enableDuplicate?: boolean | null
  headRefName?: string | null
  baseRefName?: string | null
  includeClosedPrs?: boolean | null
  headRef?: string
  databaseId?: number
  content?: string | null
  author?: string | { id?: string | null; emails?: string[] | null } | null
  slug?: string
}

/** A record of the world on its way to the answer, with the name of its type there. */
export type Source<T = unknown> = { __typename: string; it: T }

export type Field<T> = (it: T, args: Args, context: Context, info: GraphQLResolveInfo) => unknown
export type Fields<T> = Record<string, Field<T>>

/** Field by field what each type answers, in a form in which types can lie side by side. */
export type Registry = Record<string, Record<string, Field<unknown>>>

export const node = <T>(typename: string, it: T): Source<T> => ({ __typename: typename, it })

export const erase = <T>(fields: Fields<T>): Record<string, Field<unknown>> =>
  fields as unknown as Record<string, Field<unknown>>

/** Known fields are resolved by their type; a payload, connection or other plain part answers only what it carries. */
export const resolveField =
  (registry: Registry) =>
  (source: unknown, args: Args, context: Context, info: GraphQLResolveInfo): unknown => {
    const type = info.parentType.name
    const field = registry[type]?.[info.fieldName]
    if (field) return field(isSource(source) ? source.it : source, args, context, info)
    if (!isSource(source) && isRecord(source) && Object.hasOwn(source, info.fieldName)) {
      const value: unknown = Reflect.get(source, info.fieldName)
      return typeof value === 'function' ? (value as (args: Args, context: Context) => unknown)(args, context) : value
    }
    throw new NotEmulated(`the embedded GitHub does not know ${type}.${info.fieldName}`)
  }

export const typeOf = (value: unknown): string => {
  if (isRecord(value) && '__typename' in value && typeof value.__typename === 'string') return value.__typename
  throw new NotEmulated('the embedded GitHub does not know the type of an answer')
}

const isRecord = (value: unknown): value is object => typeof value === 'object' && value !== null

const isSource = (value: unknown): value is Source => isRecord(value) && 'it' in value && '__typename' in value

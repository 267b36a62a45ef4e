import { type GraphQLResolveInfo, responsePathAsArray } from 'graphql'
import { type Context, NotEmulated } from './context.ts'

type Order = { readonly field: string; readonly direction: 'ASC' | 'DESC' }

/** The arguments any known field takes; graphql-js has checked them against the schema. */
export type Args = {
  readonly first?: number | null
  readonly last?: number | null
  readonly after?: string | null
  readonly before?: string | null
  readonly orderBy?: Order | null
  readonly direction?: 'ASC' | 'DESC' | null
  readonly number?: number
  readonly expression?: string | null
  readonly oid?: string | null
  readonly path?: string
  readonly qualifiedName?: string
  readonly refPrefix?: string
  readonly query?: string | null
  readonly login?: string | null
  readonly loginNames?: string | null
  readonly name?: string
  readonly owner?: string
  readonly id?: string
  readonly ids?: string[]
  readonly since?: string | null
  readonly until?: string | null
  readonly skip?: number | null
  readonly itemTypes?: string[] | null
  readonly states?: string[] | null
  readonly labels?: string[] | null
  readonly filterBy?: {
    readonly states?: string[] | null
    readonly labels?: string[] | null
    readonly assignee?: string | null
    readonly createdBy?: string | null
    readonly since?: string | null
  } | null
  readonly enableDuplicate?: boolean | null
  readonly followRenames?: boolean | null
  readonly headRefName?: string | null
  readonly baseRefName?: string | null
  readonly includeClosedPrs?: boolean | null
  readonly headRef?: string
  readonly databaseId?: number
  readonly content?: string | null
  readonly author?: string | { readonly id?: string | null; readonly emails?: string[] | null } | null
  readonly slug?: string
}

/** A record of the world on its way to the answer, with the name of its type there. */
export type Source<T = unknown> = { readonly __typename: string; readonly it: T }

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
    context.hooks.field?.(responsePathAsArray(info.path).join('.'))
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

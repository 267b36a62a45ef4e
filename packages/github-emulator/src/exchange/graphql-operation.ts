import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  Kind,
  type OperationDefinitionNode,
  parse,
  type SelectionSetNode,
  type ValueNode,
} from 'graphql'
import type { JsonObject } from '../http/answer.ts'

/** What the shell must know of a GraphQL request before it runs. */
export type Operation = {
  readonly name: string | null
  readonly mutating: boolean
  /** The fields of the first level under their response keys. */
  readonly aliases: { readonly key: string; readonly field: string }[]
  readonly creations: number
  /** Points of the hour, by GitHub's documented formula. */
  readonly cost: number
  /** How many nodes it could bring at most, by GitHub's documented formula. */
  readonly nodes: number
  readonly bytes: number
}

export type Fragments = Map<string, FragmentDefinitionNode>

/** The fields of a selection, those of fragments included. */
export const fieldsOf = (set: SelectionSetNode | undefined, fragments: Fragments): FieldNode[] =>
  (set?.selections ?? []).flatMap(each => {
    if (each.kind === Kind.FIELD) return [each]
    const inner = each.kind === Kind.INLINE_FRAGMENT ? each : fragments.get(each.name.value)
    return fieldsOf(inner?.selectionSet, fragments)
  })

const numberOf = (node: ValueNode | undefined, variables: JsonObject): number | null => {
  if (node?.kind === Kind.INT) return Number(node.value)
  if (node?.kind !== Kind.VARIABLE) return null
  const given = variables[node.name.value]
  return typeof given === 'number' ? given : null
}

/** How many items of a list a field asks for; null: it is no list. */
export const pageSizeOf = (field: FieldNode, variables: JsonObject): number | null => {
  const limit = field.arguments?.find(({ name }) => name.value === 'first' || name.value === 'last')
  return numberOf(limit?.value, variables)
}

/** How often a list is reached, and how many nodes that may bring. */
type Reached = { readonly times: number; readonly nodes: number }

/** Every list of a selection that is itself reached `times` times. */
const listsIn = (
  set: SelectionSetNode | undefined,
  times: number,
  fragments: Fragments,
  variables: JsonObject,
): readonly Reached[] =>
  fieldsOf(set, fragments).flatMap(field => {
    const size = pageSizeOf(field, variables)
    const nodes = size === null ? times : times * size
    const inner = listsIn(field.selectionSet, nodes, fragments, variables)
    return size === null ? inner : [{ times, nodes }, ...inner]
  })

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0)

const creates = /^(create|requestReviews|add(Comment|Reaction|PullRequestReview))/

const known = new Map<string, DocumentNode>()

/** The same few texts are asked again and again: each is parsed once. */
const parsed = (query: string): DocumentNode | null => {
  try {
    const document = known.get(query) ?? parse(query, { noLocation: true })
    if (known.size < 1000) known.set(query, document)
    return document
  } catch {
    return null
  }
}

const describe = (
  operation: OperationDefinitionNode,
  fragments: Fragments,
  variables: JsonObject,
): Omit<Operation, 'bytes'> => {
  const fields = fieldsOf(operation.selectionSet, fragments)
  const aliases = fields.map(({ alias, name }) => ({ key: alias?.value ?? name.value, field: name.value }))
  const mutating = operation.operation === 'mutation'
  const lists = listsIn(operation.selectionSet, 1, fragments, variables)
  return {
    name: operation.name?.value ?? aliases[0]?.field ?? null,
    mutating,
    aliases,
    creations: mutating ? aliases.filter(({ field }) => creates.test(field)).length : 0,
    // https://docs.github.com/en/graphql/overview/rate-limits-and-query-limits-for-the-graphql-api
    cost: Math.max(1, Math.round(sum(lists.map(({ times }) => times)) / 100)),
    nodes: sum(lists.map(({ nodes }) => nodes)),
  }
}

/** What a request asks for, for whoever walks through it; null: it cannot be read. */
export type Asked = {
  readonly operation: OperationDefinitionNode
  readonly fragments: Fragments
  readonly variables: JsonObject
}

export const readRequest = (body: JsonObject): Asked | null => {
  const given = body.variables
  const variables = given !== null && typeof given === 'object' && !Array.isArray(given) ? given : {}
  const document = parsed(typeof body.query === 'string' ? body.query : '')
  const definitions = document?.definitions ?? []
  const fragments: Fragments = new Map(
    definitions.flatMap(each => (each.kind === Kind.FRAGMENT_DEFINITION ? [[each.name.value, each]] : [])),
  )
  const operations = definitions.filter(each => each.kind === Kind.OPERATION_DEFINITION)
  const chosen = operations.find(each => each.name?.value === body.operationName) ?? operations[0]
  return chosen ? { operation: chosen, fragments, variables } : null
}

/** Reads a GraphQL request's text; one that cannot be read costs a point and does nothing. */
export const readOperation = (body: JsonObject): Operation => {
  const bytes = Buffer.byteLength(typeof body.query === 'string' ? body.query : '')
  const asked = readRequest(body)
  const nothing = { name: null, mutating: false, aliases: [], creations: 0, cost: 1, nodes: 0 }
  return { ...(asked ? describe(asked.operation, asked.fragments, asked.variables) : nothing), bytes }
}

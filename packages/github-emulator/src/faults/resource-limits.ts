import type { FieldNode, SelectionSetNode } from 'graphql'
import { type Asked, type Fragments, fieldsOf, pageSizeOf } from '../exchange/graphql-operation.ts'
import type { Answer, AnswerError } from '../graphql/execute.ts'

/** GitHub's words since July 2026, met live at 100 nodes a page with lists in them (spiceai/spiceai#13762). */
export const resourceLimitsMessage = 'Resource limits for this query exceeded.'

type Path = readonly (string | number)[]

/** How much GitHub would still answer. `parent`: what stands on the first level is given up, not only the nodes. */
export type GivenUp = { readonly above: number; readonly parent?: boolean }

/**
 * An answer of which GitHub gave up a part: of each list that was asked for with more than `above` a page and has lists in
 * it, every node is null, with an error of its own. HTTP 200, as if nothing had happened. The same answer if no list is so long.
 */
export const giveUp = (answer: Answer, asked: Asked, { above, parent = false }: GivenUp): Answer => {
  const { operation, fragments, variables } = asked
  const errors: AnswerError[] = []
  const lost = (path: Path) =>
    void errors.push({ type: 'RESOURCE_LIMITS_EXCEEDED', path, message: resourceLimitsMessage })

  const walk = (set: SelectionSetNode | undefined, value: unknown, path: Path): unknown => {
    if (Array.isArray(value)) return value.map((one, i) => walk(set, one, [...path, i]))
    if (typeof value !== 'object' || value === null) return value
    const out: Record<string, unknown> = { ...value }
    for (const field of fieldsOf(set, fragments)) {
      const key = field.alias?.value ?? field.name.value
      const size = pageSizeOf(field, variables)
      out[key] =
        size !== null && size > above && hasLists(field, fragments)
          ? emptied(field, out[key], [...path, key], fragments, lost)
          : walk(field.selectionSet, out[key], [...path, key])
    }
    return out
  }

  const data = walk(operation.selectionSet, answer.data, []) as Record<string, unknown> | null | undefined
  if (errors.length === 0) return answer
  const gone = new Set(parent ? errors.map(error => error.path?.[0]) : [])
  const left = Object.fromEntries(Object.entries(data ?? {}).map(([key, value]) => [key, gone.has(key) ? null : value]))
  return { ...answer, data: left, errors: [...(answer.errors ?? []), ...errors] }
}

const emptied = (
  field: FieldNode,
  value: unknown,
  path: Path,
  fragments: Fragments,
  lost: (path: Path) => void,
): unknown => {
  if (typeof value !== 'object' || value === null) return value
  const out: Record<string, unknown> = { ...value }
  for (const inner of fieldsOf(field.selectionSet, fragments)) {
    const key = inner.alias?.value ?? inner.name.value
    const nodes = out[key]
    if (!['nodes', 'edges'].includes(inner.name.value) || !Array.isArray(nodes)) continue
    out[key] = nodes.map((_, i) => {
      lost([...path, key, i])
      return null
    })
  }
  return out
}

const hasLists = (field: FieldNode, fragments: Fragments): boolean =>
  fieldsOf(field.selectionSet, fragments).some(
    inner =>
      inner.arguments?.some(({ name }) => name.value === 'first' || name.value === 'last') ||
      hasLists(inner, fragments),
  )

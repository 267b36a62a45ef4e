import { quote } from '../../domain/text/quote.ts'
import type { Refusal } from '../refusal.ts'
import type { Edge } from './edges.ts'

/** The edges by the step that they come from. */
export const byStart = (edges: readonly Edge[]): ReadonlyMap<string, readonly Edge[]> => {
  const found = new Map<string, Edge[]>()
  for (const edge of edges) {
    const others = found.get(edge.from)
    if (others) others.push(edge)
    else found.set(edge.from, [edge])
  }
  return found
}

/** What is reached from these steps over these edges, the steps themselves included. */
export const reach = (roots: readonly string[], edges: ReadonlyMap<string, readonly Edge[]>): ReadonlySet<string> => {
  const found = new Set(roots)
  for (const id of found) for (const { to } of edges.get(id) ?? []) found.add(to)
  return found
}

type Walk = { readonly order: readonly string[]; readonly back: ReadonlySet<Edge> } | Refusal

const ringOf = (path: readonly string[], to: string): readonly string[] => path.slice(path.indexOf(to))

/**
 * The steps in an order in which each comes after whatever leads to it, branches before what follows them. An edge that
 * leads back is left out where a `while-condition` explains it, else there is no order and the ring is named.
 */
export const stepsInOrder = (
  roots: readonly string[],
  edges: ReadonlyMap<string, readonly Edge[]>,
  isLoop: (id: string) => boolean,
): Walk => {
  const done = new Set<string>()
  const back = new Set<Edge>()
  const path: string[] = []
  const backwards: string[] = []
  let refusal: Refusal | null = null
  const visit = (id: string): void => {
    path.push(id)
    for (const edge of (edges.get(id) ?? []).toReversed()) {
      if (done.has(edge.to)) continue
      if (!path.includes(edge.to)) visit(edge.to)
      else if (ringOf(path, edge.to).some(isLoop)) back.add(edge)
      else {
        const says = [...ringOf(path, edge.to), edge.to].map(quote).join(' leads to ')
        refusal ??= { says: `${says}: an endless loop`, expected: 'an order with an end, or a `while-condition`' }
      }
    }
    path.pop()
    done.add(id)
    backwards.push(id)
  }
  for (const root of roots.toReversed()) if (!done.has(root)) visit(root)
  return refusal ?? { order: backwards.toReversed(), back }
}

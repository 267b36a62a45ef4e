import type { Target } from '../domain/terms/target.ts'
import { childrenOf, eventsOf } from '../domain/view/queries.ts'
import type { Operation } from '../operations/operation.ts'
import type { Rule } from './rule.ts'

/** Duplicates made by accident are put away: of two sub-issues the lower number stays, of two replies the first. */
export const duplicates: Rule = (incident, view) => {
  const steps = incident.steps.flatMap(step => {
    const [first, ...rest] = childrenOf(view, step.id)
    return first === undefined ? [] : closedAs(first, rest)
  })
  const doubled = [...view.index.repliesByKey].filter(([, all]) => all.slice(1).some(({ hidden }) => !hidden))
  const sources = new Set(doubled.length === 0 ? [] : eventsOf(view).map(event => event.source))
  const replies = doubled
    .filter(([key]) => sources.has(key))
    .flatMap(([, all]) => all.slice(1))
    .filter(({ hidden }) => !hidden)
    .map(({ comment, on }): Operation => ({ do: 'minimise', on, comment }))
  const [own, ...others] = view.successors
  const issues = own === undefined ? [] : closedAs(own, others)
  return [...steps, ...replies, ...issues]
}

const closedAs = (
  { id, number }: Target,
  duplicates: readonly (Target & { readonly state: 'open' | 'closed' })[],
): readonly Operation[] =>
  duplicates
    .filter(({ state }) => state === 'open')
    .map(one => ({ do: 'close-duplicate', on: { id: one.id, number: one.number }, of: { id, number } }))

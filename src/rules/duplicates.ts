import { childrenOf, eventsOf } from '../domain/view/queries.ts'
import type { Operation } from '../operations/operation.ts'
import type { Rule } from './rule.ts'

/** Duplicates made by accident are put away: of two sub-issues the lower number stays, of two replies the first. */
export const duplicates: Rule = (incident, view) => {
  const steps = incident.steps.flatMap(step => {
    const [first, ...rest] = childrenOf(view, step.id)
    return first === undefined
      ? []
      : rest
          .filter(duplicate => duplicate.state === 'open')
          .map(({ id, number }): Operation => {
            const of = { id: first.id, number: first.number }
            return { do: 'close-duplicate', on: { id, number }, of }
          })
  })
  const doubled = [...view.index.repliesByKey].filter(([, all]) => all.slice(1).some(({ hidden }) => !hidden))
  const sources = new Set(doubled.length === 0 ? [] : eventsOf(view).map(event => event.source))
  const replies = doubled
    .filter(([key]) => sources.has(key))
    .flatMap(([, all]) => all.slice(1))
    .filter(({ hidden }) => !hidden)
    .map(({ comment, on }): Operation => ({ do: 'minimise', on, comment }))
  const [own, ...others] = view.successors
  const issues = others
    .filter(({ state }) => own !== undefined && state === 'open')
    .map(({ id, number }): Operation => {
      const of = { id: own?.id ?? id, number: own?.number ?? number }
      return { do: 'close-duplicate', on: { id, number }, of }
    })
  return [...steps, ...replies, ...issues]
}

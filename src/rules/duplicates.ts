import { childrenOf, eventsOf, repliesIn } from '../domain/view/queries.ts'
import type { Operation } from '../operations/operation.ts'
import type { Rule } from './rule.ts'

/** Of what was made twice by accident one stays: the lowest number of two sub-issues, the first of two replies. */
export const duplicates =
  (ours: readonly number[]): Rule =>
  (incident, snapshot) => {
    const steps = incident.steps.flatMap(step => {
      const [first, ...rest] = childrenOf(snapshot, ours, step.id)
      if (first === undefined) return []
      return rest
        .filter(duplicate => duplicate.state === 'open')
        .map(({ id, number }): Operation => {
          const of = { id: first.id, number: first.number }
          return { do: 'close-duplicate', on: { id, number }, of }
        })
    })
    const sources = new Set(eventsOf(snapshot).map(event => event.source))
    const said = repliesIn(snapshot, ours)
    const replies = [...sources].flatMap(source =>
      (said.get(source) ?? [])
        .slice(1)
        .filter(({ hidden }) => !hidden)
        .map(({ comment, on }): Operation => ({ do: 'minimise', on, comment })),
    )
    return [...steps, ...replies]
  }

import { type Incident, stepsMeant } from '../domain/incident/incident.ts'
import type { View } from '../domain/view/index-snapshot.ts'
import { childOf } from '../domain/view/queries.ts'
import type { ChildView } from '../domain/view/snapshot.ts'
import type { Edit } from '../operations/operation.ts'
import type { Rule } from './rule.ts'

/** GitHub shows no more links of one kind on an issue, and takes no more. The board names them all. */
const mostLinks = 50

/** What a step comes after stands on GitHub as what blocks it. */
export const dependencies: Rule = (incident, view) => {
  const blocked = new Map(view.children.map(child => [child.id, child.blockedBy.length]))
  const blocking = new Map<string, number>()
  for (const id of view.children.flatMap(child => child.blockedBy)) add(blocking, id)
  return missing(incident, view).filter(({ on, by }) => {
    const fits = (blocked.get(on.id) ?? 0) < mostLinks && (blocking.get(by.id) ?? 0) < mostLinks
    if (fits) {
      add(blocked, on.id)
      add(blocking, by.id)
    }
    return fits
  })
}

const add = (counts: Map<string, number>, id: string): void => void counts.set(id, (counts.get(id) ?? 0) + 1)

type Block = Extract<Edit, { do: 'block' }>

const missing = (incident: Incident, view: View): readonly Block[] =>
  incident.steps.flatMap(step => {
    const child = childOf(view, step.id)
    // also of a step that was finished before we looked: else it would depend on when that was
    if (child === null) return []
    return step.after
      .flatMap(id => stepsMeant(incident, id))
      .flatMap(({ id }) => childOf(view, id) ?? [])
      .filter(before => !child.blockedBy.includes(before.id))
      .map((before): Block => ({ do: 'block', on: targetOf(child), by: targetOf(before) }))
  })

const targetOf = ({ id, number }: ChildView): Block['on'] => ({ id, number })

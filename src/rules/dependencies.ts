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
  const blocked = new Map<string, number>()
  const blocking = new Map<string, number>()
  const link = (on: string, by: string): void => {
    blocked.set(on, linksOf(blocked, on) + 1)
    blocking.set(by, linksOf(blocking, by) + 1)
  }
  for (const child of view.children) for (const by of child.blockedBy) link(child.id, by)
  return missing(incident, view).filter(({ on, by }) => {
    const fits = linksOf(blocked, on.id) < mostLinks && linksOf(blocking, by.id) < mostLinks
    if (fits) link(on.id, by.id)
    return fits
  })
}

const linksOf = (counts: ReadonlyMap<string, number>, id: string): number => counts.get(id) ?? 0

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

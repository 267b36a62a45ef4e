import type { Operation } from '../incident/operation.ts'
import { childOf } from '../incident/view.ts'
import type { Rule } from './rule.ts'

/** What a step comes after stands on GitHub as what blocks it. A link that somebody took away from a finished step stays away. */
export const dependencies =
  (ours: readonly number[]): Rule =>
  (incident, snapshot) =>
    incident.steps.flatMap(step => {
      const child = childOf(snapshot, ours, step.id)
      if (child === null || step.state !== 'open') return []
      return step.after.flatMap((id): Operation[] => {
        const before = childOf(snapshot, ours, id)
        if (before === null || child.blockedBy.includes(before.id)) return []
        const on = { id: child.id, number: child.number }
        return [{ do: 'block', on, by: { id: before.id, number: before.number } }]
      })
    })

import { isSame, type Person } from '../terms/person.ts'
import type { IncidentState, StepState } from './state.ts'

/** `people` less those who are gone. */
export const without = (people: readonly Person[], gone: readonly Person[]): readonly Person[] =>
  people.filter(one => !gone.some(other => isSame(one, other)))

/** `people`, and those of `more` who are not among them. */
export const union = (people: readonly Person[], more: readonly Person[]): readonly Person[] => [
  ...people,
  ...without(more, people),
]

/** With these people, and nobody else, in a role. */
export const withRole = (incident: IncidentState, role: string, who: readonly Person[]): IncidentState => ({
  ...incident,
  roles: { ...incident.roles, [role]: who },
})

/** With one step changed, be it opened or per asset. */
export const withStep = (incident: IncidentState, id: string, to: (step: StepState) => StepState): IncidentState => ({
  ...incident,
  steps: incident.steps.map(step => (step.id === id ? to(step) : step)),
  perAsset: incident.perAsset.map(step => (step.id === id ? to(step) : step)),
})

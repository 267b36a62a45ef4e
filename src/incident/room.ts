import { mostSteps } from './check-steps.ts'
import type { Incident } from './incident.ts'

export { mostSteps }

/** How many more steps GitHub allows, beside `otherPages` sub-issues that are none of them. */
export const roomIn = ({ steps }: Pick<Incident, 'steps'>, otherPages: number): number =>
  Math.max(0, mostSteps - otherPages - steps.length)

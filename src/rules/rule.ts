import type { Incident } from '../incident/incident.ts'
import type { Operation } from '../incident/operation.ts'
import type { Snapshot } from '../incident/snapshot.ts'

/** One thing that should always be true of the view: what is to be done where it is not. A rule never fetches. */
export type Rule = (incident: Incident, snapshot: Snapshot) => readonly Operation[]

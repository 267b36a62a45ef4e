import type { Incident } from '../domain/incident/incident.ts'
import type { View } from '../domain/view/index-snapshot.ts'
import type { Operation } from '../operations/operation.ts'

/** One thing that should always be true of the view: what is to be done where it is not. A rule never fetches. */
export type Rule = (incident: Incident, view: View) => readonly Operation[]

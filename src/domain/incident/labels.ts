import type { Incident } from './incident.ts'

/** The label of an incident, which a form or a person sets, and that of the steps, which is ours. */
export const incidentLabel = 'incident'
/** A review of readiness, which is no incident. */
export const readinessLabel = 'readiness'
export const stepLabel = 'incident-step'
export const drillLabel = 'drill'

/** The labels that say what an issue is, and how bad. */
export const labelsOf = ({ kind, severity }: Pick<Incident, 'kind' | 'severity'>): readonly string[] =>
  kind === 'readiness' ? [readinessLabel] : [incidentLabel, severity]

/** The label by which people find it, and a new incident is known. */
export const isKindLabel = ({ kind }: Pick<Incident, 'kind'>, label: string): boolean =>
  label.toLowerCase() === (kind === 'readiness' ? readinessLabel : incidentLabel)

import { checklistOf, type Incident } from '../../domain/incident/incident.ts'
import { duration, incidentMetrics, type Measure } from '../../domain/incident/metrics.ts'
import { row } from './phrases.ts'

/** Times to acknowledge, contain and resolve. */
export const times = (incident: Incident): string => {
  const { acknowledge, contain, resolve } = incidentMetrics(incident.events, { steps: checklistOf(incident) })
  return `| Time to | From declaration until | |
|---|---|---|
${row('Acknowledge', 'an incident commander took command', took(acknowledge))}
${row('Contain', 'every step of phase Contain was done or skipped', took(contain))}
${row('Resolve', 'the incident was closed', took(resolve))}`
}

const took = (measure: Measure): string => (measure === null ? 'not on record' : duration(measure.minutes))

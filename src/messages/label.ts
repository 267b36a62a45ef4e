import { drillLabel, incidentLabel, readinessLabel, stepLabel } from '../domain/incident/labels.ts'

const descriptions: Readonly<Record<string, string>> = {
  [incidentLabel]: 'An incident',
  [readinessLabel]: 'A review of how ready we are',
  [stepLabel]: 'A step of an incident',
  [drillLabel]: 'An exercise',
  'SEV-1': 'Critical',
  'SEV-2': 'Major',
  'SEV-3': 'Minor',
  'SEV-4': 'Low',
}

/** What GitHub shows beside the name of a label. */
export const labelDescription = (label: string): string => descriptions[label] ?? ''

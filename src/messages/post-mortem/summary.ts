import { named } from '../../domain/events/phrases.ts'
import { checklistOf, type Incident, isFinished } from '../../domain/incident/incident.ts'
import { duration, incidentMetrics, type Measure } from '../../domain/incident/metrics.ts'
import { isWorse, type Severity } from '../../domain/terms/severity.ts'
import { clockOf, dayOf } from '../../domain/terms/timestamp.ts'
import { escapeCell } from '../../domain/text/escape.ts'
import { authorOf } from './phrases.ts'

/** The incident in one paragraph, from the record alone. */
export const summary = (incident: Incident): string => {
  const { contain, resolve } = incidentMetrics(incident.events, { steps: checklistOf(incident) })
  return `On ${dayOf(incident.declaredAt)} at ${clockOf(incident.declaredAt)} UTC ${authorOf(incident.declaredBy)} declared *${escapeCell(incident.playbook.title)}*${incident.drill ? ', as a drill' : ''}. ${commanded(incident)} ${confirmed(incident)} ${after('It was contained', contain, 'Containment is not on record')}, and ${after('closed', resolve, 'it was not closed')}. ${severity(incident)} ${progress(incident)}`
}

const after = (what: string, measure: Measure, never: string): string =>
  measure === null ? never : `${what} after ${duration(measure.minutes)}`

const severity = ({ events, severity }: Incident): string => {
  const given = events.flatMap((event): readonly Severity[] => {
    if (event.is === 'declared') return [event.severity]
    return event.is === 'severity-set' ? [event.to] : []
  })
  const worst = given.reduce((a, b) => (isWorse(b, a) ? b : a), severity)
  return worst === severity
    ? `Its severity was ${severity}.`
    : `Its highest severity was ${worst}, its last ${severity}.`
}

const commanded = ({ commander }: Incident): string =>
  commander === null
    ? 'Nobody took command.'
    : `${named(commander.who)} was ${commander.acting ? 'acting ' : ''}incident commander at the end.`

const confirmed = ({ confirmedAt }: Incident): string =>
  confirmedAt === null
    ? 'It was never confirmed.'
    : `It was confirmed on ${dayOf(confirmedAt)} at ${clockOf(confirmedAt)} UTC.`

const progress = ({ steps }: Incident): string => {
  const skipped = steps.filter(step => step.state === 'skipped').length
  const open = steps.filter(step => !isFinished(step)).length
  return `Of ${steps.length} ${steps.length === 1 ? 'step' : 'steps'}, ${steps.length - skipped - open} were done, ${skipped} skipped and ${open} left open.`
}

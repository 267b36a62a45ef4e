import type { IncidentEvent } from '../../domain/events/event.ts'
import { contestWords } from '../../domain/events/manual-change.ts'
import { because, inBrief, named } from '../../domain/events/phrases.ts'
import { checklistOf, type Incident, isUnopened, type StepState } from '../../domain/incident/incident.ts'
import { duration, minutesBetween, momentOf, readySince } from '../../domain/incident/metrics.ts'
import { isWorse, type Severity } from '../../domain/terms/severity.ts'
import { minuteOf } from '../../domain/terms/timestamp.ts'
import { authorOf, bullets, linked } from './phrases.ts'

/** Where the response differed from the playbook, as recorded. No blame, only the difference. */
export const deviations = (incident: Incident): string =>
  bullets(
    [...incident.events.flatMap(event => [...deviation(event, incident)]), ...late(incident), ...leftOpen(incident)],
    'None on record.',
  )

const deviation = (event: IncidentEvent, incident: Incident): readonly string[] => {
  const at = linked(minuteOf(momentOf(event)), event.link)
  switch (event.is) {
    case 'step-done':
      return event.waitedFor.length === 0
        ? []
        : [`${at}: \`${event.step}\` was done before ${stepList(event.waitedFor)}${because(event.because)}`]
    case 'step-skipped':
      return [`${at}: \`${event.step}\` was skipped by ${authorOf(event.by)}${because(event.because)}`]
    case 'step-reopened':
      return [`${at}: \`${event.step}\` was reopened by ${authorOf(event.by)}`]
    case 'commander-set':
      return event.acting
        ? [`${at}: ${named(event.who)} took command as acting incident commander (not on the roster)`]
        : []
    case 'severity-set':
      return lowered(event, incident.events)
        ? [`${at}: severity lowered to ${event.to} by ${authorOf(event.by)}${because(event.because)}`]
        : []
    case 'reopened':
      return [`${at}: the incident was reopened by ${authorOf(event.by)}`]
    case 'refused':
      return [`${at}: command by ${authorOf(event.by)} rejected: ${inBrief(event.command)}`]
    case 'manual-change-questioned':
      return [`${at}: ${inBrief(contestWords(event))}, not decided`]
    case 'reverted':
      return [`${at}: ${manualChangeWords[event.manualChange]}${onStep(event.step)} reverted`]
    default:
      return []
  }
}

const stepList = (ids: readonly string[]): string => ids.map(id => `\`${id}\``).join(', ')
const onStep = (id: string | undefined): string => (id === undefined ? '' : ` of \`${id}\``)

const manualChangeWords: Record<Extract<IncidentEvent, { is: 'reverted' }>['manualChange'], string> = {
  assigned: 'manual assignment',
  unassigned: 'manual unassignment',
  labelled: 'manual severity label',
  unlabelled: 'manual removal of a label',
  closed: 'manual close',
  reopened: 'manual reopening',
  unlinked: 'manual removal of the page',
  edited: 'manual removal of a page’s marker',
  moved: 'manual transfer of the page',
  deleted: 'manual deletion of a comment of Tocsin’s',
}

const lowered = (event: IncidentEvent & { readonly to: Severity }, events: readonly IncidentEvent[]): boolean => {
  const before = events.slice(0, events.indexOf(event)).flatMap(earlier => {
    if (earlier.is === 'declared') return [earlier.severity]
    return earlier.is === 'severity-set' ? [earlier.to] : []
  })
  const last = before.at(-1)
  return last !== undefined && isWorse(last, event.to)
}

const late = (incident: Incident): readonly string[] =>
  incident.steps.flatMap(step => {
    const took = tookFor(incident, step)
    if (took === null || step.within === null || took <= step.within) return []
    return [`\`${step.id}\` took ${duration(took)}; the playbook allows ${duration(step.within)}`]
  })

/** From the moment it could be begun. When a gate opened is not kept with its step, so gates are left out. */
const tookFor = (incident: Incident, step: StepState): number | null => {
  if (step.state !== 'done' || step.ended === null || step.gate !== null || step.waitedFor.length > 0) return null
  return minutesBetween(readySince(incident, step), step.ended.at)
}

const leftOpen = (incident: Incident): readonly string[] =>
  checklistOf(incident)
    .filter(step => step.state === 'open')
    .map(step => `\`${step.id}\` was never ${isUnopened(step) ? 'opened: no asset was named' : 'finished'}`)

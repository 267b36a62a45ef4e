import { byKind, type EventOf, type IncidentEvent } from '../../domain/events/event.ts'
import { contestWords } from '../../domain/events/manual-change.ts'
import { because, inBrief, named } from '../../domain/events/phrases.ts'
import { checklistOf, type Incident, isUnopened, type StepState } from '../../domain/incident/incident.ts'
import { duration, minutesBetween, momentOf, readySince } from '../../domain/incident/metrics.ts'
import { isWorse } from '../../domain/terms/severity.ts'
import { minuteOf } from '../../domain/terms/timestamp.ts'
import { authorOf, bullets, linked } from './phrases.ts'

/** Where the response differed from the playbook, as recorded. No blame, only the difference. */
export const deviations = (incident: Incident): string =>
  bullets([...recorded(incident.events), ...late(incident), ...leftOpen(incident)], 'None on record.')

const recorded = (events: readonly IncidentEvent[]): readonly string[] =>
  events.flatMap(event => {
    const words = deviation(event, events)
    return words === null ? [] : [`${linked(minuteOf(momentOf(event)), event.link)}: ${words}`]
  })

const none = () => null

/** What of an event, among all events, differs from the playbook; null: nothing. */
const deviation = byKind<string | null, readonly IncidentEvent[]>({
  declared: none,
  'branch-set-aside': none,
  'commander-set': ({ who, acting }) =>
    acting ? `${named(who)} took command as acting incident commander (not on the roster)` : null,
  confirmed: none,
  cancelled: none,
  'severity-set': (event, all) =>
    isLowered(event, all) ? `severity lowered to ${event.to} by ${authorOf(event.by)}${because(event.because)}` : null,
  'status-set': none,
  'timeline-noted': none,
  'role-assigned': none,
  'role-unassigned': none,
  'step-assigned': none,
  'step-unassigned': none,
  'step-done': ({ step, waitedFor, because: why }) =>
    waitedFor.length === 0 ? null : `\`${step}\` was done before ${stepList(waitedFor)}${because(why)}`,
  'step-reopened': event => `\`${event.step}\` was reopened by ${authorOf(event.by)}`,
  'step-skipped': event => `\`${event.step}\` was skipped by ${authorOf(event.by)}${because(event.because)}`,
  'playbook-added': none,
  'step-added': none,
  'asset-added': none,
  exposed: none,
  'review-due': none,
  'insider-ruled-out': none,
  'external-approved': none,
  closed: none,
  reopened: event => `the incident was reopened by ${authorOf(event.by)}`,
  refused: event => `command by ${authorOf(event.by)} rejected: ${inBrief(event.command)}`,
  answered: none,
  'secret-removed': none,
  'redaction-asked': none,
  'comment-redacted': none,
  'comment-deleted': none,
  'deletion-refused': ({ page }) => `a comment on #${page} could not be deleted`,
  noticed: none,
  'manual-change-left': none,
  'manual-change-questioned': event => `${inBrief(contestWords(event))}, not decided`,
  reverted: ({ manualChange, step }) => `${manualChangeWords[manualChange]}${onStep(step)} reverted`,
  'pull-request-refused': none,
  'issue-moved': none,
  'continuation-asked': none,
  'record-restored': () => 'the record was pushed back or deleted, and restored',
  'branch-refused': none,
  'issue-replaced': none,
})

const stepList = (ids: readonly string[]): string => ids.map(id => `\`${id}\``).join(', ')
const onStep = (id: string | undefined): string => (id === undefined ? '' : ` of \`${id}\``)

const manualChangeWords: Record<EventOf<'reverted'>['manualChange'], string> = {
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

const isLowered = (event: EventOf<'severity-set'>, all: readonly IncidentEvent[]): boolean => {
  const before = all.slice(0, all.indexOf(event)).flatMap(earlier => {
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

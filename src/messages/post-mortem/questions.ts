import type { IncidentEvent } from '../../domain/events/event.ts'
import { allNamed, because, named } from '../../domain/events/phrases.ts'
import { checklistOf, type Incident, isUnopened } from '../../domain/incident/incident.ts'
import { duration, incidentMetrics, minutesBetween, momentOf } from '../../domain/incident/metrics.ts'
import { clockOf, dayOf, minuteOf } from '../../domain/terms/timestamp.ts'
import { authorOf, whatFits } from './phrases.ts'
import { eventsInOrder } from './timeline.ts'

/** The questions that the record raises, one line each; the template adds the standard ones. */
export const openQuestions = (incident: Incident): readonly string[] => [
  ...unclear(incident),
  ...command(incident),
  ...steps(incident),
  ...gates(incident),
  ...byHand(incident),
  ...gaps(incident.events),
]

export const questions = (incident: Incident): string =>
  whatFits(
    openQuestions(incident).map(question => `- [ ] ${question}`),
    20_000,
    left => `- [ ] ${left}`,
  ).join('\n')

const unclear = (incident: Incident): readonly string[] => {
  const noted = incident.events.some(event => event.is === 'timeline-noted')
  const seen = incident.events.some(event => event.is === 'declared' && (event.seen ?? '').trim() !== '')
  return [
    ...(incident.confirmedAt === null ? ['The incident was never confirmed. Was it an incident?'] : []),
    ...(seen ? [] : ['There is no initial report. What was seen first?']),
    ...(noted ? [] : ['Nobody added to the timeline. What happened, and what was affected?']),
  ]
}

const command = (incident: Incident): readonly string[] => {
  const { acknowledge } = incidentMetrics(incident.events, { steps: checklistOf(incident) })
  const changes = incident.events.filter(event => event.is === 'commander-set')
  const handOffs = changes.slice(1).map((event, index) => {
    const before = changes[index]
    return `${handOffWords[event.how]}${before === undefined ? '' : ` from ${named(before.who)}`} to ${named(event.who)} at ${minuteOf(event.said)} UTC: was anything lost?`
  })
  if (acknowledge === null) return ['Nobody took command. Who should have, and was that person paged?']
  if (acknowledge.minutes < slowToAcknowledge) return handOffs
  return [
    `There was no incident commander for the first ${duration(acknowledge.minutes)}. Who was paged, and how?`,
    ...handOffs,
  ]
}

const handOffWords = {
  'handed-off': 'Hand-off',
  taken: 'Takeover',
  appointed: 'Appointment',
} as const

/** In minutes: by then somebody who was paged has usually been paged again. */
const slowToAcknowledge = 15

const steps = (incident: Incident): readonly string[] =>
  checklistOf(incident).flatMap(step => {
    if (step.state === 'open' && isUnopened(step))
      return [`\`${step.id}\` was never opened: no asset was named. Was nothing affected?`]
    if (step.state === 'open') return [`\`${step.id}\` was left open. Does it still need to be done, and by whom?`]
    const why = because(step.ended?.because)
    if (step.state === 'skipped')
      return [`\`${step.id}\` was skipped${why === '' ? '' : ` (${why.slice(2)})`}. Was that right?`]
    if (step.waitedFor.length === 0) return []
    return [`\`${step.id}\` was done out of order. Is the playbook’s order right?`]
  })

const gates = (incident: Incident): readonly string[] => {
  const ruledOut = incident.events.filter(event => event.is === 'insider-ruled-out').map(event => event.by)
  const approved = incident.approvals.map(approval => `${authorOf(approval.by)} (${approval.as})`)
  return [
    ...ruledOut.map(by => `${authorOf(by)} ruled out insider involvement. Does that still hold?`),
    ...(approved.length === 0
      ? []
      : [
          `External disclosure was approved by ${approved.join(', ')}. Who was told what, and is it all still correct?`,
        ]),
  ]
}

const byHand = (incident: Incident): readonly string[] => {
  const undone = incident.events.filter(event => event.is === 'reverted')
  if (undone.length === 0) return []
  const who = allNamed(unique(undone))
  return [
    `${undone.length === 1 ? 'One manual change was' : `${undone.length} manual changes were`} reverted${who === '' ? '' : ` (${who})`}. What were people trying to do?`,
  ]
}

const unique = (events: readonly IncidentEvent[]) => {
  const people = events.flatMap(event => (event.by === null ? [] : [event.by]))
  return people.filter((one, index) => people.findIndex(other => other.id === one.id) === index)
}

/** In minutes: a silence of that length is asked about. */
const longSilence = 240
const mostSilences = 3

/** The longest silences, in the order in which they came. */
const gaps = (events: readonly IncidentEvent[]): readonly string[] => {
  const moments = eventsInOrder(events).map(momentOf)
  return moments
    .flatMap((to, index) => {
      const from = moments[index - 1]
      return from === undefined ? [] : [{ from, to, minutes: minutesBetween(from, to) }]
    })
    .filter(gap => gap.minutes >= longSilence)
    .toSorted((a, b) => b.minutes - a.minutes)
    .slice(0, mostSilences)
    .toSorted((a, b) => Date.parse(a.from) - Date.parse(b.from))
    .map(
      ({ from, to, minutes }) =>
        `Nothing is on record from ${minuteOf(from)} to ${dayOf(from) === dayOf(to) ? clockOf(to) : minuteOf(to)} (${duration(minutes)}). What happened in that time?`,
    )
}

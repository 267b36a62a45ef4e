import type { IncidentEvent } from '../../domain/events/event.ts'
import { allNamed, because, named } from '../../domain/events/phrases.ts'
import { checklistOf, type Incident, isUnopened } from '../../domain/incident/incident.ts'
import { duration, measures, minutesBetween, momentOf } from '../../domain/incident/metrics.ts'
import { clockOf, dayOf, minuteOf } from '../../domain/terms/timestamp.ts'
import { authorOf, whatFits } from './phrases.ts'
import { inOrder } from './timeline.ts'

/** What the record makes one ask, one line each; the template goes on with what is asked of every incident. */
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
    ...(incident.confirmedAt === null ? ['Nobody in command confirmed it. Was it an incident?'] : []),
    ...(seen ? [] : ['What was seen when it was declared? Nothing was written down.']),
    ...(noted ? [] : ['No moment was noted by hand. What happened, and what was affected?']),
  ]
}

const command = (incident: Incident): readonly string[] => {
  const { acknowledge } = measures(incident.events, { steps: checklistOf(incident) })
  const changes = incident.events.filter(event => event.is === 'commander-set')
  const handOffs = changes
    .slice(1)
    .map(
      event =>
        `Command went to ${named(event.who)} at ${minuteOf(event.said)} (${event.how}). What was lost on the way?`,
    )
  if (acknowledge === null) return ['Nobody took command. Who should have, and were they reached?']
  if (acknowledge.minutes < slowToAcknowledge) return handOffs
  return [`Nobody commanded for the first ${duration(acknowledge.minutes)}. Who was called, and how?`, ...handOffs]
}

/** In minutes: by then somebody who was paged has usually been paged again. */
const slowToAcknowledge = 15

const steps = (incident: Incident): readonly string[] =>
  checklistOf(incident).flatMap(step => {
    if (step.state === 'open' && isUnopened(step))
      return [`\`${step.id}\` was never opened, for no asset was named. Was nothing affected?`]
    if (step.state === 'open') return [`\`${step.id}\` was left open. Is it still to be done, and by whom?`]
    const why = because(step.ended?.because)
    if (step.state === 'skipped')
      return [`\`${step.id}\` was skipped${why === '' ? '' : ` (${why.slice(2)})`}. Was that right?`]
    if (step.waitedFor.length === 0) return []
    return [`\`${step.id}\` was done out of order. Is the order of the playbook right?`]
  })

const gates = (incident: Incident): readonly string[] => {
  const ruledOut = incident.events.filter(event => event.is === 'insider-ruled-out').map(event => event.by)
  const approved = incident.approvals.map(approval => `${authorOf(approval.by)} (${approval.as})`)
  return [
    ...ruledOut.map(by => `${authorOf(by)} ruled an insider out. Does that still hold?`),
    ...(approved.length === 0
      ? []
      : [`Telling outsiders was approved by ${approved.join(', ')}. Who was told what, and is it all still true?`]),
  ]
}

const byHand = (incident: Incident): readonly string[] => {
  const undone = incident.events.filter(event => event.is === 'reverted')
  if (undone.length === 0) return []
  const who = allNamed(unique(undone))
  return [
    `${undone.length === 1 ? 'One change' : `${undone.length} changes`} by hand${who === '' ? '' : ` (${who})`} had to be put back. What did people try to do that they could not?`,
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
  const moments = inOrder(events).map(momentOf)
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
        `Nothing is on record from ${minuteOf(from)} to ${dayOf(from) === dayOf(to) ? clockOf(to) : minuteOf(to)} (${duration(minutes)}). What went on?`,
    )
}

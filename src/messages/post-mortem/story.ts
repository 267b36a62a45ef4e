import type { Incident } from '../../domain/incident/incident.ts'
import { momentOf } from '../../domain/incident/metrics.ts'
import { clockOf, dayOf } from '../../domain/terms/timestamp.ts'
import { escapeMarkdown } from '../../domain/text/escape.ts'
import { authorOf, whatFits } from './phrases.ts'
import { eventsInOrder } from './timeline.ts'

/** What people reported and noted, in their own words, as material for the reviewers. */
export const story = (incident: Incident): string => {
  const declared = incident.events.find(event => event.is === 'declared')
  const notes = eventsInOrder(incident.events).flatMap(event => (event.is === 'timeline-noted' ? [event] : []))
  const told = [
    ...((declared?.seen ?? '').trim() === ''
      ? []
      : [`Initial report by ${authorOf(incident.declaredBy)}:\n\n${quoted(declared?.seen ?? '')}`]),
    ...notes.map(
      event =>
        `On ${dayOf(momentOf(event))} at ${clockOf(momentOf(event))} UTC, by ${authorOf(event.by)}:\n\n${quoted(event.text)}`,
    ),
  ]
  return told.length === 0
    ? 'There is no initial report and no note on record.'
    : whatFits(told, 40_000, left => `${left}.`).join('\n\n')
}

const quoted = (text: string): string =>
  escapeMarkdown(text.trim())
    .split('\n')
    .map(line => `> ${line}`.trimEnd())
    .join('\n')

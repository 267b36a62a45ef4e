import type { Incident } from '../../domain/incident/incident.ts'
import { momentOf } from '../../domain/incident/metrics.ts'
import { clockOf, dayOf } from '../../domain/terms/timestamp.ts'
import { neutralise } from '../../domain/text/escape.ts'
import { authorOf, whatFits } from './phrases.ts'
import { inOrder } from './timeline.ts'

/** What people said they saw and found, in their own words, for the reviewers to tell the story from. */
export const story = (incident: Incident): string => {
  const declared = incident.events.find(event => event.is === 'declared')
  const notes = inOrder(incident.events).flatMap(event => (event.is === 'timeline-noted' ? [event] : []))
  const told = [
    ...((declared?.seen ?? '').trim() === ''
      ? []
      : [`When it was declared, ${authorOf(incident.declaredBy)} wrote:\n\n${quoted(declared?.seen ?? '')}`]),
    ...notes.map(
      event =>
        `On ${dayOf(momentOf(event))} at ${clockOf(momentOf(event))} UTC, noted by ${authorOf(event.by)}:\n\n${quoted(event.text)}`,
    ),
  ]
  return told.length === 0
    ? 'Nobody wrote down what they saw.'
    : whatFits(told, 40_000, left => `${left}.`).join('\n\n')
}

const quoted = (text: string): string =>
  neutralise(text.trim())
    .split('\n')
    .map(line => `> ${line}`.trimEnd())
    .join('\n')

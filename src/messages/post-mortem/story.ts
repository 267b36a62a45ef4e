import type { Incident } from '../../domain/incident/incident.ts'
import { momentOf } from '../../domain/incident/metrics.ts'
import { neutralise } from '../../domain/text/escape.ts'
import { authorOf, clockOf, dayOf, whatFits } from './phrases.ts'
import { inOrder } from './timeline.ts'

/** What people said they saw and found, in their own words, for the reviewers to tell the story from. */
export const story = (incident: Incident): string => {
  const declared = incident.facts.find(fact => fact.is === 'declared')
  const notes = inOrder(incident.facts).flatMap(fact => (fact.is === 'timeline-noted' ? [fact] : []))
  const told = [
    ...((declared?.seen ?? '').trim() === ''
      ? []
      : [`When it was declared, ${authorOf(incident.declaredBy)} wrote:\n\n${quoted(declared?.seen ?? '')}`]),
    ...notes.map(
      fact =>
        `On ${dayOf(momentOf(fact))} at ${clockOf(momentOf(fact))} UTC, noted by ${authorOf(fact.by)}:\n\n${quoted(fact.text)}`,
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

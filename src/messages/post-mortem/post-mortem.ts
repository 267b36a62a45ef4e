import { postMortemPath } from '../../domain/events/location.ts'
import type { Ending, Incident } from '../../domain/incident/incident.ts'
import { reduceEvents } from '../../domain/incident/reduce.ts'
import { cut, neutraliseCell } from '../../domain/text/escape.ts'
import { prefixed } from '../step.ts'
import { deviations } from './deviations.ts'
import { diagram } from './diagram.ts'
import { impact } from './impact.ts'
import { people } from './people.ts'
import type { Place } from './phrases.ts'
import { openQuestions, questions } from './questions.ts'
import { type LedgerRecord, recordWords } from './record.ts'
import { steps } from './steps.ts'
import { story } from './story.ts'
import { summary } from './summary.ts'
import { postMortemTemplate } from './template.ts'
import { timeLine } from './timeline.ts'
import { times } from './times.ts'

export type { LedgerRecord, Place }

/** The post-mortem as a file: the template, its sections filled from the events up to this ending and no further. */
export const postMortem = (
  incident: Incident,
  ending: Ending,
  record: LedgerRecord,
  place: Place,
  template: string = postMortemTemplate,
): string => {
  const then = asOf(incident, ending)
  const sections = new Map([
    ['codename', neutraliseCell(then.codename)],
    ['number', `${place.number}`],
    ['summary', summary(then)],
    ['impact', impact(then)],
    ['people', people(then)],
    ['story', story(then)],
    ['diagram', diagram(then.events)],
    ['timeline', timeLine(then.events)],
    ['steps', steps(then, place)],
    ['deviations', deviations(then)],
    ['measures', times(then)],
    ['questions', questions(then)],
    ['record', recordWords(record, place)],
  ])
  // In one pass, so that a placeholder in somebody's words stays what it is.
  return template.replace(/\{\{([a-z-]+)\}\}/g, (placeholder, name: string) => sections.get(name) ?? placeholder)
}

const asOf = (incident: Incident, ending: Ending): Incident =>
  reduceEvents(incident.events.slice(0, ending.line), []) ?? incident

/** Mailed to every watcher, so it tells nothing. */
export const pullRequestTitle = (incident: Incident, number: number, prefix: string | null): string =>
  `${incident.playbook.confidential ? prefixed(incident, prefix) : ''}Post-mortem: ${neutraliseCell(incident.codename)}, incident ${number}`

/** GitHub refuses 65,536 characters; a marker comes after it. */
const longestBody = 60_000

/** Mailed too, so of a confidential playbook it carries codename and number only. It closes nothing. */
export const pullRequestBody = (incident: Incident, ending: Ending, { number }: Pick<Place, 'number'>): string =>
  cut(
    `The post-mortem of ${neutraliseCell(incident.codename)}, the incident of #${number}, written from its record and waiting for people.

${incident.playbook.confidential ? 'What happened stands in the file only: please keep it out of titles, comments and commit messages.' : inShort(asOf(incident, ending))}

### How to review

1. Read \`${postMortemPath(number)}\`. Every time in the time line is a link to where it was said.
2. Complete the impact table, say what happened, and answer the open questions, in the file on this branch. From the first edit on the file is yours: it is not written to again.
3. Write down what is to change, each with an owner and an issue.
4. Merging accepts the post-mortem. Closing without a merge is a decision too, and nothing opens it again.

The events it was made from are kept under the tag that its last section names, with a digest to check them by.`,
    longestBody,
  )

const inShort = (incident: Incident): string => {
  const asked = openQuestions(incident).length
  return `${summary(incident)}\n\nThe record raises ${asked === 1 ? '1 question' : `${asked} questions`} for the reviewers, beside those that are asked of every incident.`
}

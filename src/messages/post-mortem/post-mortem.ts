import { postMortemPath } from '../../domain/events/location.ts'
import type { Ending, Incident } from '../../domain/incident/incident.ts'
import { reduceEvents } from '../../domain/incident/reduce.ts'
import { cut, escapeCell } from '../../domain/text/escape.ts'
import { prefixed } from '../step.ts'
import { deviations } from './deviations.ts'
import { diagram } from './diagram.ts'
import { impact } from './impact.ts'
import { people } from './people.ts'
import type { PostMortemSource } from './phrases.ts'
import { openQuestions, questions } from './questions.ts'
import { type LedgerRecord, recordWords } from './record.ts'
import { steps } from './steps.ts'
import { story } from './story.ts'
import { summary } from './summary.ts'
import { postMortemTemplate } from './template.ts'
import { timeline } from './timeline.ts'
import { times } from './times.ts'

export type { LedgerRecord, PostMortemSource }

/** The post-mortem as a file: the template, its sections filled from the events up to this ending and no further. */
export const postMortem = (
  incident: Incident,
  ending: Ending,
  record: LedgerRecord,
  place: PostMortemSource,
  template: string = postMortemTemplate,
): string => {
  const then = asOf(incident, ending)
  const sections = new Map([
    ['codename', escapeCell(then.codename)],
    ['number', `${place.number}`],
    ['summary', summary(then)],
    ['impact', impact(then)],
    ['people', people(then)],
    ['story', story(then)],
    ['diagram', diagram(then.events)],
    ['timeline', timeline(then.events)],
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
  `${incident.playbook.confidential ? prefixed(incident, prefix) : ''}Post-mortem: ${escapeCell(incident.codename)}, incident ${number}`

/** The commit's message; a branch is seen by everybody who reads the repository. */
export const commitMessage = (incident: Incident, number: number): string =>
  `Post-mortem of incident ${number} (${incident.codename})`

/** GitHub refuses 65,536 characters; a marker comes after it. */
const longestBody = 60_000

/** Mailed too, so of a confidential playbook it carries codename and number only. It closes nothing. */
export const pullRequestBody = (
  incident: Incident,
  ending: Ending,
  { number }: Pick<PostMortemSource, 'number'>,
): string =>
  cut(
    `The post-mortem of ${escapeCell(incident.codename)}, incident #${number}, drafted from its record and ready for review.

${incident.playbook.confidential ? 'What happened is in the file only. Keep it out of titles, comments and commit messages.' : inShort(asOf(incident, ending))}

### How to review

1. Read \`${postMortemPath(number)}\`. Each time in the timeline links to its source.
2. On this branch, complete the impact table, write what happened and answer the open questions. Once edited, Tocsin won’t overwrite the file.
3. Add the action items, each with an owner and an issue.
4. Merge to accept the post-mortem. If you close it without merging, Tocsin does not reopen it.

Its last section names the tag that keeps the events it was drafted from, and a digest to verify them.`,
    longestBody,
  )

const inShort = (incident: Incident): string => {
  const asked = openQuestions(incident).length
  return `${summary(incident)}\n\nThe record raises ${asked === 1 ? '1 question' : `${asked} questions`} for the reviewers, in addition to the standard ones.`
}

import { allNamed, because } from '../../domain/events/phrases.ts'
import { checklistOf, type Incident, isUnopened, ownersOf, type StepState } from '../../domain/incident/incident.ts'
import { duration, minutesBetween } from '../../domain/incident/metrics.ts'
import { minuteOf } from '../../domain/terms/timestamp.ts'
import { escapeCell } from '../../domain/text/escape.ts'
import { authorOf, linked, type PostMortemSource, row } from './phrases.ts'

/** Every step of the checklist with its owner, how it ended and when. */
export const steps = (incident: Incident, place: Pick<PostMortemSource, 'stepUrls'>): string => {
  if (incident.steps.length === 0) return 'The playbook has no steps.'
  return `| Phase | Step | Owner | State | Finished at (UTC) | Elapsed |
|---|---|---|---|---|---|
${checklistOf(incident)
  .map(step => stepRow(incident, step, place))
  .join('\n')}`
}

const stepRow = (incident: Incident, step: StepState, { stepUrls }: Pick<PostMortemSource, 'stepUrls'>): string =>
  row(
    step.phase,
    `\`${step.id}\` ${linked(escapeCell(step.title), stepUrls[step.id])}`,
    owner(incident, step),
    state(step),
    step.ended === null ? '' : minuteOf(step.ended.at),
    step.ended === null ? '' : duration(minutesBetween(incident.declaredAt, step.ended.at)),
  )

const owner = (incident: Incident, step: StepState): string => {
  const owners = ownersOf(incident, step)
  if (owners.length > 0) return allNamed(owners)
  return step.role === null ? 'unassigned' : `unassigned (${step.role})`
}

const state = (step: StepState): string => {
  if (step.ended === null && isUnopened(step))
    return `never opened: no asset was named${step.required ? '; required' : ''}`
  if (step.ended === null) return step.required ? '**open**, required' : 'open'
  const early = step.waitedFor.length === 0 ? '' : ', out of order'
  return `${step.state} by ${authorOf(step.ended.by)}${early}${because(step.ended.because)}`
}

import { because, exposedWords, inBrief } from '../../domain/events/phrases.ts'
import { checklistOf, type Incident, isFinished, type StepState } from '../../domain/incident/incident.ts'
import { duration, incidentMetrics } from '../../domain/incident/metrics.ts'
import { minuteOf } from '../../domain/terms/timestamp.ts'
import { authorOf, row, whatFits } from './phrases.ts'

/** The rows that the record can begin; the template goes on with those that only people can fill. */
export const impact = (incident: Incident): string => `| What | On record | Reviewers add |
|---|---|---|
${row('Severity', severityHistory(incident), '')}
${row('Duration', lasted(incident), '')}
${row('Initial report', answered(incident, 'seen') || 'none on record', '')}
${reported(incident)}${affected(incident)}${exposed(incident)}${row('Notifications sent', told(incident), '')}`

const severityHistory = ({ events }: Incident): string => {
  const history = events.flatMap(event => {
    if (event.is === 'declared') return [event.severity]
    return event.is === 'severity-set' ? [`${event.to} from ${minuteOf(event.said)}${because(event.because)}`] : []
  })
  return whatFits(history, 10_000, left => left).join('; ')
}

const lasted = (incident: Incident): string => {
  const { contain, resolve } = incidentMetrics(incident.events, { steps: checklistOf(incident) })
  const closed = resolve === null ? 'not closed' : `${duration(resolve.minutes)} until closed`
  return contain === null ? closed : `${closed}, ${duration(contain.minutes)} until contained`
}

/** What the form's other answers were, as far as they were given. */
const reported = (incident: Incident): string =>
  (
    [
      ['Detected at', 'noticed'],
      ['Affected, as reported', 'assets'],
      ['User and customer impact, as reported', 'impact'],
    ] as const
  )
    .map(([title, question]) => [title, answered(incident, question)] as const)
    .flatMap(([title, answer]) => (answer === '' ? [] : [`${row(title, answer, '')}\n`]))
    .join('')

/** An answer of the form; empty when it was not given. */
const answered = ({ events }: Incident, question: 'seen' | 'noticed' | 'assets' | 'impact'): string => {
  const declared = events.find(event => event.is === 'declared')
  return inBrief(declared?.[question] ?? '')
}

const affected = ({ assets }: Incident): string => {
  const names = assets
    .filter(asset => asset.exposed === null)
    .map(({ name, note }) => `${inBrief(name)}${because(note)}`)
  return names.length === 0 ? '' : `${row('Affected', whatFits(names, 10_000, left => left).join('; '), '')}\n`
}

/** What others may know, each with what was done about it: a step done is the proof of its rotation. */
const exposed = ({ assets, steps }: Incident): string =>
  assets
    .flatMap(({ id, exposed: what, name, count, note }) => {
      if (what === null) return []
      const round = steps.filter(step => step.asset === id).map(proof)
      return [
        `${row(`Exposed: ${exposedWords(what, name, count)}`, [...round, ...(note === null ? [] : [inBrief(note)])].join('; '), '')}\n`,
      ]
    })
    .join('')

const proof = ({ of, state, ended }: StepState): string =>
  ended === null ? `\`${of}\` **open**` : `\`${of}\` ${state} ${minuteOf(ended.at)} by ${authorOf(ended.by)}`

/** Gates are what discloses or destroys; those of the phase Communicate disclose. */
const told = ({ steps }: Incident): string => {
  const disclosing = steps.filter(step => step.gate !== null && step.phase === 'Communicate')
  const done = disclosing.filter(isFinished).filter(step => step.state === 'done')
  if (done.length === 0) return 'none on record'
  return done.map(step => `\`${step.id}\` ${step.ended === null ? '' : minuteOf(step.ended.at)}`.trim()).join('; ')
}

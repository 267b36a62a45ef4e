import type { Fact } from '../../domain/events/event.ts'
import { checklistOf, type Incident, isUnopened, type StepState } from '../../domain/incident/incident.ts'
import { duration, minutesBetween, momentOf, readySince } from '../../domain/incident/metrics.ts'
import { isWorse, type Severity } from '../../domain/terms/severity.ts'
import { authorOf, because, bullets, inBrief, linked, minuteOf, named } from './phrases.ts'

/** Where it went otherwise than the playbook says, as recorded: no blame, only the difference. */
export const deviations = (incident: Incident): string =>
  bullets(
    [...incident.facts.flatMap(fact => [...deviation(fact, incident)]), ...late(incident), ...leftOpen(incident)],
    'None on record.',
  )

const deviation = (fact: Fact, incident: Incident): readonly string[] => {
  const at = linked(minuteOf(momentOf(fact)), fact.link)
  switch (fact.is) {
    case 'step-done':
      return fact.waitedFor.length === 0
        ? []
        : [`${at}: \`${fact.step}\` was done before ${stepList(fact.waitedFor)}${because(fact.because)}`]
    case 'step-skipped':
      return [`${at}: \`${fact.step}\` was skipped by ${authorOf(fact.by)}${because(fact.because)}`]
    case 'step-reopened':
      return [`${at}: \`${fact.step}\` was finished, and then reopened by ${authorOf(fact.by)}`]
    case 'commander-set':
      return fact.acting ? [`${at}: ${named(fact.who)} commanded without being on the roster`] : []
    case 'severity-set':
      return lowered(fact, incident.facts)
        ? [`${at}: the severity was lowered to ${fact.to} by ${authorOf(fact.by)}${because(fact.because)}`]
        : []
    case 'reopened':
      return [`${at}: the incident was reopened by ${authorOf(fact.by)}`]
    case 'refused':
      return [`${at}: an order by ${authorOf(fact.by)} was not followed: ${inBrief(fact.command)}`]
    case 'put-back':
      return [`${at}: a change by hand (${fact.gesture}${onStep(fact.step)}) was put back`]
    default:
      return []
  }
}

const stepList = (ids: readonly string[]): string => ids.map(id => `\`${id}\``).join(', ')
const onStep = (id: string | undefined): string => (id === undefined ? '' : `, \`${id}\``)

const lowered = (fact: Fact & { readonly to: Severity }, facts: readonly Fact[]): boolean => {
  const before = facts.slice(0, facts.indexOf(fact)).flatMap(earlier => {
    if (earlier.is === 'declared') return [earlier.severity]
    return earlier.is === 'severity-set' ? [earlier.to] : []
  })
  const last = before.at(-1)
  return last !== undefined && isWorse(last, fact.to)
}

const late = (incident: Incident): readonly string[] =>
  incident.steps.flatMap(step => {
    const took = tookFor(incident, step)
    if (took === null || step.within === null || took <= step.within) return []
    return [`\`${step.id}\` took ${duration(took)}; the playbook gives it ${duration(step.within)}`]
  })

/** From the moment it could be begun. When a gate opened is not kept with its step, so gates are left out. */
const tookFor = (incident: Incident, step: StepState): number | null => {
  if (step.state !== 'done' || step.ended === null || step.gate !== null || step.waitedFor.length > 0) return null
  return minutesBetween(readySince(incident, step), step.ended.at)
}

const leftOpen = (incident: Incident): readonly string[] =>
  checklistOf(incident)
    .filter(step => step.state === 'open')
    .map(step => `\`${step.id}\` was never ${isUnopened(step) ? 'opened, for no asset was named' : 'finished'}`)

import { type IncidentEvent, moduleOf } from '../domain/events/event.ts'
import {
  type Incident,
  isFinished,
  isReady,
  isShut,
  ownersOf,
  type StepState,
  waitsFor,
} from '../domain/incident/incident.ts'
import type { Permission } from '../domain/incident/permissions.ts'
import type { Person } from '../domain/terms/person.ts'
import { severityMeaning } from '../domain/terms/severity.ts'
import { howToClose, names, steps, whoMay } from './refusal.ts'

/** The one reply to a comment or to something done by hand: all that is to be said about it, calling its author once. */
export const reply = (events: readonly IncidentEvent[], to: Person | null, othersFollowed = false): string => {
  const told = events.map(outcome).filter(words => words !== '')
  const outcomes =
    othersFollowed && events.some(event => event.is === 'refused')
      ? [...told, 'What else stands in it was followed.']
      : told
  const [only] = outcomes
  const call = isCalled(events, to) ? `@${to?.login}` : ''
  // what begins a heading, a list or a table does so at the beginning of a line
  if (outcomes.length < 2) return `${call}${/^(?:[#|>]|[-*] )/.test(only ?? '') ? '\n\n' : ' '}${only ?? ''}`.trim()
  return `${call}\n\n${outcomes.map(words => `- ${words.replaceAll('\n', '\n  ')}`).join('\n')}`.trim()
}

// Calling a bot can wake it, and two bots can keep each other awake. Bots have no role in the repository.
const isCalled = (events: readonly IncidentEvent[], to: Person | null): boolean =>
  to !== null && !to.login.endsWith('[bot]') && events.some(event => event.by !== null && event.by.role !== 'none')

const outcome = (event: IncidentEvent): string => moduleOf(event).told?.(event) ?? ''

/** Whoever pasted a secret beside an order, or into the report. It is not repeated, nor said of what kind it looks. */
export const secretCutOut = (where: 'comment' | 'report'): string =>
  `Your ${where} holds what looks like a secret. It was cut out of the record, but GitHub has mailed the ${where}, and keeps it in its history even when it is edited. **Change the secret now**, then ${where === 'comment' ? 'delete the comment' : 'take it out of the report and of its history of edits'}.`

/** `/status` alone. */
export const statusWords = (incident: Incident): string => {
  const { commander, steps: all, severity } = incident
  const finished = all.filter(isFinished).length
  const waiting = all.filter(one => !isFinished(one) && !isReady(incident, one))
  const standing =
    incident.kind === 'readiness'
      ? 'A review of readiness.'
      : `**${incident.status}**, ${severity} (${severityMeaning[severity]}). ${
          commander === null
            ? 'Nobody commands: `/ic` takes command.'
            : `In command: ${names([commander.who])}${commander.acting ? ' (acting)' : ''}.`
        }`
  return `${standing} ${finished} of ${all.length} steps finished.

- Ready: ${listOf(all.filter(one => isReady(incident, one)).map(one => withOwners(incident, one)))}
- Waiting: ${listOf(waiting.map(one => withReason(incident, one)))}`
}

const listOf = (parts: readonly string[]): string => (parts.length === 0 ? 'nothing' : parts.join('; '))

const withOwners = (incident: Incident, step: StepState): string => {
  const owners = ownersOf(incident, step)
  return `\`${step.id}\`${step.required ? ' (required)' : ''} ${owners.length === 0 ? 'nobody’s yet' : names(owners)}`
}

const withReason = (incident: Incident, step: StepState): string => {
  const before = waitsFor(incident, step)
  return `\`${step.id}\`${isShut(incident, step) ? ' (a shut gate)' : ''}${before.length === 0 ? '' : ` after ${steps(before)}`}`
}

/** What `/help` says of a command. */
export type Documented = {
  readonly name: string
  readonly summary: string
  readonly usage: string
  readonly examples: readonly string[]
  readonly permissions: readonly Permission[]
}

/** `/help` alone. */
export const helpWords = (commands: readonly Documented[]): string => `Each command stands on its own line of a comment.

${commands.map(one => `- \`${one.usage}\` ${one.summary}`).join('\n')}

${howToClose}

\`/help severity\` says who may, with examples.`

/** `/help severity` */
export const helpWordsOf = ({ usage, summary, examples, permissions }: Documented): string =>
  `\`${usage}\` ${summary} For example: ${examples.map(one => `\`${one}\``).join(', ')}. Who may: ${whoMay(permissions)}.`

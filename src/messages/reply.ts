import { type IncidentEvent, toldText } from '../domain/events/event.ts'
import {
  type Incident,
  isFinished,
  isReady,
  missingFor,
  ownersOf,
  type StepState,
  waitsFor,
} from '../domain/incident/incident.ts'
import type { Permission } from '../domain/incident/permissions.ts'
import type { Person } from '../domain/terms/person.ts'
import { severityMeaning } from '../domain/terms/severity.ts'
import { missingWords } from './gate.ts'
import { howToClose, names, steps, whoMay } from './refusal.ts'

/** The one reply to a comment or to something done by hand: all that is to be said about it, calling its author once. */
export const reply = (events: readonly IncidentEvent[], to: Person | null, othersFollowed = false): string => {
  const told = events.map(outcome).filter(words => words !== '')
  const outcomes =
    othersFollowed && events.some(event => event.is === 'refused')
      ? [...told, 'The other commands in this comment were carried out.']
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

const outcome = (event: IncidentEvent): string => toldText(event) ?? ''

/** Where a secret was: the report, or a comment and its address. */
type Leak = { readonly where: 'report' } | { readonly where: 'comment'; readonly at: string }

/** For whoever pasted a secret into a comment or the report. The secret is not repeated; `kinds` are as the scanner names them. */
export const secretCutOut = (leak: Leak, kinds: readonly string[], kind: Incident['kind']): string => {
  const { where } = leak
  const your = leak.where === 'comment' ? `[Your comment](${leak.at})` : 'Your report'
  const secret = kinds.length === 0 ? 'a secret' : `a secret (${kinds.join(', ')})`
  return `${your} contains what looks like ${secret}. Tocsin cut it out of the record, but GitHub has already e-mailed the ${where} and keeps it in the edit history. **Revoke and rotate the secret now**, then ${where === 'comment' ? 'delete the comment' : 'remove it from the report and from its edit history'}.${kind === 'readiness' ? '' : offered(leak)}`
}

const offered = (leak: Leak): string =>
  ` \`/exposed credential <name>\` opens the steps to revoke and rotate it${leak.where === 'comment' ? `; \`/redact ${leak.at}\` has Tocsin delete the comment` : ''}.`

/** `/status` alone. */
export const statusWords = (incident: Incident): string => {
  const { commander, steps: all, severity } = incident
  const finished = all.filter(isFinished).length
  const waiting = all.filter(one => !isFinished(one) && !isReady(incident, one))
  const standing =
    incident.kind === 'readiness'
      ? 'Readiness review.'
      : `**${incident.status}**, ${severity} (${severityMeaning[severity]}). ${
          commander === null
            ? 'There is no incident commander yet: `/ic` takes command.'
            : `${commander.acting ? 'Acting incident commander' : 'Incident commander'}: ${names([commander.who])}.`
        }`
  return `${standing} ${finished} of ${all.length} steps finished.

- Ready: ${listOf(all.filter(one => isReady(incident, one)).map(one => withOwners(incident, one)))}
- Blocked: ${listOf(waiting.map(one => withReason(incident, one)))}`
}

const listOf = (parts: readonly string[]): string => (parts.length === 0 ? 'none' : parts.join('; '))

const withOwners = (incident: Incident, step: StepState): string => {
  const owners = ownersOf(incident, step)
  return `\`${step.id}\`${step.required ? ' (required)' : ''} ${owners.length === 0 ? 'unassigned' : names(owners)}`
}

const withReason = (incident: Incident, step: StepState): string => {
  const before = waitsFor(incident, step)
  const missing = missingFor(incident, step)
  const needs = [
    ...(before.length === 0 ? [] : [`by ${steps(before)}`]),
    ...(missing === null ? [] : [`needs ${missingWords(missing, incident.approvals)}`]),
  ]
  return `\`${step.id}\`${needs.length === 0 ? '' : ` ${needs.join(', ')}`}`
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
export const helpWords = (
  commands: readonly Documented[],
): string => `Write each command on a line of its own, in a comment.

${commands.map(one => `- \`${one.usage}\` ${one.summary}`).join('\n')}

${howToClose}

\`/help severity\` shows who can use a command, with examples.`

/** `/help severity` */
export const helpWordsOf = ({ usage, summary, examples, permissions }: Documented): string =>
  `\`${usage}\` ${summary}

${examples.length === 1 ? 'Example' : 'Examples'}: ${examples.map(one => `\`${one}\``).join(', ')}

Allowed for: ${whoMay(permissions)}.`

import { type Incident, missingFor, type StepState, waitsFor } from '../domain/incident/incident.ts'
import type { Permission } from '../domain/incident/permissions.ts'
import type { Person } from '../domain/terms/person.ts'
import { type Severity, severityMeaning } from '../domain/terms/severity.ts'
import { quote } from '../domain/text/quote.ts'
import { missingWords } from './gate.ts'
import { grantsOf, permissionWords } from './permission.ts'

/** The whole of a refusal: why, what is wanted, an example, and who may. */
export const refusal = (why: string, usage: string, example: string, who: string): string =>
  `${why} Wanted: \`${usage}\`, for example \`${example}\`. Who may: ${who}.`

/** Who may do these things, as a responder reads it. */
export const whoMay = (permissions: readonly Permission[]): string => {
  const [only, ...others] = permissions
  if (only !== undefined && others.length === 0) return list(grantsOf(only))
  return permissions.map(permission => `to ${permissionWords[permission]}: ${list(grantsOf(permission))}`).join('; ')
}

/** Nobody commands a review. */
export const whoMayInReview = 'anyone with write access, and to ask or to note whoever can comment'

/** People without calling them. */
export const names = (people: readonly Person[]): string =>
  list(
    people.map(one => `**${one.login}**`),
    'and',
  )

export const steps = (ids: readonly string[]): string =>
  list(
    ids.map(id => `\`${id}\``),
    'and',
  )

const list = (parts: readonly string[], word = 'or'): string =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} ${word} ${parts.at(-1)}`

/** Said wherever somebody looks for it. */
export const howToClose =
  'An incident is closed with GitHub’s own button, *Close issue*, by the incident commander, once the required steps are done or skipped; a false alarm with `/cancel <reason>`.'

// The comment as a whole

export const unknownCommand = (name: string, near: string | null): string =>
  /^(close[d]?|resolved?|end|finish|reopen)$/.test(name)
    ? `There is no command ${quote(`/${name}`)}. ${howToClose} Reopening is the same page’s *Reopen issue*.`
    : near === null
      ? `There is no command ${quote(`/${name}`)}. \`/help\` lists those there are. Put a line that is not meant for this in a code span: then it is left alone.`
      : `There is no command ${quote(`/${name}`)}. Did you mean \`/${near}\`? \`/help ${near}\` explains it. Nothing was done.`

export const uncleanLine = (character: string): string =>
  `That looks like a command, and holds ${named(character)}, which only looks like what is wanted or cannot be seen. A command is a plain \`/\`, a name of the letters a to z, and a plain space. Type it again by hand, for example \`/status\`. Nothing was done.`

export const tooMany = (count: number, most: number): string =>
  `${count} commands in one comment are more than the ${most} that are followed at once, so none was. Send them in several comments.`

export const editedByAnother = (): string =>
  'This comment was edited by somebody other than its author before it was read. Nobody can give orders in another’s name, so nothing in it was followed. Its author says it again, in a new comment.'

export const nobodyKnown = (): string =>
  'What you may do in this repository could not be found, so nothing was done. An administrator gives you access (Settings, Collaborators and teams); then say it again.'

export const notByEmail = (): string =>
  'This is not taken from e-mail, whose sender anyone can pretend to be and whose quotations can pass for words. Say it again on GitHub.'

export const hasEnded = (ended: 'closed' | 'cancelled'): string =>
  `This incident is ${ended}. Reopen the issue first (the button *Reopen issue*, anyone with write access); \`/timeline\`, \`/status\` and \`/help\` work as it is.`

export const notAllowed = (incident: Incident): string => {
  const { commander } = incident
  if (incident.kind === 'readiness') return 'This is for those with write access to the repository.'
  if (commander === null) return 'This is not yours to do, and nobody commands yet: `/ic` takes command.'
  const acting = commander.acting ? ', acting: `/ic` of somebody on the roster takes over' : ''
  return `This is not yours to do. In command: ${names([commander.who])}${acting}.`
}

// Arguments

export const missing = (what: string): string => `${what} is missing.`
export const leftOver = (text: string): string => `${quote(text)} was not expected.`
export const notOneOf = (came: string): string => `${quote(came)} is none of these.`

export const strange = (came: string, character: string): string =>
  `${quote(came)} holds ${named(character)}, which only looks like what is wanted or cannot be seen. Type it by hand.`

export const notAPerson = (came: string): string =>
  came.includes('/')
    ? `${quote(came)} is a team; people are named one by one.`
    : `${quote(came)} is no login: people are written \`@login\`.`

export const unknownPeople = (logins: readonly string[]): string =>
  `Nobody here is called ${list(
    logins.map(login => quote(`@${login}`)),
    'or',
  )}. Mind the spelling; somebody new needs access to this repository first. Nothing was done.`

export const unassignable = (people: readonly Person[]): string =>
  `GitHub does not let ${names(people)} be assigned in this repository: they need access to it, or are a bot. Nobody was assigned.`

export const tooManyPeople = (most: number): string => `More than ${most} people cannot be named at once.`

export const whichStep = (ids: readonly string[]): string =>
  `On the incident’s own page the step must be named; on a step’s page it need not be. Not finished: ${steps(ids)}.`

export const noSuchStep = (came: string, near: string | null, ids: readonly string[]): string =>
  `${quote(came)} is no step of this incident${near === null ? '' : ` (did you mean \`${near}\`?)`}. Its steps: ${steps(ids)}.`

export const noSuchStepOrRole = (came: string, near: string | null, ids: readonly string[]): string =>
  `${quote(came)} is neither a step nor a role${near === null ? '' : ` (did you mean \`${near}\`?)`}. Steps: ${steps(ids)}.`

export const oneStepEach = (first: string, second: string): string =>
  `One step a line: \`${second}\` would be taken for a note about \`${first}\`. Nothing was done.`

export const twoSteps = (here: string, named: string): string =>
  `This is the page of \`${here}\`, and the first word is another step, \`${named}\`. Begin with \`${here}\` if you mean this one, or say it on the incident’s page.`

// Times

const write =
  'Write a time with its zone, and its day if it was not today: `14:02Z` (UTC), `14:02+01:00`, `2026-03-01 14:02Z`, `yesterday 9:00Z` or `20 min ago`.'

export const unclearHour = (phrase: string): string => `At what time, ${quote(phrase)}? ${write}`

export const unclearZone = (phrase: string): string =>
  `In which zone is ${quote(phrase)}, and is that hour there, once and not twice? \`14:02Z\` and \`14:02+01:00\` are an hour apart. ${write}`

export const unclearDay = (phrase: string): string =>
  `Which day is ${quote(phrase)}? It has not come yet, or could be either of two. Put the day before it: \`yesterday 14:02Z\`, \`2026-03-01 14:02Z\`.`

// Steps and gates

export const isShutWords = (incident: Incident, step: StepState): string => {
  const word = missingFor(incident, step)
  const before = waitsFor(incident, step)
  const opens = [
    ...(word === null ? [] : [`${missingWords(word)}, said with a reason`]),
    ...(before.length === 0 ? [] : [`${steps(before)} done or skipped`]),
  ]
  return `\`${step.id}\` is a gate and still shut: nobody is assigned to it, and it cannot be done. What opens it: ${list(opens, 'and')}.`
}

export const alreadyFinished = (step: StepState): string =>
  `\`${step.id}\` is already ${step.state}${step.ended?.by ? `, by ${names([step.ended.by])}` : ''}. Reopen its issue if there is more to do.`

export const alreadyOwned = (what: string, who: readonly Person[]): string => `${names(who)} already has \`${what}\`.`

export const isTaken = (step: StepState, owners: readonly Person[]): string =>
  `\`${step.id}\` is with ${names(owners)}. Moving it is for the incident commander.`

export const nobodyOnRoster = (role: string): string =>
  `Nobody is on the roster for \`${role}\`, so name somebody: \`/assign ${role} @login\`.`

export const commandIsNoRole = (): string =>
  'Command is not assigned: `/ic` takes it while it is vacant, `/handoff @login` passes it on.'

export const notNamed = (what: string, who: readonly Person[]): string =>
  `${names(who)} is not named for \`${what}\`, so there is nobody to take off it.`

export const nobodyNamed = (what: string): string => `Nobody is named for \`${what}\`.`

export const heldByRole = (step: StepState, role: string): string =>
  `Nobody is named for \`${step.id}\` itself; who holds \`${role}\` has it. Assign the step to somebody else, or \`/unassign ${role}\`.`

// Command

export const alreadyCommands = (who: Person): string => `${names([who])} already commands.`

export const isCommanded = (who: Person): string =>
  `${names([who])} commands; passing it on is theirs: \`/handoff @login\`.`

export const onlyFromRoster = (who: Person, roster: readonly Person[]): string =>
  `${names([who])} is not on the roster. Somebody who is not either may name ${roster.length === 0 ? 'nobody, for the roster is empty' : names(roster)}, or take command with \`/ic\` alone.`

export const needsWriteAccess = (who: Person): string =>
  `${names([who])} has no write access here, and could not work as incident commander. Name somebody who has.`

export const nobodyCommands = (): string => 'Nobody commands, so there is nothing to hand off: `/ic` takes command.'

// The incident

export const alreadyConfirmed = (): string => 'It is already confirmed.'
export const alreadyAt = (to: string): string => `It is already ${to}.`

export const loweringNeedsReason = (from: Severity, to: Severity): string =>
  `Going down from ${from} to ${to} (${severityMeaning[to]}) needs a reason, for those who were woken.`

export const alreadyRuledOut = (): string => 'An insider has already been ruled out.'
export const alreadyApproved = (as: string): string => `Your approval as ${as} is already on record.`

export const approvalFirst = (others: readonly Person[]): string =>
  `Before the incident commander approves, counsel or leadership must have, and be somebody else. ${others.length === 0 ? 'Nobody is named for that: assign counsel, an executive or the engineering lead.' : `Who could: ${names(others)}.`}`

export const noSuchHelp = (came: string, near: string | null): string =>
  `There is no command ${quote(came)}${near === null ? '' : ` (did you mean \`/help ${near}\`?)`}.`

const named = (character: string): string => {
  const code = `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
  return /[\p{L}\p{N}\p{S}\p{Po}]/u.test(character)
    ? `${quote(character)} (${code})`
    : `an invisible character (${code})`
}

import { type Incident, type Missing, missingFor, type StepState, waitsFor } from '../domain/incident/incident.ts'
import { authority, type Permission } from '../domain/incident/permissions.ts'
import type { Person } from '../domain/terms/person.ts'
import { type Severity, severityMeaning } from '../domain/terms/severity.ts'
import { quote } from '../domain/text/quote.ts'
import { grantsOf, permissionWords } from './permission.ts'

/** A rejection in two lines: what is wrong, and what to type. */
export const refusal = (why: string, usage: string, example: string): string =>
  `${why}\nUsage: \`${usage}\`${example === usage ? '' : ` Example: \`${example}\``}`

/** Who is allowed to do these things, as a responder reads it. */
export const whoMay = (permissions: readonly Permission[]): string => {
  const [only, ...others] = permissions
  if (only !== undefined && others.length === 0) return list(grantsOf(only))
  return permissions.map(permission => `to ${permissionWords[permission]}: ${list(grantsOf(permission))}`).join('; ')
}

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

const didYouMean = (near: string | null): string => (near === null ? '' : ` Did you mean \`${near}\`?`)

/** Said wherever somebody looks for it. */
export const howToClose =
  'The incident commander closes an incident with GitHub’s *Close issue* button, once every required step is done or skipped. A false alarm: `/cancel <reason>`.'

// The comment as a whole

/** It names no command to type: what somebody meant is not known, and most commands change something. */
export const unknownCommand = (name: string, near: string | null): string =>
  /^(close[d]?|resolved?|end|finish|reopen)$/i.test(name)
    ? `There is no command ${quote(`/${name}`)}. The incident commander closes an incident with GitHub’s *Close issue* button, once every required step is done or skipped; for a false alarm, see \`/help cancel\`.\nTo reopen an incident, use GitHub’s *Reopen issue* button.`
    : near === null
      ? `There is no command ${quote(`/${name}`)}.\n\`/help\` lists all commands. If the line is not meant as a command, put it in a code span.`
      : `There is no command ${quote(`/${name}`)}.\n\`/help ${near}\` explains the one that is spelled almost like it, \`/help\` lists all.`

export const uncleanLine = (character: string): string =>
  `This looks like a command, but contains ${named(character)}.\nType it again by hand, with a plain \`/\`, plain letters and plain spaces. Example: \`/status\``

export const tooMany = (most: number): string =>
  `This comment has more than ${most} commands. None was carried out.\nSplit them over several comments.`

export const editedByAnother = (): string =>
  'Somebody other than the author edited this comment before Tocsin read it. None of its commands was carried out.\nThe author can post them again in a new comment.'

export const nobodyKnown = (): string =>
  'Could not find out what access you have to this repository. No command was carried out.\nAsk an administrator for access (*Settings*, *Collaborators and teams*), then post the comment again.'

export const notByEmail = (): string =>
  'This command is not accepted by e-mail, because anyone can forge a sender.\nPost it again as a comment on GitHub.'

export const hasEnded = (ended: 'closed' | 'cancelled'): string =>
  `This incident is ${ended}.\nAnyone with write access can reopen it with GitHub’s *Reopen issue* button. \`/timeline\`, \`/redact\`, \`/status\` and \`/help\` work without reopening it.`

/** Two lines: what they have no permission for, and who has. */
export const notAllowed = (incident: Incident, permission: Permission): string =>
  `You don’t have permission to ${permissionWords[permission]}.\nAllowed for: ${
    incident.kind === 'readiness' ? 'anyone with write access' : list(grantsOf(permission))
  }.${next(incident, permission)}`

/** Whom to ask, or how to take command; empty where command does not matter. */
const next = ({ kind, commander }: Incident, permission: Permission): string => {
  const isOfCommand = authority[permission].some(grant => grant.endsWith('commander'))
  if (kind === 'readiness' || !isOfCommand) return ''
  if (commander === null) return ' There is no incident commander yet: `/ic` takes command.'
  return commander.acting
    ? ` Acting incident commander: ${names([commander.who])}. Somebody on the roster can take over with \`/ic\`.`
    : ` Incident commander: ${names([commander.who])}.`
}

// Arguments

export const missing = (what: string): string => `${what} is missing.`
export const leftOver = (text: string): string => `Unexpected text ${quote(text)}.`
/** `thing` is what kind of word was expected, `severity` for example. */
export const notOneOf = (came: string, thing: string): string => `Unknown ${thing} ${quote(came)}.`

export const oddCharacter = (came: string, character: string): string =>
  `${quote(came)} contains ${named(character)}. Type it again by hand.`

export const notAPerson = (came: string): string =>
  came.includes('/')
    ? `${quote(came)} is a team. Name its people one by one.`
    : `${quote(came)} has no \`@\`. Write people as \`@login\`: ${quote(`@${came.replace(/^@+/, '')}`)}.`

export const unknownPeople = (logins: readonly string[]): string =>
  `No collaborator named ${list(
    logins.map(login => quote(`@${login}`)),
    'or',
  )}. Check the spelling; a new responder needs access to this repository first.`

export const unassignable = (people: readonly Person[]): string =>
  `GitHub does not allow assigning ${names(people)} in this repository: they are a bot, or need access first. Nobody was assigned.`

export const tooManyPeople = (most: number): string => `Too many people: the limit is ${most}.`

export const whichStep = (ids: readonly string[]): string =>
  `Which step? Name it right after the command, or comment on the step’s own page. Open steps: ${steps(ids)}.`

export const noSuchStep = (came: string, near: string | null, ids: readonly string[]): string =>
  `Unknown step ${quote(came)}.${didYouMean(near)} Steps: ${steps(ids)}.`

export const noSuchStepOrRole = (came: string, near: string | null, ids: readonly string[]): string =>
  `Unknown step or role ${quote(came)}.${didYouMean(near)} Steps: ${steps(ids)}.`

export const oneStepEach = (first: string, second: string): string =>
  `Name one step on each line: here \`${second}\` would become a note on \`${first}\`.`

export const twoSteps = (here: string, named: string): string =>
  `This is the page of \`${here}\`, but the first word is another step, \`${named}\`. If you mean this step, start with \`${here}\`; otherwise comment on the incident’s page.`

// Steps and gates

/** Two lines: until when a gate is blocked, and what unblocks it. */
export const blockedGate = (incident: Incident, step: StepState): string => {
  const missing = missingFor(incident, step)
  const before = waitsFor(incident, step)
  const until = [
    ...(before.length === 0 ? [] : [`${steps(before)} ${before.length === 1 ? 'is' : 'are'} done`]),
    ...(missing === null ? [] : [untilWords[missing]]),
  ]
  const next = [
    ...(before.length === 0 ? [] : [`finish ${steps(before)}`]),
    ...(missing === null ? [] : [unblockWords(missing, incident)]),
  ]
  return `\`${step.id}\` is blocked until ${list(until, 'and')}.\nTo unblock it: ${next.join('; ')}.`
}

const untilWords: Record<Missing, string> = {
  'insider-ruled-out': 'insider involvement is ruled out',
  'external-approved': 'external disclosure is approved',
}

const unblockWords = (missing: Missing, { approvals }: Incident): string => {
  if (missing === 'insider-ruled-out') return 'the incident commander comments `/rule-out insider <reason>`'
  return approvals.length === 0
    ? 'counsel or leadership, then the incident commander, comment `/approve external <reason>`'
    : 'the incident commander comments `/approve external <reason>`'
}

export const alreadyFinished = (step: StepState): string =>
  `\`${step.id}\` is already ${step.state}${step.ended?.by ? `, by ${names([step.ended.by])}` : ''}. If there is more to do, reopen its issue.`

export const alreadyOwned = (what: string, who: readonly Person[]): string =>
  `${names(who)} already ${who.length > 1 ? 'have' : 'has'} \`${what}\`.`

export const nobodyOnRoster = (role: string): string =>
  `Nobody is on the roster for \`${role}\`. Name somebody: \`/assign ${role} @login\`.`

export const commandIsNoRole = (): string =>
  'The role `incident-commander` cannot be assigned or unassigned.\nTo take command while there is no incident commander: `/ic`. To hand it off: `/handoff @login`.'

export const notNamed = (what: string, who: readonly Person[]): string =>
  `${names(who)} ${who.length > 1 ? 'are' : 'is'} not assigned to \`${what}\`.`

export const nobodyNamed = (what: string): string => `Nobody is assigned to \`${what}\`.`

export const heldByRole = (step: StepState, role: string): string =>
  `Nobody is assigned to \`${step.id}\` itself: it belongs to whoever holds the role \`${role}\`.\nAssign the step to somebody else: \`/assign ${step.id} @login\`. Or unassign the role: \`/unassign ${role}\`.`

// Command

export const alreadyCommands = (who: Person): string => `${names([who])} is already incident commander.`

export const isCommanded = (who: Person): string =>
  `${names([who])} is incident commander. Only they can hand off command, with \`/handoff @login\`.`

export const onlyFromRoster = (who: Person, roster: readonly Person[]): string =>
  roster.length === 0
    ? `${names([who])} is not on the roster, and the roster is empty. Take command yourself with \`/ic\`.`
    : `${names([who])} is not on the roster. If you are not on it either, you can name ${list(
        roster.map(one => `**${one.login}**`),
        'or',
      )}, or take command yourself with \`/ic\`.`

export const needsWriteAccess = (who: Person): string =>
  `${names([who])} has no write access to this repository, and an incident commander needs it. Name somebody who has.`

export const nobodyCommands = (): string =>
  'There is no incident commander, so there is nothing to hand off.\nTo take command: `/ic`'

// The incident

export const isStillHere = (number: number | null): string =>
  `The incident’s issue${number === null ? '' : `, #${number},`} is in this repository. This is for one that was transferred away or deleted.`

export const isBeingContinued = (): string => 'A new issue is being opened already. It is named here once it is there.'

export const alreadyConfirmed = (): string =>
  'This incident is already confirmed.\nIf it turned out to be a false alarm: `/cancel <reason>`'
export const alreadyAt = (to: string): string => `It is already ${to}.`

export const loweringNeedsReason = (from: Severity, to: Severity): string =>
  `Lowering the severity from ${from} to ${to} (${severityMeaning[to]}) needs a reason.\nAdd it: \`/severity ${to} <reason>\``

export const alreadyRuledOut = (): string =>
  'Insider involvement is already ruled out.\nIf there are new findings, add them: `/timeline <what you found>`'
export const alreadyApproved = (as: string): string =>
  `Your approval as ${as} is already on record.\n\`/status\` shows what is still blocked.`

/** External disclosure needs two people. */
export const approvalFirst = (others: readonly Person[]): string =>
  `Counsel or leadership must approve first, and must be somebody other than the incident commander.\n${
    others.length === 0
      ? 'Nobody holds such a role yet: `/assign counsel @login`'
      : `Ask ${list(
          others.map(one => `**${one.login}**`),
          'or',
        )} to comment \`/approve external <reason>\`.`
  }`

export const noSuchHelp = (came: string, near: string | null): string =>
  `There is no command ${quote(came)}.${near === null ? '' : ` Did you mean \`/help ${near}\`?`}`

const named = (character: string): string => {
  const code = `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
  return /[\p{L}\p{N}\p{S}\p{P}]/u.test(character)
    ? `${quote(character)} (${code}), which only looks like a plain character`
    : `an invisible character (${code})`
}

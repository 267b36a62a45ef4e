import type { Incident } from '../../domain/incident/incident.ts'
import { authority, type Permission } from '../../domain/incident/permissions.ts'
import { quote } from '../../domain/text/quote.ts'
import { grantsOf, permissionWords } from '../permission.ts'
import { list, named, names } from './words.ts'

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

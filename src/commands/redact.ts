import type { CommandContext, KnownComment } from '../domain/incident/command-context.ts'
import type { Incident } from '../domain/incident/incident.ts'
import * as says from '../messages/secrets/redaction.ts'
import { optional, restOfLine } from './args/args.ts'
import { commentLink, isAt } from './args/comment-link.ts'
import { defineCommand, refuse } from './command.ts'

/** A comment with a secret in it is deleted at once, any other once a second person agrees, and none under a legal hold. */
export const redact = defineCommand({
  name: 'redact',
  summary:
    'Delete a comment: at once if Tocsin found a secret in it, otherwise when a second person approves. The record keeps its author, its time and a digest.',
  args: { link: commentLink(), because: optional(restOfLine()) },
  examples: ['/redact https://github.com/acme/incidents/issues/7#issuecomment-123456 it has the deploy key in it'],
  permissions: ['redact'],
  afterEnd: true,
  incidentOnly: true,

  decide: (incident, { link, because }, _doer, known) => {
    const comment = commentAt(incident, known, link)
    if (comment === null) return refuse(says.noSuchComment())
    const before = incident.redactions.find(one => one.comment === comment.comment)
    if (before?.waits === null) return refuse(says.alreadyRedacted())
    if (before !== undefined) return refuse(says.alreadyAsked(before.waits, before.at))
    const more = { ...comment, kinds: [...comment.kinds], ...(because === null ? {} : { because }) }
    if (known.legalHold)
      return [{ is: 'redaction-asked', ...more, waits: 'counsel', says: says.waitsForCounsel(comment.at) }]
    if (comment.kinds.length > 0) return [{ is: 'comment-redacted', ...more }]
    return [{ is: 'redaction-asked', ...more, waits: 'second-person', says: says.waitsForSecond(comment.at) }]
  },
})

/** As the record knows it, which scanned it when it was new, or as the read shows it. */
const commentAt = (incident: Incident, known: CommandContext, link: string): KnownComment | null =>
  [...incident.secrets, ...known.comments].find(({ at }) => isAt(at, link)) ?? null

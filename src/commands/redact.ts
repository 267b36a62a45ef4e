import type { CommandContext, KnownComment } from '../domain/incident/command-context.ts'
import type { Incident } from '../domain/incident/incident.ts'
import * as says from '../messages/secrets/redaction.ts'
import { optional, restOfLine } from './args/args.ts'
import { commentLink, isAt } from './args/comment-link.ts'
import { defineCommand, refuse } from './command.ts'

/** A comment with a secret in it is deleted without more ado, any other once a second person agrees, and under a legal hold once counsel does. */
export const redact = defineCommand({
  name: 'redact',
  summary:
    'Delete a comment: without further approval if Tocsin found a secret in it, otherwise when a second person approves; under a legal hold, when counsel approves. The record keeps the comment’s author, time and digest, and whether it was deleted.',
  args: { link: commentLink(), because: optional(restOfLine()) },
  examples: ['/redact https://github.com/acme/incidents/issues/7#issuecomment-123456 it has the deploy key in it'],
  permissions: ['redact'],
  afterEnd: true,
  incidentOnly: true,

  decide: (incident, { link, because }, _doer, known) => {
    const comment = commentAt(incident, known, link)
    if (comment === null) return refuse(says.noSuchComment())
    const before = incident.redactions.find(one => one.comment === comment.comment)
    const more = { ...comment, kinds: [...comment.kinds], ...(because === null ? {} : { because }) }
    if (before !== undefined && before.waits !== null) return refuse(says.alreadyAsked(before.waits, before.at))
    if (before !== undefined && !isToTryAgain(before, known))
      return refuse(says.decidedAlready(before.deletion, before.at))
    if (known.legalHold)
      return [{ is: 'redaction-asked', ...more, waits: 'counsel', says: says.waitsForCounsel(comment.at) }]
    // what was decided once needs no second person again
    if (comment.kinds.length > 0 || before !== undefined) return [{ is: 'comment-redacted', ...more }]
    return [{ is: 'redaction-asked', ...more, waits: 'second-person', says: says.waitsForSecond(comment.at) }]
  },
})

/** GitHub refused it, or it is there all the same, though it was not seen for a moment. */
const isToTryAgain = ({ deletion, comment }: Incident['redactions'][number], known: CommandContext): boolean =>
  deletion === 'refused' || (deletion === 'done' && known.comments.some(one => one.comment === comment))

/** As the record knows it, which scanned it when it was new or was asked about it, or as the read shows it. */
const commentAt = (incident: Incident, known: CommandContext, link: string): KnownComment | null =>
  [...incident.secrets, ...known.comments, ...incident.redactions.map(traceOf)].find(({ at }) => isAt(at, link)) ?? null

const traceOf = ({ comment, page, at, author, written, kinds, digest }: KnownComment): KnownComment => ({
  comment,
  page,
  at,
  author,
  written,
  kinds,
  digest,
})

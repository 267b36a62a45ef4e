import type { Incident } from '../domain/incident/incident.ts'
import { type Doer, leadershipOf } from '../domain/incident/permissions.ts'
import { isSame } from '../domain/terms/person.ts'
import * as says from '../messages/secrets/redaction.ts'
import { split } from './args/args.ts'
import { isAt } from './args/comment-link.ts'
import { refuse, type Verdict } from './command.ts'

/** The second person's word on a comment that is to be deleted; under a legal hold counsel's, who has preserved it. */
export const approveRedaction = (incident: Incident, text: string, doer: Doer): Verdict => {
  const { word, rest } = split(text)
  const number = /#issuecomment-(\d{1,20})/.exec(word)?.[1] ?? ''
  const asked = incident.redactions.find(({ at }) => isAt(at, number))
  if (asked === undefined) return refuse(says.nothingAsked())
  const { waits, asker, deletion, ...comment } = asked
  if (waits === null) return refuse(says.decidedAlready(deletion, asked.at))
  if (waits === 'counsel') {
    if (leadershipOf(incident, doer) !== 'counsel') return refuse(says.onlyCounsel(incident))
    if (rest === '') return refuse(says.preservedWhere())
  } else if (asker === null || isSame(asker, doer)) return refuse(says.notOnesOwn())
  return [{ is: 'comment-redacted', ...comment, kinds: [...comment.kinds], ...(rest === '' ? {} : { because: rest }) }]
}

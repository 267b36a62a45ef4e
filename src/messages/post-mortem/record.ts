import { recordOf } from '../../domain/events/location.ts'
import { linked, type PostMortemSource, row } from './phrases.ts'

/** What the document was made from: the ledger's head under its tag, and the digest of its lines up to the close. */
export type LedgerRecord = {
  readonly tag: string
  /** Somebody else made the tag, elsewhere: it holds nothing of this. */
  readonly foreign: boolean
  /** The ledger's commit that holds them. */
  readonly head: string
  readonly digest: string
  readonly lines: number
}

/** Where the events are, and how to verify that they are unchanged. */
export const recordWords = (record: LedgerRecord, { number, issueUrl }: PostMortemSource): string => `| | |
|---|---|
${row('Incident', linked(`issue ${number}`, issueUrl))}
${row('Tag', tagWords(record))}
${row('Head of the ledger', `\`${record.head}\``)}
${row('Events', `lines 1 to ${record.lines}`)}
${row('SHA-256 of these lines', `\`${record.digest}\``)}

To verify the digest, run this in a clone of the repository:

\`\`\`sh
git fetch origin ${record.foreign ? record.head : `tag ${record.tag}`}
git ls-tree --name-only ${named(record)} ${recordOf(number).events}/ | sed 's|^|${named(record)}:|' | xargs git show | head -n ${record.lines} | sha256sum
\`\`\``

const tagWords = ({ tag, foreign }: LedgerRecord): string =>
  foreign ? `**\`${tag}\` does not hold these events: somebody else created it**` : `\`${tag}\``

const named = ({ tag, foreign, head }: LedgerRecord): string => (foreign ? head : tag)

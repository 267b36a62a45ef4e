import { linked, type Place, row } from './phrases.ts'

/** What the document was made from: the ledger's head under its tag, and the digest of its lines up to the close. */
export type LedgerRecord = {
  readonly tag: string
  readonly head: string
  readonly digest: string
  readonly lines: number
}

/** Where the facts are, and how anybody can see that they are still the same. */
export const recordWords = ({ tag, head, digest, lines }: LedgerRecord, { number, issueUrl }: Place): string => `| | |
|---|---|
${row('Incident', linked(`issue ${number}`, issueUrl))}
${row('Tag', `\`${tag}\``)}
${row('Head of the ledger', `\`${head}\``)}
${row('Facts', `lines 1 to ${lines}`)}
${row('SHA-256 of these lines', `\`${digest}\``)}

This prints the same digest, in a clone of the repository:

\`\`\`sh
git fetch origin tag ${tag}
git ls-tree --name-only ${tag} incidents/${number}/facts/ | sed 's|^|${tag}:|' | xargs git show | head -n ${lines} | sha256sum
\`\`\``

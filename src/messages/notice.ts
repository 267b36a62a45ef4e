import { recordBranches } from '../domain/events/location.ts'

/** Why the record could not be written. */
export type LedgerRefusal = 'ruleset' | 'permission' | 'no-commits' | 'other'

/** Said once when an incident opens although its record cannot be written. */
export const ledgerNotWritableNotice = (why: LedgerRefusal): string =>
  `**Command does not bind yet.** The checklist is open and work can begin, but the record of this incident cannot be written: ${because(why)} Commands are answered, and counted, once it can; nothing said in the meantime is lost.`

const because = (why: LedgerRefusal): string => {
  switch (why) {
    case 'ruleset':
      return `a ruleset of this repository refuses the branch \`${recordBranches.example}\`. An administrator lets the app bypass it (Settings, Rules, Rulesets, Bypass list), or excludes \`${recordBranches.pattern}\`.`
    case 'permission':
      return 'the app, or the workflow’s token, may not write contents here. An administrator grants *Contents: read and write*.'
    case 'no-commits':
      return 'this repository has no commits yet. Push one, a README will do.'
    case 'other':
      return 'GitHub refused it without saying why; the log has its answer.'
  }
}

/** Said once when somebody other than us has written to the record. */
export const tamperedNotice = (ledger: string, oid: string, by: string, verified: string | null): string =>
  `**The record of this incident was changed by ${by}**, in commit \`${oid.slice(0, 12)}\` on branch \`${ledger}\`. Nothing that it says counts, and nothing more is recorded until it is put right. An administrator does that ${
    verified === null
      ? byHand(ledger)
      : `with \`git push --force origin ${verified.slice(0, 12)}:refs/heads/${ledger}\``
  }; what was said in comments since then is taken up again afterwards. ${suspicion}`

/** Said once when what was recorded is not there any more. */
export const goneNotice = (ledger: string): string =>
  `**The record of this incident is gone**: branch \`${ledger}\` was deleted, or set back to its beginning. Nothing is decided until it is there again. An administrator puts it back ${byHand(ledger)}. Can it not be found, they delete the board, the pinned comment: then the record begins anew, from what the comments say now. ${suspicion}`

const byHand = (ledger: string): string =>
  `by looking for the last commit of the app’s on it, in a clone or under *Activity* on the repository’s page, with \`git push --force origin <that commit>:refs/heads/${ledger}\``

const suspicion = 'If nobody here did this, treat it as part of the incident.'

/** Said once when the record is of a version, or in a state, that this program does not understand. */
export const unreadableNotice = (why: string): string =>
  `**The record of this incident cannot be read**: ${why}. Nothing is written until it can.`

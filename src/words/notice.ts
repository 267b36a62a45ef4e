/** Why the record could not be written. */
export type Unbound = 'ruleset' | 'permission' | 'no-commits' | 'other'

/** Said once when an incident opens although its record cannot be written. */
export const unboundNotice = (why: Unbound): string =>
  `**Command does not bind yet.** The checklist is open and work can begin, but the record of this incident cannot be written: ${because(why)} Commands are answered, and counted, once it can; nothing said in the meantime is lost.`

const because = (why: Unbound): string => {
  switch (why) {
    case 'ruleset':
      return 'a ruleset of this repository refuses the branch `incident/…`. An administrator lets the app bypass it (Settings, Rules, Rulesets, Bypass list), or excludes `incident/**`.'
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
  `**The record of this incident was changed by ${by}**, in commit \`${oid.slice(0, 12)}\` on branch \`${ledger}\`. Nothing that it says counts, and nothing more is recorded until it is put right. An administrator does that with ${
    verified === null
      ? `\`git push --delete origin ${ledger}\``
      : `\`git push --force origin ${verified.slice(0, 12)}:refs/heads/${ledger}\``
  }; what was said in comments since then is taken up again afterwards. If nobody here did this, treat it as part of the incident.`

/** Said once when the record is of a version, or in a state, that this program does not understand. */
export const unreadableNotice = (why: string): string =>
  `**The record of this incident cannot be read**: ${why}. Nothing is written until it can.`

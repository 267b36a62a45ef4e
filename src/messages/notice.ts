import { recordBranches } from '../domain/events/location.ts'
import type { Incident } from '../domain/incident/incident.ts'
import type { LedgerRefusal } from '../domain/terms/ledger-refusal.ts'
import { minuteOf, type Timestamp } from '../domain/terms/timestamp.ts'
import { quote } from '../domain/text/quote.ts'

/** Said once when an incident opens although its record cannot be written. */
export const ledgerNotWritableNotice = (why: LedgerRefusal): string =>
  `**Tocsin cannot carry out commands yet.** The checklist is open and work can start, but Tocsin cannot write the record of this incident: ${because(why)} Once it can, it carries out every command posted in the meantime; none is lost.`

const because = (why: LedgerRefusal): string => {
  switch (why) {
    case 'ruleset':
      return `a ruleset of this repository rejects the branch \`${recordBranches.example}\`. Ask an administrator to let the app bypass it (*Settings*, *Rules*, *Rulesets*, *Bypass list*) or to exclude \`${recordBranches.pattern}\`.`
    case 'permission':
      return 'the app, or the workflow’s token, has no permission to write contents. Ask an administrator to grant *Contents: read and write*.'
    case 'no-commits':
      return 'this repository has no commits yet. Push one; a README is enough.'
    case 'other':
      return 'GitHub rejected the write without a reason. Its answer is in the log.'
  }
}

/** Said once when somebody other than us has written to the record. */
export const tamperedNotice = (ledger: string, oid: string, by: string, verified: string | null): string =>
  `**The record of this incident was changed by ${by}**, in commit \`${oid.slice(0, 12)}\` on branch \`${ledger}\`. Tocsin ignores that commit and records nothing until the branch is restored. An administrator restores it ${
    verified === null
      ? byHand(ledger)
      : `with \`git push --force origin ${verified.slice(0, 12)}:refs/heads/${ledger}\``
  }. Tocsin then carries out the commands posted since. ${suspicion}`

/** Said once when the record is missing. */
export const goneNotice = (ledger: string): string =>
  `**The record of this incident is missing**: branch \`${ledger}\` was deleted or reset. Tocsin carries out nothing until it is restored. An administrator restores it ${byHand(ledger)}. If that commit cannot be found, declare the incident again on a new issue: Tocsin decides nothing anew where it has worked before. ${suspicion}`

const byHand = (ledger: string): string =>
  `with \`git push --force origin <commit>:refs/heads/${ledger}\`, where \`<commit>\` is the app’s last commit on that branch (find it in a clone, or under *Activity* on the repository’s page)`

const suspicion = 'If nobody here did this, treat it as part of the incident.'

/** Said once when somebody pushed the record back, or deleted it, and GitHub names its last commit. */
export const rolledBackNotice = (
  ledger: string,
  {
    to,
    by,
    at,
    how,
    restorable,
  }: { to: string; by: string | null; at: Timestamp; how: 'deleted' | 'moved'; restorable: boolean },
): string =>
  `**The record of this incident was ${how === 'deleted' ? 'deleted' : 'rolled back'}** by ${by ?? 'somebody'} at ${minuteOf(at)} UTC: branch \`${ledger}\` ${how === 'deleted' ? 'is gone' : 'no longer holds Tocsin’s last commit'}. Tocsin decides nothing anew and carries out nothing until it is restored. ${
    restorable
      ? 'Tocsin now puts it back there itself; if GitHub does not allow that, an'
      : 'Tocsin does not restore it itself, because it has done more since than that commit explains, or has restored it three times: look first. An'
  } administrator restores it with \`git push --force origin ${to}:refs/heads/${ledger}\` (first \`git fetch origin ${to}\`). Tocsin then carries out the commands posted since. ${suspicion}

A ruleset on \`${recordBranches.pattern}\` prevents this: see *Let only the App write the record* in docs/install.md.`

/** Said once when the record is of a version, or in a state, that this program does not understand. */
export const unreadableNotice = (why: string): string =>
  `**The record of this incident cannot be read**: ${why}. Tocsin writes nothing until it can be read.`

/** Said once to whoever gives a command on an issue that is not an incident; `typed`: as it was, which may be no command of ours. */
export const notDeclaredNotice = (typed: string, lacks: 'no-label' | 'closed'): string => {
  const isCommand = typed === '/ic'
  const instead = isCommand ? '' : ` There is no command \`${typed}\`: to take command, comment \`/ic\`.`
  switch (lacks) {
    case 'no-label':
      return `**This issue is not an incident, so \`${typed}\` did nothing**: it has no label \`incident\`.${instead}
To declare it an incident, set the label \`incident\` (*Labels* in the sidebar; this needs triage access). Tocsin then opens the checklist. Then comment \`/ic\`${isCommand ? ' again' : ''}: what was posted before is not carried out.`
    case 'closed':
      return `**This issue is not an incident yet, so \`${typed}\` did nothing**: it was closed before Tocsin saw it.${instead}
To declare it an incident, reopen it with *Reopen issue*. Tocsin then opens the checklist, and carries out the commands posted since it was labelled.`
  }
}

/** Said once when an incident opens where somebody had made a branch of its record's name, or one that keeps git from making it. */
export const setAside = (branch: string, to: string): string =>
  `There was a branch ${quote(branch)} where the record of this incident is kept. Tocsin renamed it to ${quote(to)}; nothing in it was read or lost. ${suspicion}`

/** Said once when GitHub does not make the branch of a post-mortem. */
export const branchNotMade = (branch: string): string => {
  const [folder = '', ...below] = branch.split('/')
  const above = below.length === 0 ? '' : `one named ${quote(folder)} or `
  return `**The post-mortem cannot be written: GitHub does not make its branch** ${quote(branch)}. A branch may be in its way, ${above}one below ${quote(`${branch}/`)}: rename or delete it. Or a ruleset covers ${quote(branch)}. Tocsin tries again at each look and goes on once it can.`
}

/** Said once, on the page of its first step, when the incident's own issue has left the repository. */
export const issueMovedAway = ({ roster, codename }: Pick<Incident, 'roster' | 'codename'>, number: number): string => {
  const people = (roster['incident-commander'] ?? []).map(({ login }) => `@${login}`).join(' ')
  return `${people === '' ? '' : `${people} `}**The issue of ${codename}, #${number}, is not in this repository any more**: somebody transferred it to another one, or deleted it. Tocsin writes nothing there. The record is intact, and commands on the pages of the steps are carried out as before, on this page too: \`/status\`, \`/severity\`, \`/assign\`, \`/done\`. To continue the incident on a new issue of this repository, an incident commander comments \`/continue here\` on this page. Where it went is in the audit log, and in the mail of whoever watches. ${suspicion}`
}

/** The title of the issue on which an incident continues: whatever the first one was called, its codename is in the record. */
export const continuedTitle = ({ codename }: Pick<Incident, 'codename'>, before: number): string =>
  `${codename}, continued from #${before}`

/** What stands in that issue. */
export const continuedBody = ({ codename }: Pick<Incident, 'codename'>, before: number): string =>
  `**${codename} continues here.** Its issue until now, #${before}, was transferred to another repository, or deleted. The record is the same: everything that was decided still holds, and the steps are the same pages. What was said on #${before} but is not in the record stays there.`

/** Said once where a commander asked for it. */
export const continuedOn = ({ codename }: Pick<Incident, 'codename'>, number: number): string =>
  `**${codename} continues on #${number}.** Board, steps and commands are there.`

import type { HaltReason, LedgerFault, PlanOutcome, RunOutcome } from '../domain/terms/run-outcome.ts'

// One sentence for each way in which a run can end, for logs and job summaries: nothing that people wrote.

const stopped: Readonly<Record<HaltReason | LedgerFault, string>> = {
  'not-private': 'nothing is written: this repository is not private',
  archived: 'nothing is written: this repository is archived',
  'newer-version': 'a newer version of Tocsin writes this record, so this version leaves the incident alone: update it',
  'not-an-incident': 'this issue is not an incident: it has neither the label `incident` nor a record',
  incomplete: 'GitHub did not show everything, so nothing is decided; a later run tries again',
  absent: 'there is no such issue, or the token cannot see it; a later run looks again',
  'issue-moved':
    'the incident’s own issue was transferred to another repository, or deleted: commands on the pages of its steps are carried out',
  unauthorised: 'GitHub does not accept the token; a later run tries again',
  refused: 'GitHub refused the request; a later run tries again: if this lasts, check the permissions of the token',
  'ledger-refused':
    'GitHub refused to take the record; nobody is told yet, for it may pass, and a later run tries again',
  'too-large':
    'GitHub gives up on reading this incident, however little is asked at a time, so nothing is decided; a later run tries again',
  'ledger-tampered':
    'somebody else changed the record: nothing is decided until an administrator restores it, as a comment on the incident explains',
  'ledger-unreadable':
    'the record cannot be read: nothing is decided until it can, as a comment on the incident explains',
  'ledger-gone':
    'the record was deleted: nothing is decided until an administrator restores it, as a comment on the incident explains',
  'ledger-rolled-back':
    'the record was rolled back: nothing is decided until it is restored, as a comment on the incident explains',
}

/** How a run ended. */
export const runOutcomeSentences: Readonly<Record<RunOutcome, string>> = {
  ...stopped,
  settled: 'everything is in order',
  waiting: 'another run is working on this incident; a later run continues',
  limited: 'GitHub asked Tocsin to slow down; a later run continues',
  unsettled: 'not settled after five reads; a later run continues',
  'partly-refused': 'GitHub refused a part of the work, which the log names; a later run tries it again',
  'ledger-not-writable':
    'the record cannot be written, so commands are not carried out yet: a comment on the incident explains how to fix it',
  failed: 'the run failed; a later run tries again',
}

/** What a dry run found. */
export const planOutcomeSentences: Readonly<Record<PlanOutcome, string>> = {
  ...stopped,
  planned: 'a run would do this; nothing was written',
  'in-order': 'everything is in order: a run would do nothing',
  waiting: 'another run is working on this incident: a run would wait for it',
  limited: 'GitHub asked Tocsin to slow down: try again later',
  unclear: 'GitHub gave no clear answer: try again',
}

/** A resync that could not see all of its incidents. */
export const notListed = (why: string): string => `could not list the incidents: ${why}`

/** The App's warning of a repository that it works in, once in each of its lives. */
export const recordsOpen =
  'no ruleset protects the records of this repository: everybody with write access can delete them or push them back; docs/install.md says how to add one'

/** The Action's input. */
export const unknownRun = (): string =>
  'Unknown value of the input `run`. Expected: `incidents`, `plan` or `check`, for example `run: check`'

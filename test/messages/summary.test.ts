import { expect, test } from 'vitest'
import { runOutcomes } from '../../src/domain/terms/run-outcome.ts'
import { runOutcomeSentences } from '../../src/messages/run-outcome.ts'
import { summary } from '../../src/messages/summary.ts'

test('no open incident is said too', () => {
  expect(summary([])).toBe('There is no open incident.\n')
})

test('a job that did something, and one that could not', () => {
  const done = ['open step eject under #7', 'edit the board of #7']
  expect(
    summary([
      { number: 7, outcome: 'settled', recorded: 1, done },
      { number: 8, outcome: 'not-private', recorded: 0, done: [] },
    ]),
  ).toMatchInlineSnapshot(`
    "### #7: everything is in order

    Outcome: \`settled\`. 1 new event recorded.
    - open step eject under #7
    - edit the board of #7

    ### #8: nothing is written: this repository is not private

    Outcome: \`not-private\`. No new events recorded.
    Nothing was changed.
    "
  `)
})

test('every way in which a run can end has one sentence', () => {
  expect(runOutcomes.map(outcome => `${outcome}: ${runOutcomeSentences[outcome]}`).join('\n')).toMatchInlineSnapshot(`
    "settled: everything is in order
    waiting: another run is working on this incident; a later run continues
    limited: GitHub asked Tocsin to slow down; a later run continues
    unsettled: not settled after five reads; a later run continues
    partly-refused: GitHub refused a part of the work, which the log names; a later run tries it again
    ledger-not-writable: the record cannot be written, so commands are not carried out yet: a comment on the incident explains how to fix it
    ledger-tampered: somebody else changed the record: nothing is decided until an administrator restores it, as a comment on the incident explains
    ledger-unreadable: the record cannot be read: nothing is decided until it can, as a comment on the incident explains
    ledger-gone: the record was deleted: nothing is decided until an administrator restores it, as a comment on the incident explains
    ledger-rolled-back: the record was rolled back: nothing is decided until it is restored, as a comment on the incident explains
    not-private: nothing is written: this repository is not private
    archived: nothing is written: this repository is archived
    newer-version: a newer version of Tocsin writes this record, so this version leaves the incident alone: update it
    not-an-incident: this issue is not an incident: it has neither the label \`incident\` nor a record
    incomplete: GitHub did not show everything, so nothing is decided; a later run tries again
    absent: there is no such issue, or the token cannot see it; a later run looks again
    issue-moved: the incident’s own issue was transferred to another repository, or deleted: commands on the pages of its steps are carried out
    unauthorised: GitHub does not accept the token; a later run tries again
    refused: GitHub refused the request; a later run tries again: if this lasts, check the permissions of the token
    ledger-refused: GitHub refused to take the record; nobody is told yet, for it may pass, and a later run tries again
    too-large: GitHub gives up on reading this incident, however little is asked at a time, so nothing is decided; a later run tries again
    failed: the run failed; a later run tries again"
  `)
})

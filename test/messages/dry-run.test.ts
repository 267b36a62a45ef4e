import { expect, test } from 'vitest'
import { planOutcomes } from '../../src/domain/terms/run-outcome.ts'
import { type DryRun, dryRunLines, dryRunSummary } from '../../src/messages/dry-run.ts'

const dana = { id: 4, login: 'dana', role: 'write' as const }
const planned: DryRun = {
  incident: { number: 7 },
  outcome: 'planned',
  events: [
    { is: 'commander-set', by: dana },
    { is: 'review-due', by: null },
  ],
  commits: true,
  operations: [{ words: 'open step eject under #7' }, { words: 'edit the board of #7' }],
  moreMayFollow: true,
  until: null,
}
const empty: DryRun = {
  incident: { number: 8 },
  outcome: 'in-order',
  events: [],
  commits: false,
  operations: [],
  moreMayFollow: false,
  until: null,
}

test('nothing to do is one line', () => {
  expect(dryRunLines(empty)).toEqual(['#8: everything is in order: a run would do nothing'])
})

test('what would be done, as a terminal and a log show it', () => {
  expect(dryRunLines(planned).join('\n')).toMatchInlineSnapshot(`
    "#7: a run would do this; nothing was written
      record commander-set by dana
      record review-due
      open step eject under #7
      edit the board of #7
      then what depends on these, such as links to new issues"
  `)
})

test('leases alone, and something that is another run’s until later', () => {
  const waiting: DryRun = { ...empty, outcome: 'waiting', commits: true, until: '2026-03-01T21:45:00Z' }
  expect(dryRunLines(waiting).join('\n')).toMatchInlineSnapshot(`
    "#8: another run is working on this incident: a run would wait for it
      commit to the record: no new events
      the rest not before 2026-03-01T21:45:00Z"
  `)
})

test('the same for a job’s summary', () => {
  expect(dryRunSummary([planned, empty])).toMatchInlineSnapshot(`
    "### Dry run of #7: a run would do this; nothing was written

    - record commander-set by dana
    - record review-due
    - open step eject under #7
    - edit the board of #7
    - then what depends on these, such as links to new issues

    ### Dry run of #8: everything is in order: a run would do nothing

    "
  `)
  expect(dryRunSummary([])).toBe('Dry run: there is no open incident.\n')
})

test('every outcome has its sentence', () => {
  const lines = planOutcomes.map(outcome => dryRunLines({ ...empty, outcome }).join('\n'))
  expect(lines.join('\n')).toMatchInlineSnapshot(`
    "#8: a run would do this; nothing was written
    #8: everything is in order: a run would do nothing
    #8: another run is working on this incident: a run would wait for it
    #8: GitHub asked Tocsin to slow down: try again later
    #8: GitHub gave no clear answer: try again
    #8: somebody else changed the record: nothing is decided until an administrator restores it, as a comment on the incident explains
    #8: the record cannot be read: nothing is decided until it can, as a comment on the incident explains
    #8: the record was deleted: nothing is decided until an administrator restores it, as a comment on the incident explains
    #8: the record was rolled back: nothing is decided until it is restored, as a comment on the incident explains
    #8: nothing is written: this repository is not private
    #8: nothing is written: this repository is archived
    #8: a newer version of Tocsin writes this record, so this version leaves the incident alone: update it
    #8: this issue is not an incident: it has neither the label \`incident\` nor a record
    #8: GitHub did not show everything, so nothing is decided; a later run tries again
    #8: there is no such issue, or the token cannot see it; a later run looks again
    #8: the incident’s own issue was transferred to another repository, or deleted: commands on the pages of its steps are carried out
    #8: GitHub does not accept the token; a later run tries again
    #8: GitHub refused the request; a later run tries again: if this lasts, check the permissions of the token
    #8: GitHub refused to take the record; nobody is told yet, for it may pass, and a later run tries again
    #8: GitHub gives up on reading this incident, however little is asked at a time, so nothing is decided; a later run tries again"
  `)
})

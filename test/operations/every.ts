import type { Account } from '../../src/domain/terms/person.ts'
import type { Snapshot } from '../../src/domain/view/snapshot.ts'
import type { Operation } from '../../src/operations/operation.ts'

type Met = { readonly snapshot: Snapshot; readonly who: Account; readonly comment: string; readonly pull: string }

/** One operation of every kind, on what is there: a step, a comment, a post-mortem's branch and its pull request. */
export const everyOperation = ({ snapshot, who, comment, pull }: Met): readonly Operation[] => {
  const on = { id: snapshot.issue.id, number: snapshot.issue.number }
  const step = snapshot.children[0] ?? on
  const { oid } = snapshot.settings
  return [
    {
      do: 'open-step',
      plain: 'eject',
      cause: 1,
      under: on,
      step: 'a',
      title: 'A',
      body: 'a',
      labels: ['incident'],
      assignees: [who],
    },
    { do: 'post-board', cause: 1, on, body: 'the board' },
    { do: 'open-issue', cause: 1, title: 'A', body: 'a', labels: ['incident'] },
    { do: 'adopt-step', on: step, under: on },
    { do: 'mark-issue', on, body: 'marked' },
    { do: 'reply', cause: 1, on: step, key: 'k', body: 'a reply' },
    { do: 'create-branch', name: 'post-mortem/1', oid },
    {
      do: 'commit-file',
      branch: 'post-mortem/1',
      head: oid,
      path: 'incidents/1/post-mortem.md',
      text: '# P',
      message: 'm',
    },
    { do: 'open-pull-request', cause: 1, branch: 'post-mortem/1', base: 'main', title: 'P', body: 'p' },
    { do: 'create-label', label: 'SEV-1', color: 'b60205', description: 'd' },
    { do: 'add-label', on: step, label: 'incident' },
    { do: 'remove-label', on, label: 'incident' },
    { do: 'assign', on: step, who },
    { do: 'unassign', on: step, who },
    { do: 'close', on: step, reason: 'not-planned' },
    { do: 'reopen', on: step },
    { do: 'close-duplicate', on: step, of: on },
    { do: 'block', on: step, by: on },
    { do: 'restore-record', from: null, to: oid },
    { do: 'create-tag', name: 'incident-1-1', oid },
    { do: 'request-review', on: { id: pull, number: 9 }, who: [who] },
    { do: 'minimise', on, comment },
    { do: 'edit-board', on, comment, body: 'the board, later' },
    { do: 'pin-board', on, comment },
    { do: 'acknowledge', on, comment },
    { do: 'delete-comment', on, comment },
  ]
}

import type { Operation } from '../operations/operation.ts'

/** What goes first: labels, as other operations name them; then what people wait for; board, pins and reactions last. */
const turn: Record<Operation['do'], number> = {
  'create-label': 0,
  'open-step': 1,
  'post-board': 2,
  reply: 3,
  'create-tag': 4,
  'create-branch': 5,
  'commit-file': 6,
  'open-pull-request': 7,
  'request-review': 8,
  reopen: 9,
  close: 9,
  'close-duplicate': 9,
  'add-label': 10,
  'remove-label': 10,
  assign: 11,
  unassign: 11,
  block: 12,
  minimise: 13,
  'edit-board': 14,
  'pin-board': 15,
  acknowledge: 16,
}

/** What the board will have to say once it is done: until then an edit of the board would only be repeated. */
const changesTheBoard: readonly Operation['do'][] = [
  'open-step',
  'create-tag',
  'create-branch',
  'commit-file',
  'open-pull-request',
]

/** Operations in the order in which to do them; the board waits for what changes it. */
export const inOrder = (operations: readonly Operation[]): readonly Operation[] => {
  const early = operations.some(operation => changesTheBoard.includes(operation.do))
  return operations
    .filter(operation => !(early && operation.do === 'edit-board'))
    .toSorted((a, b) => turn[a.do] - turn[b.do])
}

import { changesBoard, type Operation, turnOf } from '../operations/operation.ts'

/** Operations in the order in which to do them; an edit of the board waits for what changes it. */
export const operationsInOrder = (operations: readonly Operation[]): readonly Operation[] => {
  const early = operations.some(changesBoard)
  return operations
    .filter(operation => !(early && operation.do === 'edit-board'))
    .toSorted((a, b) => turnOf(a) - turnOf(b))
}

import type { Snapshot } from '../../../domain/view/snapshot.ts'
import { mutationFor, type Operation } from '../../../operations/operation.ts'
import type { Inexpressible } from '../../../operations/operation-kind.ts'
import type { Part } from '../client/mutation.ts'

/** The operation as one alias of a mutation, or why it cannot be said. */
export const partFor = (operation: Operation, snapshot: Snapshot, alias: string): Part | Inexpressible => {
  const mutation = mutationFor(operation, snapshot)
  return 'inexpressible' in mutation ? mutation : { alias, ...mutation }
}

import { recordOf } from '../domain/events/location.ts'
import { type Nothing, nothing } from './answers.ts'
import { defineOperation } from './operation-kind.ts'

export type RestoreRecord = {
  readonly do: 'restore-record'
  /** The commit at which the branch was read; null: there was no branch. Standing elsewhere by now it is left. */
  readonly from: string | null
  readonly to: string
}

const none = '0'.repeat(40)

/** Restores the branch of the record to the commit that it was taken away from. What is at GitHub then is seen by the next read. */
export const restoreRecord = defineOperation<RestoreRecord, Nothing>({
  do: 'restore-record',
  turn: 'branch',
  key: ({ from, to }) => `restore the record from ${from ?? 'nothing'} to ${to}`,
  describe: ({ to }) => `restore the record to ${to.slice(0, 12)}`,
  github: {
    // the only mutation of refs that asks where the branch stands: without that another writer's commit could be lost
    field: 'updateRefs',
    type: 'UpdateRefsInput',
    select: '{ clientMutationId }',
    input: ({ from, to }, { repository, declaredOn }) => {
      const name = `refs/heads/${recordOf(declaredOn.number).branch}`
      const update = { name, beforeOid: from ?? none, afterOid: to, force: true }
      return { repositoryId: repository.id, refUpdates: [update] }
    },
    answer: nothing,
  },
  effect: (view, { to }) =>
    view.ledger.state === 'rolled-back' && view.ledger.to === to
      ? { ...view, ledger: { ...view.ledger, restorable: false } }
      : view,
})

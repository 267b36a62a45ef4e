import type { Item, LedgerView } from '../../../domain/view/snapshot.ts'
import { withoutSecrets } from '../../secrets/without-secrets.ts'
import { isOneOf } from '../client/actor.ts'

export type Cleaner = {
  readonly isUnhandled: (item: Item) => boolean
  readonly item: (item: Item) => Promise<Item>
}

/** Only what is new is scanned, and nothing of ours: the board must be found as it was written. */
export const cleaner = (ledger: LedgerView, ours: readonly number[]): Cleaner => {
  const handled = new Set(ledger.state === 'ready' ? ledger.events.map(event => event.source) : [])
  const isUnhandled = (item: Item) => !isOneOf(ours, item.by) && !handled.has(item.id)
  return {
    isUnhandled,
    item: async item => {
      if (item.is !== 'comment' || !isUnhandled(item)) return item
      const { text, found } = await withoutSecrets(item.body)
      return { ...item, body: text, secrets: found }
    },
  }
}

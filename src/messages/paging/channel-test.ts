import type { Delivery } from '../../domain/terms/channel-message.ts'
import { deliveryFailureSentences } from './delivery-failure.ts'

/** How the test of a channel ended. What follows is up to its service: it may wake people until somebody answers there. */
export const tested = (id: string, delivery: Delivery): string =>
  delivery.is === 'accepted'
    ? `${id}: accepted. Check that it arrived; in a pager, resolve it there.`
    : `${id}: failed: ${deliveryFailureSentences[delivery.why]}.`

export const fileMissing = (): string =>
  'set TOCSIN_CHANNELS, or give --file, to the path of the file with the channels'

export const fileNotRead = (): string => 'the file with the channels cannot be read'

/** `defined`: the ids of those that can be used. */
export const notDefined = (defined: readonly string[]): string =>
  defined.length === 0
    ? 'the file defines no channel that can be used'
    : `the file defines no such channel that can be used. It defines ${defined.join(', ')}`

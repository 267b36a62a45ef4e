import { deliveryFailures } from '../../src/domain/terms/channel-message.ts'
import { deliveryFailureSentences } from '../../src/messages/paging/delivery-failure.ts'

/** What leaves GitHub, and what is said where it did not. */
export const channels = {
  title: 'What channels outside GitHub say',
  shown: () => deliveryFailures.map(why => [`A page that failed: ${why}`, deliveryFailureSentences[why]] as const),
}

import type {
  ChannelMessage,
  Delivery,
  DeliveryFailure,
  PageAcknowledgement,
} from '../../domain/terms/channel-message.ts'
import type { Answer, Outgoing, Send } from './send.ts'

/** A message, or the test of a channel: then it says that it is one. */
export type Spoken = ChannelMessage & { readonly isTest: boolean }

/** What sets one kind of channel apart from the others. */
export type Kind = {
  /** The request for a message; null: this channel says nothing of it; or why there can be none. */
  readonly requestFor: (message: Spoken) => Outgoing | DeliveryFailure | null
  readonly judge: (answer: Answer) => Delivery
  readonly readAnswers: ((key: string, send: Send) => Promise<readonly PageAcknowledgement[] | null>) | null
}

import type { DeliveryFailure } from '../../domain/terms/channel-message.ts'

/** Why a page did not go out by a channel, as the board and the log say it. Nothing in it names an address or a secret. */
export const deliveryFailureSentences: Readonly<Record<DeliveryFailure, string>> = {
  'no-answer': 'no answer within 10 seconds, or none at all: it may have arrived',
  'connection-failed': 'no connection',
  'host-not-found': 'its host was not found',
  'address-not-allowed': 'its address is one that the operator has not allowed, such as one in a private network',
  'certificate-not-accepted': 'no secure connection: its certificate was not accepted, or it does not speak https',
  redirected: 'it redirected to another address, which is not followed',
  'not-accepted': 'it did not accept the message',
  'credentials-not-accepted': 'it did not accept the key or URL, or no longer does',
  'rate-limited': 'it asked to slow down',
  'channel-down': 'it has trouble of its own',
  'answer-not-understood': 'its answer was not understood: it may have arrived',
  'room-not-private': 'more people read it than the response team, so it is told nothing of a confidential incident',
  'no-address': 'the operator has given it no address for anybody paged',
  'not-defined': 'the operator has not defined it',
}

import type { Person } from './person.ts'
import type { Timestamp } from './timestamp.ts'

/** `trigger` wakes people; `acknowledge`: somebody has it; `resolve`: nobody is needed any more. */
export type ChannelAction = 'trigger' | 'acknowledge' | 'resolve'

/** What goes out by a channel, as the core decides it. What of it a channel says is decided by the kind of the channel. */
export type ChannelMessage = {
  readonly action: ChannelAction
  /** Deduplication: two messages with the same key are about the same page. At most 255 characters. */
  readonly key: string
  /** Who is woken; nobody in particular for a message to a room. */
  readonly to: readonly Person[]
  readonly codename: string
  /** Telephone number or address of the call, as the configuration has it; null: none is set. */
  readonly call: string | null
  readonly drill: boolean
  readonly confidential: boolean
  /** The page of the incident at GitHub. Only channels that ask for an account show it. */
  readonly link: string | null
  /** What whoever pages by hand says. Only rooms are told; never said by SMS, voice or push. */
  readonly why: string | null
}

/** Why a message did not go out, or not surely: a closed list, for the record keeps it. `no-answer` may have arrived. */
export const deliveryFailures = [
  'no-answer',
  'connection-failed',
  'host-not-found',
  'address-not-allowed',
  'certificate-not-accepted',
  'redirected',
  'not-accepted',
  'credentials-not-accepted',
  'rate-limited',
  'channel-down',
  'answer-not-understood',
  'room-not-private',
  'no-address',
  'not-defined',
] as const
export type DeliveryFailure = (typeof deliveryFailures)[number]

/** What became of one attempt. Delivery is at least once: the same message may be sent again with the same key. */
export type Delivery = { readonly is: 'accepted' } | { readonly is: 'failed'; readonly why: DeliveryFailure }

/** Somebody acknowledged a page in the pager. `login`: theirs at GitHub, lower case, if the operator's file says which; else null. */
export type PageAcknowledgement = { readonly login: string | null; readonly name: string; readonly at: Timestamp }

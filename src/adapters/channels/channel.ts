import type { ChannelMessage, Delivery, PageAcknowledgement } from '../../domain/terms/channel-message.ts'

/** A way to reach people outside GitHub, as the operator defined it. It never throws, and never names its address or secret. */
export type Channel = {
  /** One attempt, over after ten seconds. */
  readonly send: (message: ChannelMessage) => Promise<Delivery>
  /** One message that says that it is a test. */
  readonly test: () => Promise<Delivery>
  /** Who has acknowledged the page with this key, oldest first; null: it could not be read this time. Null in its place: it never can. */
  readonly readAnswers: ((key: string) => Promise<readonly PageAcknowledgement[] | null>) | null
}

/** The channels that a run may use, by the ids that a configuration names. */
export type Channels = ReadonlyMap<string, Channel>

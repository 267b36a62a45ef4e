import type { ChannelAction } from '../../domain/terms/channel-message.ts'
import type { Json } from './template.ts'

/** Which installations of the App may use a channel: all, or ids of installations and names of accounts (lower case). */
export type Installations = 'all' | readonly (number | string)[]

type Common = {
  /** By which a configuration names it. */
  readonly id: string
  /** Nobody but the response team reads it. */
  readonly isPrivate: boolean
  readonly allowPrivateAddresses: boolean
  readonly installations: Installations
}

export type RoomDefinition = Common & { readonly kind: 'slack' | 'teams'; readonly url: URL }

export type PagerDutyDefinition = Common & {
  readonly kind: 'pagerduty'
  readonly routingKey: string
  /** Of the REST API, read-only; null: acknowledgements are not read. */
  readonly token: string | null
  readonly eventsUrl: URL
  readonly apiUrl: URL
  /** Logins at GitHub, lower case, by the ids of users at PagerDuty. */
  readonly people: ReadonlyMap<string, string>
}

export type WebhookDefinition = Common & {
  readonly kind: 'webhook'
  readonly method: 'POST' | 'PUT'
  readonly url: URL
  readonly headers: Readonly<Record<string, string>>
  readonly template: Json
  readonly actions: readonly ChannelAction[]
  readonly signingSecret: string | null
  /** Where people are reached, by their logins in lower case; null: the template says where. */
  readonly addresses: ReadonlyMap<string, string> | null
}

/** A channel as the operator defined it, its secrets filled in. Nothing of it is ever printed. */
export type Definition = RoomDefinition | PagerDutyDefinition | WebhookDefinition

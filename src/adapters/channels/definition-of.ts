import type { z } from 'zod'
import type { Definition } from './definition.ts'
import type { pagerDutyKeys, slackKeys, webhookKeys } from './definition-keys.ts'

type Shared = {
  readonly private: boolean
  readonly allow_private_addresses: boolean
  readonly installations: Definition['installations']
}

const sharedOf = (id: string, written: Shared) => ({
  id,
  isPrivate: written.private,
  allowPrivateAddresses: written.allow_private_addresses,
  installations: written.installations,
})

export const roomOf = (
  id: string,
  kind: 'slack' | 'teams',
  written: z.output<typeof slackKeys.schema>,
): Definition => ({
  ...sharedOf(id, written),
  kind,
  url: written.url,
})

/** PagerDuty keeps the accounts of its two regions apart: https://support.pagerduty.com/main/docs/service-regions */
const hosts = { us: 'pagerduty.com', eu: 'eu.pagerduty.com' } as const

export const pagerDutyOf = (id: string, written: z.output<typeof pagerDutyKeys.schema>): Definition => {
  const { routing_key: routingKey, token, region, events_url, api_url, people } = written
  return {
    ...sharedOf(id, written),
    kind: 'pagerduty',
    routingKey,
    token,
    eventsUrl: events_url ?? new URL(`https://events.${hosts[region]}/v2/enqueue`),
    apiUrl: api_url ?? new URL(`https://api.${hosts[region]}`),
    people: new Map(Object.entries(people).map(([login, user]) => [user, login])),
  }
}

export const webhookOf = (id: string, written: z.output<typeof webhookKeys.schema>): Definition => {
  const { url, method, headers, template, actions, signing_secret: signingSecret, addresses } = written
  return {
    ...sharedOf(id, written),
    ...{ kind: 'webhook', url, method, headers, template, actions, signingSecret },
    addresses: addresses === null ? null : new Map(Object.entries(addresses)),
  }
}

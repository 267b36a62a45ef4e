import { z } from 'zod'
import type { PageAcknowledgement } from '../../domain/terms/channel-message.ts'
import { oneLine } from '../../domain/text/escape.ts'
import { detailNames, pageLink } from '../../messages/paging/page-text.ts'
import { judge } from './judge.ts'
import { address, login, secret } from './keys.ts'
import { defineKind } from './kind.ts'
import type { Answer, Outgoing } from './send.ts'
import { type Spoken, shortText } from './spoken.ts'

/** PagerDuty keeps the accounts of its two regions apart: https://support.pagerduty.com/main/docs/service-regions */
const hosts = { us: 'pagerduty.com', eu: 'eu.pagerduty.com' } as const

/**
 * A service of PagerDuty, by its Events API v2: `trigger`, `acknowledge` and `resolve` with a `dedup_key`, answered by 202;
 * 400 is an event that it does not take, 429 too many, 5xx its own trouble. A trigger with the key of an open alert is
 * that alert: repeating it wakes nobody twice. https://developer.pagerduty.com/docs/send-alert-event
 */
export const pagerDuty = defineKind({
  keys: {
    routing_key: secret,
    token: secret.nullable().default(null),
    region: z.enum(['us', 'eu']).default('us'),
    events_url: address.nullable().default(null),
    api_url: address.nullable().default(null),
    people: z.record(login, z.string().regex(/^[A-Z0-9]{5,20}$/)).default({}),
  },
  expected: {
    routing_key: 'the integration key of an Events API v2 integration, for example `routing_key_env: PAGERDUTY_KEY`',
    token: 'a read-only key of the REST API, for example `token_env: PAGERDUTY_TOKEN`',
    region: '`us` or `eu`, for example `region: eu`',
    events_url: 'an https URL that takes events, for example `events_url: https://events.eu.pagerduty.com/v2/enqueue`',
    api_url: 'an https URL of the REST API, for example `api_url: https://api.eu.pagerduty.com`',
    people: 'ids of users at PagerDuty by GitHub login, for example `people: {dana: PABC123}`',
  },
  secrets: ['routing_key', 'token'],
  open: ({ allow_private_addresses: allowPrivateAddresses, region, token, people, ...written }) => {
    const eventsUrl = written.events_url ?? new URL(`https://events.${hosts[region]}/v2/enqueue`)
    const apiUrl = written.api_url ?? new URL(`https://api.${hosts[region]}`)
    const logins = new Map(Object.entries(people).map(([login, user]) => [user, login]))
    return {
      isRoom: false,
      requestFor: message => ({
        method: 'POST',
        url: eventsUrl,
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(eventOf(message, written.routing_key, written.private)),
        allowPrivateAddresses,
      }),
      judge: answer => judge(answer, (status, text) => status === 202 && accepted.safeParse(jsonOf(text)).success),
      readAnswers:
        token === null
          ? null
          : async (key, send) =>
              acknowledgements(await send(question(key, token, apiUrl, allowPrivateAddresses)), logins),
    }
  },
})

const accepted = z.object({ status: z.literal('success') })

const jsonOf = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** PagerDuty cuts a summary at 1,024 characters; ours has two hundred at most. Acknowledge and resolve need no payload. */
const eventOf = (message: Spoken, routingKey: string, isPrivate: boolean) => {
  const { action, key, link } = message
  const about = { routing_key: routingKey, event_action: action, dedup_key: key }
  if (action !== 'trigger') return about
  const summary = shortText(message)
  return {
    ...about,
    client: 'Tocsin',
    // the severity of an alert decides only how loud it is, and every page is to wake somebody
    payload: { summary, source: 'tocsin', severity: 'critical', custom_details: detailsOf(message, isPrivate) },
    ...(link === null ? {} : { links: [{ href: link, text: pageLink() }] }),
  }
}

const detailsOf = ({ to, call, why }: Spoken, isPrivate: boolean): Readonly<Record<string, string>> => ({
  ...(to.length === 0 ? {} : { [detailNames.paged]: to.map(({ login }) => login).join(', ') }),
  ...(call === null ? {} : { [detailNames.call]: call }),
  ...(why === null || !isPrivate ? {} : { [detailNames.why]: why }),
})

const incidents = z.object({
  incidents: z.array(
    z.object({
      acknowledgements: z
        .array(
          z.object({
            at: z.iso.datetime({ offset: true }),
            acknowledger: z.object({ id: z.string(), summary: z.string().nullish() }),
          }),
        )
        .nullish(),
    }),
  ),
})

/**
 * Asks who has acknowledged, by the REST API: incidents by the key of their alerts.
 * https://developer.pagerduty.com/api-reference/9d0b4b12e36f9-list-incidents
 */
const question = (key: string, token: string, apiUrl: URL, allowPrivateAddresses: boolean): Outgoing => {
  const url = new URL(`${apiUrl.href.replace(/\/$/, '')}/incidents`)
  url.search = new URLSearchParams({ incident_key: key, limit: '100' }).toString()
  const headers = { accept: 'application/vnd.pagerduty+json;version=2', authorization: `Token token=${token}` }
  return { method: 'GET', url, headers, body: null, allowPrivateAddresses }
}

const mostOfName = 100

/** The list is empty again once the alert is resolved, or its acknowledgement has run out. `logins`: by ids of users. */
const acknowledgements = (
  answer: Answer,
  logins: ReadonlyMap<string, string>,
): readonly PageAcknowledgement[] | null => {
  if (answer.is !== 'answered' || answer.status !== 200) return null
  const read = incidents.safeParse(jsonOf(answer.text))
  if (!read.success) return null
  return read.data.incidents
    .flatMap(one => one.acknowledgements ?? [])
    .map(({ at, acknowledger }) => ({
      login: logins.get(acknowledger.id) ?? null,
      name: oneLine(acknowledger.summary ?? acknowledger.id)
        .slice(0, mostOfName)
        .toWellFormed(),
      at: `${new Date(at).toISOString().slice(0, 19)}Z`,
    }))
    .toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at))
}

import { z } from 'zod'
import type { PageAcknowledgement } from '../../domain/terms/channel-message.ts'
import { detailNames, pageLink, pageText, testText } from '../../messages/paging/page-text.ts'
import type { PagerDutyDefinition } from './definition.ts'
import { judge } from './judge.ts'
import type { Kind, Spoken } from './kind.ts'
import type { Send } from './send.ts'

/**
 * A service of PagerDuty, by its Events API v2: `trigger`, `acknowledge` and `resolve` with a `dedup_key`, answered by 202;
 * 400 is an event that it does not take, 429 too many, 5xx its own trouble. A trigger with the key of an open alert is
 * that alert: repeating it wakes nobody twice. https://developer.pagerduty.com/docs/send-alert-event
 */
export const pagerDuty = (definition: PagerDutyDefinition): Kind => ({
  requestFor: message => ({
    method: 'POST',
    url: definition.eventsUrl,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(eventOf(message, definition)),
    allowPrivateAddresses: definition.allowPrivateAddresses,
  }),
  judge: answer => judge(answer, (status, text) => status === 202 && accepted.safeParse(jsonOf(text)).success),
  readAnswers: readerOf(definition),
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
const eventOf = (message: Spoken, { routingKey, isPrivate }: PagerDutyDefinition) => {
  const { action, key, link, isTest } = message
  const about = { routing_key: routingKey, event_action: action, dedup_key: key }
  if (action !== 'trigger') return about
  const summary = isTest ? testText() : pageText(message)
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
 * Who has acknowledged, by the REST API: incidents by the key of their alerts. The list is empty again once the alert
 * is resolved, or its acknowledgement has run out.
 * https://developer.pagerduty.com/api-reference/9d0b4b12e36f9-list-incidents
 */
const readerOf = ({ token, ...definition }: PagerDutyDefinition): Kind['readAnswers'] =>
  token === null ? null : (key, send) => acknowledgements(key, token, definition, send)

const acknowledgements = async (
  key: string,
  token: string,
  { apiUrl, people, allowPrivateAddresses }: Omit<PagerDutyDefinition, 'token'>,
  send: Send,
): Promise<readonly PageAcknowledgement[] | null> => {
  const url = new URL(`${apiUrl.href.replace(/\/$/, '')}/incidents`)
  url.search = new URLSearchParams({ incident_key: key, limit: '100' }).toString()
  const headers = { accept: 'application/vnd.pagerduty+json;version=2', authorization: `Token token=${token}` }
  const answer = await send({ method: 'GET', url, headers, body: null, allowPrivateAddresses })
  if (answer.is !== 'answered' || answer.status !== 200) return null
  const read = incidents.safeParse(jsonOf(answer.text))
  if (!read.success) return null
  return read.data.incidents
    .flatMap(one => one.acknowledgements ?? [])
    .map(({ at, acknowledger }) => ({
      login: people.get(acknowledger.id) ?? null,
      name: acknowledger.summary ?? acknowledger.id,
      at: `${new Date(at).toISOString().slice(0, 19)}Z`,
    }))
    .toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at))
}

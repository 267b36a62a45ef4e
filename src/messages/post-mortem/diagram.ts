import type { IncidentEvent } from '../../domain/events/event.ts'
import { momentOf } from '../../domain/incident/metrics.ts'
import type { Timestamp } from '../../domain/terms/timestamp.ts'
import { clockOf, dayOf } from './phrases.ts'
import { inOrder } from './timeline.ts'

const mostMoments = 40
const longest = 60

/** The main moments as a picture, in mermaid's words. */
export const diagram = (events: readonly IncidentEvent[]): string => {
  const main = inOrder(events).flatMap(event => {
    const says = moment(event)
    return says === null ? [] : [{ at: momentOf(event), says: plain(says), noted: event.is === 'timeline-noted' }]
  })
  const orders = main.filter(one => !one.noted)
  const chosen = main.length > mostMoments ? orders : main
  return `\`\`\`mermaid
timeline
    title Main events (UTC)
${days(chosen.slice(0, mostMoments))}${left(main.length - Math.min(chosen.length, mostMoments))}
\`\`\``
}

type Main = { readonly at: Timestamp; readonly says: string }

/** A section for each day, a line for each minute. */
const days = (moments: readonly Main[]): string =>
  moments
    .map(({ at, says }, index) => {
      const before = moments[index - 1]
      const section = before !== undefined && dayOf(before.at) === dayOf(at) ? '' : `    section ${dayOf(at)}\n`
      return `${section}        ${clock(at)} : ${says}`
    })
    .join('\n')

const left = (count: number): string =>
  count === 0 ? '' : `\n    section More\n        ${count} events : see the table below`

// A colon begins an event; the ratio sign looks the same.
const clock = (at: Timestamp): string => clockOf(at).replace(':', '\u2236')

/**
 * Letters, digits and a little punctuation, one line, short. What mermaid knows by a sign of its own (comments,
 * directives, entities, events, ends of statements) is not among them, so no text can be anything but text.
 */
export const plain = (text: string): string => {
  const kept = text
    .normalize('NFC')
    .replace(/[^\p{L}\p{M}\p{N} .,()/_-]+/gu, ' ')
    .replace(/ +/g, ' ')
    .trim()
  const letters = [...kept]
  const short = letters.length > longest ? `${letters.slice(0, longest - 1).join('')}…` : kept
  return short === '' ? '(no text)' : short
}

const moment = (event: IncidentEvent): string | null => {
  switch (event.is) {
    case 'declared':
      return `declared as ${event.severity}`
    case 'commander-set':
      return `${event.who.login} incident commander`
    case 'confirmed':
      return 'confirmed'
    case 'severity-set':
      return `severity ${event.to}`
    case 'status-set':
      return `status ${event.to}`
    case 'timeline-noted':
      return event.text
    case 'asset-added':
      return `${event.name} affected`
    case 'exposed':
      return `${event.what} ${event.name} exposed`
    case 'step-done':
      return `${event.step} done`
    case 'insider-ruled-out':
      return 'insider involvement ruled out'
    case 'external-approved':
      return 'external disclosure approved'
    case 'closed':
    case 'cancelled':
    case 'reopened':
      return event.is
    case 'playbook-added':
    case 'step-added':
    case 'review-due':
    case 'role-assigned':
    case 'role-unassigned':
    case 'step-assigned':
    case 'step-unassigned':
    case 'step-reopened':
    case 'step-skipped':
    case 'refused':
    case 'noticed':
    case 'answered':
    case 'reverted':
      return null
  }
}

import { type IncidentEvent, momentText } from '../../domain/events/event.ts'
import { momentOf } from '../../domain/incident/metrics.ts'
import { clockOf, dayOf, type Timestamp } from '../../domain/terms/timestamp.ts'
import { eventsInOrder } from './timeline.ts'

const mostMoments = 40
const longest = 60

/** The main moments as a picture, in mermaid's words. */
export const diagram = (events: readonly IncidentEvent[]): string => {
  const main = eventsInOrder(events).flatMap(event => {
    const says = momentText(event)
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

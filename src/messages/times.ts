import type { Meaning } from '../domain/terms/time/either.ts'
import type { Doubt } from '../domain/terms/time/piece.ts'
import { dayOf, minuteOf, type Timestamp } from '../domain/terms/timestamp.ts'
import { quote } from '../domain/text/quote.ts'

const example =
  'Write the time with its zone, and the day if it is not today: `14:02Z` (UTC), `14:02+01:00`, `2026-03-01 14:02Z`, `yesterday 9:00Z` or `20 min ago`.'
const day = 'Write the day in full: `2026-03-01 14:02Z`.'
const offset = 'Write the zone as its distance from UTC: `14:02Z` (UTC), `14:02+01:00`, `14:02-05:00`.'

/** Why a time is asked about, and what to write instead. */
const why: Readonly<Record<Doubt, string>> = {
  unread: `. ${example}`,
  relative: `: it counts from a moment that the record does not know. ${example}`,
  'not-first': `: it stands behind other words, and may be the time of something else. Write it first, as in \`/timeline 04:11Z the alert went off\`; if the note is of now, begin it with \`now\`.`,
  'no-clock': `: the time of day is missing. ${example}`,
  'no-such-hour': `: no clock shows that. ${example}`,
  'no-such-day': `: there is no such day. ${day}`,
  'several-days': `: it could be more than one day. ${day}`,
  'several-times': `: it says more than one time. ${example}`,
  'no-zone': `: its time zone is missing. ${example}`,
  'unsure-zone': `: the name of its time zone is used for several, or for none on that day. ${offset}`,
  'no-such-offset': `: no time zone is that far from UTC. ${offset}`,
  'offset-or-span': `: its end could be a time zone, or the end of a time span. Write \`14:02Z\`, \`14:02:00-05:00\` or \`14:02Z to 17:00Z\`.`,
  'clocks-changed': `: the clocks changed in that hour. ${offset}`,
  future: `: it is in the future. If it was on another day, write the day first: \`yesterday 14:02Z\`, \`2026-03-01 14:02Z\`.`,
  'too-long-ago': `: it is too long ago. ${day}`,
}

const two = (number: number): string => String(number).padStart(2, '0')

const shown = ({ at, offset }: Meaning): string => {
  const local = minuteOf(new Date(Date.parse(at) + offset * 60_000).toISOString())
  const minutes = Math.abs(offset)
  return offset === 0
    ? `${local}Z`
    : `${local}${offset < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`
}

/** `either`: what it could be, where that is known. */
export const unclearTime = (doubt: Doubt, phrase: string, either: readonly Meaning[]): string => {
  const [what = ''] = why[doubt].split(/(?<=\.) /, 1)
  const instead = either.map(one => quote(shown(one))).join(' or ')
  return `Could not read the time ${quote(phrase)}${either.length === 0 ? why[doubt] : `${what} Write ${instead}.`}`
}

/** For whoever wrote a time without its zone or its day: how it was understood. */
export const understoodTime = (phrase: string, at: Timestamp, zone: string | null): string => {
  const as = zone === null ? dayOf(at) : `a time in ${quote(zone)}`
  return `Noted for ${minuteOf(at)} UTC: ${quote(phrase)} was read as ${as}. If that is wrong, note it again with its ${zone === null ? 'date' : 'zone'}.`
}

import type { Temporal } from 'temporal-polyfill'
import type { Timestamp } from '../timestamp.ts'
import { offsetAt } from './instants.ts'
import type { Phrase } from './phrase.ts'
import type { Piece } from './piece.ts'
import { resolve, type Terms } from './resolve.ts'

/** What a doubtful time could be: the instant, and the minutes east of UTC to show it with. */
export type Meaning = { readonly at: Timestamp; readonly offset: number }

/** What a doubtful phrase could mean, the earliest first; none: nobody can say. */
export const meaningsOf = (phrase: Phrase, terms: Terms): readonly Meaning[] => {
  const at = phrase.pieces.findIndex(piece => piecesFor(piece, terms).length > 0)
  const piece = phrase.pieces[at]
  if (piece === undefined) return []
  const found = piecesFor(piece, terms).flatMap(one => {
    const pieces = phrase.pieces.with(at, one)
    // a second doubt would need a second choice
    if (pieces.some(({ is }) => is === 'doubt')) return []
    const resolved = resolve({ ...phrase, pieces }, terms)
    if ('doubt' in resolved) return []
    return [{ at: resolved.instant.toString({ fractionalSecondDigits: 3 }), offset: offsetOf(one, resolved.instant) }]
  })
  return found
    .filter((one, index) => found.findIndex(other => other.at === one.at) === index)
    .toSorted((a, b) => (a.at < b.at ? -1 : 1))
}

/** Of a zone the clock is shown as it was written; of a day, in UTC. */
const offsetOf = (piece: Piece, instant: Temporal.Instant): number => {
  if (piece.is !== 'zone') return 0
  if (piece.zone.is === 'offset') return piece.zone.minutes
  return piece.zone.is === 'named' ? (offsetAt(piece.zone.name, instant) ?? 0) : 0
}

/** What one part could mean: a day of one of two months, today's weekday, letters that are used for several zones. */
const piecesFor = (piece: Piece, { now }: Terms): readonly Piece[] => {
  switch (piece.is) {
    case 'doubt':
      return piece.either ?? []
    case 'weekday': {
      const days = (now.toZonedDateTimeISO('UTC').dayOfWeek - piece.weekday + 7) % 7
      return [days, days + 7].map(days => ({ is: 'back', days, firm: true }))
    }
    case 'zone':
      return piece.zone.is === 'letters' && piece.zone.place !== null
        ? [
            { is: 'zone', zone: { is: 'offset', minutes: piece.zone.minutes } },
            { is: 'zone', zone: { is: 'named', name: piece.zone.place } },
          ]
        : []
    case 'clock':
      // midnight begins a day, and ends it
      return piece.midnight
        ? [
            { ...piece, midnight: false },
            { ...piece, midnight: false, hour: 24 },
          ]
        : []
    default:
      return []
  }
}

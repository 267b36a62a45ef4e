/** Why a time at the beginning is not taken. Each has its words in `src/messages/times.ts`. */
export type Doubt =
  /** It looks like a time, and is none that can be read. */
  | 'unread'
  /** It counts from a moment that only the writer knows. */
  | 'relative'
  /** It stands behind other words, so that it may be the time of something else. */
  | 'not-first'
  /** A day, or a part of one, without a time of day. */
  | 'no-clock'
  /** No hour, minute or second of that number. */
  | 'no-such-hour'
  | 'no-such-day'
  /** The day could be one of two. */
  | 'several-days'
  /** More than one time, or two zones that say different times. */
  | 'several-times'
  | 'no-zone'
  /** The letters mean several zones, or not the one that is kept on that day. */
  | 'unsure-zone'
  /** No zone is that far from UTC. */
  | 'no-such-offset'
  /** `14:02-05:00`: west of Greenwich, or fifteen hours long. */
  | 'offset-or-span'
  /** The clocks left that hour out, or showed it twice. */
  | 'clocks-changed'
  | 'future'
  | 'too-long-ago'

export type Zone =
  /** Minutes east of UTC. */
  | { readonly is: 'offset'; readonly minutes: number }
  /** A zone of the IANA data base. */
  | { readonly is: 'named'; readonly name: string }
  /** Letters that stand for an offset, and where they are in use, which may not be on every day. */
  | { readonly is: 'letters'; readonly minutes: number; readonly place: string | null }
  /** "local time": the zone of the team. */
  | { readonly is: 'here' }

export type PartOfDay = 'morning' | 'afternoon' | 'evening' | 'night'

/** What one part of a time says. `firm`: it is meant as a time even where no clock stands beside it. */
export type Piece =
  | {
      readonly is: 'clock'
      readonly hour: number
      readonly minute: number
      readonly second: number
      readonly millisecond: number
      /** Read on a clock of twelve hours, with am or pm. */
      readonly twelve: boolean
      /** Midnight begins a day and ends one. */
      readonly midnight: boolean
    }
  | {
      readonly is: 'date'
      readonly year: number | null
      readonly month: number
      readonly day: number
      readonly firm: boolean
    }
  | { readonly is: 'year'; readonly year: number }
  /** 1 is Monday. */
  | { readonly is: 'weekday'; readonly weekday: number; readonly last: boolean; readonly firm: boolean }
  | { readonly is: 'day-of-month'; readonly day: number; readonly firm: boolean }
  /** So many days before today. */
  | { readonly is: 'back'; readonly days: number; readonly firm: boolean }
  | { readonly is: 'part'; readonly part: PartOfDay }
  | { readonly is: 'zone'; readonly zone: Zone }
  /** So many milliseconds before it was said. */
  | { readonly is: 'ago'; readonly milliseconds: number }
  /** Milliseconds since 1970. */
  | { readonly is: 'epoch'; readonly milliseconds: number }
  /** What follows is the end of a span. */
  | { readonly is: 'to' }
  | {
      readonly is: 'doubt'
      readonly doubt: Doubt
      readonly firm: boolean
      /** What it could mean, each a piece in its place. */
      readonly either?: readonly Piece[]
    }

export type PieceOf<Is extends Piece['is']> = Extract<Piece, { readonly is: Is }>

/** What is known where a piece may begin. */
export type PieceContext = {
  /** The whole text. */
  readonly text: string
  /** What stands directly before it: a comma, a bracket, "on" or "the". */
  readonly introduced: boolean
  readonly hasClock: boolean
  readonly hasDate: boolean
  readonly hasZone: boolean
}

/** One way to write a part of a time. `null`: here the words mean something else. */
export type Form = {
  readonly pattern: RegExp
  readonly read: (match: RegExpExecArray, place: PieceContext) => Piece | readonly Piece[] | null
}

/** A form from its pattern, which must match where it is looked for; letters in any case. */
export const form = (pattern: string, read: Form['read']): Form => ({ pattern: new RegExp(pattern, 'iyu'), read })

export type FoundPieces = { readonly pieces: readonly Piece[]; readonly end: number }

/** The first of these forms that the text has at `at`. */
export const findAt = (forms: readonly Form[], at: number, place: PieceContext): FoundPieces | null => {
  for (const { pattern, read } of forms) {
    pattern.lastIndex = at
    const match = pattern.exec(place.text)
    const piece = match === null ? null : read(match, place)
    if (match === null || piece === null) continue
    return { pieces: 'is' in piece ? [piece] : piece, end: at + match[0].length }
  }
  return null
}

export const doubt = (doubt: Doubt, firm = true): Piece => ({ is: 'doubt', doubt, firm })

/** Some forms are times only by what stands behind them. */
export const after = (match: RegExpExecArray): string => match.input.slice(match.index + match[0].length)

import { type Reading, readTime } from '../../domain/terms/time/read-time.ts'
import type { Timestamp } from '../../domain/terms/timestamp.ts'
import { unclearTime } from '../../messages/times.ts'

/** A time at the start of a line: where it ends and which it is, nothing of the kind, or something to ask about. */
export type When =
  | { readonly is: 'none' }
  | {
      readonly is: 'at'
      readonly happened: Timestamp
      readonly rest: string
      /** As it was written, and what was not written there. */
      readonly phrase: string
      readonly assumed: Extract<Reading, { is: 'at' }>['assumed']
    }
  | { readonly is: 'unclear'; readonly says: string }

/**
 * The time with which somebody begins an entry of the timeline: `14:02Z`, `2h ago`, `yesterday 9:00`. What is no time stays
 * text. What could be two times, or none, is asked about: a wrong time is worse than a question.
 */
export const whenIn = (line: string, said: Timestamp, timezone: string | null): When => {
  const reading = readTime(line, said, timezone)
  switch (reading.is) {
    case 'none':
      return reading
    case 'unclear':
      return { is: 'unclear', says: unclearTime(reading.doubt, reading.phrase, reading.either) }
    case 'at': {
      const { at, rest, phrase, assumed } = reading
      return { is: 'at', happened: at, rest, phrase, assumed }
    }
  }
}

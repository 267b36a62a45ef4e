import { month, monthOf } from './months.ts'
import { type Form, form, type Piece } from './piece.ts'

/** The zones of the military: A to M without J to the east, N to Y to the west, J where the writer is; L is "local" to many. */
const zoneOf = (letter: string): Piece => {
  const name = letter.toUpperCase()
  const here: Piece = { is: 'zone', zone: { is: 'here' } }
  if (name === 'J') return here
  const [east, west] = ['ZABCDEFGHIKLM'.indexOf(name), 'ZNOPQRSTUVWXY'.indexOf(name)]
  const read: Piece = { is: 'zone', zone: { is: 'offset', minutes: 60 * (east >= 0 ? east : -west) } }
  return name === 'L' ? { is: 'doubt', doubt: 'unsure-zone', firm: true, either: [read, here] } : read
}

const dayAt = (
  year: number | null,
  month: number,
  day: number,
  clock: readonly (string | undefined)[],
): readonly Piece[] => {
  const [hour = 0, minute = 0, second = 0] = clock.map(part => Number(part ?? 0))
  return [
    { is: 'date', year, month, day, firm: true },
    { is: 'clock', hour, minute, second, millisecond: 0, twelve: false, midnight: false },
  ]
}

const hours = String.raw`([01]\d|2[0-3])([0-5]\d)`

/** A day and a time of day in one word. */
export const dateTimes: readonly Form[] = [
  form(String.raw`(20\d\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])${hours}([0-5]\d)(?!\d)`, match => {
    const [, year, month, day, ...clock] = match
    return dayAt(Number(year), Number(month), Number(day), clock)
  }),
  // `240411Z NOV 26`, `240411RNOV`, `240411NOV26`, as the military and many response teams write it
  form(
    String.raw`(\d\d)\s?${hours}([a-z]?)\s?(${month})(?!\p{L})(?:\s?((?:20)?\d\d)(?!\d|:))?`,
    ([, day, hour, minute, letter = '', name = '', year]) => {
      const at = dayAt(year === undefined ? null : 2000 + (Number(year) % 100), monthOf(name), Number(day), [
        hour,
        minute,
      ])
      return letter === '' ? at : [...at, zoneOf(letter)]
    },
  ),
  // `0411Z24NOV`, `0411Z 24 NOV 26`: behind the day two digits are the year
  form(
    String.raw`${hours}([a-z])\s?(\d\d)\s?(${month})(?!\p{L})(?:\s?((?:20)?\d\d)(?!\d|:))?`,
    ([whole = '', hour, minute, letter = '', day, name = '', year]) =>
      // with spaces, `24 NOV 25` may go on with a number of something
      year === undefined || !/\s\d\d$/.test(whole)
        ? [
            ...dayAt(year === undefined ? null : 2000 + (Number(year) % 100), monthOf(name), Number(day), [
              hour,
              minute,
            ]),
            zoneOf(letter),
          ]
        : null,
  ),
]

import { month, monthOf } from './months.ts'
import { type Form, form, type Piece } from './piece.ts'

const dayAt = (year: number, month: number, day: number, clock: readonly (string | undefined)[]): readonly Piece[] => {
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
  // `240411Z NOV 26`, as the military and many response teams write it
  form(String.raw`(\d\d)${hours}z\s?(${month})\s?(?:20)?(\d\d)(?!\d)`, ([, day, hour, minute, name = '', year]) => [
    ...dayAt(2000 + Number(year), monthOf(name), Number(day), [hour, minute]),
    { is: 'zone', zone: { is: 'offset', minutes: 0 } },
  ]),
]

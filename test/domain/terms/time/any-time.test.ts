import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readTime } from '../../../../src/domain/terms/time/read-time.ts'

// It is Friday, 27 November 2026, noon in UTC.
const said = '2026-11-27T12:00:00Z'

const months = 'January February March April May June July August September October November December'.split(' ')
const weekdays = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ')
const two = (number: number): string => String(number).padStart(2, '0')

const nth = (day: number): string => {
  const ending = ['th', 'st', 'nd', 'rd'][day % 10] ?? 'th'
  return `${day}${day > 10 && day < 14 ? 'th' : ending}`
}

type Style = (at: Date) => string

const dates: readonly Style[] = [
  at => at.toISOString().slice(0, 10),
  at => at.toISOString().slice(0, 10).replaceAll('-', '/'),
  at => `${month(at)} ${at.getUTCDate()}, ${at.getUTCFullYear()}`,
  at => `${month(at)} ${nth(at.getUTCDate())} ${at.getUTCFullYear()}`,
  at => `${month(at).slice(0, 3)} ${at.getUTCDate()}, ${at.getUTCFullYear()}`,
  at => `${at.getUTCDate()} ${month(at)} ${at.getUTCFullYear()}`,
  at => `the ${nth(at.getUTCDate())} of ${month(at)} ${at.getUTCFullYear()}`,
  at => `${two(at.getUTCDate())}-${month(at).slice(0, 3)}-${at.getUTCFullYear()}`,
  at => `${weekdays[at.getUTCDay()]}, ${at.getUTCDate()} ${month(at).slice(0, 3)} ${at.getUTCFullYear()}`,
  at => `${weekdays[at.getUTCDay()]?.slice(0, 3)} ${month(at).slice(0, 3)} ${at.getUTCDate()} ${at.getUTCFullYear()}`,
]
const month = (at: Date): string => months[at.getUTCMonth()] ?? ''

const clock = (at: Date): string => at.toISOString().slice(11, 16)
const twelve = (at: Date): string => `${at.getUTCHours() % 12 || 12}:${two(at.getUTCMinutes())}`
const half = (at: Date): string => (at.getUTCHours() < 12 ? 'AM' : 'PM')

const clocks: readonly Style[] = [
  at => `${clock(at)} UTC`,
  at => `${clock(at)}Z`,
  at => `${clock(at)} GMT`,
  at => `${clock(at).replace(':', '')}Z`,
  at => `${clock(at).replace(':', '')} UTC`,
  at => `${clock(at).replace(':', 'h')} UTC`,
  at => `${twelve(at)} ${half(at)} UTC`,
  at => `${twelve(at)}${half(at).toLowerCase()} UTC`,
  at => `${clock(at)}:00.123456789Z`,
  at => `${clock(at)}:00+00:00`,
  at => `${clock(new Date(at.getTime() + 330 * 60_000))} +0530`,
]

const orders: readonly ((date: string, clock: string) => string)[] = [
  (date, clock) => `${date} ${clock}`,
  (date, clock) => `${date}, ${clock}`,
  (date, clock) => `${date} at ${clock}`,
  (date, clock) => `on ${date} at ${clock}`,
  (date, clock) => `${clock} on ${date}`,
  (date, clock) => `${clock}, ${date}`,
  (date, clock) => `${clock} (${date})`,
  (date, clock) => `${clock} | ${date}`,
  (date, clock) => `${clock} - ${date}`,
]

const frames: readonly ((time: string) => string)[] = [
  time => `${time} x`,
  time => `${time}: x`,
  time => `${time} - x`,
  time => `**${time}** x`,
  time => `[${time}] x`,
  time => `- ${time} x`,
  time => `| ${time} | x |`,
  time => `around ${time} x`,
  time => `approx. ${time}, x`,
]

const whole: readonly Style[] = [
  at => at.toISOString(),
  at => at.toISOString().replace('T', ' '),
  at => at.toISOString().replace('.000Z', '.123456Z'),
  at => at.toISOString().replace('.000Z', '+00:00'),
  at => at.toISOString().replace(/[-:]|\.000/g, ''),
  at =>
    at
      .toISOString()
      .replace(/[-:]|\.000Z|T/g, '')
      .concat('Z'),
  at => at.toUTCString(),
  at => at.toUTCString().replace('GMT', '+0000'),
  at => `${two(at.getUTCDate())}/${month(at).slice(0, 3)}/${at.getUTCFullYear()}:${clock(at)}:00 +0000`,
]

/** Whole minutes of the three years before it was said. */
const instants = fc
  .integer({ min: 1, max: 3 * 365 * 24 * 60 })
  .map(minutes => new Date(Date.parse(said) - minutes * 60_000))

// A day that the offset moves into the next is another one in that zone.
const isSameDayThere = (at: Date): boolean => new Date(at.getTime() + 330 * 60_000).getUTCDate() === at.getUTCDate()

describe('any instant', () => {
  test('is read back to the minute, however its day and its clock are written', () => {
    const style = fc.record({
      at: instants.filter(isSameDayThere),
      date: fc.constantFrom(...dates),
      clock: fc.constantFrom(...clocks),
      order: fc.constantFrom(...orders),
      frame: fc.constantFrom(...frames),
    })
    fc.assert(
      fc.property(style, ({ at, date, clock, order, frame }) => {
        const line = frame(order(date(at), clock(at)))
        const reading = readTime(line, said, null)
        expect([line, reading.is === 'at' ? reading.at.slice(0, 16) : reading]).toEqual([
          line,
          at.toISOString().slice(0, 16),
        ])
        expect(reading).toMatchObject({ rest: 'x', assumed: { zone: null, day: false } })
      }),
      { numRuns: 3_000 },
    )
  })

  test('is read back as logs and programs write it', () => {
    fc.assert(
      fc.property(instants, fc.constantFrom(...whole), fc.constantFrom(...frames), (at, style, frame) => {
        const line = frame(style(at))
        expect([line, readTime(line, said, null)]).toMatchObject([
          line,
          { is: 'at', rest: 'x', at: expect.stringContaining(at.toISOString().slice(0, 16)) },
        ])
      }),
      { numRuns: 1_000 },
    )
  })
})

const parts =
  'Nov|24|24th|2026|Tue|Sat|may|on|at|the|of|by|since|between|UTC|Z|CET|PST|GMT-99|+99:99|(|)|[|]||,|:|-|–|**|~|approx.|yesterday|last night|noon|ago|1.5h|0900|3/4|20202-01-16|T|:30|pm|x'
const clockLike = ['14:02', '04:11Z', '9:30', '16:40 UTC', '23:59:59.5', '0900Z', '14h02', '[07/Dec/2025:10:00:00']

describe('whatever stands at the beginning', () => {
  test('a clock among parts of times is never passed over', () => {
    const words = fc.array(fc.constantFrom(...parts.split('|').filter(part => part !== 'x')), { maxLength: 5 })
    fc.assert(
      fc.property(words, fc.constantFrom(...clockLike), words, (before, clock, after) => {
        const line = `${[...before, clock, ...after].join(' ')} x`
        expect([line, readTime(line, said, null).is]).not.toEqual([line, 'none'])
      }),
      { numRuns: 5_000 },
    )
  })

  test('an accepted time is no later than it was said, and what is left is the end of what was written', () => {
    const word = fc.oneof(
      fc.constantFrom(...parts.split('|'), ...clockLike),
      fc.string({ unit: 'binary', maxLength: 8 }),
    )
    fc.assert(
      fc.property(fc.array(word, { maxLength: 8 }), fc.constantFrom('', ' '), (words, gap) => {
        const line = words.join(gap)
        const reading = readTime(line, said, 'Europe/Berlin')
        if (reading.is !== 'at') return
        expect(Date.parse(reading.at)).toBeLessThanOrEqual(Date.parse(said))
        expect(line.replace(/\s*\|\s*$/, '').endsWith(reading.rest) || line.endsWith(reading.rest)).toBe(true)
      }),
      { numRuns: 5_000 },
    )
  })
})

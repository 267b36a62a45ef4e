import { describe, expect, test } from 'vitest'
import { whenIn } from '../../../src/commands/args/when.ts'

// It is Sunday, 1 March 2026, 22:15 in Berlin.
const said = '2026-03-01T21:15:00Z'

describe('a time', () => {
  test.each([
    ['14:02Z host down', '2026-03-01T14:02'],
    ['14:02 Z host down', '2026-03-01T14:02'],
    ['1402Z host down', '2026-03-01T14:02'],
    ['14:02 UTC host down', '2026-03-01T14:02'],
    ['14:02+01:00 host down', '2026-03-01T13:02'],
    ['14:02 CET host down', '2026-03-01T13:02'],
    ['14:02 America/New_York host down', '2026-03-01T19:02'],
    ['14:02 host down', '2026-03-01T13:02'],
    ['14:02: host down', '2026-03-01T13:02'],
    ['14:02 - host down', '2026-03-01T13:02'],
    ['at 14:02 host down', '2026-03-01T13:02'],
    ['around 14:02 host down', '2026-03-01T13:02'],
    ['~14:02 host down', '2026-03-01T13:02'],
    ['2pm host down', '2026-03-01T13:00'],
    ['noon host down', '2026-03-01T11:00'],
    ['2h ago host down', '2026-03-01T19:15'],
    ['2 hours ago, host down', '2026-03-01T19:15'],
    ['20 min ago host down', '2026-03-01T20:55'],
    ['an hour ago host down', '2026-03-01T20:15'],
    ['1h30m ago host down', '2026-03-01T19:45'],
    ['-2h host down', '2026-03-01T19:15'],
    ['yesterday 9:00 host down', '2026-02-28T08:00'],
    ['yesterday at 9:00Z host down', '2026-02-28T09:00'],
    ['9:00 yesterday host down', '2026-02-28T08:00'],
    ['2 days ago 9:00 host down', '2026-02-27T08:00'],
    ['friday 9:00 host down', '2026-02-27T08:00'],
    ['2026-02-28 14:02Z host down', '2026-02-28T14:02'],
    ['2026-02-28T14:02:00Z host down', '2026-02-28T14:02'],
    ['2026-02-28 14:02 host down', '2026-02-28T13:02'],
    ['28 February 14:02 UTC host down', '2026-02-28T14:02'],
    ['14:02UTC host down', '2026-03-01T14:02'],
    ['9:02 -0500 host down', '2026-03-01T14:02'],
    ['28.02.2026 14:02 host down', '2026-02-28T13:02'],
    ['22:16 host down', '2026-03-01T21:15'],
  ])('%s', (line, at) => {
    expect(whenIn(line, said, 'Europe/Berlin')).toMatchObject({
      is: 'at',
      happened: `${at}:00.000Z`,
      rest: 'host down',
    })
  })

  test.each(['may be an intruder', 'sat idle', 'march of the bots', 'second login', '5 hosts', 'mon 3 is down'])(
    '14:02 %s says no day',
    words =>
      expect(whenIn(`14:02 ${words}`, said, 'Europe/Berlin')).toMatchObject({
        is: 'at',
        happened: '2026-03-01T13:02:00.000Z',
        rest: words,
      }),
  )

  test('a span is kept in the words, for its end has no other place', () => {
    expect(whenIn('14:02-14:10 host down', said, 'Europe/Berlin')).toMatchObject({ rest: '14:02-14:10 host down' })
  })
})

const notTimes = `1 host down|may be|may 5 hosts fail|now it burns|today it burns|sun is up|10-12 hosts down|10 keys rotated
1.2.3.4 was hit|2 hosts died at once|second host down|at 3 hosts|2020 vision|14.02 GB lost|1402 lines|march on`

describe('no time, so nothing is taken from the words', () => {
  test('of nothing', () => expect(whenIn('', said, 'Europe/Berlin')).toEqual({ is: 'none' }))

  test.each(notTimes.split(/[|\n]/))('%s', line => expect(whenIn(line, said, 'Europe/Berlin')).toEqual({ is: 'none' }))
})

describe('asked about', () => {
  test.each([
    ['it has not come', '23:50 host down', said],
    ['just after midnight', '23:50 host down', '2026-03-01T23:10:00Z'],
    ['just after midnight in UTC', '23:50Z host down', '2026-03-02T00:10:00Z'],
    ['March or April, with dots', '03.02.2026 14:02 host down', said],
    ['March or April, with hyphens', '03-02-2026 14:02 host down', said],
    ['the thirteenth month', '2026-13-01 14:02Z host down', said],
    ['March or April', '3/4 14:00 host down', said],
    ['today or a week ago', 'sunday 9:00 host down', said],
    ['this week’s or last week’s', 'last friday 9:00 host down', said],
    ['a day alone', 'yesterday host down', said],
    ['a part of a day', 'this morning host down', said],
    ['days alone', '2 days ago host down', said],
    ['a zone of several countries', '14:02 IST host down', said],
    ['two zones', '14:02Z/15:02 host down', said],
    ['an offset or a span', '14:02-05:00 host down', said],
    ['a date that is not read', '28.2. 14:02 host down', said],
    ['before the common era', '1 March 100 BC 14:02 host down', said],
    ['before anything can be dated', '99300000 days ago 9:00 host down', said],
    ['a day that there is not', '2026-02-30 14:02Z host down', said],
    ['no such hour', '25:00 host down', said],
    ['hours that nobody counts', '99999999999999 hours ago', said],
    ['an hour that the clocks left out', '2:30 host down', '2026-03-29T10:00:00Z'],
    ['an hour that the clocks showed twice', '2:30 host down', '2025-10-26T10:00:00Z'],
  ])('%s', (_, line, at) => expect(whenIn(line, at, 'Europe/Berlin').is).toBe('unclear'))

  test('a minute ahead of GitHub’s clock is now, two are not yet', () => {
    expect(whenIn('22:16 x', said, 'Europe/Berlin')).toMatchObject({ happened: '2026-03-01T21:15:00.000Z' })
    expect(whenIn('22:17 x', said, 'Europe/Berlin').is).toBe('unclear')
    expect(whenIn('21:16Z x', '2026-03-01T21:14:59Z', null).is).toBe('unclear')
  })

  test('from the year 2000 on, not before', () => {
    expect(whenIn('2000-01-01 00:00Z x', said, null)).toMatchObject({ happened: '2000-01-01T00:00:00.000Z' })
    expect(whenIn('1999-12-31 23:59Z x', said, null).is).toBe('unclear')
  })

  test('where the team has no zone of its own', () => {
    expect(whenIn('14:02 x', said, null)).toMatchObject({
      is: 'unclear',
      says: expect.stringContaining('`14:02+01:00`'),
    })
    expect(whenIn('14:02 x', said, 'Mars/Olympus').is).toBe('unclear')
    expect(whenIn('2h ago x', said, null)).toMatchObject({ happened: '2026-03-01T19:15:00.000Z' })
    expect(whenIn('14:02Z x', said, null)).toMatchObject({ happened: '2026-03-01T14:02:00.000Z' })
  })
})

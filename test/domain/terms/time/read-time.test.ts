import { describe, expect, test } from 'vitest'
import { readTime } from '../../../../src/domain/terms/time/read-time.ts'

// It is Friday, 27 November 2026, noon in UTC; the team has set no zone of its own.
const said = '2026-11-27T12:00:00Z'

const read = (line: string, at = said, timezone: string | null = null): string => {
  const reading = readTime(line, at, timezone)
  return reading.is === 'at' ? `${reading.at} ${reading.rest}` : reading.is === 'none' ? 'none' : reading.doubt
}

/** Each line, and after the arrow the instant without what is zero in it, then the text that is left. */
const cases = (table: string): readonly (readonly [string, string])[] =>
  table
    .trim()
    .split('\n')
    .map(line => {
      const [written = '', expected = ''] = line.split(' => ')
      const [, minute = '', second = ':00', fraction = '.000', rest = ''] =
        /^(\S{10}T\d\d:\d\d)(:\d\d)?(\.\d{3})?Z(.*)$/.exec(expected.trim()) ?? []
      return [written.trim(), minute === '' ? expected.trim() : `${minute}${second}${fraction}Z${rest}`]
    })

describe('a day written behind the clock', () => {
  test.each(
    cases(`
      04:11 UTC on Nov 24 x => 2026-11-24T04:11Z x
      04:11 UTC Oct 29 x => 2026-10-29T04:11Z x
      04:11Z on Mar 1 x => 2026-03-01T04:11Z x
      04:11 UTC on March 1 x => 2026-03-01T04:11Z x
      04:11 UTC on Wed x => 2026-11-25T04:11Z x
      04:11 UTC on 24 Nov x => 2026-11-24T04:11Z x
      4:11 AM UTC Nov 24 x => 2026-11-24T04:11Z x
      04:11 UTC (2026-11-24) x => 2026-11-24T04:11Z x
      04:11 UTC | Nov 24 | x => 2026-11-24T04:11Z x
      04:11 UTC (yesterday) x => 2026-11-26T04:11Z x
      04:11 UTC on November 24 x => 2026-11-24T04:11Z x
      04:11 UTC on Nov 24, 2026 x => 2026-11-24T04:11Z x
      04:11 UTC on Wednesday x => 2026-11-25T04:11Z x
      04:11 UTC yesterday x => 2026-11-26T04:11Z x
      04:11 UTC, Nov 24: x => 2026-11-24T04:11Z x
      04:11 UTC, 24th November 2025 - x => 2025-11-24T04:11Z x
      04:11 UTC - Nov 24 - x => 2026-11-24T04:11Z x
      04:11 UTC [Nov 24th] x => 2026-11-24T04:11Z x
      04:11 UTC on the 24th of November x => 2026-11-24T04:11Z x
      04:11 UTC on the 24th x => 2026-11-24T04:11Z x
      04:11 UTC (the 24th): x => 2026-11-24T04:11Z x
      04:11 (24 Nov) UTC x => 2026-11-24T04:11Z x
      04:11 on Nov 24 UTC x => 2026-11-24T04:11Z x
      04:11 UTC on 24.11.2026 x => 2026-11-24T04:11Z x
      04:11 UTC on 11/24/2026 x => 2026-11-24T04:11Z x
      04:11 UTC on 24/11 x => 2026-11-24T04:11Z x
      04:11 UTC (Tue) x => 2026-11-24T04:11Z x
      04:11 UTC Tue, Nov 24 x => 2026-11-24T04:11Z x
      04:11 UTC Tue x => 2026-11-24T04:11Z x
      04:11 UTC Sat: x => 2026-11-21T04:11Z x
      04:11 UTC on Sat x => 2026-11-21T04:11Z x
      04:11 UTC two days ago x => 2026-11-25T04:11Z x
      04:11 UTC the day before yesterday x => 2026-11-25T04:11Z x
      04:11:22 UTC 2026-11-24 x => 2026-11-24T04:11:22Z x
      0411Z 24 Nov x => 2026-11-24T04:11Z x
      04:11 UTC / Nov 24 x => 2026-11-24T04:11Z x
      <b>04:11 UTC</b> (Nov 24) x => 2026-11-24T04:11Z x
      04:11 UTC (Nov. 24) x => 2026-11-24T04:11Z x
      04:11 UTC November the 24th x => 2026-11-24T04:11Z x
      04:11 UTC, Tue 24th x => 2026-11-24T04:11Z x
      240411Z NOV 26 x => 2026-11-24T04:11Z x
      240411ZNOV26 x => 2026-11-24T04:11Z x
      04:11 UTC on May 5 x => 2026-05-05T04:11Z x
      04:11 UTC (may 5) x => 2026-05-05T04:11Z x
      04:11 UTC May 5 x => 2026-05-05T04:11Z x
      23:50 last night UTC x => 2026-11-26T23:50Z x
      9:10 UTC this morning x => 2026-11-27T09:10Z x
      at 4:11 AM UTC on November 24th, x => 2026-11-24T04:11Z x
    `),
  )('%s', (line, expected) => expect(read(line)).toBe(expected))

  test('on the next line is text', () =>
    expect(read('04:11 UTC\nNov 24 is in the log')).toBe('2026-11-27T04:11:00.000Z Nov 24 is in the log'))

  test('of last month, as a report has it', () =>
    expect(read('22:30 UTC (Oct 29) - reported', '2025-10-30T23:00:00Z')).toBe('2025-10-29T22:30:00.000Z reported'))

  test.each([
    ['04:11 UTC on 3/4 x', 'several-days'],
    ['04:11 UTC (03/04) x', 'several-days'],
    ['04:11 UTC 11/24 x', 'several-days'],
    ['04:11 UTC on Friday x', 'several-days'],
    ['04:11 UTC on Mon, Nov 24 x', 'several-days'],
    ['04:11 UTC on Feb 30 x', 'no-such-day'],
    ['04:11 UTC on 2026-02-30 x', 'no-such-day'],
    ['04:11 UTC on Dec 24 x', 'future'],
    ['04:11 UTC tomorrow x', 'future'],
    ['04:11 UTC, Tue 17th x', 'several-days'],
    ['04:11 UTC 24 NOV 25 x', 'several-days'],
    ['04:11 UTC the next day x', 'several-days'],
    ['04:11 UTC that night x', 'several-days'],
    ['04:11 UTC the day before x', 'several-days'],
    ['04:11 UTC (+1 day) x', 'several-days'],
    ['04:11 UTC (D-1) x', 'several-days'],
    ['04:11 UTC twenty-fourth of November x', 'several-days'],
    ['04:11 UTC in November x', 'no-clock'],
    ['04:11 UTC (Nov) x', 'several-days'],
    ['04:11 UTC 24.11. x', 'several-days'],
    ['04:11 UTC (24.11) x', 'several-days'],
    ['04:11 UTC on 11-24: x', 'several-days'],
    ['04:11 UTC 24 novembre x', 'unread'],
    ['04:11 UTC am 24. Dezember x', 'unread'],
    ['04:11 UTC gestern x', 'unread'],
    ['110411Z x', 'unread'],
    ['04:11 UTC on Nov 24 05:12 x', 'several-times'],
    ['14:02 UTC may 5 x', 'several-days'],
    ['midnight UTC on Nov 24 x', 'several-days'],
    ['2:00 UTC last night x', 'unread'],
  ])('asked about: %s', (line, doubt) => expect(read(line)).toBe(doubt))

  test.each([
    '10:02 UTC sat idle',
    '10:02 UTC Sat down with the provider',
    '10:02 UTC may be an intruder',
    '10:02 UTC march of the bots',
    '10:02 UTC second login',
    '10:02 UTC 2nd host is down',
    '10:02 UTC, 2nd host is down',
    '10:02 UTC 5 hosts are down',
    '10:02 UTC mon 3 is down',
    '10:02 UTC 2/3 nodes are back',
    '10:02 UTC 2/3 of the nodes are back',
    '10:02 UTC 2 of 3 nodes are back',
    '10:02 UTC 24/7 support was called',
    '10:02 UTC (10-12 hosts) are off',
    '10:02 UTC on 10-12 hosts the agent is off',
    '10:02 UTC the day shift took over',
    '10:02 UTC Jan called',
    '10:02 UTC yesterday’s backup is gone',
    '10:02 UTC on 24 hosts the agent is off',
    '10:02 UTC on web-1 the agent is off',
    '10:02 UTC (web-1) is off',
    '10:02 UTC --force was used',
    '10:02 UTC .bashrc was changed',
    '10:02 UTC GET /login from an unknown address',
    '10:02 UTC Z-Wave controller is off',
    '10:02 UTC the agent is off',
  ])('no day: %s', line =>
    expect(read(line)).toMatch(
      new RegExp(
        `^2026-11-27T10:02:00.000Z ${line
          .slice(10)
          .replace(/^,? /, '')
          .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}$`,
      ),
    ),
  )
})

describe('a time at the beginning', () => {
  test.each(
    cases(`
      On November 23 at 15:28 UTC x => 2026-11-23T15:28Z x
      On Mar 1, 04:11 UTC x => 2026-03-01T04:11Z x
      By November 26, 2026, 09:30 UTC x => 2026-11-26T09:30Z x
      approx. 11:40 UTC x => 2026-11-27T11:40Z x
      ~11:40Z x => 2026-11-27T11:40Z x
      ≈ 11:40Z x => 2026-11-27T11:40Z x
      around 11:40Z: x => 2026-11-27T11:40Z x
      circa 11:40Z x => 2026-11-27T11:40Z x
      about 11:40Z x => 2026-11-27T11:40Z x
      since 11:40Z x => 2026-11-27T11:40Z x
      from 11:40Z x => 2026-11-27T11:40Z x
      as of 11:40Z x => 2026-11-27T11:40Z x
      0900 UTC x => 2026-11-27T09:00Z x
      0900Z x => 2026-11-27T09:00Z x
      0900 hrs UTC x => 2026-11-27T09:00Z x
      14 Nov 0900 UTC x => 2026-11-14T09:00Z x
      09h02 UTC x => 2026-11-27T09:02Z x
      9h02 UTC x => 2026-11-27T09:02Z x
      09.02 UTC x => 2026-11-27T09:02Z x
      at 9.02 UTC x => 2026-11-27T09:02Z x
      9am UTC x => 2026-11-27T09:00Z x
      9 a.m. UTC: x => 2026-11-27T09:00Z x
      12:10 AM UTC x => 2026-11-27T00:10Z x
      noon UTC yesterday: x => 2026-11-26T12:00Z x
      midnight UTC x => 2026-11-27T00:00Z x
      **11:58 UTC** - x => 2026-11-27T11:58Z x
      **11:58 UTC:** x => 2026-11-27T11:58Z x
      __11:58 UTC__ x => 2026-11-27T11:58Z x
      \`11:58Z\` x => 2026-11-27T11:58Z x
      [11:10 UTC] x => 2026-11-27T11:10Z x
      (11:10 UTC) x => 2026-11-27T11:10Z x
      [2026-11-24 11:10 UTC] x => 2026-11-24T11:10Z x
      | 11:10 UTC | x | => 2026-11-27T11:10Z x
      | Nov 24 | 11:10 UTC | x | => 2026-11-24T11:10Z x
      - 11:10 UTC x => 2026-11-27T11:10Z x
      * 11:10 UTC - x => 2026-11-27T11:10Z x
      1. 11:10 UTC x => 2026-11-27T11:10Z x
      - [x] 11:10 UTC x => 2026-11-27T11:10Z x
      > 11:10 UTC x => 2026-11-27T11:10Z x
      11:10 UTC: x => 2026-11-27T11:10Z x
      11:10 UTC – x => 2026-11-27T11:10Z x
      11:10 UTC -> x => 2026-11-27T11:10Z x
      11:10 UTC, x => 2026-11-27T11:10Z x
      11:10 (UTC) x => 2026-11-27T11:10Z x
      11:10 Zulu x => 2026-11-27T11:10Z x
      T11:10Z x => 2026-11-27T11:10Z x
      |11:10Z|x| => 2026-11-27T11:10Z x
      10h15m UTC x => 2026-11-27T10:15Z x
      Wednesday morning 9:15 UTC x => 2026-11-25T09:15Z x
      sometime around 11:10 UTC x => 2026-11-27T11:10Z x
      UTC 11:10 x => 2026-11-27T11:10Z x
      11:10 UTC+2 x => 2026-11-27T09:10Z x
      11:10 GMT+1 x => 2026-11-27T10:10Z x
      11:10 UTC+05:30 x => 2026-11-27T05:40Z x
      6:10 -0500 x => 2026-11-27T11:10Z x
      11:10 +0100 (CET) x => 2026-11-27T10:10Z x
      11:10 CET x => 2026-11-27T10:10Z x
      11:10 Europe/Berlin x => 2026-11-27T10:10Z x
      yesterday at 9:00 UTC x => 2026-11-26T09:00Z x
      yesterday morning at 9:00 UTC x => 2026-11-26T09:00Z x
      Wed 04:11 UTC x => 2026-11-25T04:11Z x
      Sat 04:11 UTC x => 2026-11-21T04:11Z x
      24th 04:11 UTC x => 2026-11-24T04:11Z x
      Nov 24th, 2026 at 04:11 UTC: x => 2026-11-24T04:11Z x
      the 24th of November 2026, 04:11 UTC x => 2026-11-24T04:11Z x
      24/11/2026 04:11 UTC x => 2026-11-24T04:11Z x
      11/24/2026 4:11 AM UTC x => 2026-11-24T04:11Z x
      2026/11/24 04:11 UTC x => 2026-11-24T04:11Z x
      24-Nov-2026 04:11 UTC x => 2026-11-24T04:11Z x
      11:40\u202fUTC x => 2026-11-27T11:40Z x
      １１:４０ UTC x => 2026-11-27T11:40Z x
      1.5h ago x => 2026-11-27T10:30Z x
      1,5 hours ago, x => 2026-11-27T10:30Z x
      an hour ago x => 2026-11-27T11:00Z x
      half an hour ago x => 2026-11-27T11:30Z x
      about 20 minutes ago: x => 2026-11-27T11:40Z x
      two hours ago x => 2026-11-27T10:00Z x
      2 hours and 5 minutes ago x => 2026-11-27T09:55Z x
      5m12s ago x => 2026-11-27T11:54:48Z x
      26h ago x => 2026-11-26T10:00Z x
      2 days ago, 9:00 UTC x => 2026-11-25T09:00Z x
    `),
  )('%s', (line, expected) => expect(read(line)).toBe(expected))
})

describe('the time of a line of a log', () => {
  test.each(
    cases(`
      20260301T231005Z x => 2026-03-01T23:10:05Z x
      20260301231005Z x => 2026-03-01T23:10:05Z x
      20260301 231005 UTC x => 2026-03-01T23:10:05Z x
      2026-03-01T04:11:00.123456Z x => 2026-03-01T04:11:00.123Z x
      2026-03-01T04:11:00.123456789Z x => 2026-03-01T04:11:00.123Z x
      2026-03-01T04:11Z x => 2026-03-01T04:11Z x
      2026-03-01T0411Z x => 2026-03-01T04:11Z x
      2026-03-01T04Z x => 2026-03-01T04:00Z x
      2026-03-01T04:11:00-05:00 x => 2026-03-01T09:11Z x
      2026-03-01T04:11-05:00 x => 2026-03-01T09:11Z x
      2026-03-01 04:11:00,123 UTC x => 2026-03-01T04:11:00.123Z x
      2026-03-01 04:11:00.123456+00 x => 2026-03-01T04:11:00.123Z x
      2026-03-01_04-11-22Z x => 2026-03-01T04:11:22Z x
      [07/Dec/2025:10:00:00 +0000] "GET /login => 2025-12-07T10:00Z "GET /login
      Tue, 24 Nov 2026 04:11:22 +0000 x => 2026-11-24T04:11:22Z x
      Tuesday, 24-Nov-26 04:11:22 GMT x => 2026-11-24T04:11:22Z x
      Tue Nov 24 04:11:22 UTC 2026 x => 2026-11-24T04:11:22Z x
      Tue Nov 24 2026 04:11:22 GMT+0100 x => 2026-11-24T03:11:22Z x
      *Nov 24 04:11:22.123 UTC: x => 2026-11-24T04:11:22.123Z x
      1795790000 x => none
      1795777200 x => 2026-11-27T11:00Z x
      1795777200.123456 x => 2026-11-27T11:00:00.123Z x
      1795777200123 x => 2026-11-27T11:00:00.123Z x
      [1795777200] x => 2026-11-27T11:00Z x
      time="2026-11-24T04:11:22Z" level=error => 2026-11-24T04:11:22Z level=error
      {"timestamp":"2026-11-24T04:11:22Z","x":1} => 2026-11-24T04:11:22Z "x":1}
    `),
  )('%s', (line, expected) => expect(read(line)).toBe(expected))

  test.each(
    cases(`
      Nov 24 04:11:22 web-1 sshd[12]: x => 2026-11-24T03:11:22Z web-1 sshd[12]: x
      I1124 04:11:22.123456   1 server.go:10] x => 2026-11-24T03:11:22.123Z 1 server.go:10] x
      2026/11/24 04:11:22 [error] x => 2026-11-24T03:11:22Z [error] x
      Tue Nov 24 04:11:22 2026 x => 2026-11-24T03:11:22Z x
    `),
  )('without a zone it is the team’s: %s', (line, expected) => {
    expect(read(line, said, 'Europe/Berlin')).toBe(expected)
    expect(read(line)).toBe('no-zone')
  })
})

describe('a span of time begins at its beginning, and is kept in the text', () => {
  test.each([
    ['Between 16:00 and 19:00 UTC x', '2026-11-26T22:00:00Z', '2026-11-26T16:00'],
    ['16:00-19:00 UTC x', '2026-11-26T22:00:00Z', '2026-11-26T16:00'],
    ['16:00–19:00 UTC x', '2026-11-26T22:00:00Z', '2026-11-26T16:00'],
    ['16:00 - 19:00 UTC: x', '2026-11-26T22:00:00Z', '2026-11-26T16:00'],
    ['16:00 to 19:00 UTC x', '2026-11-26T22:00:00Z', '2026-11-26T16:00'],
    ['from 16:00 until 19:00Z x', '2026-11-26T22:00:00Z', '2026-11-26T16:00'],
    ['16:00Z-19:00Z x', '2026-11-26T22:00:00Z', '2026-11-26T16:00'],
    ['1600-1900 UTC x', '2026-11-26T22:00:00Z', '2026-11-26T16:00'],
    ['4-5pm UTC x', '2026-11-26T22:00:00Z', '2026-11-26T16:00'],
    ['4pm to 5pm UTC x', '2026-11-26T22:00:00Z', '2026-11-26T16:00'],
    ['09:00-10:00 UTC x', said, '2026-11-27T09:00'],
    ['16:00 to 19:00 UTC on Nov 24 x', said, '2026-11-24T16:00'],
    ['Nov 24 16:00-19:00 UTC x', said, '2026-11-24T16:00'],
    ['2026-11-24 16:00 - 2026-11-25 01:00 UTC x', said, '2026-11-24T16:00'],
    ['2026-11-24T16:00Z/2026-11-24T19:00Z x', said, null],
    ['23:00-01:00 UTC on Nov 24 x', said, null],
    ['14:02-05:00 x', '2026-11-26T22:00:00Z', null],
    ['11-1pm UTC x', said, null],
  ])('%s', (line, at, begins) =>
    begins === null
      ? expect(readTime(line, at, null).is).toBe('unclear')
      : expect(read(line, at)).toBe(`${begins}:00.000Z ${line}`),
  )

  test.each(['before 11:00 UTC x', 'until 11:00Z x', 'after 11:00Z x', 'no later than 11:00Z x'])(
    '%s keeps its first word, without which it would say something else',
    line => expect(read(line)).toBe(`2026-11-27T11:00:00.000Z ${line}`),
  )
})

describe('asked about', () => {
  test.each([
    ['20202-01-16 12:00 | x', 'unread'],
    ['2026-13-01 12:00Z x', 'no-such-day'],
    ['2026-02-30 12:00Z x', 'no-such-day'],
    ['32 Nov 12:00Z x', 'no-such-day'],
    ['Feb 29 12:00Z x', 'no-such-day'],
    ['31 April 12:00Z x', 'no-such-day'],
    ['11:10+99:99 x', 'no-such-offset'],
    ['11:10 GMT-99 x', 'no-such-offset'],
    ['11:10 UTC+25 x', 'no-such-offset'],
    ['11:10 +1530 x', 'no-such-offset'],
    ['11:10+01:07 x', 'no-such-offset'],
    ['11:10+2 x', 'no-such-offset'],
    ['11:10 CST x', 'unsure-zone'],
    ['11:10 IST x', 'unsure-zone'],
    ['11:10 bst x', 'unsure-zone'],
    ['2026-07-01 11:10 est x', 'unsure-zone'],
    ['11:10 ET x', 'unsure-zone'],
    ['11:10 CEST x', 'unsure-zone'],
    ['2026-07-01 11:10 CET x', 'unsure-zone'],
    ['11:10 UTC CET x', 'several-times'],
    ['11:10 UTC -5 hosts', 'unsure-zone'],
    ['10 : 15 UTC x', 'unread'],
    ['10:155 UTC x', 'unread'],
    ['an hour and a half ago x', 'unread'],
    ['over 2 hours ago x', 'unread'],
    ['late last night x', 'no-clock'],
    ['in November x', 'no-clock'],
    ['11:10 x', 'no-zone'],
    ['0900 x', 'no-zone'],
    ['24th 04:11 x', 'no-zone'],
    ['25:00 UTC x', 'no-such-hour'],
    ['23:60 UTC x', 'no-such-hour'],
    ['9999Z x', 'no-such-hour'],
    ['13pm UTC x', 'no-such-hour'],
    ['23:59:60Z x', 'no-such-hour'],
    ['23:00Z x', 'future'],
    ['2027-01-01 00:00Z x', 'future'],
    ['in 2 hours x', 'future'],
    ['last night x', 'no-clock'],
    ['this morning x', 'no-clock'],
    ['yesterday x', 'no-clock'],
    ['2 days ago x', 'no-clock'],
    ['last week x', 'no-clock'],
    ['Nov 24 x', 'no-clock'],
    ['24 Nov: x', 'no-clock'],
    ['Nov 24, 2026 x', 'no-clock'],
    ['2026-11-24 x', 'no-clock'],
    ['24.11.2026 x', 'no-clock'],
    ['20261124 x', 'no-clock'],
    ['on Monday x', 'no-clock'],
    ['on the 24th x', 'no-clock'],
    ['Wednesday: x', 'no-clock'],
    ['since Sat x', 'no-clock'],
    ['a few minutes ago x', 'unread'],
    ['a couple of hours ago x', 'unread'],
    ['2 hours later x', 'unread'],
    ['half past nine x', 'unread'],
    ['quarter to 10 x', 'unread'],
    ['T+30min x', 'relative'],
    ['10 o’clock UTC x', 'unread'],
    ['Nov 2026 11:10Z x', 'unread'],
    ['14:02Z/15:02 x', 'unread'],
    ['11:10Z? x', 'unread'],
    ['24 novembre 11:10 x', 'unread'],
    ['gestern 11:10 x', 'unread'],
    ['Alert 11:10Z x', 'unread'],
    ['First seen 11:10Z x', 'unread'],
    ['Detected at 11:10 UTC x', 'unread'],
    ['11-10Z x', 'unread'],
    ['1110am UTC x', 'unread'],
    ['11 10 UTC x', 'unread'],
    ['11h10min UTC x', 'unread'],
    ['11 hours UTC x', 'unread'],
    ['7 UTC x', 'unread'],
    ['from 4 to 5 UTC x', 'unread'],
    ['between 4 and 5pm UTC x', 'unread'],
    ['Nov | at 11:10 x', 'unread'],
    ['1000000000 x', 'unread'],
    ['99999999999999 hours ago x', 'too-long-ago'],
    ['1999-12-31 23:59Z x', 'too-long-ago'],
    ['1 March 100 BC 11:10 x', 'unread'],
  ])('%s', (line, doubt) => expect(read(line)).toBe(doubt))

  test('an hour that the clocks left out, and one that they showed twice', () => {
    expect(read('2:30 Europe/Berlin x', '2026-03-29T10:00:00Z')).toBe('clocks-changed')
    expect(read('2:30 Europe/Berlin x', '2025-10-26T10:00:00Z')).toBe('clocks-changed')
    expect(read('2:30 x', '2025-10-26T10:00:00Z', 'Europe/Berlin')).toBe('clocks-changed')
    expect(read('2:30 CEST x', '2025-10-26T10:00:00Z')).toBe('2025-10-26T00:30:00.000Z x')
  })
})

describe('no time: the note is of now, without a question', () => {
  test.each(
    `14 hosts were isolated|May be related|may 5 hosts fail|2 of 3 nodes are back|2/3 nodes are back|3/4 of the hosts|Sat down with the provider
    sat idle|Sun is up|Mon 3 is down|march on|second host down|2nd host down|1 host down|now it burns|today it burns|just now x|10-12 hosts down
    10 keys rotated|1.2.3.4 was hit|10.0.0.1:443 was hit|10.0.0.1:44 was hit|2 hosts died at once|at 3 hosts|2020 vision
    14.02 GB lost|about 14.02 GB lost|1402 lines|1640 hosts are affected|5 minutes of downtime|30 minutes of logs are lost|2h of logs are lost|- 2h of logs are lost
    1h30 of downtime|by hand|from web-1|on web-1 the agent is off|since the deploy|around 40 hosts|24/7 support was called|v2.10 is out|22.04 hosts are affected
    01:23:45:67:89:ab is its address|2001:db8::1 connects|8080:80 is mapped|1:1 NAT is off|16:9 screen|in 3 regions|in the logs|T1059 was seen|port 10:22
    web-1:22 is open|Monday’s backup is gone|yesterday’s backup is gone|hour of the wolf|a host is down|an hour-long outage|the agent is off|555-12-3456 is in the log
    4111111111 records|4915112345678 called|2026 was a bad year|Q4 2026 numbers|+49 30 1234 called|-5 hosts|~40 hosts|UTC is our zone|Z is down|noon-time job failed
    12.5% of hosts|3.14.1 is vulnerable|10.15.7 is vulnerable|2026.3.1 is vulnerable|100 Mbit/s|5 may be down|1st login|the 2nd login|secondly, x|decoded the payload`
      .split(/[|\n]/)
      .map(line => line.trim()),
  )('%s', line => expect(read(line)).toBe('none'))

  test('of nothing', () => expect(read('')).toBe('none'))
})

describe('what was not written is said', () => {
  test.each([
    ['11:40 x', 'Europe/Berlin', { zone: 'Europe/Berlin', day: false }],
    ['11:40 local time x', 'Europe/Berlin', { zone: 'Europe/Berlin', day: false }],
    ['11:40Z x', 'Europe/Berlin', { zone: null, day: false }],
    ['Nov 24 11:40Z x', null, { zone: null, day: false }],
    ['Wed 11:40Z x', null, { zone: null, day: true }],
    ['Wed, Nov 25 11:40Z x', null, { zone: null, day: false }],
    ['the 24th 11:40Z x', null, { zone: null, day: true }],
    ['yesterday 11:40Z x', null, { zone: null, day: false }],
    ['2h ago x', 'Europe/Berlin', { zone: null, day: false }],
  ])('%s', (line, timezone, assumed) => expect(readTime(line, said, timezone)).toMatchObject({ assumed }))

  test('a day of last year, without its year', () => {
    expect(readTime('Nov 24 11:40Z x', '2027-01-03T10:00:00Z', null)).toMatchObject({
      at: '2026-11-24T11:40:00.000Z',
      assumed: { zone: null, day: true },
    })
    expect(read('Feb 24 11:40Z x', '2027-01-03T10:00:00Z')).toBe('future')
  })
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readTime } from '../../../../src/domain/terms/time/read-time.ts'
import { unclearTime } from '../../../../src/messages/times.ts'

// It is Friday, 27 November 2026, noon in UTC; the team has set no zone of its own.
const said = '2026-11-27T12:00:00Z'
const read = (line: string) => readTime(line, said, null)

// 24 November 2026, 04:11:22.123 UTC
const seconds = Date.parse('2026-11-24T04:11:22.123Z') / 1_000
const whole = Math.floor(seconds)

describe('a line of a log is read at the time that its program wrote, and kept whole', () => {
  test.each([
    `msg=audit(${seconds}:456): avc: denied`,
    `type=SYSCALL msg=audit(${seconds}:456): arch=c000003e syscall=59`,
    `node=web-1 type=USER_LOGIN msg=audit(${seconds}:9): pid=1`,
    `audit(${seconds}:456): x`,
    `CEF:0|Vendor|Product|1.0|100|x|5|rt=${whole}122 src=10.0.0.1`,
    'CEF:0|Vendor|Product|1.0|100|x|5|src=10.0.0.1 rt=Nov 24 2026 04:11:22 UTC',
    '<13>CEF:0|Vendor|Product|1.0|100|x|5|start=Nov 24 2026 04:11:22 UTC end=Nov 24 2026 05:00:00 UTC',
    'LEEF:1.0|Vendor|Product|1|id|devTime=2026-11-24T04:11:22Z',
    `rt=${whole}122 src=10.0.0.1`,
    '10.0.0.1 - - [24/Nov/2026:04:11:22 +0000] "GET / HTTP/1.1" 200 12',
    '10.0.0.1 - alice [24/Nov/2026:05:11:22 +0100] "GET / HTTP/1.1" 200 12',
    '2001:db8::1 - - [24/Nov/2026:04:11:22 +0000] "GET / HTTP/1.1" 200 12',
    'example.com:443 10.0.0.1 - - [24/Nov/2026:04:11:22 +0000] "GET / HTTP/1.1"',
    `{"level":"error","ts":${seconds},"msg":"x"}`,
    '{"msg":"x","timestamp":"2026-11-24T04:11:22Z"}',
    '{"eventVersion":"1.08","eventTime":"2026-11-24T04:11:22Z","eventSource":"x"}',
    'level=error ts=2026-11-24T04:11:22Z caller=x',
    'user=bob time="2026-11-24 05:11:22 +0100" x',
    'TimeCreated: 2026-11-24T04:11:22.123Z x',
    "<TimeCreated SystemTime='2026-11-24T04:11:22.1234567Z'/>",
    'Log Name: Security Source: x Date: 2026-11-24T04:11:22.123Z',
    'INFO 2026-11-24T04:11:22Z x',
    '[ERROR] [2026-11-24 04:11:22 UTC] x',
    'WARN: 2026-11-24 04:11:22+00:00 x',
    `__REALTIME_TIMESTAMP=${whole}123456`,
  ])('%s', line => {
    const reading = read(line)
    expect(reading).toMatchObject({ is: 'at', rest: line })
    expect(reading.is === 'at' && reading.at.slice(0, 19)).toBe('2026-11-24T04:11:22')
  })

  test.each([
    [`${whole}123456 x`, 'micro'],
    [`${whole}123456789 x`, 'nano'],
    [`unix ${whole} x`, 'with its name'],
    [`epoch: ${whole} x`, 'with another name'],
    [`@${whole} x`, 'as `date` takes it'],
  ])('a count since 1970: %s (%s)', line => expect(read(line)).toMatchObject({ is: 'at', rest: 'x' }))

  test('its header may be long', () =>
    expect(read(`CEF:0|${'x'.repeat(600)}|1|1|x|5|rt=${whole}000`)).toMatchObject({ is: 'at' }))

  test('two times that differ are asked about', () =>
    expect(read('start=2026-11-24T04:11:22Z rt=2026-11-24T04:12:00Z')).toMatchObject({
      is: 'unclear',
      doubt: 'several-times',
    }))
})

describe('a group of the military', () => {
  test.each([
    ['240411ZNOV26 x', '2026-11-24T04:11'],
    ['240411Z NOV 26 x', '2026-11-24T04:11'],
    ['240411ZNOV x', '2026-11-24T04:11'],
    ['24 0411Z NOV 26 x', '2026-11-24T04:11'],
    ['0411Z24NOV x', '2026-11-24T04:11'],
    ['0411Z24NOV26 x', '2026-11-24T04:11'],
    ['0411Z 24NOV26 x', '2026-11-24T04:11'],
    ['240411RNOV26 x', '2026-11-24T09:11'],
    ['241411MNOV26 x', '2026-11-24T02:11'],
    ['240411YNOV26 x', '2026-11-24T16:11'],
    ['241115ZNOV25 x', '2025-11-24T11:15'],
  ])('%s', (line, at) => expect(read(line)).toMatchObject({ is: 'at', at: `${at}:00.000Z`, rest: 'x' }))

  test.each(['240411NOV26 x', '240411JNOV26 x', '240411LNOV26 x', '24/0411Z x', '240411Z x', '320411ZNOV26 x'])(
    'asked about: %s',
    line => expect(read(line).is).toBe('unclear'),
  )
})

describe('the letters of a zone', () => {
  test.each([
    ['04:11 EST x', '2026-11-27T09:11'],
    ['03:11 PST x', '2026-11-27T11:11'],
    ['04:11 MST x', '2026-11-27T11:11'],
    ['2026-07-01 04:11 EDT x', '2026-07-01T08:11'],
    ['2026-07-01 04:11 PDT x', '2026-07-01T11:11'],
    ['2026-07-01 04:11 MDT x', '2026-07-01T10:11'],
    ['2026-07-01 04:11 CEST x', '2026-07-01T02:11'],
    ['04:11 CET x', '2026-11-27T03:11'],
    ['04:11 GMT x', '2026-11-27T04:11'],
    ['13:11 JST x', '2026-11-27T04:11'],
    ['14:11 AEST x', '2026-11-27T04:11'],
    ['12:11 SGT x', '2026-11-27T04:11'],
  ])('that mean one: %s', (line, at) => expect(read(line)).toMatchObject({ is: 'at', at: `${at}:00.000Z` }))

  const question = (line: string): string => {
    const reading = read(line)
    return reading.is === 'unclear' ? unclearTime(reading.doubt, reading.phrase, reading.either) : reading.is
  }

  test.each([
    ['04:11 CST x', '`2026-11-27 04:11+08:00` or `2026-11-27 04:11-06:00`'],
    ['04:11 BST x', '`2026-11-27 04:11+06:00` or `2026-11-27 04:11+01:00`'],
    ['04:11 ET x', '`2026-11-27 04:11-05:00`'],
    ['2026-07-01 04:11 EST x', '`2026-07-01 04:11-04:00` or `2026-07-01 04:11-05:00`'],
    ['3/4 04:11Z x', '`2026-03-04 04:11Z` or `2026-04-03 04:11Z`'],
    ['04:11Z on 03/04 x', '`2026-03-04 04:11Z` or `2026-04-03 04:11Z`'],
    ['03/04/2026 04:11Z x', '`2026-03-04 04:11Z` or `2026-04-03 04:11Z`'],
    ['Friday 04:11Z x', '`2026-11-20 04:11Z` or `2026-11-27 04:11Z`'],
    ['last Monday 04:11Z x', '`2026-11-16 04:11Z` or `2026-11-23 04:11Z`'],
    ['midnight UTC on Nov 24 x', '`2026-11-24 00:00Z` or `2026-11-25 00:00Z`'],
  ])('that mean several, or a day that is one of two: what to type is offered: %s', (line, offered) =>
    expect(question(line).endsWith(` Write ${offered}.`)).toBe(true),
  )
})

const asked =
  `+15m x|+ 15 min x|+1h30 x|+00:15 x|T+15 x|T+15m x|T-5min x|T0 x|T minus 5 x|T+1:30 x|H+2 x|D+1 x|D-1 x|[12345.678901] usb x
  @400000006a17c0f20f1e0a34 x|132456789012345678 x|2026-328 x|-- Logs begin at Tue 2026-11-24 04:11:22 UTC|web-1 Nov 24 04:11:22 x
  The alert fired at 04:11 UTC|Alert at 04:11 UTC|The alert fired at 4am|The alert came in around 04:11|We saw the first login at 04:11Z
  The on-call engineer noticed at about 4:11 AM UTC that x|Bob says the alert fired at 04:11 UTC|SEV-1 declared 04:11 UTC|Step 1: 04:11 UTC x
  Update 3: at 04:11 UTC the alert fired|Bob: 04:11 UTC the alert fired|It was 04:11 UTC when the alert fired|The key leaked yesterday
  we saw it on Monday|we saw it on Nov 24 at 04:11|two hosts died on Nov 24|2 hosts died 5 minutes ago|2 hosts died at 14:02Z|Event 4625 at 2026-11-24T04:11:22Z
  he left 2 days ago|First thing this morning|Overnight the attacker came back|Around 4 this morning|around four in the morning x|4 this morning x
  At about 4 this morning we saw x|4ish x|~4 x|around 4 the alert fired|just after 4 x|exactly at 4 x|1630 the alert fired|16.30 we saw it
  in the early hours x|earlier, the alert fired|within the last 20 minutes x|2 hours back x|end of last week x|now 04:11 x`
    .split(/[|\n]/)
    .map(line => line.trim())

const notes =
  `now: the key that leaked at 04:11 UTC was revoked|Now we rotate the keys|now|yesterdays backup was restored|restored the backup from yesterday
  the meeting is scheduled for 14:00Z|port 22:22 is open|scaled 10:1|16:9 screen|T1059 was seen at web-1|T-shirt size|D-Bus is down|H2 database is down
  +1 from me|+15 hosts|+49 30 1234 called|+15m of downtime|+10% load|start: rotating the keys|time: to rotate keys|{"a":1}|id=12345 user=bob
  https://example.com/?ts=1795777200|https://example.com/2026-11-24/log|CVE-2026-328 x|INC-2026-11-24 x|release 2026-11-24 was rolled back|ticket 2026-11-24-7 opened
  about 4 other hosts|about 5 GB lost|~3k users|around 4,000 users|about 4-5 hosts|around 12 failed logins|around 40 hosts|earlier backups are fine
  rolled back to 1.2.3|we lost 20 minutes of logs|the SLA of 4 hours ends|bob revoked the key that was used at 04:11 UTC|1630 hosts are affected`
    .split(/[|\n]/)
    .map(line => line.trim())

test.each(asked)('asked about: %s', line => expect(read(line).is).toBe('unclear'))

test.each(notes)('a note of now, and no question: %s', line => expect(read(line)).toEqual({ is: 'none' }))

test('the way out of the question is "now"', () => {
  const reading = read('The alert fired at 04:11 UTC')
  expect(reading.is === 'unclear' && unclearTime(reading.doubt, reading.phrase, reading.either)).toBe(
    'Could not read the time `The alert fired at 04:11 UTC`: it stands behind other words, and may be the time of something else. Write it first, as in `/timeline 04:11Z the alert went off`; if the note is of now, begin it with `now`.',
  )
  expect(read('now The alert fired at 04:11 UTC').is).toBe('none')
})

const two = (number: number): string => String(number).padStart(2, '0')
const clock = fc
  .record({ hour: fc.integer({ min: 0, max: 23 }), minute: fc.integer({ min: 0, max: 59 }) })
  .chain(({ hour, minute }) =>
    fc.constantFrom(
      `${two(hour)}:${two(minute)} UTC`,
      `${two(hour)}:${two(minute)}Z`,
      `${two(hour)}${two(minute)}Z`,
      `${hour % 12 || 12}:${two(minute)} ${hour < 12 ? 'AM' : 'PM'}`,
      `${hour % 12 || 12}${hour < 12 ? 'am' : 'pm'} UTC`,
      `${two(hour)}:${two(minute)}:07`,
      `${two(hour)}:${two(minute)} CET`,
      `2026-11-24 ${two(hour)}:${two(minute)}`,
      `2026-11-24T${two(hour)}:${two(minute)}:07Z`,
      `${minute + 1} minutes ago`,
      `${hour + 1}h ago`,
    ),
  )
const subject = fc.constantFrom(
  'The alert fired',
  'Alert',
  'we saw the first login',
  'Dana noticed it',
  'Two hosts went down',
  'Update 3:',
  'the first page',
  'Detected',
  'Reported by Bob',
)
const link = fc.constantFrom('at', 'around', 'at about', 'since', 'by', 'shortly before', '', '~', '(', 'at exactly')
const end = fc.constantFrom('', '.', ', then it was quiet', ' and again later', ' from 10.0.0.1')

test('a time in the first clause, behind a few words, is never noted as now', () => {
  fc.assert(
    fc.property(subject, link, clock, end, (subject, link, clock, end) => {
      const line = `${subject} ${link}${link === '' || link === '(' || link === '~' ? '' : ' '}${clock}${end}`
      expect([line, read(line).is]).not.toEqual([line, 'none'])
    }),
    { numRuns: 3_000 },
  )
})

test('a count from an unknown moment is never noted as now', () => {
  const count = fc.integer({ min: 0, max: 999 })
  const unit = fc.constantFrom('m', ' min', 'h', 's', ' hours', 'min')
  fc.assert(
    fc.property(fc.constantFrom('T+', 'T-', 'T + ', 'H+', 'D-', '+', '+ '), count, unit, (mark, count, unit) => {
      const line = `${mark}${count}${unit} the attacker is in`
      expect([line, read(line).is]).toEqual([line, 'unclear'])
    }),
  )
})

test('every second of the last year is read from a log line', () => {
  const instant = fc.integer({ min: 1, max: 365 * 86_400 }).map(ago => Date.parse(said) / 1_000 - ago)
  const frame = fc.constantFrom(
    (at: number) => `msg=audit(${at}.500:77): x`,
    (at: number) => `{"msg":"x","ts":${at}.5}`,
    (at: number) => `CEF:0|a|b|1|2|c|5|rt=${at}500 src=x`,
    (at: number) => `level=info time="${new Date(at * 1_000 + 500).toISOString()}" x`,
    (at: number) => `ERROR ${new Date(at * 1_000 + 500).toISOString()} x`,
  )
  fc.assert(
    fc.property(instant, frame, (at, frame) => {
      expect(read(frame(at))).toMatchObject({ is: 'at', at: new Date(at * 1_000 + 500).toISOString() })
    }),
  )
})

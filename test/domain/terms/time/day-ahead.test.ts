import { describe, expect, test } from 'vitest'
import { readTime } from '../../../../src/domain/terms/time/read-time.ts'

// A Friday.
const said = '2026-11-27T12:00:00.000Z'
const read = (text: string) => readTime(text, said, null)

describe('a clock, and behind it what could be another day than today: asked about', () => {
  test.each([
    '04:11 UTC (prev day) x',
    '04:11 UTC (the night before) x',
    '04:11 UTC the evening before, x',
    '04:11 UTC in Nov 24 x',
    '04:11 UTC from Nov 24 x',
    '04:11 UTC dated Nov 24 x',
    '04:11 UTC for Nov 24 x',
    '04:11 UTC, i.e. Nov 24, x',
    '04:11 UTC, that is Nov 24, x',
    '04:11 UTC day: Nov 24 x',
    '04:11 UTC date: 2026-11-24 x',
    '04:11 UTC Date=2026-11-24 x',
    '04:11 UTC 2026-328 x',
    '04:11Z 24Nov26 x',
    '04:11 UTC:Nov 24:x',
    '04:11 UTC · Nov 24 · x',
    '04:11 UTC • Nov 24 • x',
    '04:11 UTC // Nov 24 // x',
    '04:11 UTC \\ Nov 24 x',
    '04:11 UTC => Nov 24 x',
    '04:11 UTC + Nov 24 x',
    '04:11 UTC 📅 Nov 24 x',
    '04:11 UTC 🗓️ Nov 24 x',
    '04:11 UTC (approx., Nov 24) x',
    '04:11 UTC approx, Nov 24, x',
    '04:11 UTC (local 05:11, Nov 24) x',
    '04:11 UTC (= 05:11 Vienna) on Nov 24 x',
    '04:11 UTC (Bob) Nov 24 x',
    '04:11 UTC, 3 days earlier x',
    '04:11 UTC three days earlier x',
    '04:11 UTC earlier this week x',
    '04:11 UTC hier x',
    '04:11 UTC vorgestern x',
    '04:11 UTC Dienstag x',
    '04:11 UTC, mardi, x',
    '04:11 UTC (miércoles) x',
    '04:11 UTC Novembre 24 x',
    '04:11 UTC, le 24 novembre x',
    '04:11 UTC el 24 de noviembre x',
    '04:11 UTC yest. x',
    '04:11 UTC yday x',
    "04:11 UTC y'day x",
    '04:11 UTC Yesteday x',
    '04:11 UTC Tusday x',
    '04:11 UTC Novembr 24 x',
    '04:11 UTC Novemer 24th x',
    '04:11 UTC to 05:00 UTC (prev day) x',
  ])('%s', text => expect(read(text).is).toBe('unclear'))
})

describe('a clock, and behind it what is no day: today', () => {
  test.each([
    '04:11Z sat idle for 24 hours',
    '04:11Z 24 hosts are down',
    '04:11Z from 24 hosts at once',
    '04:11Z in 3 regions',
    '04:11Z for 2 hours nobody could sign in',
    '04:11Z the day shift took over',
    '04:11Z day 3 of the backup restored',
    '04:11Z date of birth of users leaked',
    '04:11Z may be an intruder',
    '04:11Z march of the bots',
    '04:11Z match 5 of the rule fired',
    '04:11Z (ticket 24) opened',
    '04:11Z (web-1, web-2) down',
    '04:11Z the login before that failed',
    '04:11Z Fridays job failed again',
    '04:11Z yesterdays backup is gone',
    '04:11Z Nora 24 minutes late',
    '04:11Z now 24 hosts are down',
    '04:11Z bob noticed that the key of November was used',
    '04:11Z = the first alert',
    '04:11Z 2026 hosts scanned',
    '04:11Z night watch paged dana',
    '04:11Z prev. deploy restored',
    '04:11Z prior to that nothing was seen',
  ])('%s', text => expect(read(text)).toMatchObject({ is: 'at', at: '2026-11-27T04:11:00.000Z' }))
})

describe('a time at the beginning that cannot be read is asked about, never noted as now', () => {
  test.each([
    '04:1x UTC x',
    '04:?? UTC x',
    '04:xx UTC x',
    '04::11 UTC x',
    'O4:11 UTC x',
    'At precisely 04:11 UTC x',
    'At or around 04:11 UTC x',
    'During the night (04:11 UTC) x',
    'The next day at 04:11 UTC x',
    'The following day 04:11 UTC x',
    'First seen: 2026-11-24T04:11Z x',
    'W1124 04:11:00 x',
    '1h30 ago x',
    'vor 2 Stunden x',
    'vor 20 Minuten x',
    'il y a 2 heures x',
    'hace 2 horas x',
    'À 04h11 UTC x',
    'A las 04:11 UTC x',
    'klo 04.11 UTC x',
    'Hier à 04:11 UTC x',
    'le 24 novembre à 04:11 UTC x',
    'El 24 de noviembre a las 04:11 UTC x',
    '24. Dezember 2025 04:11 UTC x',
    '2026年11月24日 04:11 UTC x',
    '04時11分 UTC x',
  ])('%s', text => expect(read(text).is).toBe('unclear'))

  test('a line of syslog is read', () =>
    expect(read('<34>1 2026-11-24T04:11:00.003Z web-1 su: failed')).toMatchObject({
      is: 'at',
      at: '2026-11-24T04:11:00.003Z',
    }))
})

describe('a note without a time is asked nothing', () => {
  test.each([
    'the same host again',
    'exactly 24 hosts',
    'during the outage nobody noticed',
    'or it was the proxy',
    'le site est en panne',
    'early signs of a breach',
    'next we rotate the keys',
    'x 4 hosts',
    'vor der Tür steht ein Mann',
    'O2 is down',
  ])('%s', text => expect(read(text).is).toBe('none'))
})

import { describe, expect, test } from 'vitest'
import { readTime } from '../../../../src/domain/terms/time/read-time.ts'

const said = '2026-11-27T12:00:00Z'

describe('a time of day in words, or by its hour alone, is asked about', () => {
  test.each([
    '14h the alert fired',
    '14 h the alert fired',
    'around 14h the alert fired',
    'at 9 the alert fired',
    'at 9, the alert fired',
    'At around 3 in the afternoon the alert fired',
    'from 9 to 10 nobody could sign in',
    'noonish the alert fired',
    'early morning the alert fired',
    'early in the morning the alert fired',
    'lunchtime the alert fired',
    'EOD yesterday the alert fired',
    'end of day the alert fired',
    'over night the alert fired',
    '**at 9** the alert fired',
  ])('%s', text => expect(readTime(text, said, null)).toMatchObject({ is: 'unclear' }))
})

describe('what only has such words is a note like any other', () => {
  test.each([
    '14 hosts were isolated',
    '14h of logs were lost',
    '2 of 3 nodes are back',
    'at 9 hosts the agent is off',
    'at 9% the disk is slow',
    'at 17.5 GB it stopped',
    'at 10.0.0.1 the agent is off',
    'at the office nobody knew',
    'by 5 people',
    'since 3 restarts it is quiet',
    'from 9 to 10 hosts',
    'morning shift was told',
    'Night shift took over',
    'the end of the tunnel',
    'late reports came in',
    'Lunch is served',
  ])('%s', text => expect(readTime(text, said, null)).toEqual({ is: 'none' }))
})

test.each([
  ['09:30+02 the alert fired', '2026-11-27T07:30:00.000Z'],
  ['2026-11-27T09:30+02 the alert fired', '2026-11-27T07:30:00.000Z'],
  ['2026-11-27T09:30:00-05 the alert fired', '2026-11-27T14:30:00.000Z'],
])('an offset of hours alone, as ISO 8601 has it: %s', (text, at) =>
  expect(readTime(text, at, null)).toMatchObject({ is: 'at', at }),
)

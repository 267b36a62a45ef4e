import { expect, test } from 'vitest'
import { readDuration, writeDuration } from '../../../src/domain/terms/duration.ts'

test.each([
  ['15m', 15],
  ['90m', 90],
  ['1h', 60],
  ['36h', 36 * 60],
  ['30d', 30 * 24 * 60],
])('%s is read as %d minutes, and those are written so', (text, minutes) => {
  expect(readDuration(text)).toBe(minutes)
  expect(writeDuration(minutes)).toBe(text)
})

test.each([
  ['60m', '1h'],
  ['48h', '2d'],
])('%s is written as %s', (text, shorter) => expect(writeDuration(readDuration(text) ?? 0)).toBe(shorter))

test.each(['', '15', 'm', '0m', '015m', '99999m', '1.5h', '2w', '1H', 'toString'])('%j is none', text =>
  expect(readDuration(text)).toBe(null),
)

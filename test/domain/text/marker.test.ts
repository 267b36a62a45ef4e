import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findMarker, writeMarker } from '../../../src/domain/text/marker.ts'

const marker = { kind: 'step', incident: 'I_kwDOabc', number: 7, key: 'analyse' } as const

test('a marker is a comment that GitHub does not show', () => {
  expect(writeMarker(marker)).toBe('<!-- tocsin:step key=analyse of=7 incident=I_kwDOabc -->')
})

test('it is found at the end of what we wrote, whatever ends the lines', () => {
  expect(findMarker(`Words.\n\n${writeMarker(marker)}`, 'step')).toEqual(marker)
  expect(findMarker(`Words.\r\n\r\n${writeMarker(marker)}\r\n\r\n`, 'step')).toEqual(marker)
})

test.each([
  ['nothing', ''],
  ['another kind', writeMarker({ ...marker, kind: 'board' })],
  ['one that is not last', `${writeMarker(marker)}\nwords`],
  ['one in a quote', `> ${writeMarker(marker)}`],
  ['one with words before it', `words ${writeMarker(marker)}`],
  ['one that is indented', `a\n    ${writeMarker(marker)}`],
  ['spaces within', '<!--  tocsin:step key=a of=7 incident=I_a -->'],
  ['letters that only look the same', '<!-- tocsin:stеp key=a of=7 incident=I_a -->'],
  ['a number that is written otherwise', '<!-- tocsin:step key=a of=07 incident=I_a -->'],
  ['a key that is written otherwise', '<!-- tocsin:step key=%61 of=7 incident=I_a -->'],
  ['broken encoding', '<!-- tocsin:step key=%ZZ of=7 incident=I_a -->'],
  ['no incident', '<!-- tocsin:step key=a of=7 incident= -->'],
  ['a long line', `<!-- tocsin:step key=${'a'.repeat(60_000)} of=7 incident=I_a -->`],
])('no marker: %s', (_, body) => {
  expect(findMarker(body, 'step')).toBeNull()
})

test('any key and any node id come back, and cannot end the comment', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', maxLength: 50 }),
      fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 50 }),
      fc.integer({ min: 1, max: 2 ** 31 - 1 }),
      (key, incident, number) => {
        const text = writeMarker({ kind: 'reply', incident, number, key })
        expect(text).toMatch(/^<!-- (?:(?!--)[\x20-\x7e])+ -->$/)
        expect(findMarker(text, 'reply')).toEqual({ kind: 'reply', incident, number, key })
      },
    ),
  )
  expect(writeMarker({ ...marker, key: '--!> -->' })).toBe(
    '<!-- tocsin:step key=-%2D%21%3E%20-%2D%3E of=7 incident=I_kwDOabc -->',
  )
})

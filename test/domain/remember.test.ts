import { expect, test } from 'vitest'
import { rememberTexts } from '../../src/domain/text/remember.ts'

test('what was found out about a text is known again, of that text and no other', () => {
  const known = rememberTexts<number>(100)
  known.set('one', 1)
  expect([known.get('one'), known.get('two')]).toEqual([1, undefined])
  known.set('one', 2)
  expect(known.get('one')).toBe(2)
})

test('beyond so many characters what was not asked for the longest is forgotten', () => {
  const known = rememberTexts<number>(10)
  known.set('aaaa', 1)
  known.set('bbbb', 2)
  expect(known.get('aaaa')).toBe(1)
  known.set('cccc', 3)
  expect([known.get('aaaa'), known.get('bbbb'), known.get('cccc')]).toEqual([1, undefined, 3])
})

test('a text set again counts once', () => {
  const known = rememberTexts<number>(10)
  for (let turn = 0; turn < 10; turn += 1) known.set('aaaa', turn)
  known.set('bbbb', 1)
  expect([known.get('aaaa'), known.get('bbbb')]).toEqual([9, 1])
})

test('one that is too long by itself is not kept', () => {
  const known = rememberTexts<string>(10, (text, value) => text.length + value.length)
  known.set('key', 'a value that is longer than all that may be kept')
  expect(known.get('key')).toBeUndefined()
})

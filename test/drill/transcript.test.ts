import { expect, test } from 'vitest'
import { reportText } from '../../src/drill/transcript.ts'

const shown = (...done: readonly string[]): string => reportText([{ ended: 'settled', recorded: 1, done }])

test('what was done once is told as it is', () =>
  expect(shown('open step eject under #1', 'mark #3 as blocked by #2')).toBe(
    '       tocsin: open step eject under #1\n       tocsin: mark #3 as blocked by #2\n',
  ))

test('what was done several times is one line with their number', () =>
  expect(shown('open step eject under #1', 'add label SEV-2 to #1', 'open step clean under #1')).toBe(
    '       tocsin: open 2 steps\n       tocsin: add label SEV-2 to #1\n',
  ))

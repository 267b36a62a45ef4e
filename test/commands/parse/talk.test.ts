import { expect, test } from 'vitest'
import { isTalk, obey } from '../../../src/commands/parse/obey.ts'
import { unlessTalk } from '../../../src/commands/parse/talk.ts'
import { doer, incidentOf, known, recordAs } from '../../incident-of.ts'

/** How often a text is read, of so many times that it is come across. */
const reads = (text: string, times: number, found: readonly string[] = [], byEmail = false): number => {
  let count = 0
  for (let time = 0; time < times; time += 1)
    unlessTalk(text, byEmail, () => {
      count += 1
      return found
    })
  return count
}

test('what was read in vain is read once', () => {
  expect(reads(`\`\`\`\n/x\n\`\`\`\n${'a\n=\n'.repeat(5_000)}`, 10)).toBe(1)
  expect(reads('/login page is down', 10)).toBe(1)
})

test('nothing is not even read', () => expect(reads(' \n', 3)).toBe(0))

test('what holds a command is read whenever it is decided', () => expect(reads('/ic', 3, ['/ic'])).toBe(3))

test('a text that is edited is another', () => {
  expect(reads('one talks', 2)).toBe(1)
  expect(reads('one talks more', 2)).toBe(1)
})

test('the same words by e-mail are another text', () => {
  expect(reads('on the page', 2)).toBe(1)
  expect(reads('on the page', 2, [], true)).toBe(1)
})

test('only so many are remembered, the newest', () => {
  expect(reads('the first', 1)).toBe(1)
  for (let index = 0; index < 10_000; index += 1) reads(`comment ${index}`, 1)
  expect(reads('the first', 1)).toBe(1)
  expect(reads('comment 9999', 1)).toBe(0)
})

test('what is remembered is never a command', () => {
  const say = () =>
    obey(incidentOf(), { body: '/ic', byEmail: false, edited: 'no' }, doer('bob'), known, recordAs('bob'))
  expect(isTalk('/ic', false)).toBe(false)
  expect(isTalk('all is well', false)).toBe(true)
  expect(say()).toMatchObject([{ is: 'commander-set' }])
  expect(say()).toMatchObject([{ is: 'commander-set' }])
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Finding } from '../../src/domain/source/finding.ts'
import { annotation, findingLine, findingList, nothingToCheck, tally } from '../../src/messages/findings.ts'

const finding: Finding = {
  is: 'problem',
  file: '.github/incidents.yml',
  line: 3,
  says: 'It is so',
  expected: 'otherwise',
}

test('nothing found is said too', () => {
  expect(tally([], 1)).toBe('0 problems, 0 warnings in 1 file')
  expect(findingList([], 1_000)).toBe('')
  expect(nothingToCheck('x')).toMatch(/^No files to check in x\. Looked for: \.github\/incidents\.yml/)
})

test('a finding as a person reads it, and as the runner does', () => {
  const warned: Finding = { ...finding, is: 'warning' }
  expect(findingLine(finding)).toBe('.github/incidents.yml:3: It is so. Expected: otherwise')
  expect(findingLine(warned)).toBe('.github/incidents.yml:3: warning: It is so. Expected: otherwise')
  expect(annotation(finding)).toBe(
    '::error file=.github/incidents.yml,line=3,title=Tocsin check::It is so. Expected: otherwise',
  )
  expect(annotation(warned)).toMatch(/^::warning file=/)
  expect(tally([finding, warned, warned], 2)).toBe('1 problem, 2 warnings in 2 files')
  expect(findingList([finding], 1_000)).toBe('- **problem** `.github/incidents.yml:3` It is so. Expected: otherwise.')
})

test('a list has an end', () => {
  const all = Array.from({ length: 130 }, () => finding)
  const lines = findingList(all, 7_000).split('\n')
  expect(lines.at(-1)).toBe(`- and ${130 - lines.length + 1} more`)
  expect(lines.length).toBeGreaterThan(50)
  expect(lines.length).toBeLessThan(130)
})

test('what the runner reads is escaped as GitHub says', () => {
  expect(annotation({ ...finding, file: 'a,b:c%d.md', says: '50% :: of, it' })).toBe(
    '::error file=a%2Cb%3Ac%25d.md,line=3,title=Tocsin check::50%25 :: of, it. Expected: otherwise',
  )
})

/** As the runner takes a command apart: properties up to the second `::`, then the message. */
const understood = (line: string) => {
  const [, command = '', properties = '', message = ''] = /^::(\w+) (.*?)::(.*)$/s.exec(line) ?? []
  const decoded = (text: string) =>
    text.replace(/%(0D|0A|3A|2C|25)/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
  const pairs = properties.split(',').map(pair => pair.split('='))
  return { command, names: pairs.map(([name]) => name), message: decoded(message), line: pairs[1]?.[1] }
}

test('no text of a file becomes a command of its own', () => {
  const odd = fc
    .array(
      fc.oneof(
        fc.constantFrom(
          '::error::x',
          '\n::set-output name=a::b',
          '\r\n::stop-commands::t',
          '##[add-mask]x',
          '#\u200b#[',
          '%0A',
          ',line=9',
          '::',
          '\u2028::warning::',
        ),
        fc.string({ unit: 'binary' }),
      ),
    )
    .map(parts => parts.join(''))
  fc.assert(
    fc.property(odd, odd, odd, (file, says, expected) => {
      const said: Finding = { ...finding, file: `.github/${file}`, says, expected }
      const line = annotation(said)
      expect(line).not.toMatch(/\p{Cc}|##\[/u)
      expect(understood(line)).toMatchObject({ command: 'error', names: ['file', 'line', 'title'], line: '3' })
      for (const text of [findingLine(said), nothingToCheck(file)])
        expect(text).not.toMatch(/[\p{Cc}\u2028\u2029]|##\[/u)
      expect(findingLine(said).startsWith('.github/')).toBe(true)
      expect(understood(line).message.includes('. Expected: ')).toBe(true)
    }),
  )
})

import { expect, test } from 'vitest'
import { withoutSecrets } from '../../src/adapters/secrets.ts'

// Put together here, so that no scanner of this repository's text takes them for real ones.
const letters = (count: number) => Array.from({ length: count }, (_, i) => 'a1B2c3D4e5F6g7H8'[(i * 7) % 16]).join('')
const github = () => ['gh', 'p_', letters(36)].join('')
const slack = () => ['xox', 'b-', '123456789012-1234567890123-', letters(24)].join('')
const key = () => {
  const [begin, end] = ['BEGIN', 'END'].map(word => `-----${word} RSA ${'PRIVATE'} KEY-----`)
  return [begin, `MI${letters(62)}`, ...Array.from({ length: 12 }, () => letters(64)), end].join('\n')
}

test('a text without secrets is left as it is', async () => {
  const text = 'The token is in **1Password**, see https://example.com/a?b=c @alice\r\n'
  expect(await withoutSecrets(text)).toEqual({ text, found: 0 })
})

test.each([
  ['github', github()],
  ['slack', slack()],
  ['privatekey', key()],
])('%s', async (rule, secret) => {
  const { text, found } = await withoutSecrets(`before ${secret} after`)
  expect(text).toBe(`before [removed: ${rule}] after`)
  expect(found).toBe(1)
})

test('each of several', async () => {
  const { text, found } = await withoutSecrets(`${github()} and ${slack()}`)
  expect(text).toBe('[removed: github] and [removed: slack]')
  expect(found).toBe(2)
})

test('scanning leaves nothing behind in a process that runs for months', async () => {
  for (let text = 0; text < 20; text += 1) await withoutSecrets(`comment ${text}`)
  expect(performance.getEntriesByType('mark')).toEqual([])
})

import { describe, expect, test } from 'vitest'
import { withoutSecrets } from '../../src/secrets.ts'

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

describe('no comment of the scanner’s own switches it off', () => {
  const off = (rest: string) => ['secretlint', `-disable${rest}`].join('')
  const slackRule = '@secretlint/secretlint-rule-slack'
  const lines = (...of: readonly string[]) => of.join('\n')

  test.each<[form: string, around: (secret: string) => string]>([
    ['in HTML, before a command', it => lines(`<!-- ${off('')} -->`, '', `/timeline the token is ${it}`)],
    ['in HTML, on the same line', it => `<!-- ${off('-line')} --> ${it}`],
    ['in HTML, for the next line', it => lines(`<!-- ${off('-next-line')} -->`, it)],
    ['of a shell', it => lines(`# ${off('')}`, it)],
    ['of a shell, on the same line', it => `${it} # ${off('-line')}`],
    ['of a shell, for the next line', it => lines(`# ${off('-next-line')}`, it)],
    ['of a script', it => lines(`// ${off('')}`, it)],
    ['of a script, on the same line', it => `${it} // ${off('-line')}`],
    ['of a script, for the next line', it => lines(`// ${off('-next-line')}`, it)],
    ['in a block', it => lines(`/* ${off(' -- of a test')} */`, it, `/* ${['secretlint', '-enable'].join('')} */`)],
    ['that names the rule', it => lines(`<!-- ${off(` ${slackRule}`)} -->`, it)],
    ['that names the rule for a line', it => `${it} // ${off(`-line ${slackRule}`)}`],
    ['that names the rule for the next line', it => lines(`# ${off(`-next-line ${slackRule}`)}`, it)],
    ['that names several, with a reason', it => lines(`# ${off(` a, ${slackRule} -- it is only a test`)}`, it)],
    ['that is no comment at all', it => lines(`they wrote ${off('')}`, it)],
  ])('%s', async (_form, around) => {
    const said = (it: string) => lines('before', around(it), 'after')
    expect(await withoutSecrets(said(slack()))).toEqual({ text: said('[removed: slack]'), found: 1 })
  })
})

test('scanning leaves nothing behind in a process that runs for months', async () => {
  for (let text = 0; text < 20; text += 1) await withoutSecrets(`comment ${text}`)
  expect(performance.getEntriesByType('mark')).toEqual([])
})

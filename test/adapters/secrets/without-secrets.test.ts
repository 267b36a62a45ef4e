import { describe, expect, test } from 'vitest'
import { withoutSecrets as kindsWithout } from '../../../src/adapters/secrets/without-secrets.ts'
import { timesAsMuch } from '../../growth.ts'

/** With how many were found. */
const withoutSecrets = async (text: string) => {
  const { text: left, found } = await kindsWithout(text)
  return { text: left, found: found.length }
}

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

/** As long as those of AWS. */
const aws = () => ['wJalrXUtnFEMI', 'K7MDENG', 'bPxRfiCY', 'abcdefgh', 'KEYz'].join('')

describe('a secret of AWS goes to its end, and its name stays', () => {
  test.each<[spelling: string, around: (secret: string) => string]>([
    ['of the credentials file', it => `aws_secret_access_key = ${it}`],
    ['of an environment', it => `AWS_SECRET_ACCESS_KEY=${it}`],
    ['of a shell', it => `export AWS_SECRET_ACCESS_KEY="${it}" && deploy`],
    ['of JSON', it => `{"AccessKeyId":"x","SecretAccessKey":"${it}","Expiration":"soon"}`],
    ['of JSON in a log', it => `body="{\\"secretAccessKey\\":\\"${it}\\"}"`],
    ['of YAML, folded', it => `secret_access_key:\n  ${it}\nregion: eu-west-1`],
    ['of Ruby', it => `'aws_secret_access_key' => '${it}',`],
    ['of `aws configure`', it => `AWS Secret Access Key [None]: ${it}`],
    ['of Markdown', it => `the **secret access key**: \`${it}\`.`],
    ['of columns, wider than the secret', it => `aws_secret_access_key${' '.repeat(60)}= ${it}\nregion`],
  ])('%s', async (_spelling, around) => {
    for (const secret of [aws(), `${aws().slice(0, -1)}/`, `+${aws().slice(1)}`, `${aws()}${letters(12)}`])
      expect(await withoutSecrets(around(secret))).toEqual({ text: around('[removed: aws]'), found: 1 })
  })
})

describe('what belongs to a token goes with it, and what stands around it stays', () => {
  const tail = letters(70)

  test.each<[where: string, text: string, cut: string]>([
    ['longer than the rule knows', `${slack()}${tail}, then`, '[removed: slack], then'],
    ['with characters that the rule does not know', `${slack()}%2B${tail}==`, '[removed: slack]'],
    ['begun before the rule’s range', `at ${letters(8)}-${slack()}.`, 'at [removed: slack].'],
    ['in brackets', `(${github()})`, '([removed: github])'],
    ['in emphasis', `**${github()}** and ~~${slack()}~~`, '**[removed: github]** and ~~[removed: slack]~~'],
    ['in emphasis of the other kind', `_${github()}_ and _x_`, '_[removed: github]_ and _x_'],
    ['at the end of a sentence', `It was ${github()}!?`, 'It was [removed: github]!?'],
    ['in a table', `| ${github()} | ops |`, '| [removed: github] | ops |'],
    ['quoted', `"${github()}",'${slack()}'`, `"[removed: github]",'[removed: slack]'`],
    ['in an address', `https://x-access-token:${github()}@github.com/a/b`, '[removed: basicauth]'],
    ['in a path', `https://a.example/hook/${github()}`, 'https://[removed: github]'],
    ['in a query', `<https://a.example/?token=${github()}&b=c>`, '<https://a.example/?token=[removed: github]>'],
    ['after a name', `GITHUB_TOKEN=${github()}`, 'GITHUB_TOKEN=[removed: github]'],
    ['after a name and a colon', `token:${github()}`, 'token:[removed: github]'],
    ['side by side', `${github()},${slack()}`, '[removed: github]'],
    ['before letters that no key has', `令牌${github()}已泄露`, '令牌[removed: github]已泄露'],
    ['a key of Azure, and its name', `AccountKey=${letters(86)}==`, 'AccountKey=[removed: azure]'],
    ['of several lines', `> x\n${key()}\n\nlook`, '> x\n[removed: privatekey]\n\nlook'],
  ])('%s', async (_where, text, cut) => {
    expect(await withoutSecrets(text)).toEqual({ text: cut, found: cut.split('[removed: ').length - 1 })
  })
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
  performance.mark('ours')
  for (let text = 0; text < 20; text += 1) await withoutSecrets(`comment ${text}`)
  expect(performance.getEntriesByType('mark').map(({ name }) => name)).toEqual(['ours'])
  performance.clearMarks('ours')
})

test('a text in which nothing was found is not scanned again', async () => {
  const text = `nothing here: ${'password for a b c '.repeat(3_000)}`
  let times = 0
  const again = () => withoutSecrets(text)
  const anew = () => {
    times += 1
    return withoutSecrets(`${text} ${times}`)
  }
  expect(await timesAsMuch(again, anew, 0.5)).toBeLessThan(0.5)
})

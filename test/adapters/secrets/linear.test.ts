import { expect, test } from 'vitest'
import { withoutSecrets } from '../../../src/adapters/secrets/without-secrets.ts'

const dashes = '-'.repeat(5)

/** What is written again and again, so that a pattern that looks at the rest from each of its places would be slow. */
const units = [
  ...[
    'a',
    ' ',
    '\n',
    '"',
    "'",
    '`',
    '*',
    '**',
    '_',
    '\\',
    '&',
    '&#',
    '<',
    '<b ',
    '<!--',
    '>',
    '\n> ',
    '|',
    '.',
    '-',
    '/',
    '=',
    '\u200b',
  ],
  ...['eyJ', '.eyJ', '-eyJ', 'a.', 'AKIA', 'sk-', 'key-', 'SG.', 'dp.pt.', 's.', 'md-'],
  ...[
    ['gh', 'p_'],
    ['xox', 'b-'],
    ['np', 'm_'],
    ['gl', 'pat-'],
    ['secr', 'et_'],
  ].map(parts => parts.join('')),
  ...[
    'password',
    'password=',
    'password: ',
    'password is ',
    'password for a b ',
    'password:\n',
    '|password',
    '<password>',
    '--password ',
  ],
  ...[
    'token',
    'api_key: "',
    'secret="',
    'aws_secret_access_key',
    'aws_secret_access_key   ',
    'creds: a:',
    'pass ',
    'PIN ',
  ],
  ...['://', '://a:', 'a://b:c', 'a://b:c@', '@', '?a=', '&a=', '?sig=', ';a=b'],
  ...['Authorization: ', 'Authorization: Basic ', 'Bearer ', 'Cookie: ', 'Cookie: a=b;', 'auth="', 'seed phrase: a a '],
  ...[`${dashes}BEGIN `, `${dashes}BEGIN ${'PRIVATE'} KEY${dashes}`, 'PuTTY-User-Key-File-3:', '"d":"', '$6$', '$2b$'],
  ...[
    'curl ',
    'curl -u ',
    'mysql -p',
    'machine a login b ',
    'echo "a:',
    'IDENTIFIED BY "',
    'a:5432:b:c:',
    'net user a ',
    'a://b ',
    '<https://a ',
    'password,a\n',
    'a,',
    'a!1 is the ',
    'password from a1!',
    'sqlplus -a ',
    'AUTH ',
    'net use a ',
    'htpasswd -b a ',
    'username a ',
    'IDENTIFIED BY a',
    '--from-literal=a=',
    `MII${'Eow'}IBAAKCAQEA\n`,
    'AKIA\n',
    '::a:',
    '$krb5tgs$',
    '密码是',
    'EAA',
    'AzFu',
    '0123456789abcdef',
  ],
]

let times = 0

/** Each text is another, for one that was clean is remembered. */
const time = async (same: string): Promise<number> => {
  times += 1
  const text = `${same} ${times}`
  const start = performance.now()
  await withoutSecrets(text)
  return performance.now() - start
}

/** Eight times the text, and how many times as long it takes. With the square it would be 64. */
const growth = async (unit: string): Promise<number> => {
  const of = (size: number) => unit.repeat(Math.ceil(size / unit.length))
  const short = Math.min(await time(of(16_000)), await time(of(16_000)), await time(of(16_000)))
  // what takes two milliseconds is nothing, for there the clock decides
  return Math.min(await time(of(128_000)), await time(of(128_000))) / Math.max(2, short)
}

test.each(units)('eight times %j takes about eight times as long, at some time', async unit => {
  // what else this machine does, and the collection of what was thrown away, only makes it longer
  const growths: number[] = []
  while (growths.length < 6 && Math.min(...growths) > 32) growths.push(await growth(unit))
  expect(Math.min(...growths)).toBeLessThan(32)
})

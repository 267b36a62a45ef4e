import { expect, test } from 'vitest'
import { withoutSecrets } from '../../../src/adapters/secrets/without-secrets.ts'
import { eightfold, linear } from '../../growth.ts'
import { draw } from '../../laws/sample.ts'

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

/** Scans so many characters of this. Each text is another, for one that was clean is remembered. */
const scan = (unit: string, size: number): Promise<unknown> => {
  times += 1
  return withoutSecrets(`${unit.repeat(Math.ceil(size / unit.length))} ${times}`)
}

/** Half of them in each run, all in `npm run test:all`. */
test.each(draw('linear', units, Math.ceil(units.length / 2)))(
  'eight times %j takes about eight times as long',
  async unit => {
    expect(await eightfold(size => scan(unit, size), 128_000)).toBeLessThan(linear)
  },
)

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { withoutSecrets } from '../../../src/adapters/secrets/without-secrets.ts'
import { drawer, password } from './corpus.ts'
import { piecesLeft } from './measured.ts'

const draw = drawer(77)
const [digits, hexes, small] = ['0123456789', '0123456789abcdef', 'abcdefghijklmnopqrstuvwxyz0123456789']
const large = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789'
const letters = `${large}abcdefghijklmnopqrstuvwxyz`
const uuid = (): string => [8, 4, 4, 4, 12].map(size => draw.of(hexes, size)).join('-')

/** Nothing of the secret is left, ten times over. */
const isCut = async (write: (secret: string) => string, make: () => string): Promise<void> => {
  for (let round = 0; round < 10; round += 1) {
    const secret = make()
    const left = await withoutSecrets(`it says\n${write(secret)}\nand more`)
    expect(piecesLeft(secret, left.text), write(secret)).toEqual([])
  }
}

describe('a password by its name in many languages', () => {
  test.each([
    ...['mot_de_passe', 'motdepasse', 'mdp', 'MDP', 'clave', 'CLAVE', 'parola', 'parolă', 'adgangskode', 'kodeord'],
    ...['passord', 'salasana', 'haslo', 'heslo', 'jelszó', 'jelszo', 'şifre', 'sifre', 'geslo', 'lozinka'],
    ...['slaptažodis', 'парола', 'κωδικός', 'סיסמה', 'كلمة المرور', 'كلمة السر', 'mật khẩu', 'kata sandi', 'รหัสผ่าน'],
    ...['पासवर्ड', '口令', '암호', 'passwrd', 'pasword'],
  ])('%s', async name => {
    await isCut(
      secret => `${name}: ${secret}`,
      () => password(draw),
    )
    await isCut(
      secret => `${name}=${secret}`,
      () => password(draw),
    )
  })

  test.each(['密码是', '密码为 ', 'パスワードは', '비밀번호는 '])('%s', name =>
    isCut(
      secret => `${name}${secret}`,
      () => `S3cr3t${draw.of(letters, 8)}`,
    ),
  )
})

describe('a key, a secret or a token by its name in many languages', () => {
  test.each([
    ...['clé API', 'clé secrète', 'clé d’accès', 'jeton', 'Schlüssel', 'API-Schlüssel', 'Geheimnis', 'clave API'],
    ...['chave de API', 'chiave API', 'chiave segreta', 'sleutel', 'nyckel', 'avain', 'klucz', 'ключ', 'ключ API'],
    ...['секрет', 'токен', '密钥', '密鑰', '令牌', 'アクセスキー', 'トークン', 'シークレット', '토큰', 'api 키'],
    ...['Fastly-Key', 'Unseal Key 1', 'skey', 'VSCE_PAT', 'session_id', 'PHPSESSID', 'credential'],
  ])('%s', name =>
    isCut(
      secret => `${name}: ${secret}`,
      () => `${draw.of(letters, 30)}7`,
    ),
  )
})

/** Beginnings in two parts, so that no scanner of this repository's text takes them for tokens. */
const vendors: Readonly<Record<string, () => string>> = {
  NVIDIA: () => `nva${'pi-'}${draw.of(letters, 64)}`,
  Together: () => `tgp${'_v1_'}${draw.of(letters, 43)}`,
  E2B: () => `e2${'b_'}${draw.of(hexes, 40)}`,
  Cerebras: () => `cs${'k-'}${draw.of(small, 48)}`,
  Firecrawl: () => `f${'c-'}${draw.of(hexes, 32)}`,
  Cursor: () => `key${'_'}${draw.of(hexes, 64)}`,
  'Google, new': () => `AQ${'.Ab'}${draw.of(letters, 48)}`,
  JSR: () => `js${'rp_'}${draw.of(letters, 32)}`,
  'Open VSX': () => `ovsx${'at_'}${uuid()}`,
  'Bitbucket Data Center': () => `BB${'DC-'}${draw.of(letters, 44)}`,
  'Vercel Blob': () => `vercel_${'blob_rw_'}${draw.of(letters, 16)}_${draw.of(letters, 31)}`,
  Snyk: () => `snyk${'_uat.'}${draw.of(hexes, 8)}.${draw.of(letters, 60)}`,
  Paddle: () => `pdl_${'live_apikey_'}${draw.of(small, 26)}_${draw.of(letters, 22)}_${draw.of(letters, 3)}`,
  Midtrans: () => `Mid${'-server-'}${draw.of(letters, 24)}`,
  Stytch: () => `secret${'-live-'}${draw.of(letters, 36)}`,
  Mollie: () => `li${'ve_'}${draw.of(letters, 30)}`,
  Revolut: () => `oa${'_prod_'}${draw.of(letters, 43)}`,
  Rootly: () => `root${'ly_'}${draw.of(hexes, 64)}`,
  'Elastic Cloud': () => `es${'su_'}${draw.of(letters, 80)}`,
  Confluent: () => `cf${'lt'}${draw.of(letters, 60)}`,
  Meta: () => `EA${'A'}${draw.of(letters, 180)}`,
  Instagram: () => `IG${'QV'}${draw.of(letters, 150)}`,
  Twitch: () => `oau${'th:'}${draw.of(small, 30)}`,
  TikTok: () => `ac${'t.'}${draw.of(letters, 60)}`,
  Tencent: () => `AK${'ID'}${draw.of(letters, 32)}`,
  'DigitalOcean Spaces': () => `DO${'00'}${draw.of(large, 16)}`,
  Akamai: () => `ak${'ab-'}${draw.of(small, 16)}-${draw.of(small, 16)}`,
  Okta: () => `SS${'WS'} 00${draw.of(letters, 40)}`,
  Mailgun: () => `${draw.of(hexes, 32)}-${draw.of(hexes, 8)}-${draw.of(hexes, 8)}`,
  'New Relic, ingest': () => `${draw.of(hexes, 36)}${'NR'}AL`,
  Salesforce: () => `00D${draw.of(letters, 12)}!${draw.of(letters, 96)}`,
  'Cloudflare origin': () => `v1.0-${draw.of(hexes, 24)}-${draw.of(hexes, 146)}`,
  'Azure Functions': () => `${draw.of(letters, 44)}${'Az'}Fu${draw.of(letters, 5)}Q==`,
  'Azure Search': () => `${draw.of(letters, 42)}${'Az'}SeA${draw.of(letters, 5)}`,
  'a hash of Windows': () => `${draw.of(hexes, 32)}:${draw.of(hexes, 32)}:::`,
  'a ticket of Kerberos': () => `$krb5${'tgs'}$23$*x$A$b*$${draw.of(hexes, 32)}$${draw.of(hexes, 100)}`,
}

describe('other vendors', () => {
  test.each(Object.entries(vendors))('%s', async (_, make) => {
    for (let round = 0; round < 10; round += 1) {
      const secret = make()
      const left = await withoutSecrets(`it is ${secret} they say`)
      expect(piecesLeft(secret.slice(-24), left.text), left.text).toEqual([])
    }
  })

  test.each([' / ', '/', ' | ', '\n', ', '])('the secret of AWS behind its id and %j', between =>
    isCut(
      secret => `AK${'IA'}${draw.of(large, 16)}${between}${secret}`,
      () => draw.of(`${letters}+/`, 40),
    ),
  )

  test('a private key without its first and last line', () =>
    isCut(
      secret => `MII${'Eow'}IBAAKCAQEA${secret}\n${draw.of(letters, 64)}\n${draw.of(letters, 20)}`,
      () => draw.of(letters, 49),
    ))
})

describe('passwords on other command lines', () => {
  test.each<readonly [string, (secret: string) => string]>([
    ['sqlplus', secret => `sqlplus scott/${secret}@db`],
    ['JDBC of Oracle', secret => `jdbc:oracle:thin:scott/${secret}@//db:1521/x`],
    ['redis.conf', secret => `requirepass ${secret}`],
    ['Redis', secret => `CONFIG SET requirepass ${secret}`],
    ['a session of Redis', secret => `AUTH ${secret}`],
    ['SNMP', secret => `snmp-server community ${secret} RO`],
    ['a router', secret => `username admin password 0 ${secret}`],
    ['a router’s secret', secret => `enable secret 0 ${secret}`],
    ['SQL without quotes', secret => `CREATE USER x IDENTIFIED BY ${secret};`],
    ['SQL’s function', secret => `SET PASSWORD FOR root = PASSWORD("${secret}")`],
    ['PowerShell', secret => `ConvertTo-SecureString "${secret}" -AsPlainText -Force`],
    ['PowerShell’s credential', secret => `New-Object PSCredential("root", "${secret}")`],
    ['psexec', secret => `psexec \\\\host -u root -p ${secret} cmd`],
    ['net use', secret => `net use x: \\\\host\\share ${secret} /user:root`],
    ['htpasswd', secret => `htpasswd -b .htpasswd root ${secret}`],
    ['ssh', secret => `ssh root:${secret}@host`],
    ['Vault', secret => `vault login ${secret}${draw.of(digits, 8)}`],
    ['Kubernetes', secret => `kubectl create secret generic x --from-literal=a=${secret}`],
  ])('%s', (_, write) => isCut(write, () => `S3cr3t${draw.of(letters, 10)}`))
})

describe('passwords in a column of their own', () => {
  test.each<readonly [string, (secret: string) => string]>([
    ['Markdown', secret => `| user | password |\n|---|---|\n| root | ${secret} |\n| bob | x |`],
    ['Markdown, the third row', secret => `| host | Passwort |\n|---|---|\n| a | none |\n| b | ${secret} |`],
    ['an export', secret => `url,username,password,note\nhttps://a.example,root,${secret},none`],
    ['an export with quotes', secret => `"name";"password"\n"root";"${secret}"`],
    ['a spreadsheet', secret => `user\tpassword\nroot\t${secret}`],
  ])('%s', (_, write) => isCut(write, () => `S3cr3t${draw.of(letters, 10)}!`))
})

describe('passwords in sentences', () => {
  test.each<readonly [string, (secret: string) => string]>([
    ['before its name', secret => `${secret} is the root password`],
    ['used as', secret => `they signed in with root and used ${secret} as the password`],
    ['changed', secret => `I changed the password from ${secret} to another`],
    ['has been', secret => `its password has been ${secret} since May`],
  ])('%s', (_, write) => isCut(write, () => `S3cr3t${draw.of(letters, 10)}!`))
})

describe('what is no secret stays', () => {
  test.each([
    'Der Schlüssel liegt beim Pförtner.',
    'Der Schlüssel: bitte im Tresor ablegen',
    'la clave del problema: el proxy',
    'clé: voir le coffre',
    'ключ: на месте',
    'секрет: никому не говорить',
    'session_id: none',
    'sessionId=42',
    'the session id was 7c9e6679-7425-40de-944b-e07fc1f90ae7',
    'AUTH failed for root from 10.0.0.1',
    'AUTH LOGIN',
    'requirepass is not set in redis.conf',
    'masterauth not configured',
    'snmp-server community is empty',
    'IDENTIFIED BY the owner of the table',
    'PAT: revoked',
    'pat 12 and pat 13',
    'credential: rotated',
    'credential=vault:kv/deploy',
    'vault login -method=oidc',
    'oauth: enabled for everybody',
    'DO00 is a code',
    'act.method was called',
    'kubectl create secret generic x --from-file=a',
    'live_traffic_of_the_login_page is down',
    'snyk_uat is the staging account',
    'key_rotation_policy_of_the_team',
    'sig=SIGTERM',
    'net use x: \\\\host\\share /user:root',
    'htpasswd -c .htpasswd root',
    'ssh root@host',
    'sqlplus / as sysdba',
    'the sandi team, and heslo',
    'parole board',
    'user,password,note\nroot,rotated,done\nbob,none,left',
    '| step | token |\n|---|---|\n| 1 | revoked |',
    '| host | secret | state |\n|---|---|---|\n| web-1 | deploy-key | rotated |',
    'time,token,count\n14:02,web-login,4',
    'key, secret and token: all of them rotated\nbob, carol and dana did it at 14:02',
    'is web-1! the password manager?',
    'the password from 14:02 is void',
    `sha256:${'0123456789abcdef'.repeat(4)}`,
    `commit ${'0123456789abcdef'.repeat(2)}01234567`,
  ])('%s', async line => expect((await withoutSecrets(line)).text).toBe(line))
})

test('a key where the name of a credential belongs', async () => {
  await isCut(
    secret => `/exposed credential ${secret} it was on the disk`,
    () => `a1B${draw.of(letters, 37)}`,
  )
  for (const name of [
    'deploy-key-2026-prod-eu1',
    'signing-key',
    'svc_backup_2',
    '4f0c9e2a-1111-4222-8333-444455556666',
  ])
    expect((await withoutSecrets(`/exposed credential ${name} it was on the disk`)).found).toEqual([])
})

describe('the value of one name that is the name of another', () => {
  const core = ['aba6QpqRpSPqZ1H14NRL', 'BejlyrN9w7qwXvscbJV/'].join('')
  test.each([
    `secretlint-disable =SecretAccessKey:\n    ${core}`,
    `secret=SecretAccessKey:\n    ${core}\n`,
    `client_secret = aws_secret_access_key = ${core}`,
    `token: "SecretAccessKey": "${core}"`,
    `secret=SecretAccessKey: ${core}`,
    `api_key=AWS_SECRET_ACCESS_KEY=${core}`,
  ])('%j', async text => {
    const { text: left } = await withoutSecrets(text)
    expect(left).not.toContain(core.slice(-12))
    expect(left).not.toContain(core.slice(0, 12))
  })

  test('any of them, with any value', async () => {
    const value = fc
      .string({ unit: fc.constantFrom(...'ABCXYZabcxyz0189'), minLength: 38, maxLength: 38 })
      .chain(head => fc.constantFrom(`${head}x/`, `${head}0+`, `${head}+/`, `${head}aZ`))
    const outer = fc.constantFrom('secret', 'x_secret', 'client-secret', 'token', 'apiKey', 'password')
    const is = fc.constantFrom('=', ' =', ' = ', ': ', ':')
    const inner = fc.constantFrom('SecretAccessKey', 'aws_secret_access_key', 'secretAccessKey')
    const to = fc.constantFrom(':\n    ', ':\n', ' =\n  ', '=\n', ': ', ' = ')
    await fc.assert(
      fc.asyncProperty(outer, is, inner, to, value, async (outer, is, inner, to, value) => {
        const { text: left } = await withoutSecrets(`${outer}${is}${inner}${to}${value}`)
        expect(left).not.toContain(value.slice(0, 6))
        expect(left).not.toContain(value.slice(-6))
      }),
      { numRuns: 500 },
    )
  })
})

/** Numbers that are the same in each run (mulberry32), so that what is measured can be written down. */
export const numbers = (seed: number): (() => number) => {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** What samples are made of. */
export type Draw = {
  readonly of: (alphabet: string, size: number) => string
  readonly one: <T>(from: readonly [T, ...T[]]) => T
  readonly int: (below: number) => number
}

export const drawer = (seed: number): Draw => {
  const next = numbers(seed)
  const int = (below: number) => Math.floor(next() * below)
  return {
    int,
    of: (alphabet, size) => Array.from({ length: size }, () => alphabet.charAt(int(alphabet.length))).join(''),
    one: from => from[int(from.length)] ?? from[0],
  }
}

const [upper, lower, digits, hexes] = [
  'ABCDEFGHIJKLMNOPQRSTUVWXYZ',
  'abcdefghijklmnopqrstuvwxyz',
  '0123456789',
  '0123456789abcdef',
]
const letters = upper + lower + digits
const base64 = `${letters}+/`
const base64url = `${letters}-_`

/** A text with a secret in it, and the secret. */
export type Sample = { readonly text: string; readonly secret: string }
/** A text alone is a secret from its first character to its last. */
export type Make = (draw: Draw) => Sample | string

/** Prefixes are in two parts, so that no scanner of this repository's text takes them for tokens. */
const token =
  (first: string, rest: string, alphabet: string, size: number): Make =>
  draw => {
    const secret = draw.of(alphabet, size)
    return { text: `${first}${rest}${secret}`, secret }
  }

const within =
  (around: (secret: string, draw: Draw) => string, secret: (draw: Draw) => string): Make =>
  draw => {
    const made = secret(draw)
    return { text: around(made, draw), secret: made }
  }

const random =
  (alphabet: string, size: number) =>
  (draw: Draw): string =>
    draw.of(alphabet, size)

/** As people choose them: a word, made worse. */
export const password = (draw: Draw): string =>
  draw.one([
    () => `S3cr3t${draw.of(letters, 4)}!${draw.int(100)}`,
    () => `${draw.one(['Winter', 'Sommer', 'Berlin', 'Welcome'])}${draw.int(9000) + 1000}!`,
    () => `${draw.of(lower, 4)}-${draw.of(digits, 3)}-${draw.of(upper, 3)}`,
    () => draw.of(`${letters}#%^_+`, 14),
    () => `hunter${draw.int(90) + 10}`,
  ])()

const uuid = (draw: Draw): string => [8, 4, 4, 4, 12].map(size => draw.of(hexes, size)).join('-')
const b64 = (text: string): string => Buffer.from(text).toString('base64')
const jwt = (draw: Draw): string =>
  [
    b64('{"alg":"HS256","typ":"JWT"}'),
    b64(`{"sub":"${draw.of(digits, 10)}","n":"${draw.of(letters, 9)}"}`),
    draw.of(base64url, 43),
  ]
    .map(part => part.replaceAll('=', '').replaceAll('+', '-').replaceAll('/', '_'))
    .join('.')

const pem =
  (kind: string, lines: number): Make =>
  draw => {
    const body = Array.from({ length: lines }, () => draw.of(base64, 64)).join('\n')
    const name = [kind, 'PRIVATE', 'KEY'].filter(part => part !== '').join(' ')
    return { text: `-----BEGIN ${name}-----\n${body}\n-----END ${name}-----`, secret: body }
  }

/** Kinds of secrets, each as it is commonly seen. */
export const kinds: Readonly<Record<string, Make>> = {
  'GitHub: personal access token': token('gh', 'p_', letters, 36),
  'GitHub: fine-grained token': draw => ['github', `_pat_${draw.of(letters, 22)}_${draw.of(letters, 59)}`].join(''),
  'GitHub: OAuth token': token('gh', 'o_', letters, 36),
  'GitHub: user-to-server token': token('gh', 'u_', letters, 36),
  'GitHub: installation token': token('gh', 's_', letters, 36),
  'GitHub: refresh token': token('gh', 'r_', letters, 76),
  'GitLab: personal access token': token('gl', 'pat-', base64url, 20),
  'GitLab: routable token': draw => ['gl', `pat-${draw.of(base64url, 27)}.01.${draw.of(hexes, 9)}`].join(''),
  'GitLab: deploy token': token('gl', 'dt-', base64url, 20),
  'GitLab: runner token': token('gl', 'rt-', base64url, 20),
  'GitLab: CI job token': token('gl', 'cbt-64_', base64url, 20),
  'GitLab: trigger token': token('gl', 'ptt-', hexes, 40),
  'npm: access token': token('np', 'm_', letters, 36),
  'npm: .npmrc': within(it => `//registry.example/:_authToken=${it}`, uuid),
  'npm: .npmrc, old': within(
    it => `_auth = ${it}`,
    draw => b64(`bot:${password(draw)}`),
  ),
  'npm: .npmrc, password': within(
    it => `//registry.example/:_password="${it}"`,
    draw => b64(password(draw)),
  ),
  'PyPI: API token': token('py', 'pi-AgEIcHlwaS5vcmc', base64url, 120),
  'PyPI: .pypirc': within(it => `[pypi]\nusername = bot\npassword = ${it}`, password),
  'RubyGems: API key': token('ruby', 'gems_', hexes, 48),
  'Docker Hub: access token': token('dckr', '_pat_', base64url, 27),
  'Docker: config.json': within(
    it => `{"auths":{"registry.example":{"auth":"${it}"}}}`,
    draw => b64(`bot:${password(draw)}`),
  ),
  'NuGet: API key': token('oy', '2', `${lower}${digits}`, 43),
  'Stripe: secret key': token('sk', '_live_', letters, 24),
  'Stripe: restricted key': token('rk', '_live_', letters, 24),
  'Stripe: long secret key': token('sk', '_live_51', letters, 97),
  'Stripe: webhook secret': token('wh', 'sec_', letters, 32),
  'Square: access token': token('sq', '0atp-', base64url, 22),
  'Square: OAuth secret': token('sq', '0csp-', base64url, 43),
  'Shopify: access token': token('sh', 'pat_', hexes, 32),
  'Shopify: shared secret': token('sh', 'pss_', hexes, 32),
  'Razorpay: key': token('rzp', '_live_', letters, 14),
  'PayPal: Braintree token': draw =>
    ['access_token', `$production$${draw.of(`${lower}${digits}`, 16)}$${draw.of(hexes, 32)}`].join(''),
  'Plaid: access token': draw => ['access', `-production-${uuid(draw)}`].join(''),
  'Slack: bot token': draw =>
    ['xox', `b-${draw.of(digits, 12)}-${draw.of(digits, 13)}-${draw.of(letters, 24)}`].join(''),
  'Slack: user token': draw =>
    ['xox', `p-${draw.of(digits, 12)}-${draw.of(digits, 12)}-${draw.of(digits, 12)}-${draw.of(hexes, 32)}`].join(''),
  'Slack: app token': draw =>
    ['xa', `pp-1-A${draw.of(upper, 10)}-${draw.of(digits, 13)}-${draw.of(hexes, 64)}`].join(''),
  'Slack: browser token': draw =>
    ['xox', `c-${draw.of(digits, 12)}-${draw.of(digits, 12)}-${draw.of(digits, 13)}-${draw.of(hexes, 64)}`].join(''),
  'Slack: rotated token': draw => ['xoxe', `.xoxp-1-${draw.of(letters, 160)}`].join(''),
  'Slack: webhook': within(
    (it, draw) => `https://hooks.slack.com/services/T${draw.of(upper, 8)}/B${draw.of(upper, 8)}/${it}`,
    random(letters, 24),
  ),
  'Discord: bot token': draw => `M${draw.of(letters, 25)}.${draw.of(base64url, 6)}.${draw.of(base64url, 38)}`,
  'Discord: webhook': within(
    (it, draw) => `https://discord.com/api/webhooks/${draw.of(digits, 18)}/${it}`,
    random(base64url, 68),
  ),
  'Teams: webhook': within(
    (it, draw) => `https://acme.webhook.office.com/webhookb2/${uuid(draw)}@${uuid(draw)}/IncomingWebhook/${it}`,
    random(hexes, 32),
  ),
  'Telegram: bot token': draw => `${draw.of('123456789', 10)}:AA${draw.of(base64url, 33)}`,
  'Telegram: in an address': within(
    (it, draw) => `https://api.telegram.org/bot${draw.of('123456789', 9)}:AA${it}/getMe`,
    random(letters, 33),
  ),
  'AWS: access key id': token('AK', 'IA', `${upper}234567`, 16),
  'AWS: temporary key id': token('AS', 'IA', `${upper}234567`, 16),
  'AWS: secret access key': within(it => `aws_secret_access_key = ${it}`, random(base64, 40)),
  'AWS: secret in an environment': within(it => `export AWS_SECRET_ACCESS_KEY=${it}`, random(base64, 40)),
  'AWS: secret in JSON': within(it => `{"SecretAccessKey": "${it}", "Expiration": "soon"}`, random(base64, 40)),
  'AWS: session token': within(it => `aws_session_token=${it}`, random(base64, 300)),
  'AWS: session token, by its beginning': token('IQoJb3', 'JpZ2lu', base64, 300),
  'AWS: signed address': within(
    it => `https://b.s3.example/f?X-Amz-Expires=900&X-Amz-Signature=${it}`,
    random(hexes, 64),
  ),
  'Azure: storage key': within(
    it => `DefaultEndpointsProtocol=https;AccountName=acme;AccountKey=${it}==;EndpointSuffix=core.example`,
    random(base64, 86),
  ),
  'Azure: shared access signature': within(
    it => `https://acme.blob.example/c?sv=2024-11-04&ss=b&se=2026-12-01T00:00:00Z&sig=${it}%3D`,
    random(letters, 43),
  ),
  'Azure: service bus': within(
    it => `Endpoint=sb://acme.example/;SharedAccessKeyName=Root;SharedAccessKey=${it}=`,
    random(base64, 43),
  ),
  'Azure: client secret': draw => `${draw.of(letters, 3)}8Q~${draw.of(base64url, 34)}`,
  'Azure: DevOps token': within(it => `AZURE_DEVOPS_EXT_PAT token: ${it}`, random(`${lower}234567`, 52)),
  'Azure: subscription key': within(it => `Ocp-Apim-Subscription-Key: ${it}`, random(hexes, 32)),
  'Google: API key': token('AI', 'za', base64url, 35),
  'Google: access token': token('ya', '29.', base64url, 160),
  'Google: client secret': token('GOC', 'SPX-', base64url, 28),
  'Google: refresh token': token('1/', '/0', base64url, 60),
  'Google: service account': draw => {
    const body = draw.of(base64, 800)
    return {
      text: `{"type": "service_account", "private_key": "-----BEGIN ${'PRIVATE'} KEY-----\\n${body}\\n-----END ${'PRIVATE'} KEY-----\\n"}`,
      secret: body,
    }
  },
  'OpenAI: project key': token('sk', '-proj-', base64url, 120),
  'OpenAI: key': draw => ['sk', `-${draw.of(letters, 20)}T3BlbkFJ${draw.of(letters, 20)}`].join(''),
  'OpenAI: service account': token('sk', '-svcacct-', base64url, 80),
  'Anthropic: API key': token('sk', '-ant-api03-', base64url, 95),
  'OpenRouter: key': token('sk', '-or-v1-', hexes, 64),
  'Hugging Face: token': token('h', 'f_', letters, 34),
  'Replicate: token': token('r', '8_', letters, 37),
  'Groq: key': token('gs', 'k_', letters, 52),
  'Perplexity: key': token('pp', 'lx-', letters, 48),
  'SendGrid: API key': draw => ['S', `G.${draw.of(base64url, 22)}.${draw.of(base64url, 43)}`].join(''),
  'Twilio: API key': token('S', 'K', hexes, 32),
  'Twilio: auth token': within(it => `TWILIO_AUTH_TOKEN=${it}`, random(hexes, 32)),
  'Mailgun: key': token('ke', 'y-', hexes, 32),
  'Mailchimp: key': draw => `${draw.of(hexes, 32)}-us${draw.int(20) + 1}`,
  'Brevo: key': draw => ['xkey', `sib-${draw.of(hexes, 64)}-${draw.of(letters, 16)}`].join(''),
  'Resend: key': draw => ['r', `e_${draw.of(letters, 8)}_${draw.of(letters, 24)}`].join(''),
  'DigitalOcean: token': token('dop', '_v1_', hexes, 64),
  'DigitalOcean: refresh token': token('dor', '_v1_', hexes, 64),
  'Heroku: token': token('HR', 'KU-', base64url, 60),
  'Heroku: key': within(it => `HEROKU_API_KEY=${it}`, uuid),
  'Fly: token': token('fm', '2_', base64, 120),
  'Netlify: token': token('nf', 'p_', letters, 36),
  'Cloudflare: token': within(it => `CLOUDFLARE_API_TOKEN=${it}`, random(base64url, 40)),
  'Databricks: token': token('da', 'pi', hexes, 32),
  'Vault: token': token('hv', 's.', base64url, 90),
  'Vault: old token': token('s', '.', letters, 24),
  'Vault: header': within(it => `X-Vault-Token: ${it}`, random(base64url, 26)),
  'Terraform: token': draw => [`${draw.of(letters, 14)}.atlas`, `v1.${draw.of(base64url, 67)}`].join(''),
  'Pulumi: token': token('pu', 'l-', hexes, 40),
  'Doppler: personal token': token('dp', '.pt.', letters, 43),
  'Doppler: service token': token('dp', '.st.prd.', letters, 43),
  '1Password: service account': token('ops', '_eyJ', base64, 250),
  'PlanetScale: token': token('psca', 'le_tkn_', base64url, 43),
  'PlanetScale: password': token('psca', 'le_pw_', base64url, 43),
  'Supabase: token': token('sb', 'p_', hexes, 40),
  'Neon: key': token('na', 'pi_', letters, 64),
  'MongoDB: address': within(it => `mongodb+srv://app:${it}@cluster0.example/db?retryWrites=true`, random(letters, 16)),
  'Atlassian: API token': token('ATA', 'TT3xFfGF0', base64url, 180),
  'Bitbucket: app password': token('AT', 'BB', letters, 32),
  'Linear: key': token('lin', '_api_', letters, 40),
  'Notion: token': token('nt', 'n_', letters, 46),
  'Notion: old token': token('secr', 'et_', letters, 43),
  'Figma: token': token('fi', 'gd_', base64url, 40),
  'Postman: key': draw => ['PM', `AK-${draw.of(hexes, 24)}-${draw.of(hexes, 34)}`].join(''),
  'Airtable: token': draw => ['pa', `t${draw.of(letters, 14)}.${draw.of(hexes, 64)}`].join(''),
  'HubSpot: token': draw => ['pat', `-na1-${uuid(draw)}`].join(''),
  'Asana: token': draw => `1/${draw.of('123456789', 16)}:${draw.of(hexes, 32)}`,
  'Grafana: service account': draw => ['gl', `sa_${draw.of(letters, 32)}_${draw.of(hexes, 8)}`].join(''),
  'Grafana: cloud token': token('gl', 'c_', base64, 100),
  'New Relic: user key': token('NR', 'AK-', `${upper}${digits}`, 27),
  'Sentry: org token': draw => ['sntr', `ys_${draw.of(base64, 80)}_${draw.of(base64, 43)}`].join(''),
  'Sentry: DSN': within(it => `SENTRY_DSN=https://${it}@o123.ingest.sentry.example/456`, random(hexes, 32)),
  'Datadog: API key': within(it => `DD_API_KEY=${it}`, random(hexes, 32)),
  'Datadog: app key': within(it => `DD-APPLICATION-KEY: ${it}`, random(hexes, 40)),
  'Dynatrace: token': draw => ['dt0', `c01.${draw.of(upper, 24)}.${draw.of(upper, 64)}`].join(''),
  'PagerDuty: key': within(it => `routing_key: "${it}"`, random(hexes, 32)),
  'Opsgenie: header': within(it => `Authorization: GenieKey ${it}`, uuid),
  'SonarQube: token': token('sq', 'u_', hexes, 40),
  'CircleCI: token': within(it => `Circle-Token: ${it}`, random(hexes, 40)),
  'Tailscale: key': draw => ['tsk', `ey-auth-${draw.of(letters, 17)}-${draw.of(letters, 32)}`].join(''),
  'Okta: token': within(
    it => `Authorization: SSWS ${it}`,
    draw => `00${draw.of(base64url, 40)}`,
  ),
  'age: key': token('AGE-SECRET', '-KEY-1', `${upper}${digits}`, 58),
  'WireGuard: key': within(it => `[Interface]\nPrivateKey = ${it}=`, random(base64, 43)),
  'JSON Web Token': jwt,
  'Private key, RSA': pem('RSA', 12),
  'Private key, PKCS 8': pem('', 12),
  'Private key, EC': pem('EC', 3),
  'Private key, OpenSSH': pem('OPENSSH', 5),
  'Private key, encrypted': pem('ENCRYPTED', 12),
  'Private key, PuTTY': within(
    it =>
      `PuTTY-User-Key-File-3: ssh-ed25519\nEncryption: none\nPublic-Lines: 2\nabc\nPrivate-Lines: 1\n${it}\nPrivate-MAC: 0123abcd`,
    random(base64, 64),
  ),
  'Private key, cut off': within(it => `-----BEGIN RSA ${'PRIVATE'} KEY-----\n${it}`, random(base64, 64)),
  'Header: Basic': within(
    it => `Authorization: Basic ${it}`,
    draw => b64(`admin:${password(draw)}`),
  ),
  'Header: Basic, alone': within(
    it => `they sent Basic ${it}`,
    draw => b64(`admin:${password(draw)}`),
  ),
  'Header: Bearer': within(it => `Authorization: Bearer ${it}`, random(letters, 40)),
  'Header: Token': within(it => `Authorization: Token ${it}`, random(hexes, 40)),
  'Header: in a command': within(
    it => `curl -H 'Authorization: Bearer ${it}' https://api.example`,
    random(base64url, 32),
  ),
  'Header: key': within(it => `X-Api-Key: ${it}`, random(letters, 32)),
  'Header: GitLab': within(it => `PRIVATE-TOKEN: ${it}`, random(base64url, 20)),
  'Header: Cookie': within(it => `Cookie: session=${it}; theme=dark`, random(letters, 64)),
  'Header: Set-Cookie': within(it => `Set-Cookie: sid=${it}; Path=/; HttpOnly`, random(hexes, 32)),
  'Address: user and password': within(it => `postgres://app:${it}@db.example:5432/app`, password),
  'Address: password alone': within(it => `redis://:${it}@cache:6379`, password),
  'Address: AMQP': within(it => `amqps://bob:${it}@mq.example/vhost`, password),
  'Address: HTTP': within(it => `https://bob:${it}@git.example/a.git`, password),
  'Address: a token in a query': within(it => `https://api.example/v1?access_token=${it}&page=2`, random(letters, 32)),
  'Password: with a colon': within(it => `password: ${it}`, password),
  'Password: with an equals sign': within(it => `password=${it}`, password),
  'Password: of an environment': within(it => `DB_PASSWORD=${it}`, password),
  'Password: quoted': within(it => `dbPassword = "${it}"`, password),
  'Password: JSON': within(it => `{"user":"bob","password":"${it}"}`, password),
  'Password: JSON in a log': within(it => `body="{\\"passwd\\":\\"${it}\\"}"`, password),
  'Password: YAML': within(it => `db:\n  user: app\n  password: '${it}'`, password),
  'Password: INI': within(it => `[db]\npwd = ${it}`, password),
  'Password: XML': within(it => `<password>${it}</password>`, password),
  'Password: XML attribute': within(it => `<add key="DbPassword" value="${it}" />`, password),
  'Password: option': within(it => `deploy --password ${it} --force`, password),
  'Password: option with a sign': within(it => `deploy --db-password=${it}`, password),
  'Password: sentence': within(it => `the root password is ${it}`, password),
  'Password: sentence with a place': within(it => `password for db-1: ${it}`, password),
  'Password: table': within(it => `| user | password |\n|---|---|\n| password | ${it} |`, password),
  'Password: below': within(it => `Password:\n${it}`, password),
  'Password: curl': within(it => `curl -u admin:${it} https://api.example`, password),
  'Password: mysql': within(it => `mysql -h db -u root -p${it} app`, password),
  'Password: PGPASSWORD': within(it => `PGPASSWORD=${it} psql -h db`, password),
  'Password: connection string': within(
    it => `Server=db;Database=app;User Id=sa;Password=${it};Encrypt=true`,
    password,
  ),
  'Password: netrc': within(it => `machine git.example login bob password ${it}`, password),
  'Password: SQL': within(it => `CREATE USER app IDENTIFIED BY '${it}'`, password),
  'Password: German': within(it => `Passwort: ${it}`, password),
  'Password: hash': draw => `$6$${draw.of(letters, 8)}$${draw.of(letters, 86)}`,
  'Secret: client': within(it => `client_secret=${it}`, random(letters, 32)),
  'Secret: in a sentence': within(it => `the client secret is ${it}`, random(letters, 32)),
  'Secret: webhook': within(it => `webhook_secret: ${it}`, random(hexes, 40)),
  'Secret: Django': within(it => `SECRET_KEY = '${it}'`, random(`${letters}!@#$%^*`, 50)),
  'Secret: TOTP': within(it => `otpauth://totp/acme:bob?secret=${it}&issuer=acme`, random(`${upper}234567`, 32)),
  'Key: with an equals sign': within(it => `api_key=${it}`, random(letters, 32)),
  'Key: with a colon': within(it => `apikey: ${it}`, random(hexes, 32)),
  'Key: camel case': within(it => `"apiKey": "${it}"`, random(letters, 39)),
  'Key: in words': within(it => `the API key was \`${it}\``, random(letters, 32)),
  'Key: Kubernetes': within(it => `- name: APP_ENCRYPTION_KEY\n  value: "${it}"`, random(base64, 44)),
  'Token: with an equals sign': within(it => `token=${it}`, random(letters, 32)),
  'Token: refresh': within(it => `"refresh_token": "${it}"`, random(base64url, 48)),
  'Token: option': within(it => `cli login --token ${it}`, random(letters, 40)),
  'Credentials: pair': within(it => `creds: admin:${it}`, password),
}

/** Secrets that look like anything else, where nothing beside them tells. */
export const notTold: Readonly<Record<string, Make>> = {
  'A key without its name, hexadecimal': random(hexes, 32),
  'A key without its name, of AWS': random(base64, 40),
  'A key without its name, a UUID': uuid,
  'A password without its name': within(
    it => `they use ${it} everywhere`,
    draw => `hunter${draw.int(90) + 10}`,
  ),
  'A password of several words, without quotes': within(
    it => `password: ${it}`,
    draw => Array.from({ length: 4 }, () => draw.of(lower, 6)).join(' '),
  ),
  'A user and a password, without a name': within(
    it => `bob:${it} works there`,
    draw => `Hunter${draw.int(90) + 10}!`,
  ),
  'A token with spaces in it': draw =>
    ['gh', `p_${draw.of(letters, 12)} ${draw.of(letters, 12)} ${draw.of(letters, 12)}`].join(''),
}

export const sampleOf = (make: Make, draw: Draw): Sample => {
  const made = make(draw)
  return typeof made === 'string' ? { text: made, secret: made } : made
}

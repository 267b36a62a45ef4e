/** What a name says of its value: a password may look like a word, a token never does. */
export type Family = 'password' | 'secret' | 'token' | 'key' | 'credentials' | 'aws' | 'azure'

const gap = '[ _-]?'

/** In the order in which they are tried at one place. */
const families: readonly (readonly [Family, string])[] = [
  ['aws', `secret${gap}access${gap}key`],
  ['azure', `(?:account|shared${gap}access)${gap}key`],
  [
    'password',
    [
      `pass${gap}word`,
      'passwd',
      `pass${gap}phrase`,
      `pass${gap}code`,
      'pwd',
      'passwort',
      'kennwort',
      'contraseña',
      'contrasena',
      'senha',
      `mot${gap}de${gap}passe`,
      'motdepasse',
      '(?<![a-z])mdp(?![a-z])',
      '(?<![a-z])clave(?![a-z]|[ _-]?(?:api|secreta|privada|de[ _]acceso))',
      '(?<![a-z])parol(?:a|ă)(?![a-z])',
      'adgangskode',
      'kodeord',
      'passord',
      'salasana',
      '(?<![a-z])haslo(?![a-z])',
      '(?<![a-z])heslo(?![a-z])',
      'jelsz[oó]',
      '(?<![a-z])[şs]ifre(?![a-z])',
      '(?<![a-z])geslo(?![a-z])',
      'lozinka',
      'slaptažodis',
      'парола',
      'κωδικός',
      'סיסמה',
      'كلمة (?:المرور|السر)',
      'mật khẩu',
      '(?<![a-z])sandi(?![a-z])',
      'รหัสผ่าน',
      'पासवर्ड',
      '口令',
      '암호',
      // as people mistype it
      'pass?wrd',
      'pasword',
      'passwrod',
      'wachtwoord',
      'lösenord',
      'hasło',
      'пароль',
      '密码',
      '密碼',
      'パスワード',
      '비밀번호',
      `(?:pre${gap}shared${gap}key|psk)(?![a-z])`,
      '(?<![a-z])pass(?![a-z])',
      '(?<=[a-z\\d])Pass(?![a-z])',
      '(?<![a-z])pw(?![a-z])',
      '(?<![a-z])(?:recovery|backup|2fa|otp)[ _-]?codes?(?![a-z])',
    ].join('|'),
  ],
  [
    'key',
    [
      `(?:api|access|private|app|application|auth|account|master|encryption|signing|ssh|service|client|storage|admin|webhook|hmac|shared|subscription|ingestion|integration|routing|function|functions|license|deploy|session|cookie|jwt|root|consumer|rest|write|publish|data)${gap}key`,
      '(?<![a-z])apikey',
      `(?:fastly|unseal)${gap}key(?: \\d{1,2}(?=:))?`,
      '(?<![a-z])skey(?![a-z])',
      `clé${gap}(?:api|secrète|privée|d.accès)`,
      'schlüssel',
      `(?:clave|chave|chiave)${gap}(?:d[ei]${gap})?(?:api|secreta|segreta|privada|privata|acceso|acesso|accesso)`,
      '(?<![a-z])sleutel(?![a-z])',
      '(?<![a-z])nyckel(?![a-z])',
      '(?<![a-z])avain(?![a-z])',
      '(?<![a-z])klucz(?![a-z])',
      'ключ(?: api| доступа)?',
      '密钥|密鑰|金鑰|アクセスキー|シークレットキー|(?:api|액세스|비밀) ?키',
      `secret${gap}key(?![a-z])`,
    ].join('|'),
  ],
  ['credentials', `cred(?:ential)?s?(?![a-z])|(?<![\\w.-])login(?![\\w.-])`],
  ['secret', 'secret|geheimnis|секрет|シークレット|시크릿'],
  [
    'token',
    `token|(?<![a-z])jwt(?![a-z])|(?:j|php)sess(?:ion)?id|(?<![a-z])session${gap}id(?![a-z])|(?<![a-z])pat(?![a-z])|(?<![a-z])jeton(?![a-z])|токен|令牌|トークン|토큰|asp\\.net_sessionid|connect\\.sid|(?<![a-z])_?auth(?![a-z])`,
  ],
]

export const familyNames: readonly Family[] = families.map(([family]) => family)

const sources = families.map(([family, source]) => ({ family, source }))

/** Any of the words that tell, wherever in a name. */
export const tellingWord = (): RegExp =>
  new RegExp(sources.map(({ family, source }) => `(?<${family}>${source})`).join('|'), 'gi')

/** A name that ends so has a value about the secret: where it is, how long, for how long, or which. */
const about =
  /(?:file|path|dir|url|uri|host|name|type|kind|count|counts|length|len|size|policy|expir\w*|ttl|version|ref|refs|arn|endpoint|age|min|max|limit|limits|at|date|time|timeout|stdin|hint|field|label|prompt|manager|provider|store|status|state|enabled|required|used|usage|budget|rate|bucket|buckets|format|algorithm|alg|rotation|attempts?|failures?|errors?|header|param|scopes?|mount|mounts|column|index|class|resource|cache|keyring|request|review|reviews|issuer|audience|less|service|sync|store|server|operator|controller|broker|handler|generator|validator|refresh|reset)s?$/i

/** Names in which the word means something else: a place in a list, or words of a language model. */
const otherwise =
  /(?:^|[._-])(?:next|prev|previous|page|pagination|continuation|continue|sync|max|min|prompt|completion|total|input|output|num|nr|cached|reasoning|unexpected|public|pub|partition|sort|primary|foreign|idempotency|image|pull|tokens)(?:[._-]|$)|(?:next|page|continuation|prompt|completion|max|total|public|pull|partition)(?:Token|Tokens|Key|Secret|Secrets)/i

/** Whether a value beside this name is no secret. `after`: what follows the telling word in it; `before`: what stands before it. */
export const isAboutSecret = (identifier: string, after: string, before: string): boolean =>
  (after !== '' && about.test(after)) ||
  otherwise.test(identifier) ||
  /(?:checksum|hash|digest|sha\d*|md5)\/$/i.test(before)

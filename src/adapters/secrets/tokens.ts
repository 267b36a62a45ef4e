import type { Found } from './found.ts'
import { tokenKinds } from './token-kinds.ts'

/** Everything that begins as a vendor's tokens do, with enough behind it. The range has their first characters only. */
export const tokensIn = (text: string): readonly Found[] => {
  const found: Found[] = []
  beginning.lastIndex = 0
  for (let match = beginning.exec(text); match !== null; match = beginning.exec(text)) {
    const { index } = match
    // tokens may stand inside one another's beginnings; a pattern's length is bounded, so this stays linear
    beginning.lastIndex = index + 1
    for (const { kind, rest } of shapesOf.get(match[0]) ?? []) {
      rest.lastIndex = index
      const token = rest.exec(text)
      if (token === null || isMonotonous(token[0])) continue
      found.push({ rule: kind, range: [index, index + token[0].length] })
      beginning.lastIndex = index + token[0].length
      break
    }
  }
  return [...found, ...shapes.flatMap(([rule, shape]) => all(rule, shape, text))]
}

const escaped = (text: string): string => text.replaceAll(/[.$/+?()[\]{}|^]/g, '\\$&')

const shapesByBeginning = tokenKinds.flatMap(({ kind, begins, of, least, apart }) =>
  begins.map(one => ({
    kind,
    begins: one,
    rest: new RegExp(`${apart ? '(?<![A-Za-z0-9])' : ''}${escaped(one)}${of}{${least}}`, 'y'),
  })),
)

const longestFirst = shapesByBeginning.toSorted((a, b) => b.begins.length - a.begins.length)

const beginning = new RegExp([...new Set(longestFirst.map(one => escaped(one.begins)))].join('|'), 'g')

/** By what was found: those that begin with this, or with less of it. */
const shapesOf: ReadonlyMap<string, typeof longestFirst> = new Map(
  longestFirst.map(({ begins }) => [begins, longestFirst.filter(one => begins.startsWith(one.begins))]),
)

/** `ghp_xxxxxxxx...` stands for a token in documentation and is none. */
const isMonotonous = (token: string): boolean => /^.*?([Xx*.0-])\1{15,}$/.test(token)

const all = (rule: string, shape: RegExp, text: string): readonly Found[] =>
  [...text.matchAll(shape)].map(match => ({ rule, range: [match.index, match.index + match[0].length] }))

/** Tokens that are told by their form rather than by how they begin. Every count is bounded, and each begins a word. */
const shapes: readonly (readonly [rule: string, shape: RegExp])[] = [
  // https://core.telegram.org/bots/api#authorizing-your-bot
  ['telegram', /(?<!\d)\d{8,10}:AA[\w-]{30,40}/g],
  // https://discord.com/developers/docs/reference#authentication: the bot's id, a time and a signature
  ['discord', /(?<![\w-])[MNO][A-Za-z\d]{22,28}\.[\w-]{6}\.[\w-]{25,40}/g],
  ['discord', /(?<![\w-])mfa\.[\w-]{80}/g],
  // https://developer.hashicorp.com/vault/docs/concepts/tokens: those of before 1.10
  ['vault', /(?<![\w.])s\.(?=[A-Za-z]{0,23}\d)(?=[a-z\d]{0,23}[A-Z])[A-Za-z\d]{24}(?!\w)/g],
  // https://mailchimp.com/developer/transactional/guides/quick-start/
  ['mandrill', /(?<![\w-])md-(?=[\w-]{0,21}\d)(?=[\w-]{0,21}[A-Z])[\w-]{22}(?![\w-])/g],
  // https://resend.com/docs/dashboard/api-keys/introduction
  ['resend', /(?<![A-Za-z\d])re_(?=\w{0,24}[A-Z\d])[A-Za-z\d]{8}_[A-Za-z\d]{16}/g],
  // https://pypi.org/help/#apitoken
  ['pypi', /pypi-(?=[\w-]{0,31}\d)(?=[\w-]{0,31}[A-Z])[\w-]{32}/g],
  // https://mailchimp.com/developer/marketing/docs/fundamentals/#api-keys
  ['mailchimp', /(?<![\w-])[0-9a-f]{32}-us\d{1,2}(?!\w)/g],
  // https://learn.microsoft.com/en-us/entra/identity-platform/quickstart-register-app: a client's secret
  ['azure', /(?<![\w~.-])[\w~.-]{3}[78]Q~[\w~.-]{31,34}/g],
  // https://learn.microsoft.com/en-us/azure/devops/organizations/accounts/use-personal-access-tokens-to-authenticate
  ['azure', /(?<!\w)[A-Za-z\d]{76}AZDO[A-Za-z\d]{4}/g],
  // https://docs.aws.amazon.com/ses/latest/dg/smtp-credentials.html: a signed or a presigned request
  [
    'signature',
    /(?<![\w-])(?:X-Amz-Signature|X-Amz-Security-Token|X-Goog-Signature|sig|Signature|se_sig)=[\w%+/.-]{16}/gi,
  ],
  // the secret that belongs to a key's id, behind it
  [
    'aws',
    /(?<=\b(?:AKIA|ASIA)[A-Z0-9]{16}["']?[ \t]{0,3}[/|:,;=-]?[ \t\r\n]{1,4}["']?)[A-Za-z0-9+/]{40}(?![A-Za-z0-9+/])/g,
  ],
  // https://learn.microsoft.com/en-us/purview/sit-defn-azure-function-master-api-key and its siblings
  [
    'azure',
    /(?<![\w+/-])[\w+/-]{38,80}(?:AzFu|AzSe|\+ACR|AzAPIM|\+ASt|\+ABa|\+AMC|AzCa|ACDb|AzIoT|\+AEh)[\w+/-]{0,10}={0,2}/g,
  ],
  // https://help.mailgun.com/hc/en-us/articles/203380100
  ['mailgun', /(?<![\w-])[0-9a-f]{32}-[0-9a-f]{8}-[0-9a-f]{8}(?![\w-])/g],
  // https://docs.newrelic.com/docs/apis/intro-apis/new-relic-api-keys/
  ['newrelic', /(?<!\w)[0-9a-f]{36}NRAL(?!\w)/g],
  // https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/quickstart_oauth.htm
  ['salesforce', /(?<!\w)00D[A-Za-z0-9]{12,15}![\w.]{60,200}/g],
  // https://developers.cloudflare.com/fundamentals/api/get-started/ca-keys/
  ['cloudflare', /(?<![\w.])v1\.0-[0-9a-f]{24}-[0-9a-f]{100,160}/g],
  // https://developer.okta.com/docs/guides/create-an-api-token/main/
  ['okta', /\bSSWS[ \t]{1,4}[\w-]{30,60}/g],
  // what secretsdump, Responder and GetUserSPNs print
  ['hash', /(?<![0-9a-f])[0-9a-f]{32}:[0-9a-f]{32}(?=:::)/gi],
  ['hash', /(?<=::[\w.-]{1,40}:[0-9a-f]{16}:)[0-9a-f]{32}:[0-9a-f]{32,2000}/gi],
  ['hash', /\$krb5(?:tgs|asrep|pa)\$[^\s"']{40,4000}/g],
  // https://man7.org/linux/man-pages/man5/crypt.5.html
  ['hash', /\$(?:1|5|6|7|y|gy|apr1|2[abxy]?|argon2(?:id?|d)|scrypt|pbkdf2[\w-]{0,10})\$[\w./$=,+-]{20}/g],
]

import type { Family } from './telling-names.ts'

/**
 * How a value stands to its name. `tight`: `name=value`; `assigned`: with a colon or spaces; `option`: `--name value`;
 * `element`: in XML; `prose`: in a sentence; `table`: in the next cell; `below`: on the next line; `next`: the next word.
 */
export type ValuePlace = 'tight' | 'assigned' | 'element' | 'option' | 'prose' | 'table' | 'below' | 'next'

type Around = {
  readonly place: ValuePlace
  readonly quoted: boolean
  readonly endsLine: boolean
  readonly name: string
}

/** Whether a value beside a telling name looks like a secret. `value` has its first characters, at most 400. */
export const looksSecret = (value: string, family: Family, around: Around): boolean => {
  // forty characters of its alphabet may look like a path
  if (family === 'aws' && /^[A-Za-z0-9/+]{40}(?![\w/+])/.test(value)) return true
  if (isNone(value) || isReference(value, around)) return false
  switch (family) {
    case 'aws':
      return /^[A-Za-z0-9/+=_%-]{16}/.test(value)
    case 'azure':
      return /^[\w+/=%-]{16}/.test(value) && /\d/.test(value)
    case 'password':
      return isPassword(value, around)
    case 'credentials':
      return (isPairOfBoth(value) && around.place !== 'next') || isLoneCredential(value, around)
    case 'secret':
    case 'key':
    case 'token':
      return isToken(value, family, around)
  }
}

/** Says that there is none, that it is hidden, or what became of it. */
const isNone = (value: string): boolean =>
  value.length < 3 ||
  /^(?:[*•●.…_=#?~-]{1,400}|[xX]{3,400}|\(?(?:null|nil|none|n\/a|true|false|yes|no|not|undefined|unknown|unset|empty|string|str|text|bytes|int|integer|number|bool|boolean|any|void|object|function|const|let|var|required|optional|invalid|valid|missing|expired|expires|incorrect|wrong|correct|changed|rotated|revoked|reset|leaked|exposed|stolen|compromised|redacted|masked|hidden|removed|omitted|filtered|sanitized|elided|secret|password|passwd|token|value|placeholder|example|default|needed|set|used|reused|shared|stored|sent|found|same|new|old|only|this|that|the|from|for|with|when|where|which|they|their|there|here|and|but|has|have|had|was|were|will|must|should|may|can|could|would|see|read|use|ask|input|prompt|enabled|disabled|failed|success|error|accepted|rejected|denied|authentication|authorization|policy|manager|bearer|basic|plain|md5|sha1|sha256|pending|todo|tbd)\)?[!?]?)$/i.test(
    value,
  ) ||
  /^(?:\[|<|\(|\{)?(?:removed|redacted|masked|hidden|filtered|your|my|insert|enter|replace|omitted|sensitive|gitignored|known after)\b[^\d]{0,60}$/i.test(
    value,
  )

/** Points to a secret that is kept elsewhere: a variable, an expression, a file, a vault. */
const isReference = (value: string, { quoted, name }: Around): boolean =>
  /^(?:\$\{|\$\(|\$\$?[A-Z_][A-Z0-9_]*$|\$[a-z_]+$|\{\{|%[A-Za-z_]+%$|<%|#\{|@\w+\.|!(?:vault|Ref|Sub|GetAtt)\b|&[a-z])/.test(
    value,
  ) ||
  /^(?:process\.env|os\.(?:environ|getenv)|env[.([]|ENV[.[(]|secrets\.|vars?\.|local\.|data\.|module\.|self\.|this\.|config[.[(]|settings\.|props\.|args\.|params\.|req\.|request\.|input\.|vault:|op:\/\/|ref\+|arn:aws|projects\/|secretsmanager|ssm:|keyvault|file:|awskms|https?:\/\/[^:@]*$)/i.test(
    value,
  ) ||
  (!quoted && /^[A-Za-z_$][\w.$]{0,80}\([\w.,'"()[\]{}=>-]*;?$/.test(value)) ||
  value.includes('***') ||
  (!quoted && /^[\w$]{1,60}(?:\.[A-Za-z_$]{3,60}){1,6}$/.test(value) && !/\d/.test(value)) ||
  isPath(value) ||
  (/^(?:OLD)?PWD$/.test(name) && value.startsWith('/')) ||
  /^[A-Z]:[\\/]/.test(value)

const isPath = (value: string): boolean => {
  if (!/^(?:~|\.{1,2})?\/[\w./@+-]*$/.test(value)) return false
  const parts = value.split('/')
  return parts.length > 2 && parts.every(part => part.length < 40) && parts.some(part => /^[a-z]{3,}$/.test(part))
}

/** A number with a unit, a day, a time, a version, an address: what follows a colon often enough. */
const isMeasure = (value: string): boolean =>
  /^(?:v?\d{1,4}(?:\.\d{1,5}){1,4}(?:[:/]\d{1,5})?|\d{4}-\d\d-\d\d(?:T[\d:.]{1,20}Z?)?|\d{1,2}:\d\d(?::\d\d)?(?:\.\d+)?(?:Z|UTC|am|pm)?|\d{1,6}(?:ms|s|m|h|d|kb|mb|gb|%|x|k|px|min|sec)|#\d{1,7}|@[\w-]{1,39})$/i.test(
    value,
  )

const isPassword = (value: string, { place, quoted, endsLine, name }: Around): boolean => {
  if (isMeasure(value)) return false
  const isShort = /^(?:pass|pw)$/i.test(name)
  const isMixed = /\d/.test(value) && /[A-Za-z]/.test(value)
  const hasSign = /[^\w\s.,:/()'’-]/.test(value)
  const isCased = /[a-z][A-Z]/.test(value)
  const words = value.trim().split(/\s+/)
  const isOne = words.length === 1
  // one of several words is quoted, and is no command
  const isPhrase = quoted && words.length <= 12 && words.every(word => /^[\w!@#$%^&*][\w!@#$%^&*.,'’-]*$/.test(word))
  if (isShort && (name === 'PASS' || (place !== 'tight' && !isMixed && !hasSign && !quoted))) return false
  switch (place) {
    case 'tight':
    case 'option':
    case 'element':
      return isOne ? value.length >= 4 && !(isShort && /^\d+$/.test(value)) : isPhrase
    case 'assigned':
      if (!isOne) return isPhrase
      if (value.length >= 4 && (quoted || isMixed || hasSign || isCased)) return true
      return endsLine && value.length >= 5 && (/^\d{5,}$/.test(value) || /^[\w.-]+$/.test(value))
    case 'prose':
      return (
        isOne &&
        value.length >= 6 &&
        (isMixed || (hasSign && /[A-Za-z]/.test(value)) || quoted || (isCased && isScrambled(value)))
      )
    case 'table':
      return isOne && value.length >= 6 && !isSlug(value) && (isMixed || (hasSign && isCased))
    case 'below':
      return isOne && value.length >= 6 && isMixed
    case 'next':
      if (quoted) return isOne && value.length >= 6 && (isMixed || hasSign)
      return value.length >= 8 && isMixed && !isSlug(value) && !/^[\w.-]+@/.test(value)
  }
}

/** Words with a few digits between hyphens: how services, pods, secrets and variables are called. */
const isSlug = (value: string): boolean => {
  if (/^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+$/.test(value)) return true
  const parts = value.split(/[-_./:@]/)
  if (parts.length < 2) return /^[a-z]+$/.test(value)
  const isWordy = parts.every(part => /^(?:[a-z]{2,}\d{0,3}|[A-Z][a-z]+|v?\d{1,4}|[a-z0-9]{1,10}|)$/.test(part))
  return isWordy && parts.some(part => /^[a-z]{4,}$/i.test(part) && !isScrambled(part))
}

/** Letters as no language puts them: small and large by turns, or hardly a vowel. */
const isScrambled = (part: string): boolean =>
  /[a-z][A-Z]+[a-z]+[A-Z]/.test(part) || (part.length > 5 && !/[aeiouy]/i.test(part))

const isToken = (value: string, family: 'secret' | 'key' | 'token', around: Around): boolean => {
  const { place, quoted, endsLine, name } = around
  if (
    isMeasure(value) ||
    isSlug(value) ||
    /^(?:sha\d{1,3}|md5)[:-]/i.test(value) ||
    !/^[\w.~+/=:%!@#$^&*|-]{8,}$/.test(value)
  )
    return false
  const isMixed = /\d/.test(value) && /[A-Za-z]/.test(value)
  const isLoose = /^_?auth$|sess(?:ion)?[ _-]?id$|\.sid$|(?:^|[_-])pat$/i.test(name)
  const least = { tight: 8, option: 8, element: 8, assigned: 8, prose: 12, table: 12, below: 12, next: 20 }[place]
  if (isLoose && (value.length < 20 || isUuid(value))) return false
  if (value.length < least || (place === 'next' && isUuid(value))) return false
  if (isMixed) return place !== 'next' || (!/[:@]/.test(value) && !/^sha\d/.test(value))
  if (place === 'next' || place === 'prose' || place === 'table' || place === 'below')
    return value.length >= 24 && isScrambled(value)
  // without a digit or without a letter it is longer, or stands where values do
  if (/^\d+$/.test(value)) return value.length >= 16
  if (family === 'secret') return (place === 'tight' || quoted || endsLine) && /^[A-Za-z!@#$%^&*+=]{8,}$/.test(value)
  return value.length >= 16 && (isScrambled(value) || !/^[a-z]+$/.test(value)) && /^\S+$/.test(value)
}

/** `credential=`, or `credential` and the next word, and one value without words in it. */
const isLoneCredential = (value: string, around: Around): boolean =>
  ['tight', 'assigned', 'next'].includes(around.place) && value.length >= 20 && isToken(value, 'token', around)

const isUuid = (value: string): boolean => /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(value)

/** `user:password`, or with a slash. */
const isPairOfBoth = (value: string): boolean => {
  const [, password = ''] = /^[\w.@+-]{2,64}[:/](\S{4,200})$/.exec(value) ?? []
  return !/^\/|^\d{1,5}$/.test(password) && !isMeasure(password) && /[^a-z/.-]/.test(password) && !isSlug(password)
}

import type { Found } from './found.ts'

/** What a client proves itself with in HTTP: `Authorization`, cookies, and the same words where the header's name is gone. */
export const headersIn = (text: string): readonly Found[] => [
  ...valuesOf('authorization', authorization, text),
  ...valuesOf('bearer', bearer, text),
  ...valuesOf('basicauth', basic, text).filter(({ range: [start, end] }) => isPair(text.slice(start, end))),
  ...valuesOf('basicauth', auth, text).filter(({ range: [start, end] }) => isPair(text.slice(start, end))),
  ...valuesOf('cookie', cookie, text),
]

// RFC 9110: a scheme and what it takes. In prose a colon alone says little, so a value without a scheme has a digit.
const schemes = 'Basic|Bearer|Token|ApiKey|Api-Key|Key|Negotiate|NTLM|SSWS|GenieKey|Splunk|PRIVATE-TOKEN|Bot|OAuth'
const authorization = new RegExp(
  String.raw`\b(?:Proxy-)?Authorization["']{0,2}[ \t]{0,9}(?:[:=]|=>|,)[ \t]{0,9}["']{0,2}` +
    String.raw`(?:(?:${schemes})[ \t]{1,9}(?:token=)?["']?(?<value>[^\s"'<>,;]{6,4000})` +
    String.raw`|(?:Digest|Hawk|AWS4-HMAC-SHA256|OAuth)[ \t](?<all>[^\n'<>]{10,2000})` +
    String.raw`|(?<bare>(?=[A-Za-z_.~+/=-]{0,60}\d)[\w.~+/=-]{12,4000}))`,
  'gi',
)
const bearer =
  /\bBearer[ \t]{1,9}["']?(?<value>(?=[A-Za-z_.~+/-]{0,60}\d|[A-Za-z_.~+/-]{32})[\w.~+/-]{16,4000}={0,2})/gi
const basic = /\bBasic[ \t]{1,9}["']?(?<value>[A-Za-z\d+/]{6,2000}={0,2})/gi
/** The same in a Docker or an npm configuration. */
const auth = /(?<![A-Za-z])_?auth["']{0,2}[ \t]{0,9}[:=][ \t]{0,9}["']?(?<value>[A-Za-z\d+/]{6,2000}={0,2})/gi
/** RFC 6265: names and values, up to the end of the line or of the quotes. */
const cookie =
  /\b(?:Set-)?Cookie2?["']{0,2}[ \t]{0,9}(?:[:=]|=>)[ \t]{0,9}["']{0,2}(?<value>[\w.!#$%&*+^|~-]{1,200}=[^\s"'<>;][^\n"'<>]{0,8000})/gi

const valuesOf = (rule: string, pattern: RegExp, text: string): readonly Found[] =>
  [...text.matchAll(pattern)].flatMap(({ index, 0: whole, groups }) => {
    const value = groups?.value ?? groups?.all ?? groups?.bare ?? ''
    const start = index + whole.lastIndexOf(value)
    return isMasked(value) ? [] : [{ rule, range: [start, start + value.trimEnd().length], exact: true as const }]
  })

const isMasked = (value: string): boolean =>
  /^(?:\*+|x{3,}|\.{3,}|\$.*|\{.*|\[.*|%[A-Z_]+%|<.*|(?:redacted|hidden|removed|masked|token|null|none|undefined).?)$/i.test(
    value,
  )

/** Base64 of `user:password`. */
const isPair = (value: string): boolean => /^[\x20-\x39\x3b-\x7e]*:[\x20-\x7e]+$/.test(atobOrEmpty(value.slice(0, 400)))

const atobOrEmpty = (value: string): string => Buffer.from(value, 'base64').toString('latin1')

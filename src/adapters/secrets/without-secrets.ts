import { createHash } from 'node:crypto'
import { addressesIn } from './addresses.ts'
import { columnsIn } from './columns.ts'
import { commandLinesIn } from './command-lines.ts'
import { type Found, merged } from './found.ts'
import { headersIn } from './headers.ts'
import { jwtsIn } from './jwt.ts'
import { keysIn } from './keys.ts'
import { namedValuesIn } from './named-values.ts'
import { joinedOf, plainOf } from './plain.ts'
import { scannedIn } from './scanner.ts'
import { tokensIn } from './tokens.ts'
import { wholeTokens } from './whole-tokens.ts'

/** What is left of a text once everything that looks like a credential is out, and the kind of each, such as `github`. */
export type Cleaned = { readonly text: string; readonly found: readonly string[] }

/**
 * Cuts secrets out of what people wrote, before anybody looks at it: what is appended to a ledger stays there for good.
 * It is looked at as a reader sees it, without the marks that may stand in a token. Takes time in proportion to the text.
 */
export const withoutSecrets = async (text: string): Promise<Cleaned> => {
  if (text.trim() === '' || isKnownClean(text)) return { text, found: [] }
  const found = await secretsIn(text)
  if (found.length === 0) remember(text)
  const kept = found.map(({ rule, range: [, end] }, index) => {
    return `[removed: ${rule}]${text.slice(end, found[index + 1]?.range[0])}`
  })
  return { text: `${text.slice(0, found[0]?.range[0])}${kept.join('')}`, found: found.map(({ rule }) => rule) }
}

/** Each read brings the talk of an incident again. Of a text in which something was found nothing is kept. */
const clean = new Set<string>()

/** By digests of 44 characters: some two megabytes. */
const mostRemembered = 20_000

const digestOf = (text: string): string => createHash('sha256').update(text).digest('base64')

/** Whether this text was scanned in this process, and nothing was found in it. */
export const isKnownClean = (text: string): boolean => clean.has(digestOf(text))

const remember = (text: string): void => {
  const [oldest] = clean
  if (clean.size >= mostRemembered && oldest !== undefined) clean.delete(oldest)
  clean.add(digestOf(text))
}

const secretsIn = async (text: string): Promise<readonly Found[]> => {
  const plain = plainOf(text)
  const joined = joinedOf(plain.text)
  const broken = tokensIn(joined.text).map(({ rule, range }) => ({ rule, range: joined.origin(range) }))
  const found = [
    ...keysIn(plain.text),
    ...jwtsIn(plain.text),
    ...tokensIn(plain.text),
    ...broken,
    ...(await scannedIn(plain.text)),
    ...headersIn(plain.text),
    ...addressesIn(plain.text),
    ...commandLinesIn(plain.text),
    ...namedValuesIn(plain.text),
    ...columnsIn(plain.text),
  ]
  return merged(wholeTokens(plain.text, found).map(one => ({ ...one, range: plain.origin(one.range) })))
}

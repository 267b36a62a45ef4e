import { createHash } from 'node:crypto'

/** So many texts are remembered, by digests of 44 characters: some two megabytes. */
const most = 20_000

const clean = new Set<string>()

const digestOf = (text: string): string => createHash('sha256').update(text).digest('base64')

/** Whether this text was scanned in this process, and nothing was cut out of it: talk comes with every read of its window. */
export const isKnownClean = (text: string): boolean => clean.has(digestOf(text))

/** Remembers that nothing was cut out of a text. Of what was, nothing is remembered. */
export const rememberClean = (text: string): void => {
  const [oldest] = clean
  if (clean.size >= most && oldest !== undefined) clean.delete(oldest)
  clean.add(digestOf(text))
}

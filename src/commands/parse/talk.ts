import { createHash } from 'node:crypto'

/** So many texts are remembered, by digests of 44 characters: less than a megabyte. */
const most = 10_000

const talk = new Set<string>()

const digestOf = (text: string, byEmail: boolean): string =>
  `${createHash('sha256').update(text).digest('base64')}${byEmail ? '@' : ''}`

/**
 * Remembers which texts hold no command, by what they say: they come with every read until the window has passed them.
 * Nothing else is remembered, for what holds a command is in the record from then on.
 */
export const unlessTalk = <One>(text: string, byEmail: boolean, read: () => readonly One[]): readonly One[] => {
  if (!/\S/.test(text)) return []
  const digest = digestOf(text, byEmail)
  if (talk.has(digest)) return []
  const found = read()
  if (found.length > 0) return found
  const [oldest] = talk
  if (talk.size >= most && oldest !== undefined) talk.delete(oldest)
  talk.add(digest)
  return found
}

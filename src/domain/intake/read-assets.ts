import { mostOfAssetName } from '../terms/asset.ts'

/** Something that is affected, as whoever reported it called it, and what was said of it. */
export type Reported = { readonly name: string; readonly note: string }

const mostAssets = 200
const mostOfLine = 2_000

// a quote, a bullet or a number, a task's box
const listMark = /^\s*(?:>\s*)*(?:(?:[-*+]|\d{1,9}[.)])\s+)?(?:\[[ xX]\]\s+)?/

const divisions = [' - ', ' – ', ': ', ', ', ' (']

const split = (line: string): Reported => {
  const [at, by] = divisions
    .map(division => [line.indexOf(division), division] as const)
    .filter(([index]) => index >= 0)
    .reduce(([first, one], [index, other]) => (index < first ? [index, other] : [first, one]), [line.length, ''])
  const note = line.slice(at + by.length).trim()
  return { name: line.slice(0, at).trim(), note: by === ' (' ? note.replace(/\)$/, '') : note }
}

// what people write into a field because it is there
const nothings =
  /^(?:n\/?a|none|nothing|no|yes|nil|we|i|it|see|the|unknown|unclear|tbd|various|many|several|some|everything|all|idk|maybe|not|pending|others|more|rest|etc)$/i

const isNameable = (text: string): boolean => text.length <= mostOfAssetName && /[\p{L}\p{N}]/u.test(text)

const isWord = (text: string): boolean =>
  !/\s/.test(text) && isNameable(text) && !nothings.test(text.replace(/[.!?]+$/, ''))

/** More than a word of a sentence: a digit, or a mark inside it. */
const isIdentifier = (word: string): boolean => isWord(word) && /\d|[\p{L}\p{N}][-._/:@][\p{L}\p{N}]/u.test(word)

/** Emphasis and links are how a name looks, not what it is; `*.example.com` and `web_1` stay. */
const bare = (text: string): string =>
  text
    .replace(/\[([^[\]]{1,200})\]\([^()\s]{1,500}\)/g, '$1')
    .replace(/<(https?:\/\/[^\s<>]{1,500})>/g, '$1')
    .replace(/(?<![^\s,;(])(["'“‘«])([^"'“”‘’«»]{1,200})["'”’»](?=[\s,;)]|$)/g, '$2')
    .replace(/:$/, '')
    .replace(/(\*{1,3})(?=[^\s*])([^*]{1,200}?)(?<=\S)\1/g, '$2')
    .replace(/(?<![\p{L}\d_])(_{1,3})(?=[^\s_])([^*]{1,200}?)(?<=[^\s_])\1(?![\p{L}\d_])/gu, '$2')

/** Names at the beginning, and then something said of them: `web-01, web-02, 2 others`. */
const severalWithNote = (parts: readonly string[]): readonly Reported[] => {
  const end = parts.findIndex(part => !isIdentifier(part))
  if (end < 2) return []
  const note = parts.slice(end).join(', ')
  return parts.slice(0, end).map((name, index) => ({ name, note: index === end - 1 ? note : '' }))
}

/** Several names in code, with nothing but commas between them: `` `web-1`, `web-2` ``. */
const codes = (line: string): readonly Reported[] => {
  const names = [...line.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name.trim())
  const between = line.replace(/`[^`]+`/g, '').replace(/\band\b/g, '')
  return names.length > 1 && /^[\s,;&+]*$/.test(between) && names.every(isNameable)
    ? names.map(name => ({ name, note: '' }))
    : []
}

/** Each with its own note: `web-1 (primary), web-2 (standby)`, `web-1: the page; web-2: the shop`. */
const severalNoted = (line: string): readonly Reported[] => {
  const parts = line.split(/\s*[;,]\s+(?![^()]*\))/)
  const found = parts.map(part => /^(\S+?)(?:\s+\(([^()]+)\)|:\s+(\S.*)|\s+[-–—]\s+(\S.*))?$/.exec(part))
  return parts.length > 1 && found.every(one => isIdentifier(one?.[1] ?? ''))
    ? found.map(one => ({ name: one?.[1] ?? '', note: (one?.[2] ?? one?.[3] ?? one?.[4] ?? '').trim() }))
    : []
}

/** One line of the answer: several names, or a name and what was said of it; prose names nothing. */
const readLine = (line: string): readonly Reported[] => {
  const [mark = ''] = listMark.exec(line) ?? []
  const rest = bare(line.slice(mark.length).trim())
  const inCode = codes(rest)
  if (inCode.length > 0) return inCode
  const [, code, after = ''] = /^`([^`]+)`(.*)$/.exec(rest) ?? []
  if (code !== undefined) return isNameable(code) ? [{ name: code.trim(), note: noteOf(after) }] : []
  const plain = rest.replaceAll('`', '')
  const names = plain.split(/\s*[,;]\s*(?:and\s+)?|\s+(?:and|&|\+|\/)\s+/).filter(part => part !== '')
  if (names.length > 1 && names.every(isWord)) return names.map(name => ({ name, note: '' }))
  const noted = severalNoted(plain)
  if (noted.length > 0) return noted
  const several = severalWithNote(names)
  if (several.length > 0) return several
  const { name, note } = split(plain)
  if (isWord(name)) return [{ name, note }]
  // what the form offers as a box is a name, however many words it has
  if (/\[[xX]\]/.test(mark) && isNameable(plain)) return [{ name: plain, note: '' }]
  const [first = '', ...others] = plain.split(/\s+/)
  return isIdentifier(first) ? [{ name: first, note: others.join(' ') }] : []
}

const noteOf = (text: string): string => split(`x${text}`).note || text.trim()

/** A box that was offered and not ticked: not affected. */
export const isUnticked = (line: string): boolean => /\[ \]/.test(listMark.exec(line)?.[0] ?? '')

/**
 * What the form's answer names as affected: a name of one word, or one in backticks, on a line, then what was said of it; or
 * several names with commas between them. A line of prose names nothing, and is left: the answer itself is kept anyway.
 */
export const assetsIn = (text: string): readonly Reported[] => {
  const found = new Map<string, Reported>()
  let fenced = false
  for (const line of text.split(/\r\n|[\r\n]/)) {
    if (/^\s*(?:```|~~~)/.test(line)) fenced = !fenced
    if (
      fenced ||
      isUnticked(line) ||
      line.length > mostOfLine ||
      line.trim() === '_No response_' ||
      /^\s*(?:```|~~~)/.test(line)
    )
      continue
    for (const asset of readLine(line)) {
      const key = asset.name.toLowerCase()
      if (found.size < mostAssets && !isSecretMark(asset.name) && !found.has(key)) found.set(key, asset)
    }
  }
  return [...found.values()]
}

/** What the scanner left of a secret, or a key's id: no name for anything. */
export const isSecretMark = (name: string): boolean =>
  /^\[removed\b/i.test(name) || /^(?:AKIA|ASIA)[A-Z0-9]{12,}$/.test(name)

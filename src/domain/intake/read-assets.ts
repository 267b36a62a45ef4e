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
  /^(?:n\/?a|none|nothing|no|yes|nil|we|i|it|see|the|unknown|unclear|tbd|various|many|several|some|everything|all|idk|maybe|not|pending)$/i

const isNameable = (text: string): boolean => text.length <= mostOfAssetName && /[\p{L}\p{N}]/u.test(text)

const isWord = (text: string): boolean =>
  !/\s/.test(text) && isNameable(text) && !nothings.test(text.replace(/[.!?]+$/, ''))

/** More than a word of a sentence: a digit, or a mark inside it. */
const isIdentifier = (word: string): boolean => isWord(word) && /\d|[\p{L}\p{N}][-._/:@][\p{L}\p{N}]/u.test(word)

/** One line of the answer: several names, or a name and what was said of it; prose names nothing. */
const readLine = (line: string): readonly Reported[] => {
  const [mark = ''] = listMark.exec(line) ?? []
  const rest = line.slice(mark.length).trim()
  const [, code, after = ''] = /^`([^`]+)`(.*)$/.exec(rest) ?? []
  if (code !== undefined) return isNameable(code) ? [{ name: code.trim(), note: noteOf(after) }] : []
  const plain = rest.replaceAll('`', '')
  const names = plain.split(/\s*[,;]\s*(?:and\s+)?|\s+(?:and|&)\s+/).filter(part => part !== '')
  if (names.length > 1 && names.every(isWord)) return names.map(name => ({ name, note: '' }))
  const { name, note } = split(plain)
  if (isWord(name)) return [{ name, note }]
  const [first = '', ...others] = plain.split(/\s+/)
  return isIdentifier(first) ? [{ name: first, note: others.join(' ') }] : []
}

const noteOf = (text: string): string => split(`x${text}`).note || text.trim()

/**
 * What the form's answer names as affected: a name of one word, or one in backticks, on a line, then what was said of it; or
 * several names with commas between them. A line of prose names nothing, and is left: the answer itself is kept anyway.
 */
export const assetsIn = (text: string): readonly Reported[] => {
  const found = new Map<string, Reported>()
  let fenced = false
  for (const line of text.split(/\r\n|[\r\n]/)) {
    if (/^\s*(?:```|~~~)/.test(line)) fenced = !fenced
    if (fenced || line.length > mostOfLine || line.trim() === '_No response_' || /^\s*(?:```|~~~)/.test(line)) continue
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

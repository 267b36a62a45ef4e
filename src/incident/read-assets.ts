import { mostOfAssetName } from './asset.ts'

/** Something that is affected, as whoever reported it called it, and what was said of it. */
export type Reported = { readonly name: string; readonly note: string }

const mostAssets = 20
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
  /^(?:n\/?a|none|nothing|no|yes|unknown|unclear|tbd|various|many|several|everything|all(?: of (?:it|them))?|(?:not|un)?\s?(?:known|sure|clear)(?: yet)?|no idea|don.?t know|not yet)$/i

const isNothing = (name: string): boolean => nothings.test(name.replace(/[.!?]+$/, ''))

const isName = (name: string): boolean =>
  !isNothing(name) && name.length <= mostOfAssetName && name.split(/\s+/).length <= 3 && /[\p{L}\p{N}]/u.test(name)

/**
 * What the form's answer names as affected: one on a line, a name of three words at most, then what was said of it.
 * A line of prose names nothing, and is left: the answer itself stands in the record anyway.
 */
export const assetsIn = (text: string): readonly Reported[] => {
  const found = new Map<string, Reported>()
  for (const line of text.split(/\r\n|[\r\n]/)) {
    if (found.size === mostAssets) break
    if (line.length > mostOfLine) continue
    const asset = split(line.replace(listMark, '').replaceAll('`', '').trim())
    const key = asset.name.toLowerCase()
    if (isName(asset.name) && !found.has(key)) found.set(key, asset)
  }
  return [...found.values()]
}

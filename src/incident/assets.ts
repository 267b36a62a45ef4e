/** Something that is affected, as whoever reported it called it, and what was said of it. */
export type Asset = { readonly name: string; readonly note: string }

const mostAssets = 20
const mostOfName = 60
const mostOfLine = 2_000

// a quote, a bullet or a number, a task's box
const listMark = /^\s*(?:>\s*)*(?:(?:[-*+]|\d{1,9}[.)])\s+)?(?:\[[ xX]\]\s+)?/

const divisions = [' - ', ' – ', ': ', ', ', ' (']

const split = (line: string): Asset => {
  const [at, by] = divisions
    .map(division => [line.indexOf(division), division] as const)
    .filter(([index]) => index >= 0)
    .reduce(([first, one], [index, other]) => (index < first ? [index, other] : [first, one]), [line.length, ''])
  const note = line.slice(at + by.length).trim()
  return { name: line.slice(0, at).trim(), note: by === ' (' ? note.replace(/\)$/, '') : note }
}

const isName = (name: string): boolean =>
  name.length <= mostOfName && name.split(/\s+/).length <= 3 && /[\p{L}\p{N}]/u.test(name)

/**
 * What the form's answer names as affected: one on a line, a name of three words at most, then what was said of it.
 * A line of prose names nothing, and is left: the answer itself stands in the record anyway.
 */
export const assetsIn = (text: string): readonly Asset[] => {
  const found = new Map<string, Asset>()
  for (const line of text.split(/\r\n|[\r\n]/)) {
    if (found.size === mostAssets) break
    if (line.length > mostOfLine) continue
    const asset = split(line.replace(listMark, '').replaceAll('`', '').trim())
    const key = asset.name.toLowerCase()
    if (isName(asset.name) && !found.has(key)) found.set(key, asset)
  }
  return [...found.values()]
}

const mostOfId = 40

/** A name as it can stand in an id, at most 40 characters: `db.example.com` is `db-example-com`. null: nothing is left. */
export const assetId = (name: string): string | null => {
  const plain = name
    .normalize('NFKD')
    .toLowerCase()
    // an accent on a letter goes without leaving a hyphen
    .replace(/\p{M}+/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-/, '')
    .slice(0, mostOfId)
    .replace(/-$/, '')
  return plain === '' ? null : plain
}

/** What somebody meant as a command: its name, and what stands after it. */
export type Read =
  | { readonly is: 'command'; readonly name: string; readonly text: string }
  /** The slash, the name or the space after it is not what it looks like. */
  | { readonly is: 'unclean'; readonly character: string }

const clean = /^\/([a-z][a-z0-9-]*):?(?:[ \t]+(.*))?$/is

/** A line that begins like a command, by a grammar of plain ASCII: one that only looks right is told apart. */
export const readLine = (line: string): Read => {
  const [, name, text = ''] = clean.exec(line) ?? []
  if (name !== undefined) return { is: 'command', name: name.toLowerCase(), text: text.trim() }
  // What begins like a command and is none has something else than ASCII in its beginning.
  return { is: 'unclean', character: foreign(line) ?? '/' }
}

/** The first character that is not plain ASCII. */
export const foreign = (text: string): string | null => /[^\t\x20-\x7e]/u.exec(text)?.[0] ?? null

/** The name among `names` that somebody most likely meant. */
export const nearest = (word: string, names: readonly string[]): string | null => {
  if (word.length > 30) return null
  const near = names
    .map(name => ({ name, far: distance(word, name) }))
    .filter(({ name, far }) => far <= (name.length < 4 ? 1 : 2))
    .toSorted((a, b) => a.far - b.far)
  return near[0]?.name ?? null
}

/** How many letters must be put in, taken out, changed or swapped with their neighbour. */
const distance = (a: string, b: string): number => {
  let [before, last]: [readonly number[], readonly number[]] = [[], Array.from({ length: b.length + 1 }, (_, j) => j)]
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i]
    for (let j = 1; j <= b.length; j += 1) {
      const changed = (last[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      const isSwapped = a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      const swapped = isSwapped ? (before[j - 2] ?? 0) + 1 : changed
      row.push(Math.min(changed, swapped, (last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1))
    }
    before = last
    last = row
  }
  return last[b.length] ?? 0
}

/** The one among `names` that somebody most likely meant, for what a word of a command stands for. */
export const nearest = (word: string, names: readonly string[]): string | null => {
  if (word.length > 30 || word === '') return null
  const bare = word.replace(/[^\p{L}\p{N}:]/gu, '')
  const same = names.find(name => name.replaceAll('-', '') === bare)
  if (same !== undefined) return same
  const near = names
    .map(name => ({ name, far: distance(word, name) }))
    .filter(({ name, far }) => far <= (name.length < 4 ? 1 : 2))
    .toSorted((a, b) => a.far - b.far)
  if (near[0] !== undefined) return near[0].name
  // `cause` says enough where only `find-cause` has that word
  const having = names.filter(name => name.split(/[-:]/).includes(word))
  return having.length === 1 ? (having[0] ?? null) : null
}

/** The name that is one letter from the word: put in, taken out, changed, or swapped with its neighbour. */
export const oneLetterFrom = (word: string, names: readonly string[]): string | null =>
  names.find(name => isOneLetterFrom(word, name)) ?? null

const isOneLetterFrom = (word: string, name: string): boolean => {
  const longer = word.length - name.length
  if (word === name || longer < -1 || longer > 1) return false
  let same = 0
  while (same < word.length && word[same] === name[same]) same += 1
  const rest = (text: string, skipped: number): string => text.slice(same + skipped)
  if (longer !== 0) return longer > 0 ? rest(word, 1) === rest(name, 0) : rest(word, 0) === rest(name, 1)
  const isSwapped = word[same] === name[same + 1] && word[same + 1] === name[same]
  return rest(word, 1) === rest(name, 1) || (isSwapped && rest(word, 2) === rest(name, 2))
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

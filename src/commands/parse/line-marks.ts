const marks = ['hidden', 'link', 'mathematics', 'struck'] as const
export type Mark = (typeof marks)[number]

/** Which lines of a paragraph begin within something. To mark a stretch costs the same, however many lines are in it. */
export type LineMarks = {
  /** The lines that begin after `from` and not after `to`. */
  readonly mark: (mark: Mark, from: number, to: number) => void
  /** After the last mark is set. */
  readonly at: (line: number) => Mark | null
}

/** `starts` are the places at which the lines begin, in their order. */
export const lineMarks = (starts: readonly number[]): LineMarks => {
  if (starts.length === 0) return { mark: () => {}, at: () => null }
  // by how much the count of stretches changes with each line
  const changes = new Map<Mark, number[]>()
  const sums = new Map<Mark, readonly number[]>()
  const add = (mark: Mark, line: number, by: number): void => {
    const change = changes.get(mark) ?? new Array<number>(starts.length + 1).fill(0)
    change[line] = (change[line] ?? 0) + by
    changes.set(mark, change)
  }
  return {
    mark: (mark, from, to) => {
      const [first, last] = [firstAfter(starts, from), firstAfter(starts, to)]
      if (first >= last) return
      add(mark, first, 1)
      add(mark, last, -1)
    },
    at: line => {
      if (sums.size < changes.size) for (const [mark, change] of changes) sums.set(mark, sumUp(change))
      return marks.find(mark => (sums.get(mark)?.[line] ?? 0) > 0) ?? null
    },
  }
}

const firstAfter = (starts: readonly number[], at: number): number => {
  let [low, high] = [0, starts.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((starts[middle] ?? 0) > at) high = middle
    else low = middle + 1
  }
  return low
}

const sumUp = (changes: readonly number[]): readonly number[] => {
  let sum = 0
  return changes.map(change => {
    sum += change
    return sum
  })
}

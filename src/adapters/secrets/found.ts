/** From `start` up to, and without, `end`, in UTF-16 code units of the text. */
export type Range = readonly [start: number, end: number]

/**
 * Something that looks like a secret, and the rule that says so. `exact`: the range is all of it; of the others what is
 * attached to them is cut as well.
 */
export type Found = { readonly rule: string; readonly range: Range; readonly exact?: true }

/** By where they begin; of those that begin together the first one stays first. */
export const inOrder = (found: readonly Found[]): readonly Found[] => found.toSorted((a, b) => a.range[0] - b.range[0])

/** In their order, overlapping and adjacent ones as one: two rules may know the same secret. */
export const merged = (found: readonly Found[]): readonly Found[] => {
  const apart: Found[] = []
  for (const next of inOrder(found)) {
    const last = apart.at(-1)
    if (last === undefined || next.range[0] > last.range[1]) apart.push(next)
    else apart[apart.length - 1] = { ...last, range: [last.range[0], Math.max(last.range[1], next.range[1])] }
  }
  return apart
}

export const isWithin = ([start, end]: Range, outer: Range): boolean => start >= outer[0] && end <= outer[1]

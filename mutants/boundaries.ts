/** One small change of a file: what stood at an offset, and what stands there instead. */
export type Mutation = { readonly at: number; readonly line: number; readonly from: string; readonly to: string }

/** Operators at the edges of what a rule or a command decides, and what each is turned into. Spaces keep types out. */
const swaps: readonly (readonly [string, string])[] = [
  [' < ', ' <= '],
  [' <= ', ' < '],
  [' > ', ' >= '],
  [' >= ', ' > '],
  [' === ', ' !== '],
  [' !== ', ' === '],
  [' && ', ' || '],
  [' || ', ' && '],
  [' + ', ' - '],
  ['.every(', '.some('],
  ['.some(', '.every('],
  ['.at(-1)', '.at(0)'],
]

/** Comments, strings and regular expressions, blanked but as long as they were. */
const codeOf = (text: string): string =>
  text.replace(
    /\/\*[\s\S]*?\*\/|\/\/[^\n]*|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`|\/(?![*/ ])(?:[^/\\\n]|\\.)+\/[a-z]*/g,
    found => found.replace(/[^\n]/g, '_'),
  )

const lineAt = (text: string, at: number): number => text.slice(0, at).split('\n').length

const found = (code: string, pattern: RegExp, to: (from: string) => string): readonly Omit<Mutation, 'line'>[] =>
  [...code.matchAll(pattern)].map(({ 0: from, index: at }) => ({ at, from, to: to(from) }))

const escaped = (text: string): string => text.replace(/[.()]/g, '\\$&').replace('+', '\\+').replaceAll('|', '\\|')

/** Every operator swapped, every number one more, every early return of nothing left out: one at a time. */
export const mutationsOf = (text: string): readonly Mutation[] => {
  const code = codeOf(text)
  return [
    ...swaps.flatMap(([from, to]) => found(code, new RegExp(escaped(from), 'g'), () => to)),
    ...found(code, /(?<![\w.])\d[\d_]*(?![\w.])/g, from => String(Number(from.replaceAll('_', '')) + 1)),
    ...found(code, /\bif \((?=[^\n]*\) return\b)/g, () => 'if (1 > 2 && '),
  ]
    .map(one => ({ ...one, line: lineAt(text, one.at) }))
    .toSorted((a, b) => a.at - b.at)
}

/** The text with one mutation in it. */
export const mutated = (text: string, { at, from, to }: Mutation): string =>
  text.slice(0, at) + to + text.slice(at + from.length)

/** The test files in which the loss of a boundary of this file should be noticed. */
export const testsFor = (file: string, exists: (path: string) => boolean): readonly string[] => {
  const own = file.replace(/^src\//, 'test/').replace(/\.ts$/, '.test.ts')
  if (exists(own)) return [own]
  const room = own.split('/').slice(0, -1).join('/')
  return exists(room) ? [room] : [own.split('/').slice(0, 2).join('/')]
}

import { type Document, isAlias, isMap, isScalar, isSeq, LineCounter, parseDocument } from 'yaml'
import { escapeCell } from '../text/escape.ts'
import { quote } from '../text/quote.ts'
import type { Problem } from './problem.ts'

/** What a YAML file says, each part with its line. Nothing of it is an object yet, so no key can be a special one. */
export type Value = { readonly line: number } & (
  | { readonly is: 'scalar'; readonly value: unknown }
  | { readonly is: 'list'; readonly items: readonly Value[] }
  | { readonly is: 'mapping'; readonly entries: readonly Entry[] }
)
export type Entry = { readonly key: string; readonly line: number; readonly value: Value }

const example = 'lines such as `severity: SEV-2`'

type Reading = { readonly entries: readonly Entry[]; readonly problems: readonly Problem[] }
type YamlContext = { readonly file: string; readonly lineAt: (node: unknown) => number; readonly problems: Problem[] }

const rangeOf = (node: unknown): readonly [number, number] => {
  const range = typeof node === 'object' && node !== null && 'range' in node ? node.range : null
  return Array.isArray(range) ? [Number(range[0]), Number(range[1])] : [0, 0]
}

const readNode = (node: unknown, place: YamlContext): Value | null => {
  const line = place.lineAt(node)
  if (isScalar(node)) return { is: 'scalar', line, value: node.value }
  if (isSeq(node)) return { is: 'list', line, items: node.items.flatMap(item => readNode(item, place) ?? []) }
  if (isMap(node)) return { is: 'mapping', line, entries: readEntries(node.items, place) }
  const says = isAlias(node) ? `\`*\` is an alias for ${quote(node.source)}` : 'There is no value here'
  place.problems.push({
    file: place.file,
    line,
    says,
    expected: 'the value itself, written out: aliases are not supported',
  })
  return null
}

type Pair = { readonly key: unknown; readonly value: unknown }

const readEntries = (pairs: readonly Pair[], place: YamlContext): Entry[] => {
  const names = pairs.map(({ key }) => (isScalar(key) ? String(key.value) : ''))
  const counts = Map.groupBy(names, name => name)
  return pairs.flatMap(({ key, value }, i) => {
    const name = names[i] ?? ''
    const line = place.lineAt(key)
    if ((counts.get(name)?.length ?? 0) > 1) {
      // Which of them was meant cannot be known, so none of them counts.
      const expected = 'each key once; until then all of them are ignored'
      place.problems.push({ file: place.file, line, says: `${quote(name)} appears more than once`, expected })
      return []
    }
    const read = readNode(value, place)
    return read ? [{ key: name, line, value: read }] : []
  })
}

const lastLineOf = (node: unknown, lines: LineCounter): number => lines.linePos(Math.max(0, rangeOf(node)[1] - 1)).line

// `- @alice` is no YAML, but everybody writes it and it can mean one thing only.
const isAt = (code: string, text: string, offset: number) => code === 'BAD_SCALAR_START' && text[offset] === '@'

const faults = (document: Document, text: string) =>
  [...document.errors, ...document.warnings]
    .filter(({ code, pos }) => code !== 'DUPLICATE_KEY' && !isAt(code, text, pos[0]))
    .map(({ message, pos }) => ({ message, pos }))

/**
 * The keys of a YAML file (core schema), and everything wrong with it. What stands whole above a mistake is kept, what
 * comes after it is not, for nobody knows how it was meant. `above` is how many lines of the file come before the text.
 */
export const readYaml = (file: string, text: string, above = 0): Reading => {
  const lines = new LineCounter()
  const document = parseDocument(text, { schema: 'core', prettyErrors: false, lineCounter: lines, logLevel: 'error' })
  const wrong = faults(document, text).map(fault => ({ ...fault, line: lines.linePos(fault.pos[0]).line }))
  const problems: Problem[] = wrong.map(({ line, message }) => ({
    file,
    line: line + above,
    says: `Invalid YAML: ${escapeCell(message)}`,
    expected: example,
  }))
  const { contents } = document
  if (contents === null) return { entries: [], problems }
  if (!isMap(contents)) {
    problems.push({ file, line: above + 1, says: 'No keys with values here', expected: example })
    return { entries: [], problems }
  }
  const broken = Math.min(...wrong.map(({ line }) => line))
  const whole = contents.items.filter(pair => lastLineOf(pair.value, lines) < broken)
  const lineAt = (node: unknown) => lines.linePos(rangeOf(node)[0]).line + above
  const entries = readEntries(whole, { file, lineAt, problems })
  return { entries, problems }
}

import type { Found } from './found.ts'
import { looksSecret, type ValuePlace } from './looks-secret.ts'
import { type Family, familyNames, isAboutSecret, tellingWord } from './telling-names.ts'

/**
 * `name = value` in all the ways that people and programs write it, for names that tell: environments, JSON, YAML, INI,
 * XML, tables, addresses, options of a command, and sentences.
 */
export const namedValuesIn = (text: string): readonly Found[] => {
  const found: Found[] = []
  const runs = runsOf(text)
  let past = 0
  for (const name of namesIn(text)) {
    // `secret=SecretAccessKey:` and the value below: what one name has for its value is the name of the next
    if (name.start < past && name.end < past) continue
    const value = valueBeside(text, name, runs)
    if (value === null) continue
    found.push({ rule: name.family, range: value, exact: true })
    past = value[1]
  }
  return found
}

/** Every identifier with a telling word in it, once; of several words the last one tells. */
const namesIn = (text: string): readonly Name[] => {
  const names: Name[] = []
  for (const { index, 0: word, groups } of text.matchAll(tellingWord())) {
    // without regard to case `Pass` within a word is also the end of `bypass`
    if (word === 'pass' && /[A-Za-z\d]/.test(text.charAt(index - 1))) continue
    const end = index + word.length
    const last = names.at(-1)
    const family = familyOf(groups ?? {})
    if (last !== undefined && end <= last.end) names[names.length - 1] = { ...last, family, word: end }
    else names.push({ ...identifierAround(text, index, end), family, word: end })
  }
  return names
}

/** `word`: where its telling word ends. */
type Name = { readonly start: number; readonly end: number; readonly word: number; readonly family: Family }

/** The pattern's groups are the families: of each match one took part. */
const familyOf = (groups: Readonly<Record<string, string | undefined>>): Family =>
  familyNames.find(name => groups[name] !== undefined) ?? 'token'

const identifierAround = (text: string, from: number, to: number): Pick<Name, 'start' | 'end'> => {
  const before = /[\w.-]*$/.exec(text.slice(Math.max(0, from - 60), from))?.[0] ?? ''
  const after = /^[\w.-]{0,60}/.exec(text.slice(to, to + 60))?.[0].replace(/[.-]+$/, '') ?? ''
  return { start: from - before.length, end: to + after.length }
}

type Separator = { readonly place: ValuePlace; readonly after: RegExp }

const quoteOrNot = String.raw`["')\]]{0,3}`
const remark = String.raw`(?:[ \t]{0,3}[([][^()[\]\n]{0,40}[)\]])?`
const open = String.raw`[ \t]{0,9}[$@rbuf]?(?=["'])|[ \t]{0,80}(?:[([{][ \t]?)?`

/** From the end of the name to the beginning of the value, as sure as it is that one follows. */
const separators: readonly Separator[] = [
  // with a type before the sign, as languages have it
  { place: 'tight', after: new RegExp(`${quoteOrNot}(?:: ?[A-Za-z]{2,20})?(?:=>|:=|={1,3})(?:${open})`, 'y') },
  {
    place: 'assigned',
    after: new RegExp(
      `${quoteOrNot}${remark}(?:[ \\t]{0,80}: ?[A-Za-z]{2,20})?[ \\t]{0,80}(?:=>|:=|={1,3})(?:${open})`,
      'y',
    ),
  },
  { place: 'assigned', after: new RegExp(`${quoteOrNot}${remark}[ \\t]{0,80}:{1,2}(?:${open})`, 'y') },
  // XML, by element and by attribute; Kubernetes
  { place: 'element', after: /(?:\s[^<>\n]{0,120})?>\s{0,40}/y },
  { place: 'tight', after: /["']?[ \t\n,]{1,60}["']?value["']?[ \t]{0,9}[:=][ \t]{0,9}/iy },
  {
    place: 'prose',
    after:
      /["']?[ \t]{1,4}(?:is|was|are|ist|war|est|es|=|→|->|=>|to|now|changed to|set to|reset to)(?::|[ \t]now|[ \t]still)?[ \t]{1,4}/iy,
  },
  // in languages that put no space around "is"
  { place: 'prose', after: /["']?[ \t]?(?:是|为|為|は|は、|는|은)[:：]?[ \t]{0,4}/y },
  {
    place: 'prose',
    after:
      /["']?[ \t]{1,4}(?:for|of|on|to|at|in|from)[ \t][^\s:=]{1,60}(?:[ \t][^\s:=]{1,40}){0,3}?(?:[ \t]?[:=]|[ \t](?:is|was))[ \t]{1,4}/iy,
  },
  { place: 'table', after: /["']?(?:[ \t]{1,40}\|[ \t]{1,40}|[ \t]{0,9}\t[ \t]{0,40}|[ \t]{0,9},[ \t]?(?=["']))/y },
  // on a line of its own, below a heading or a colon
  {
    place: 'below',
    after: /["':*= \t]{0,6}\r?\n(?:[ \t>]{0,20}\r?\n){0,2}[ \t>]{0,20}(?:["]{3}\w{0,12}\r?\n)?[ \t]{0,20}/y,
  },
  { place: 'next', after: /["']?[ \t]{1,4}/y },
]

const valueBeside = (text: string, name: Name, runs: Runs): Found['range'] | null => {
  const { family } = name
  const before = text.charAt(name.start - 1)
  const written = text.slice(name.start, name.end)
  for (const { place, after } of separators) {
    if (place === 'element' && before !== '<') continue
    after.lastIndex = name.end
    const separator = after.exec(text)
    if (separator === null) continue
    const value = valueAt(text, name.end + separator[0].length, /[?&]/.test(before), runs)
    const seen = text.slice(value.start, Math.min(value.end, value.start + seenOf))
    // `token=AWS_SECRET_ACCESS_KEY="..."`: the inner name has the value
    if (seen === '' || innerName.test(seen) || (place === 'below' && !value.endsLine && family !== 'aws')) continue
    const isOption = place === 'next' && (written.startsWith('-') || before === '-')
    const around = { place: isOption ? ('option' as const) : place, ...value, name: written }
    if (!looksSecret(seen, family, around)) continue
    const [rest, ahead] = [text.slice(name.word, name.end), text.slice(Math.max(0, name.start - 12), name.start)]
    return isAboutSecret(written, rest, ahead) ? null : [value.start, value.end]
  }
  return null
}

const innerName = /^[\w.-]{0,60}(?:password|secret|token|[_-]key|apikey)[\w-]{0,20}[=:]/i

/** Where runs without white space, quotes or angle brackets end: each is measured once. */
type Runs = (from: number) => number

const runsOf = (text: string): Runs => {
  let [begin, end] = [0, -1]
  return from => {
    if (from >= begin && from <= end) return end
    const stop = /[\s"'<>]/g
    stop.lastIndex = from
    const found = stop.exec(text)?.index ?? text.length
    ;[begin, end] = [from, found]
    return found
  }
}

type Value = { readonly start: number; readonly end: number; readonly quoted: boolean; readonly endsLine: boolean }

const valueAt = (text: string, from: number, inQuery: boolean, runs: Runs): Value => {
  const quote = /["']{1,3}/y
  quote.lastIndex = from
  const opened = quote.exec(text)?.[0]
  if (opened !== undefined) {
    const start = from + opened.length
    // a quoted value has no more than this, and no line break
    const line = text.slice(start, start + 4_000)
    const close = line.search(opened.startsWith('"') ? /["\n]/ : /['\n]/)
    if (close > 0 && line.charAt(close) !== '\n')
      return { start, end: start + close, quoted: true, endsLine: isLineEnd(text, start + close + 1) }
    return bare(text, start, inQuery, runs)
  }
  return bare(text, from, inQuery, runs)
}

/** As much of a value is looked at; a longer one is cut to its end. */
const seenOf = 400

const bare = (text: string, start: number, inQuery: boolean, runs: Runs): Value => {
  const end = runs(start)
  const run = text.slice(start, Math.min(end, start + seenOf))
  const next = run.search(inQuery ? /[&#]/ : /[;,&][ \t]?[A-Za-z_][\w .-]{0,40}[=:]/)
  if (next === -1 && end - start > seenOf) return { start, end, quoted: false, endsLine: isLineEnd(text, end) }
  const kept = (next === -1 ? run : run.slice(0, next)).replace(/[)\]},.;:*_|\\]{1,20}$/, '')
  return { start, end: start + kept.length, quoted: false, endsLine: isLineEnd(text, start + kept.length) }
}

const isLineEnd = (text: string, from: number): boolean =>
  /^[\s"'<>)\]},.;:*_|\\!?]{0,4}(?:\n|$)/.test(text.slice(from, from + 6))

/** What is left of a text once everything that looks like a credential is out, and how many there were. */
export type Cleaned = { readonly text: string; readonly found: number }

type Range = readonly [start: number, end: number]

type Found = { readonly rule: string; readonly range: Range }

/**
 * Cuts secrets out of what people wrote, before anybody looks at it: what is appended to a ledger stays there for good.
 * The scanner is loaded when there is something to scan, so that a run with nothing new starts light.
 */
export const withoutSecrets = async (text: string): Promise<Cleaned> => {
  if (text.trim() === '') return { text, found: 0 }
  const found = merged(wholeTokens(text, [...own(text), ...(await scan(text))]))
  const kept = found.reduceRight((rest, { rule, range: [start, end] }) => {
    return `${rest.slice(0, start)}[removed: ${rule}]${rest.slice(end)}`
  }, text)
  return { text: kept, found: found.length }
}

/** Between a name and its value, as env files, JSON (in a log, too), YAML, Ruby and Markdown have it. */
const is = String.raw`[\\"'\`*]{0,4}\s*(?:=>|:=|[:=])\s*[\\"'\`*]{0,4}`

/** In any spelling, and with what `aws configure` shows behind it. */
const secretAccessKey = String.raw`secret[ _-]?access[ _-]?key(?: \[[^\]\n]{0,40}\])?`

/** What the scanner passes over: short private keys (EC, OpenSSH), longer tokens of GitHub's, and some others. */
const patterns: Readonly<Record<string, RegExp>> = {
  privatekey:
    /-----BEGIN [A-Z ]{0,40}PRIVATE KEY(?: BLOCK)?-----[\s\S]*?(?:-----END [A-Z ]{0,40}PRIVATE KEY(?: BLOCK)?-----|$)/g,
  github: /(?<![A-Za-z0-9])(?:gh[pousr]|github_pat)_\w{36,1000}/g,
  jwt: /\beyJ[\w-]{10,2000}\.eyJ[\w-]{10,4000}\.[\w-]{10,1000}/g,
  bearer: /\bBearer [\w.~+/-]{20,2000}=*/gi,
  gcp: /\bAIza[\w-]{35}/g,
  azure: /\bAccountKey=[\w+/]{80,200}=*/g,
  // the scanner's ends at a word's boundary, which a secret that ends with a slash has not
  aws: new RegExp(`${secretAccessKey}${is}[A-Za-z0-9/+=]{40}`, 'gi'),
}

const own = (text: string): readonly Found[] =>
  Object.entries(patterns).flatMap(([rule, pattern]) =>
    [...text.matchAll(pattern)].map(match => ({ rule, range: [match.index, match.index + match[0].length] as const })),
  )

const scan = async (content: string): Promise<readonly Found[]> => {
  const [{ lintSource }, { rules }, { secretLintProfiler }] = await Promise.all([
    import('@secretlint/core'),
    import('@secretlint/secretlint-rule-preset-recommend'),
    import('@secretlint/profiler'),
  ])
  // it would keep a mark for each rule and text, for as long as the process lives
  secretLintProfiler.setEnabled(false)
  const { messages } = await lintSource({
    // Any name will do: some rules look only at files of a certain kind, and a comment is Markdown.
    source: { filePath: 'comment.md', content, ext: '.md', contentType: 'text' },
    options: {
      config: { rules: rules.filter(rule => !isSwitch(rule.meta.id)).map(rule => ({ id: rule.meta.id, rule })) },
      maskSecrets: true,
    },
  })
  return messages.map(({ ruleId, range }) => ({ rule: nameOf(ruleId), range }))
}

/**
 * The preset's rule that obeys `secretlint-disable` comments: a text must not decide whether it is scanned. It is taken
 * out here because the core ignores `disabled` for a rule inside a preset.
 */
const isSwitch = (ruleId: string): boolean => ruleId === '@secretlint/secretlint-rule-filter-comments'

const nameOf = (ruleId: string): string => ruleId.replace(/^@secretlint\/secretlint-rule-/, '')

/** Rules find the beginning of a token, its middle, or its name: what they leave of it would stay in the record. */
const wholeTokens = (text: string, found: readonly Found[]): readonly Found[] => {
  const whole: Found[] = []
  for (const { rule, range } of inOrder(found)) {
    const last = whole.at(-1)
    // A line without spaces may hold thousands: what is cut already is not measured again.
    if (last === undefined || !isWithin(range, last.range)) whole.push({ rule, range: wholeToken(text, range) })
  }
  return whole
}

const isWithin = ([start, end]: Range, outer: Range): boolean => start >= outer[0] && end <= outer[1]

const wholeToken = (text: string, [start, end]: Range): Range => {
  const value = endOf(named, text, start)
  // The range may end before its value begins: some rules count the value's length from the beginning of its name.
  return value > start ? [value, tokenEnd(text, Math.max(value, end))] : [tokenStart(text, start), tokenEnd(text, end)]
}

/** The names that a rule's range may begin with: they stay in the text. */
const named = new RegExp(`["']?(?:(?:aws)?_?${secretAccessKey}|AccountKey)${is}`, 'iy')

/** Up to white space, quotes and angle brackets, less the punctuation and markup that closes a phrase. */
const tokenEnd = (text: string, from: number): number => {
  let end = endOf(/[!#-&(-;=?-_a-~]*/y, text, from)
  while (end > from && /[)\]}.,;:!?*_~|\\]/.test(text.charAt(end - 1))) end -= 1
  return end
}

/** As far back as keys and their encodings are spelled, so neither over the `=` of a name nor the `:` of a scheme. */
const tokenStart = (text: string, from: number): number => {
  let start = from
  while (start > 0 && /[\w.~+/%-]/.test(text.charAt(start - 1))) start -= 1
  while (start < from && /[\W_]/.test(text.charAt(start))) start += 1
  return start
}

/** Where a sticky pattern that matches at a place ends; that place, if it does not match. */
const endOf = (pattern: RegExp, text: string, from: number): number => {
  pattern.lastIndex = from
  return from + (pattern.exec(text)?.[0].length ?? 0)
}

/** In their order, overlapping and adjacent ones as one: two rules may know the same secret. */
const merged = (found: readonly Found[]): readonly Found[] => {
  const apart: Found[] = []
  for (const next of inOrder(found)) {
    const last = apart.at(-1)
    if (last === undefined || next.range[0] > last.range[1]) apart.push(next)
    else apart[apart.length - 1] = { ...last, range: [last.range[0], Math.max(last.range[1], next.range[1])] }
  }
  return apart
}

const inOrder = (found: readonly Found[]): readonly Found[] => found.toSorted((a, b) => a.range[0] - b.range[0])

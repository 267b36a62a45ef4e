/** What is left of a text once everything that looks like a credential is out, and how many there were. */
export type Cleaned = { readonly text: string; readonly found: number }

type Found = { readonly rule: string; readonly range: readonly [number, number] }

/**
 * Cuts secrets out of what people wrote, before anybody looks at it: what is appended to a ledger stays there for good.
 * The scanner is loaded when there is something to scan, so that a run with nothing new starts light.
 */
export const withoutSecrets = async (text: string): Promise<Cleaned> => {
  if (text.trim() === '') return { text, found: 0 }
  const found = merged([...own(text), ...(await scan(text))])
  const kept = found.reduceRight((rest, { rule, range: [start, end] }) => {
    return `${rest.slice(0, start)}[removed: ${rule}]${rest.slice(end)}`
  }, text)
  return { text: kept, found: found.length }
}

/** What the scanner passes over: short private keys (EC, OpenSSH), longer tokens of GitHub's, and some others. */
const patterns: Readonly<Record<string, RegExp>> = {
  privatekey:
    /-----BEGIN [A-Z ]{0,40}PRIVATE KEY(?: BLOCK)?-----[\s\S]*?(?:-----END [A-Z ]{0,40}PRIVATE KEY(?: BLOCK)?-----|$)/g,
  github: /\bgh[pousr]_\w{36,1000}/g,
  jwt: /\beyJ[\w-]{10,2000}\.eyJ[\w-]{10,4000}\.[\w-]{10,1000}/g,
  bearer: /\bBearer [\w.~+/-]{20,2000}=*/gi,
  gcp: /\bAIza[\w-]{35}/g,
  azure: /\bAccountKey=[\w+/]{80,200}=*/g,
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

/** In their order, overlapping ones as one: two rules may know the same secret. */
const merged = (found: readonly Found[]): readonly Found[] => {
  const apart: Found[] = []
  for (const next of found.toSorted((a, b) => a.range[0] - b.range[0])) {
    const last = apart.at(-1)
    if (last === undefined || next.range[0] >= last.range[1]) apart.push(next)
    else apart[apart.length - 1] = { ...last, range: [last.range[0], Math.max(last.range[1], next.range[1])] }
  }
  return apart
}

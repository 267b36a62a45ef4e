import type { Found } from './found.ts'

/**
 * The rules of secretlint, a scanner that others keep. It is loaded when there is something to scan, and sees a text in
 * slices, so that no rule of it, whatever its pattern, takes longer than in proportion to the text.
 */
export const scannedIn = async (text: string): Promise<readonly Found[]> => {
  const found: Found[] = []
  for (let from = 0; from === 0 || from + overlap < text.length; from += slice - overlap) {
    const inSlice = await scan(text.slice(from, from + slice))
    found.push(
      ...inSlice.map(({ rule, range: [start, end] }) => ({ rule, range: [start + from, end + from] as const })),
    )
  }
  return found
}

/** In UTF-16 code units. A token of its rules is shorter than the overlap; longer ones are found by rules of our own. */
const [slice, overlap] = [8_192, 1_024]

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

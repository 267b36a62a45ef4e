const fenceFor = (text: string, least: number): string => {
  const longest = Math.max(least - 1, ...[...text.matchAll(/`+/g)].map(([run]) => run.length))
  return '`'.repeat(longest + 1)
}

/** Text as a span of code, whole and on one line, which nothing in it can end. */
export const span = (text: string): string => {
  const line = text.replace(/\s+/g, ' ').trim()
  const ticks = fenceFor(line, 1)
  const pad = line.startsWith('`') || line.endsWith('`') ? ' ' : ''
  return line === '' ? '(nothing)' : `${ticks}${pad}${line}${pad}${ticks}`
}

/** Text as a block of code, as it is, which nothing in it can end. */
export const fenced = (text: string): string => {
  const fence = fenceFor(text, 3)
  return `${fence}\n${text.replace(/\n+$/, '')}\n${fence}`
}

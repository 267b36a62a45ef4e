/** What a line of Markdown can stand in: a quotation, or an item of a list, whose content begins so many columns in. */
export type Container = { readonly is: 'quotation' } | { readonly is: 'item'; readonly indent: number }

/** More of them in one another say no more, and would cost time with their square. */
const deepest = 24

/** Tabs before the text of a line, as the columns that they stand for. */
export const levelTabs = (line: string): string => {
  if (!line.includes('\t')) return line
  const end = line.search(/[^ \t>*+\-\d.)]/)
  const start = end === -1 ? line : line.slice(0, end)
  if (!start.includes('\t')) return line
  let levelled = ''
  for (const character of start) levelled += character === '\t' ? ' '.repeat(4 - (levelled.length % 4)) : character
  return levelled + line.slice(start.length)
}

/** How many spaces stand there. */
export const spacesAt = (line: string, at: number): number => {
  let end = at
  while (line.charCodeAt(end) === 32) end += 1
  return end - at
}

export const isBlankFrom = (line: string, at: number): boolean => {
  const code = line.charCodeAt(at + spacesAt(line, at))
  // a tab among the spaces is rare, and then the pattern may look
  return Number.isNaN(code) || (code === 9 && line.slice(at).trim() === '')
}

type Matched = { readonly count: number; readonly at: number }

/** How many of the open containers a line goes on in, and where its own text begins. */
export const matchContainers = (line: string, containers: readonly Container[]): Matched => {
  let at = 0
  let count = 0
  for (const container of containers) {
    const next = container.is === 'quotation' ? afterQuoteMark(line, at) : afterIndent(line, at, container.indent)
    if (next === null) break
    at = next
    count += 1
  }
  return { count, at }
}

const afterIndent = (line: string, at: number, indent: number): number | null => {
  if (spacesAt(line, at) >= indent) return at + indent
  return isBlankFrom(line, at) ? at : null
}

const afterQuoteMark = (line: string, at: number): number | null => {
  const spaces = spacesAt(line, at)
  if (spaces > 3 || line.charAt(at + spaces) !== '>') return null
  const end = at + spaces + 1
  return line.charAt(end) === ' ' ? end + 1 : end
}

const bullet = /[-+*](?= |$)|(\d{1,9})[.)](?= |$)/y
const footnote = /\[\^[^\]\s]{1,200}\]:/y

type Opened = { readonly container: Container; readonly at: number }

/** The container that begins there, and where its content does. `text` is so that an item must have something to say. */
export const openContainer = (line: string, at: number, depth: number, interrupts: boolean): Opened | null => {
  if (depth >= deepest) return null
  const quoted = afterQuoteMark(line, at)
  if (quoted !== null) return { container: { is: 'quotation' }, at: quoted }
  const start = at + spacesAt(line, at)
  return openItem(line, at, start, interrupts) ?? openFootnote(line, start)
}

const openItem = (line: string, at: number, start: number, interrupts: boolean): Opened | null => {
  if (!/[-+*\d]/.test(line.charAt(start))) return null
  bullet.lastIndex = start
  const [mark = '', number] = bullet.exec(line) ?? []
  if (mark === '') return null
  const end = start + mark.length
  const isEmpty = isBlankFrom(line, end)
  // "in the year\n1984. And" is no list, nor is a hyphen alone below a paragraph
  if (interrupts && (isEmpty || (number !== undefined && Number(number) !== 1))) return null
  const spaces = spacesAt(line, end)
  const gap = isEmpty || spaces > 4 ? 1 : spaces
  return { container: { is: 'item', indent: end + gap - at }, at: Math.min(line.length, end + gap) }
}

const openFootnote = (line: string, start: number): Opened | null => {
  if (line.charCodeAt(start) !== 91) return null
  footnote.lastIndex = start
  const [mark] = footnote.exec(line) ?? []
  return mark === undefined ? null : { container: { is: 'item', indent: 4 }, at: start + mark.length }
}

/** A table of GitHub's Markdown: its header's cells, and those of each row. */
export type Table = { readonly header: readonly string[]; readonly rows: readonly (readonly string[])[] }

const cellsOf = (line: string): readonly string[] =>
  line
    .trim()
    .replace(/^\||(?<!\\)\|$/g, '')
    .split(/(?<!\\)\|/)
    .map(cell => cell.trim())

// Cell by cell: one pattern for the whole line would take long over a line made for it.
const isRule = (line: string): boolean => line.includes('-') && cellsOf(line).every(cell => /^:?-+:?$/.test(cell))

/** The table that a paragraph's text is; null: it is none. */
export const tableOf = (text: string): Table | null => {
  const [first = '', rule = '', ...rest] = text.split('\n')
  if (!first.includes('|') || !rule.includes('|') || !isRule(rule)) return null
  const header = cellsOf(first)
  if (header.length !== cellsOf(rule).length) return null
  return { header, rows: rest.map(cellsOf).filter(row => row.some(cell => cell !== '')) }
}

const action = /\b(?:actions?|steps?|tasks?|activit(?:y|ies)|what to do|procedures?|to do|todo)\b/i

/** Whether its rows are things to do: a column says so. */
export const saysActions = ({ header }: Table): boolean => header.some(name => action.test(name))

const isText = (cell: string | undefined): boolean => /\p{L}{2}/u.test(cell ?? '')

/** The column that names what is to be done: the one that says so, else the first with words in it. */
const titleColumn = ({ header, rows }: Table): number => {
  const mostlyText = (i: number): boolean => rows.filter(row => isText(row[i])).length * 2 > rows.length
  const named = header.findIndex((name, i) => action.test(name) && mostlyText(i))
  return named >= 0 ? named : header.findIndex((_, i) => mostlyText(i))
}

/** Each row as something to do: what, and the other columns with their names. */
export const rowsOf = (table: Table): readonly { readonly title: string; readonly rest: string }[] => {
  const column = titleColumn(table)
  if (column < 0) return []
  return table.rows.flatMap(row => {
    const title = row[column] ?? ''
    const rest = row.flatMap((cell, i) =>
      i === column || cell === '' ? [] : [`- ${[table.header[i], cell].filter(Boolean).join(': ')}`],
    )
    return isText(title) ? [{ title, rest: rest.join('\n') }] : []
  })
}

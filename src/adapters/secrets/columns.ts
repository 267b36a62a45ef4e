import type { Found } from './found.ts'
import { looksSecret } from './looks-secret.ts'
import { type Family, familyNames, isAboutSecret, tellingWord } from './telling-names.ts'

type Column = { readonly index: number; readonly family: Family; readonly name: string }
type Cell = { readonly start: number; readonly text: string }

/** No list that somebody pastes has longer lines, or more columns. */
const longest = 2_000
const mostColumns = 40

/** What stands below a telling name at the head of a column: tables of Markdown, and what spreadsheets and password managers export. */
export const columnsIn = (text: string): readonly Found[] => {
  const found: Found[] = []
  let columns: readonly Column[] = []
  let [mark, count, from] = ['', 0, 0]
  for (const line of text.split('\n')) {
    const rest = line.length > longest ? '' : line
    const cells = mark === '' ? [] : cellsOf(rest, mark, from)
    // a line with more or fewer cells is none of the table
    if (cells.length !== count || count === 0) {
      mark = ['|', '\t', ';', ','].find(one => rest.includes(one)) ?? ''
      const heads = mark === '' ? [] : cellsOf(rest, mark, from)
      columns = columnsOf(heads)
      if (columns.length === 0) mark = ''
      count = mark === '' ? 0 : heads.length
    } else found.push(...secretsOf(cells, columns))
    from += line.length + 1
  }
  return found
}

const cellsOf = (line: string, mark: string, from: number): readonly Cell[] => {
  let at = from
  return line.split(mark, mostColumns).map(cell => {
    const lead = /^[\s"']*/.exec(cell)?.[0].length ?? 0
    const start = at + lead
    at += cell.length + mark.length
    return { start, text: cell.slice(lead).replace(/[\s"']{1,40}$/, '') }
  })
}

/** Each head is a name and nothing else; a line in which one is not is no head of a table. */
const columnsOf = (cells: readonly Cell[]): readonly Column[] => {
  if (!cells.every(({ text }) => text.length <= 40 && /^[\p{L}\p{M}\p{N}\s_.-]*$/u.test(text))) return []
  return cells.flatMap(({ text }, index) => {
    const told = [...text.matchAll(tellingWord())].at(-1)
    const family = familyNames.find(name => told?.groups?.[name] !== undefined)
    if (told === undefined || family === undefined) return []
    const after = text.slice(told.index + told[0].length).trim()
    return after === '' && !isAboutSecret(text, after, '') ? [{ index, family, name: text }] : []
  })
}

const secretsOf = (cells: readonly Cell[], columns: readonly Column[]): readonly Found[] =>
  columns.flatMap(({ index, family, name }) => {
    const { start, text } = cells[index] ?? { start: 0, text: '' }
    const around = { place: 'table', quoted: false, endsLine: true, name } as const
    return looksSecret(text.slice(0, 400), family, around)
      ? [{ rule: family, range: [start, start + text.length] as const, exact: true as const }]
      : []
  })

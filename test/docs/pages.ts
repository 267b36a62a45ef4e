import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

// The Markdown that people read: what stands in it, taken apart.

const root = join(import.meta.dirname, '../..')

/** A file of the repository, by its path from the root. */
export const read = (path: string): string => readFileSync(join(root, path), 'utf8')

const inFolder = (folder: string): readonly string[] =>
  readdirSync(join(root, folder))
    .filter(name => name.endsWith('.md'))
    .map(name => join(folder, name))

/** Every page of the documentation, by its path from the root. */
export const pages = ['.', 'docs', 'templates', 'templates/playbooks'].flatMap(inFolder)

/** The text without its fenced code. */
export const prose = (path: string): string => read(path).replace(/^ *```[\s\S]*?^ *```$/gm, '')

/** The anchors that GitHub gives to the headings of a page. */
export const anchors = (path: string): readonly string[] =>
  [...prose(path).matchAll(/^#{1,6} (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .trim()
      .replaceAll(' ', '-'),
  )

/** What stands under a heading, up to the next one of the same rank or a higher one. */
export const section = (path: string, heading: string): string => {
  const lines = read(path).split('\n')
  const from = lines.findIndex(line => line.replace(/^#+ /, '') === heading && line.startsWith('#'))
  if (from === -1) throw new Error(`${path} has no heading "${heading}"`)
  const rank = /^#+/.exec(lines[from] ?? '')?.[0].length ?? 1
  const length = lines.slice(from + 1).findIndex(line => (/^#+(?= )/.exec(line)?.[0].length ?? rank + 1) <= rank)
  return lines.slice(from + 1, length === -1 ? undefined : from + 1 + length).join('\n')
}

/** The cells of a table that starts with these headings, a list for each row. */
export const table = (text: string, ...headings: readonly string[]): readonly (readonly string[])[] => {
  const rows = text.split('\n').map(line => line.trim())
  const top = rows.indexOf(`| ${headings.join(' | ')} |`)
  if (top === -1) throw new Error(`no table ${headings.join(', ')}`)
  const end = rows.slice(top).findIndex(line => !line.startsWith('|'))
  return rows.slice(top + 2, end === -1 ? undefined : top + end).map(row =>
    row
      .slice(1, -1)
      .split(/(?<!\\)\|/)
      .map(cell => cell.trim().replaceAll('\\|', '|')),
  )
}

/** A cell without the backticks around it. */
export const bare = (cell: string | undefined): string => (cell ?? '').replaceAll('`', '')

import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Where the paths of generated files begin. */
export const root = join(import.meta.dirname, '..')

/** A page that people write, but for the part between two comments, which the npm script `by` makes. */
export const fillIn = (
  path: string,
  part: { readonly name: string; readonly by: string },
  text: string,
  page = readFileSync(join(root, path), 'utf8'),
): string => {
  const [begin, end] = [`<!-- ${part.name}: made by \`npm run ${part.by}\` -->`, `<!-- end of ${part.name} -->`]
  const [before, rest] = page.split(begin)
  const after = rest?.split(end)[1]
  if (before === undefined || after === undefined) throw new Error(`${path} has no ${begin} ... ${end}`)
  return `${before}${begin}\n\n${text}\n\n${end}${after}`
}

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const folder = join(import.meta.dirname, '../templates/playbooks')

/** The built-in playbooks as they are written, in the order of their names. */
export const templates: readonly { readonly name: string; readonly text: string }[] = readdirSync(folder)
  .filter(name => name.endsWith('.md'))
  .sort()
  .map(name => ({ name, text: readFileSync(join(folder, name), 'utf8') }))

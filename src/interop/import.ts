import type { Playbook } from '../domain/playbook/playbook.ts'
import { isPlaybookId } from '../domain/playbook/playbook-id.ts'
import { readPlaybook } from '../domain/playbook/read-playbook.ts'
import { extensionId, playbookExtension } from './cacao/extension.ts'
import { importCacao, type Known } from './cacao/import-cacao.ts'
import { type Cacao, readCacao } from './cacao/schema.ts'
import type { Foreign } from './foreign.ts'
import { importMarkdown } from './markdown/import-markdown.ts'
import { slugOf } from './name-ids.ts'
import { normaliseImport } from './normalise-import.ts'
import type { Refusal } from './refusal.ts'

/** A file that somebody gave: its name without folders, and what is in it; null: bytes that are no text. */
export type ImportSource = { readonly name: string; readonly text: string | null }

/** What a file became, and what there is to know of it, a note each. */
export type Imported = { readonly playbook: Playbook; readonly text: string; readonly notes: readonly string[] }

type ParsedSource = { readonly cacao: Cacao } | { readonly runbook: string } | Refusal

const mostCharacters = 1024 * 1024

const readGiven = ({ name, text }: ImportSource): ParsedSource => {
  if (text === null || text.includes('\0'))
    return { says: 'The file is not text', expected: 'JSON or Markdown, in UTF-8' }
  if (text.length > mostCharacters)
    return { says: `The file has ${text.length} characters`, expected: `at most ${mostCharacters}` }
  const plain = text.replace(/^\ufeff/, '')
  // a runbook may begin with a brace too: `{{% alert %}}`
  const isJson = /\.json$/i.test(name) || (!/\.(?:md|markdown)$/i.test(name) && /^\s*\{/.test(plain))
  return isJson ? readCacao(plain) : { runbook: plain }
}

const usable = (text: string): string => {
  const slug = slugOf(text, 40)
  if (isPlaybookId(slug)) return slug
  return slug === '' ? 'playbook' : slugOf(`playbook ${slug}`, 40)
}

const isNameless = (name: string): boolean => /^(?:readme|index)\b/i.test(name)

const wantedId = (name: string, read: ParsedSource, foreign: Foreign): string => {
  if (!('cacao' in read)) return usable(isNameless(name) ? foreign.title : name.replace(/\.[a-z]+$/i, ''))
  const own = playbookExtension.safeParse(read.cacao.playbook_extensions?.[extensionId])
  return own.success ? own.data.id : usable(foreign.title)
}

const unlike = (id: string, taken: ReadonlySet<string>): string => {
  let unique = id
  for (let n = 2; taken.has(unique); n++) unique = `${id.slice(0, 37)}-${n}`
  return unique
}

const nestedIn = ({ workflow }: Cacao): number =>
  Object.values(workflow).filter(step => step.playbook_id !== undefined).length

const ownAlready = ({ name, text }: ImportSource): Imported | null => {
  // ours begins with its front matter; whatever else is not worth reading twice
  if (text === null || !/^\ufeff?---[ \t]*\r?\n/.test(text)) return null
  const read = readPlaybook(name, text)
  return 'playbook' in read ? { playbook: read.playbook, text, notes: [] } : null
}

const foreignOf = (name: string, read: ParsedSource, known: Known): Foreign | Refusal => {
  if ('says' in read) return read
  return 'cacao' in read ? importCacao(read.cacao, known) : importMarkdown(name, read.runbook)
}

/** Each file as a playbook of ours, or why it is none, in the order given. One CACAO playbook may include another. */
export const importPlaybooks = (given: readonly ImportSource[]): readonly (Imported | Refusal)[] => {
  const known = new Map<string, string>()
  const ids = new Set<string>()
  const steps = new Set<string>()
  const results = new Map<ImportSource, Imported | Refusal>()
  const bringOne = (one: ImportSource, read: ParsedSource): Imported | Refusal => {
    const own = ownAlready(one)
    if (own !== null && !ids.has(own.playbook.id)) return own
    const foreign = foreignOf(one.name, read, known)
    if ('says' in foreign) return foreign
    // where one includes another, two steps with the same id would be taken for one
    const taken = foreign.include.length > 0 ? steps : new Set<string>()
    const settled = normaliseImport(unlike(wantedId(one.name, read, foreign), ids), foreign, taken)
    return 'says' in settled ? settled : { ...settled, notes: foreign.notes }
  }
  const reads = given.map(one => ({ one, read: readGiven(one) }))
  const nesting = (read: ParsedSource): number => ('cacao' in read ? nestedIn(read.cacao) : 0)
  for (const { one, read } of reads.toSorted((a, b) => Math.sign(nesting(a.read)) - Math.sign(nesting(b.read)))) {
    const result = bringOne(one, read)
    results.set(one, result)
    if ('says' in result) continue
    ids.add(result.playbook.id)
    for (const { id } of result.playbook.steps) steps.add(id)
    if ('cacao' in read) known.set(read.cacao.id, result.playbook.id)
  }
  return given.flatMap(one => results.get(one) ?? [])
}

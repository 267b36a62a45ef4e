import { access, mkdir, readFile, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { withoutSecrets } from '../../adapters/secrets/without-secrets.ts'
import { decodeUtf8 } from '../../adapters/team-files/decode-utf8.ts'
import { readPlaybook } from '../../domain/playbook/read-playbook.ts'
import { type Imported, type ImportSource, importPlaybooks } from '../../interop/import.ts'
import { type Refusal, refusalLine, refusalOf } from '../../interop/refusal.ts'
import { secretsInImport, unreadableWithout } from '../../messages/secrets/in-files.ts'

type Options = { readonly out: string; readonly force: boolean; readonly json: boolean }
type Print = (line: string) => void

const readGiven = async (file: string): Promise<ImportSource | Refusal> => {
  try {
    return { name: basename(file), text: decodeUtf8(await readFile(file)) }
  } catch (error) {
    return refusalOf(error)
  }
}

const exists = async (file: string): Promise<boolean> => {
  try {
    await access(file)
    return true
  } catch {
    return false
  }
}

const write = async ({ playbook, text }: Imported, { out, force }: Options): Promise<string | Refusal> => {
  const target = join(out, `${playbook.id}.md`)
  if (!force && (await exists(target)))
    return {
      says: `${target} is there already`,
      expected: '`--force` to write over it, or another folder with `--out`',
    }
  try {
    await mkdir(out, { recursive: true })
    await writeFile(target, text, { flag: force ? 'w' : 'wx' })
    return target
  } catch (error) {
    return refusalOf(error)
  }
}

/** What others wrote may hold a key or the address of a hook, and what is imported is committed: those are cut out, and told. */
const cleaned = async (brought: Imported): Promise<Imported | Refusal> => {
  const { text, found } = await withoutSecrets(brought.text)
  if (found.length === 0) return brought
  if (!('playbook' in readPlaybook(`${brought.playbook.id}.md`, text))) return unreadableWithout(found)
  const notes = await Promise.all(brought.notes.map(async note => (await withoutSecrets(note)).text))
  return { ...brought, text, notes: [...notes, secretsInImport(found)] }
}

const writeOne = async (brought: Imported, options: Options) => {
  const wrote = await write(brought, options)
  return typeof wrote === 'string' ? { wrote, brought } : wrote
}

type ImportedFile = { readonly file: string } & ({ readonly wrote: string; readonly brought: Imported } | Refusal)

const importAll = async (files: readonly string[], options: Options): Promise<readonly ImportedFile[]> => {
  const read = await Promise.all(files.map(async file => ({ file, given: await readGiven(file) })))
  const refused = read.flatMap(({ file, given }) => ('says' in given ? [{ file, ...given }] : []))
  const given = read.flatMap(({ file, given }) => ('says' in given ? [] : [{ file, given }]))
  const imported: ImportedFile[] = []
  for (const [i, brought] of importPlaybooks(given.map(one => one.given)).entries()) {
    const file = given[i]?.file ?? ''
    if ('says' in brought) {
      imported.push({ file, ...brought })
      continue
    }
    const clean = await cleaned(brought)
    const wrote = 'says' in clean ? clean : await writeOne(clean, options)
    imported.push({ file, ...wrote })
  }
  return [...refused, ...imported]
}

const report = (file: string, wrote: string, { playbook, notes }: Imported): string => {
  const steps = `${playbook.steps.length} step${playbook.steps.length === 1 ? '' : 's'}`
  return [`${file}: wrote ${wrote}, ${steps}`, ...notes.map(note => `  ${note}`)].join('\n')
}

const asData = (one: ImportedFile) =>
  'wrote' in one
    ? { file: one.file, wrote: one.wrote, steps: one.brought.playbook.steps.length, notes: one.brought.notes }
    : { file: one.file, says: one.says, expected: one.expected }

/** Imports playbooks of others, one file each. The exit code: 0 if all were imported, 1 if any was refused. */
export const importFiles = async (
  files: readonly string[],
  options: Options,
  print: Print,
  complain: Print,
): Promise<0 | 1> => {
  const imported = await importAll(files, options)
  for (const one of imported) {
    if ('says' in one) complain(refusalLine(one.file, one))
    else if (!options.json) print(report(one.file, one.wrote, one.brought))
  }
  if (options.json) print(JSON.stringify(imported.map(asData)))
  return imported.some(one => 'says' in one) ? 1 : 0
}

import { access, mkdir, readFile, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { type Brought, bring, type Given } from '../../interop/import.ts'
import { type Refusal, refusalLine, refusalOf } from '../../interop/refusal.ts'

type Options = { readonly out: string; readonly force: boolean }
type Print = (line: string) => void

const decode = (bytes: Uint8Array): string | null => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

const readGiven = async (file: string): Promise<Given | Refusal> => {
  try {
    return { name: basename(file), text: decode(await readFile(file)) }
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

const write = async ({ playbook, text }: Brought, { out, force }: Options): Promise<string | Refusal> => {
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

const report = (file: string, target: string, { playbook, notes }: Brought): string => {
  const steps = `${playbook.steps.length} step${playbook.steps.length === 1 ? '' : 's'}`
  return [`${file}: wrote ${target}, ${steps}`, ...notes.map(note => `  ${note}`)].join('\n')
}

/** Brings the playbooks of others in, one file each. The exit code: 0 if all came in, 1 if any was refused. */
export const importFiles = async (
  files: readonly string[],
  options: Options,
  print: Print,
  complain: Print,
): Promise<0 | 1> => {
  let code: 0 | 1 = 0
  const refuse = (file: string, refusal: Refusal): void => {
    complain(refusalLine(file, refusal))
    code = 1
  }
  if (files.length === 0) {
    complain('No file was named. Wanted: one or more, for example `tocsin import phishing.json ransomware.md`')
    return 1
  }
  const read = await Promise.all(files.map(async file => ({ file, given: await readGiven(file) })))
  const given = read.flatMap(({ file, given }) => ('says' in given ? [] : [{ file, given }]))
  for (const { file, given } of read) if ('says' in given) refuse(file, given)
  const results = bring(given.map(one => one.given))
  for (const [i, result] of results.entries()) {
    const file = given[i]?.file ?? ''
    const written = 'says' in result ? result : await write(result, options)
    if (typeof written !== 'string') refuse(file, written)
    else if ('playbook' in result) print(report(file, written, result))
  }
  return code
}

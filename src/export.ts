import { readdir, readFile, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { exportCacao, undated } from './exchange/export-cacao.ts'
import type { Refusal } from './exchange/foreign.ts'
import { builtIn } from './incident/built-in.ts'
import { compose, type Read } from './incident/compose.ts'
import type { Playbook, Problem } from './incident/playbook.ts'
import { readPlaybook } from './incident/read-playbook.ts'

type Options = { readonly dir: string; readonly out: string | null; readonly date: string | null }
type Print = (text: string) => void

const refusalOf = (error: unknown): Refusal => {
  const code = error instanceof Error && 'code' in error ? String(error.code) : String(error)
  return { says: `It cannot be read or written (${code})`, expected: 'a file, and a folder that may be written to' }
}

const refuse = ([problem]: readonly Problem[]): Refusal => ({
  says: problem ? `line ${problem.line}: ${problem.says}` : 'It is no playbook',
  expected: problem?.expected ?? 'a playbook as docs/playbooks.md says',
})

const readFileAt = async (file: string): Promise<Read | Refusal> => {
  try {
    const result = readPlaybook(basename(file), await readFile(file, 'utf8'))
    return 'playbook' in result ? { file, ...result } : refuse(result.problems)
  } catch (error) {
    return refusalOf(error)
  }
}

/** The playbooks of a folder that can be read; a folder that is not there has none. */
const readFolder = async (folder: string): Promise<readonly Read[]> => {
  const names = await readdir(folder).catch(() => [])
  const read = await Promise.all(names.filter(name => name.endsWith('.md')).map(name => readFileAt(join(folder, name))))
  return read.flatMap(one => ('playbook' in one ? [one] : []))
}

const idOf = ({ playbook }: Read): string => playbook.id

const find = async (wanted: string, dir: string): Promise<Playbook | Refusal> => {
  const own = wanted.endsWith('.md') ? await readFileAt(wanted) : null
  if (own !== null && 'says' in own) return own
  const near = await readFolder(own === null ? dir : dirname(wanted))
  const all = new Map([...builtIn(), ...near, ...(own === null ? [] : [own])].map(read => [idOf(read), read]))
  const id = own === null ? wanted : idOf(own)
  if (!all.has(id)) {
    const ids = [...all.keys()].join(', ')
    return {
      says: 'There is no playbook of this id',
      expected: `one of ${ids}, or the path of a file that ends in \`.md\``,
    }
  }
  const { playbooks, problems } = compose([...all.values()])
  const found = playbooks.find(playbook => playbook.id === id)
  return found ?? refuse(problems.filter(problem => problem.file === all.get(id)?.file))
}

const timestamp = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?Z$/

/** Writes a playbook as CACAO 2.0, to a file or to where `print` goes. The exit code: 0 if it was, 1 if not. */
export const exportPlaybook = async (
  wanted: string,
  { dir, out, date }: Options,
  print: Print,
  complain: Print,
): Promise<0 | 1> => {
  const fail = ({ says, expected }: Refusal): 1 => {
    complain(`${wanted}: ${says}. Wanted: ${expected}`)
    return 1
  }
  if (date !== null && !timestamp.test(date))
    return fail({ says: `\`--date\` is ${date}`, expected: `a time in UTC, for example ${undated}` })
  const playbook = await find(wanted, dir)
  if ('says' in playbook) return fail(playbook)
  const text = exportCacao(playbook, date ?? undated)
  if (out === null) {
    print(text)
    return 0
  }
  try {
    await writeFile(out, text)
    return 0
  } catch (error) {
    return fail(refusalOf(error))
  }
}

import { writeFile } from 'node:fs/promises'
import { basename, dirname, normalize, resolve } from 'node:path'
import { isFile, nameOf, type Reading, type Refused, readNamedFile } from '../../adapters/team-files/read-named-file.ts'
import { readTeamPlaybooks } from '../../adapters/team-files/read-team-playbooks.ts'
import { readSettings, type Settings } from '../../domain/config/settings.ts'
import { builtIn } from '../../domain/playbook/built-in.ts'
import type { Playbook } from '../../domain/playbook/playbook.ts'
import type { File } from '../../domain/source/file.ts'
import type { Problem } from '../../domain/source/problem.ts'
import { exportCacao } from '../../interop/cacao/export-cacao.ts'
import { isTimestamp, undated } from '../../interop/cacao/timestamp.ts'
import { refusalLine, refusalOf } from '../../interop/refusal.ts'
import { playbookInUse } from '../../validate/playbook-in-use.ts'

type Options = { readonly dir: string; readonly out: string | null; readonly date: string | null }
type Print = (text: string) => void

const idOf = (reading: Reading): string => basename(nameOf(reading), '.md')

const problemsOf = ({ name }: File, problems: readonly Problem[]): readonly Refused[] =>
  problems
    .filter(({ file }) => file === name)
    .map(({ line, says, expected }) => ({ named: name, says: `line ${line}: ${says}`, expected }))

/** What stands in the way: the team's own files that would have a part in it, and that something else serves for. */
const broken = (ids: ReadonlySet<string>, readings: readonly Reading[], settings: Settings): readonly Refused[] =>
  readings
    .filter(one => ids.has(idOf(one)))
    .flatMap(one => {
      if (!isFile(one)) return [one]
      return playbookInUse(one, settings.playbooks) === null ? problemsOf(one, settings.problems) : []
    })

const unknown = (wanted: string, { playbooks }: Settings): Refused => ({
  named: wanted,
  says: `Unknown playbook \`${wanted}\``,
  expected: `one of ${playbooks.map(({ id }) => id).join(', ')}, or the path of a file that ends in \`.md\``,
})

/** A playbook as an incident would open it, or everything for which it would open another one in its place. */
const find = async (wanted: string, dir: string): Promise<Playbook | readonly Refused[]> => {
  const id = basename(wanted, '.md')
  const readings = await readTeamPlaybooks(wanted, dir)
  if ('says' in readings) return [readings]
  const folder = wanted.endsWith('.md') ? dirname(wanted) : dir
  const configuration = await readNamedFile(`${resolve(folder)}.yml`)
  const settings = readSettings(
    { configuration: isFile(configuration) ? configuration : null, playbooks: readings.filter(isFile) },
    builtIn(),
  )
  const found = settings.playbooks.find(playbook => playbook.id === id)
  const ids = new Set([id, ...(found?.include ?? []), ...(found?.steps ?? []).map(({ from }) => from)])
  const refused = broken(ids, readings, settings)
  if (refused.length > 0) return refused
  return found ?? [unknown(wanted, settings)]
}

/** Writes a playbook as CACAO 2.0, to a file or to where `print` goes. The exit code: 0 if it was, 1 if not. */
export const exportPlaybook = async (
  wanted: string,
  { dir, out, date }: Options,
  print: Print,
  complain: Print,
): Promise<0 | 1> => {
  const fail = (...refused: readonly Refused[]): 1 => {
    for (const one of refused) complain(refusalLine(normalize(one.named), one))
    return 1
  }
  if (date !== null && !isTimestamp(date))
    return fail({ named: wanted, says: `\`--date\` is ${date}`, expected: `a time in UTC, for example ${undated}` })
  const playbook = await find(wanted, dir)
  if (!('id' in playbook)) return fail(...playbook)
  const text = exportCacao(playbook, date ?? undated)
  if (out === null) {
    print(text)
    return 0
  }
  try {
    await writeFile(out, text)
    return 0
  } catch (error) {
    return fail({ named: wanted, ...refusalOf(error) })
  }
}

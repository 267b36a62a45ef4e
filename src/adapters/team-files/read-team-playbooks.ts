import { readdir } from 'node:fs/promises'
import { basename, dirname } from 'node:path'
import { isPlaybookName } from '../../domain/playbook/playbook-name.ts'
import { refusalOf } from '../../interop/refusal.ts'
import { isFile, nameOf, type Reading, type Refused, readNamedFile } from './read-named-file.ts'

/** The team's playbooks in `dir`; where a path is wanted, that file and the others beside it. */
export const readTeamPlaybooks = async (wanted: string, dir: string): Promise<readonly Reading[] | Refused> => {
  if (!wanted.endsWith('.md')) return readFolder(dir)
  const own = await readNamedFile(`${dirname(wanted)}/${basename(wanted)}`)
  const near = isFile(own) ? await readFolder(dirname(wanted)) : []
  return 'says' in near ? near : [own, ...near.filter(one => nameOf(one) !== nameOf(own))]
}

const isAbsent = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'ENOENT'

/** One that is not there has none. */
const readFolder = async (folder: string): Promise<readonly Reading[] | Refused> => {
  try {
    const names = (await readdir(folder)).filter(isPlaybookName)
    return await Promise.all(names.toSorted().map(name => readNamedFile(`${folder}/${name}`)))
  } catch (error) {
    return isAbsent(error) ? [] : { named: folder, ...refusalOf(error) }
  }
}

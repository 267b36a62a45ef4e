import type { Playbook } from '../domain/playbook/playbook.ts'
import { readPlaybook } from '../domain/playbook/read-playbook.ts'
import type { File } from '../domain/source/file.ts'

const own = ({ steps: _steps, ...rest }: Playbook): string => JSON.stringify(rest)

/**
 * The playbook that this file comes to among all that are in use. null: the file is broken, and what stands there under
 * its id, if anything does, is the built-in one.
 */
export const playbookInUse = ({ name, text, truncated }: File, playbooks: readonly Playbook[]): Playbook | null => {
  const read = truncated ? { problems: [] } : readPlaybook(name, text)
  if ('problems' in read) return null
  const { playbook } = read
  const found = playbooks.find(({ id }) => id === playbook.id)
  if (found === undefined || own(found) !== own(playbook)) return null
  const steps = found.steps.slice(0, playbook.steps.length)
  return JSON.stringify(steps) === JSON.stringify(playbook.steps) ? found : null
}

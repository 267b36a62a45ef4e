import { playbookFolder } from '../domain/config/settings.ts'
import { isPlaybookName } from '../domain/playbook/playbook-name.ts'

/** A file that a pull request changes, as GitHub tells it. */
export type ChangedFile = {
  readonly path: string
  readonly status: string
  /** Its path before it was renamed; null: it was not. */
  readonly before: string | null
}

export type PlaybookChanges = {
  /** The files of playbooks that are there afterwards. */
  readonly changed: readonly string[]
  /** Those that are there no more. */
  readonly deleted: readonly string[]
}

const isPlaybook = (path: string): boolean => {
  if (!path.startsWith(`${playbookFolder}/`)) return false
  const name = path.slice(playbookFolder.length + 1)
  return !name.includes('/') && isPlaybookName(name)
}

/** Which playbooks a pull request touches. A renamed one is another afterwards, for its name is its id. */
export const playbookChanges = (files: readonly ChangedFile[]): PlaybookChanges => ({
  changed: files.filter(({ path, status }) => status !== 'removed' && isPlaybook(path)).map(({ path }) => path),
  deleted: files.flatMap(({ path, status, before }) => {
    const gone = status === 'removed' ? path : status === 'renamed' ? before : null
    return gone !== null && isPlaybook(gone) ? [gone] : []
  }),
})

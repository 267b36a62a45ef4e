import type { Snapshot } from '../../../domain/view/snapshot.ts'
import { nodesOf } from '../client/answer-parts.ts'
import type { FirstRead } from './first-read.ts'

const visibilities = { PRIVATE: 'private', INTERNAL: 'internal', PUBLIC: 'public' } as const

/** What the snapshot says of the repository. */
export const repositoryOf = ({ repository }: FirstRead): Omit<Snapshot['repository'], 'labels'> => {
  const branch = repository.defaultBranchRef
  return {
    id: repository.id,
    owner: repository.owner.login,
    name: repository.name,
    url: repository.url,
    visibility: visibilities[repository.visibility],
    archived: repository.isArchived,
    isRecordGuarded: isGuarded(repository),
    defaultBranch: branch?.target ? { name: branch.name, oid: branch.target.oid } : null,
  }
}

/** GitHub names rules whoever may bypass them; whether that is the App alone is said to administrators only. */
const isGuarded = ({ ledger }: FirstRead['repository']): boolean | null => {
  if (!ledger?.rules) return null
  const types = nodesOf(ledger.rules).map(({ type }) => type)
  return types.includes('DELETION') && (types.includes('NON_FAST_FORWARD') || types.includes('UPDATE'))
}

export const tagsOf = ({ repository, prefix }: FirstRead): Readonly<Record<string, string>> =>
  Object.fromEntries(
    nodesOf(repository.tags)
      // `refs(query:)` looks for a part of the name; a tag made by hand may stand on a tag object.
      .filter(({ name }) => name.startsWith(prefix))
      .flatMap(({ name, target }) => (target ? [[name, 'target' in target ? target.target.oid : target.oid]] : [])),
  )

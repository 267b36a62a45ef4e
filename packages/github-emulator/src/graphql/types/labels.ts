import type { Label } from '../../world/types/repositories.ts'
import { repositoryPath } from '../addresses.ts'
import { page } from '../connection.ts'
import { type Args, erase, type Fields, node } from '../fields.ts'
import { repositoryNode } from './nodes.ts'

/** By age, unless asked for by name. */
export const labelPage = (labels: readonly Label[], args: Args): object => {
  const byName = args.orderBy?.field === 'NAME'
  const sorted = labels.toSorted((a, b) => (byName ? (a.name < b.name ? -1 : 1) : a.id - b.id))
  const ordered = args.orderBy?.direction === 'DESC' ? sorted.toReversed() : sorted
  return page(
    'labels',
    ordered,
    args,
    label => label.id,
    label => node('Label', label),
  )
}

const label: Fields<Label> = {
  id: it => it.nodeId,
  name: it => it.name,
  color: it => it.color,
  description: it => it.description,
  isDefault: () => false,
  createdAt: it => it.createdAt,
  updatedAt: it => it.updatedAt,
  url: (it, _, context) =>
    `${context.htmlUrl}${repositoryPath(context, it.repositoryId)}/labels/${encodeURIComponent(it.name)}`,
  resourcePath: (it, _, context) => `${repositoryPath(context, it.repositoryId)}/labels/${encodeURIComponent(it.name)}`,
  repository: (it, _, context) => repositoryNode(context, it.repositoryId),
}

export const labelTypes = { Label: erase(label) }

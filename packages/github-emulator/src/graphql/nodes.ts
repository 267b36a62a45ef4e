import { canSee } from '../world/access.ts'
import { commitOf, objectOf } from '../world/git/objects.ts'
import { type NodeKind, readNodeId, readObjectNodeId, readRefNodeId } from '../world/node-ids.ts'
import { GitHubRefusal } from '../world/refusal.ts'
import type { Repository } from '../world/types/repositories.ts'
import type { WorldState } from '../world/types/world.ts'
import type { Context } from './context.ts'
import { node, type Source } from './fields.ts'

type FoundNode = { readonly source: Source; readonly repositoryId: number | null }

/** What a global id names, if the viewer may see it. */
export const nodeById = (context: Context, id: string): Source => {
  const found = find(context.world.state, id) ?? null
  if (!found || !visible(context, found.repositoryId)) {
    throw new GitHubRefusal(404, 'NOT_FOUND', `Could not resolve to a node with the global id of '${id}'.`)
  }
  return found.source
}

/** The database id behind a global id that must be of one of these types. */
export const idOf = (context: Context, id: string, ...kinds: NodeKind[]): number => {
  nodeById(context, id)
  const read = readNodeId(id)
  if (read && kinds.includes(read.kind)) return read.id
  throw new GitHubRefusal(
    404,
    'NOT_FOUND',
    `Could not resolve to ${kinds.join(' or ')} node with the global id of '${id}'.`,
  )
}

/** The issue behind an id of an issue or a pull request. */
export const issueIdOf = (context: Context, id: string): number => {
  const database = idOf(context, id, 'Issue', 'PullRequest')
  const kind = readNodeId(id)?.kind
  return kind === 'Issue' ? database : (context.world.state.pulls.get(database)?.issueId ?? 0)
}

export const refOf = (context: Context, id: string): { readonly repositoryId: number; readonly name: string } => {
  nodeById(context, id)
  const ref = readRefNodeId(id)
  if (ref) return ref
  throw new GitHubRefusal(404, 'NOT_FOUND', `Could not resolve to Ref node with the global id of '${id}'.`)
}

export const repositoryOf = (context: Context, id: string): Repository => {
  const repository = context.world.state.repositories.get(idOf(context, id, 'Repository'))
  if (!repository) throw new GitHubRefusal(404, 'NOT_FOUND', 'Not Found')
  return repository
}

const visible = ({ world, viewer }: Context, repositoryId: number | null): boolean => {
  if (repositoryId === null) return true
  const repository = world.state.repositories.get(repositoryId)
  return repository !== undefined && canSee(world.state, viewer, repository)
}

const find = (state: WorldState, id: string): FoundNode | null => {
  const ref = readRefNodeId(id)
  if (ref) return findRef(state, ref)
  const object = readObjectNodeId(id)
  if (object) return findObject(state, object)
  const read = readNodeId(id)
  return read ? (finders[read.kind]?.(state, read.id) ?? null) : null
}

const findRef = (
  state: WorldState,
  { repositoryId, name }: { readonly repositoryId: number; readonly name: string },
): FoundNode | null => {
  const oid = state.repositories.get(repositoryId)?.refs.get(name)
  return oid === undefined ? null : { source: node('Ref', { repositoryId, name, oid }), repositoryId }
}

const findObject = (
  state: WorldState,
  { repositoryId, name }: { readonly repositoryId: number; readonly name: string },
): FoundNode | null => {
  const object = commitOf(state, repositoryId, name) ?? objectOf(state, repositoryId, name)
  const typename = { blob: 'Blob', tree: 'Tree', commit: 'Commit', tag: 'Tag' }
  return object ? { source: node(typename[object.type], { repositoryId, object }), repositoryId } : null
}

type Finder = (state: WorldState, id: number) => FoundNode | null

const found = (typename: string, it: { readonly repositoryId: number } | undefined): FoundNode | null =>
  it ? { source: node(typename, it), repositoryId: it.repositoryId } : null

const account: Finder = (state, id) => {
  const it = state.accounts.get(id)
  return it ? { source: node(it.type, it), repositoryId: null } : null
}

const finders: Partial<Record<NodeKind, Finder>> = {
  User: account,
  Bot: account,
  Organization: account,
  Team: (state, id) => (state.teams.has(id) ? { source: node('Team', state.teams.get(id)), repositoryId: null } : null),
  Repository: (state, id) =>
    state.repositories.has(id) ? { source: node('Repository', state.repositories.get(id)), repositoryId: id } : null,
  Label: (state, id) => found('Label', state.labels.get(id)),
  Issue: (state, id) => found('Issue', state.issues.get(id)),
  PullRequest: (state, id) => found('PullRequest', state.pulls.get(id)),
  IssueComment: (state, id) => found('IssueComment', state.comments.get(id)),
  CheckRun: (state, id) => found('CheckRun', state.checkRuns.get(id)),
}

import { accountById, accountByLogin } from './accounts.ts'
import { writeBlob, writeCommit } from './git/objects.ts'
import { changeTree } from './git/trees.ts'
import { nodeId } from './node-ids.ts'
import { GitHubRefusal } from './refusal.ts'
import type { Actor } from './types/accounts.ts'
import type { Repository, Role, Visibility } from './types/repositories.ts'
import type { World, WorldState } from './types/world.ts'
import { happen, nextId, stamp } from './world.ts'

export type NewRepository = {
  owner: string
  name: string
  visibility?: Visibility
  /** Path to text, as one first commit; without any the repository has no commits and no branch. */
  files?: Record<string, string>
  defaultBranch?: string
  description?: string
}

/** A repository, private unless said otherwise. */
export const addRepository = (world: World, wanted: NewRepository): Repository => {
  const owner = accountByLogin(world.state, wanted.owner)
  if (!owner) throw new Error(`nobody is called ${wanted.owner}`)
  if (repositoryByName(world.state, wanted.owner, wanted.name)) throw new Error(`${wanted.name} exists`)
  const id = nextId(world, 'repository')
  const repository: Repository = {
    id,
    nodeId: nodeId('Repository', id),
    ownerId: owner.id,
    name: wanted.name,
    description: wanted.description ?? null,
    visibility: wanted.visibility ?? 'private',
    archived: false,
    hasIssues: true,
    defaultBranch: wanted.defaultBranch ?? 'main',
    deleteBranchOnMerge: false,
    actionsMayCreatePulls: false,
    basePermission: 'read',
    collaborators: new Map(),
    nextNumber: 1,
    refs: new Map(),
    rulesets: [],
    createdAt: stamp(world),
    updatedAt: stamp(world),
    pushedAt: null,
  }
  world.state.repositories.set(id, repository)
  world.state.objects.set(id, new Map())
  world.state.numbers.set(id, new Map())
  if (wanted.files && Object.keys(wanted.files).length > 0) firstCommit(world, repository, wanted.files)
  return repository
}

const firstCommit = (world: World, repository: Repository, files: Record<string, string>): void => {
  const owner = accountById(world.state, repository.ownerId)
  const by = { name: owner?.login ?? 'owner', email: owner?.email ?? 'owner@example.com', date: stamp(world) }
  const changes = Object.entries(files).map(([path, text]) => {
    const { oid } = writeBlob(world, repository.id, text)
    return [path, { oid, mode: '100644' }] as const
  })
  const tree = changeTree(world, repository.id, null, new Map(changes))
  const message = 'Initial commit'
  const signature = { author: by, committer: by, signed: false, pushedById: repository.ownerId }
  const commit = writeCommit(world, repository.id, { tree: tree.oid, parents: [], message, ...signature })
  repository.refs.set(`refs/heads/${repository.defaultBranch}`, commit.oid)
  repository.pushedAt = stamp(world)
}

export const repositoryByName = (state: WorldState, owner: string, name: string): Repository | null => {
  const ownerId = accountByLogin(state, owner)?.id
  const wanted = name.toLowerCase()
  for (const repository of state.repositories.values()) {
    if (repository.ownerId === ownerId && repository.name.toLowerCase() === wanted) return repository
  }
  return null
}

/** The repository that had this name before; a new one of that name takes its place. */
export const repositoryRenamed = (state: WorldState, owner: string, name: string): Repository | null =>
  state.repositories.get(state.renames.get(`${owner}/${name}`.toLowerCase()) ?? 0) ?? null

export const repositoryById = (state: WorldState, id: number): Repository => {
  const repository = state.repositories.get(id)
  if (!repository) throw new GitHubRefusal(404, 'NOT_FOUND', 'Not Found')
  return repository
}

export const fullName = (state: WorldState, repository: Repository): string =>
  `${accountById(state, repository.ownerId)?.login ?? 'ghost'}/${repository.name}`

/** Invite and accept in one: the person is a collaborator with this role, under a custom name if one is given. */
export const setRole = (
  world: World,
  repositoryId: number,
  userId: number,
  role: Role,
  roleName: string = role,
): void => {
  repositoryById(world.state, repositoryId).collaborators.set(userId, { userId, role, roleName })
}

export const removeCollaborator = (world: World, repositoryId: number, userId: number): void => {
  repositoryById(world.state, repositoryId).collaborators.delete(userId)
}

/** Whoever watches is mailed about every issue and comment. */
export const watch = (world: World, repositoryId: number, userId: number): void => {
  const watching = world.state.watchers.get(repositoryId) ?? []
  if (!watching.includes(userId)) world.state.watchers.set(repositoryId, [...watching, userId])
}

/** Flip the visibility; without an actor it is the owner who does it. */
export const setVisibility = (
  world: World,
  actor: Actor | null,
  repositoryId: number,
  visibility: Visibility,
): void => {
  const repository = repositoryById(world.state, repositoryId)
  if (repository.visibility === visibility) return
  const before = repository.visibility
  repository.visibility = visibility
  repository.updatedAt = stamp(world)
  const action = visibility === 'public' ? 'publicized' : 'privatized'
  const by = actor ?? ownerOf(repository)
  happen(world, by, {
    event: 'repository',
    action,
    repository: repositoryId,
    changes: { visibility: { from: before } },
  })
  if (visibility === 'public') happen(world, by, { event: 'public', action: null, repository: repositoryId })
}

export type RepositoryChanges = Partial<
  Pick<
    Repository,
    | 'archived'
    | 'hasIssues'
    | 'deleteBranchOnMerge'
    | 'name'
    | 'defaultBranch'
    | 'description'
    | 'actionsMayCreatePulls'
    | 'basePermission'
  >
>

export const updateRepository = (
  world: World,
  actor: Actor | null,
  repositoryId: number,
  changes: RepositoryChanges,
): Repository => {
  const repository = repositoryById(world.state, repositoryId)
  const before = { ...repository }
  Object.assign(repository, changes, { updatedAt: stamp(world) })
  const by = actor ?? ownerOf(repository)
  const told = (action: string, was: Record<string, unknown>) =>
    happen(world, by, { event: 'repository', action, repository: repositoryId, changes: was })
  if (repository.archived !== before.archived) told(repository.archived ? 'archived' : 'unarchived', {})
  if (repository.name !== before.name) {
    world.state.renames.set(fullName(world.state, before).toLowerCase(), repositoryId)
    told('renamed', { repository: { name: { from: before.name } } })
  }
  if (repository.defaultBranch !== before.defaultBranch)
    told('edited', { default_branch: { from: before.defaultBranch } })
  return repository
}

const ownerOf = (repository: Repository): Actor => ({ kind: 'user', user: repository.ownerId })

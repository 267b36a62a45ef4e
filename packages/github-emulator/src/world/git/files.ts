import { demand } from '../access.ts'
import { GitHubRefusal } from '../refusal.ts'
import { repositoryById } from '../repositories.ts'
import { demandRules } from '../rulesets.ts'
import type { Actor } from '../types/accounts.ts'
import type { Blob, Commit } from '../types/git.ts'
import type { Repository } from '../types/repositories.ts'
import type { World } from '../types/world.ts'
import { commitOnTop, demandPath, fullBranch } from './commits.ts'
import { identityOf } from './identity.ts'
import { commitOf, entryAt, writeBlob, writeCommit } from './objects.ts'
import { moveRef } from './refs.ts'
import { changeTree } from './trees.ts'

type Person = { name: string; email: string; date?: string }
type Edit = { path: string; message: string; branch?: string; sha?: string; author?: Person; committer?: Person }

/** REST's contents: `sha` is the blob that is to be replaced. In an empty repository it makes the first commit. */
export const putFile = (
  world: World,
  actor: Actor,
  repositoryId: number,
  edit: Edit & { content: Uint8Array },
): { commit: Commit; blob: Blob; created: boolean } => {
  const repository = writable(world, actor, repositoryId)
  demandPath(edit.path)
  const there = fileThere(world, repository, edit)
  if (there.oid !== null && edit.sha === undefined) {
    throw new GitHubRefusal(422, 'UNPROCESSABLE', `Invalid request.\n\n"sha" wasn't supplied.`)
  }
  demandSame(edit, there.oid)
  const blob = writeBlob(world, repositoryId, edit.content)
  const changes = new Map([[edit.path, { oid: blob.oid, mode: '100644' as const }]])
  return { commit: commitEdit(world, actor, repository, edit, there, changes), blob, created: there.oid === null }
}

export const deleteFile = (world: World, actor: Actor, repositoryId: number, edit: Edit): { commit: Commit } => {
  const repository = writable(world, actor, repositoryId)
  const there = fileThere(world, repository, edit)
  if (there.oid === null) throw new GitHubRefusal(404, 'NOT_FOUND', 'Not Found')
  demandSame(edit, there.oid)
  return { commit: commitEdit(world, actor, repository, edit, there, new Map([[edit.path, null]])) }
}

type There = { ref: string; head: string | null; tree: string | null; oid: string | null }

const fileThere = (world: World, repository: Repository, edit: Edit): There => {
  const ref = fullBranch(edit.branch ?? repository.defaultBranch)
  const head = repository.refs.get(ref) ?? null
  if (head === null && repository.refs.size > 0) {
    throw new GitHubRefusal(404, 'NOT_FOUND', `Branch ${edit.branch} not found`)
  }
  const tree = head === null ? null : (commitOf(world.state, repository.id, head)?.tree ?? null)
  const oid = tree === null ? null : (entryAt(world.state, repository.id, tree, edit.path)?.oid ?? null)
  return { ref, head, tree, oid }
}

const demandSame = (edit: Edit, oid: string | null): void => {
  if (edit.sha === undefined || edit.sha === oid) return
  throw new GitHubRefusal(409, 'STALE_DATA', `${edit.path} does not match ${edit.sha}`)
}

const commitEdit = (
  world: World,
  actor: Actor,
  repository: Repository,
  edit: Edit,
  there: There,
  changes: Parameters<typeof changeTree>[3],
): Commit => {
  demandRules(world, actor, repository, there.ref, [there.head === null ? 'creation' : 'update'])
  const tree = changeTree(world, repository.id, there.tree, changes).oid
  const own = identityOf(world, actor)
  const author = { ...own, ...(edit.author ?? edit.committer) }
  const committer = edit.committer ? { ...own, ...edit.committer } : undefined
  const signed = actor.kind !== 'user' && !edit.author && !edit.committer
  const parents = there.head === null ? [] : [there.head]
  const commit = { tree, parents, message: edit.message, signed, author, ...(committer ? { committer } : {}) }
  return commitOnTop(world, actor, repository, there.ref, commit)
}

export type Push = {
  /** Short name; a new one starts at the default branch. */
  branch: string
  /** Path to text, or to null for a file that goes. */
  files?: Record<string, string | null>
  message?: string
  /** Whatever the pusher set in `git config`: git does not check it. */
  author?: { name: string; email: string }
  force?: boolean
  /** The commit to build on instead of the branch's head. */
  onto?: string
}

/** A `git push` from somebody's machine: unsigned, and by whichever author it claims. */
export const push = (world: World, actor: Actor, repositoryId: number, pushed: Push): Commit => {
  const repository = writable(world, actor, repositoryId)
  const ref = fullBranch(pushed.branch)
  const head = repository.refs.get(ref)
  const parent = pushed.onto ?? head ?? repository.refs.get(`refs/heads/${repository.defaultBranch}`)
  const changes = Object.entries(pushed.files ?? {}).map(([path, text]) => {
    const file = text === null ? null : { oid: writeBlob(world, repositoryId, text).oid, mode: '100644' as const }
    return [path, file] as const
  })
  const base = parent === undefined ? null : (commitOf(world.state, repositoryId, parent)?.tree ?? null)
  const tree = changeTree(world, repositoryId, base, new Map(changes)).oid
  const author = { ...identityOf(world, actor), ...pushed.author }
  const parents = parent === undefined ? [] : [parent]
  const made = { tree, parents, message: pushed.message ?? 'Update', author, committer: author }
  const forward = head === undefined || parent === head
  if (!forward && !pushed.force) throw new GitHubRefusal(422, 'UNPROCESSABLE', 'Update is not a fast forward')
  const rule = head === undefined ? 'creation' : 'update'
  demandRules(world, actor, repository, ref, forward ? [rule] : [rule, 'non_fast_forward'])
  const commit = writeCommit(world, repositoryId, { ...made, signed: false, pushedById: actor.user })
  moveRef(world, actor, repository, ref, commit.oid)
  return commit
}

const writable = (world: World, actor: Actor, repositoryId: number): Repository => {
  const repository = repositoryById(world.state, repositoryId)
  demand(world, actor, repository, 'contents', 'write', 'write')
  return repository
}

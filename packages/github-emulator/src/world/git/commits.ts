import { demand } from '../access.ts'
import { GitHubRefusal } from '../refusal.ts'
import { repositoryById } from '../repositories.ts'
import { demandRules } from '../rulesets.ts'
import type { Actor } from '../types/accounts.ts'
import type { Blob, Commit, Signature, Tree, TreeEntry } from '../types/git.ts'
import type { Repository } from '../types/repositories.ts'
import type { World } from '../types/world.ts'
import { isAncestor, mergeBase } from './history.ts'
import { identityOf, webFlow } from './identity.ts'
import { commitOf, entryAt, filesOf, objectOf, treeOf, writeBlob, writeCommit, writeTree } from './objects.ts'
import { moveRef } from './refs.ts'
import { type Changes, changeTree } from './trees.ts'

export type CommitOnBranch = {
  /** Short or full name. */
  branch: string
  expectedHeadOid: string
  message: { headline: string; body?: string | null }
  /** `contents` is base64. */
  additions?: readonly { path: string; contents: string }[]
  deletions?: readonly { path: string }[]
}

/** A signed commit by the credential on a branch that must still be where the caller saw it. */
export const createCommitOnBranch = (
  world: World,
  actor: Actor,
  repositoryId: number,
  wanted: CommitOnBranch,
): Commit => {
  const repository = writable(world, actor, repositoryId)
  const ref = fullBranch(wanted.branch)
  const head = repository.refs.get(ref)
  if (head === undefined) {
    throw new GitHubRefusal(404, 'NOT_FOUND', 'Branch not found')
  }
  if (head !== wanted.expectedHeadOid) {
    const message = `Expected branch to point to "${wanted.expectedHeadOid}" but it did not.  Pull and try again.`
    throw new GitHubRefusal(409, 'STALE_DATA', message)
  }
  demandRules(world, actor, repository, ref, ['update'])
  const before = commitOf(world.state, repositoryId, head)?.tree ?? null
  const { headline, body } = wanted.message
  const message = body ? `${headline}\n\n${body}` : headline
  const tree = changeTree(world, repositoryId, before, changesOf(world, repository, wanted, before)).oid
  return commitOnTop(world, actor, repository, ref, { tree, parents: [head], message, signed: true })
}

const changesOf = (world: World, repository: Repository, wanted: CommitOnBranch, tree: string | null): Changes => {
  const changes = new Map<string, { oid: string; mode: TreeEntry['mode'] } | null>()
  for (const { path } of wanted.deletions ?? []) {
    if (!entryAt(world.state, repository.id, tree ?? '', path)) {
      const oid = wanted.expectedHeadOid
      throw new GitHubRefusal(
        422,
        'UNPROCESSABLE',
        `A path was requested for deletion which does not exist as of commit oid \`${oid}\``,
      )
    }
    changes.set(path, null)
  }
  for (const { path, contents } of wanted.additions ?? []) {
    demandPath(path)
    const mode = entryAt(world.state, repository.id, tree ?? '', path)?.mode ?? '100644'
    const { oid } = writeBlob(world, repository.id, Buffer.from(contents, 'base64'))
    changes.set(path, { oid, mode: mode === '040000' ? '100644' : mode })
  }
  return changes
}

/** `field` is what the refusal names. Git itself would refuse to check such a path out. */
export const demandPath = (path: string, field = 'path'): void => {
  const bad = path === '' || path.startsWith('/') || path.endsWith('/') || /(^|\/)(\.\.?|\.git)?(\/|$)/.test(path)
  if (bad) throw new GitHubRefusal(422, 'UNPROCESSABLE', `${field} contains a malformed path component`)
}

type OnTop = {
  tree: string
  parents: string[]
  message: string
  signed: boolean
  author?: Signature
  committer?: Signature
}

/** Write the commit and move the branch to it. */
export const commitOnTop = (world: World, actor: Actor, repository: Repository, ref: string, commit: OnTop): Commit => {
  const author = commit.author ?? identityOf(world, actor)
  const committer = commit.committer ?? (commit.signed ? webFlow(world) : author)
  const written = writeCommit(world, repository.id, { ...commit, author, committer, pushedById: actor.user })
  moveRef(world, actor, repository, ref, written.oid)
  return written
}

type Person = { name: string; email: string; date?: string }
type NewCommit = { message: string; tree: string; parents: string[]; author?: Person; committer?: Person }

/** REST's commit: on no branch yet. Bots' are signed as long as they do not name an author themselves. */
export const createCommit = (world: World, actor: Actor, repositoryId: number, wanted: NewCommit): Commit => {
  writable(world, actor, repositoryId)
  if (!treeOf(world.state, repositoryId, wanted.tree)) throw refused('Tree SHA does not exist')
  for (const parent of wanted.parents) {
    if (!commitOf(world.state, repositoryId, parent))
      throw refused('Parent SHA does not exist or is not a commit object')
  }
  const signed = actor.kind !== 'user' && !wanted.author && !wanted.committer
  const author = { ...identityOf(world, actor), ...wanted.author }
  const committer = signed ? webFlow(world) : { ...author, ...wanted.committer }
  const { tree, parents, message } = wanted
  const written = { tree, parents, message, author, committer, signed, pushedById: actor.user }
  return writeCommit(world, repositoryId, written)
}

export type NewTreeEntry = { path: string; mode?: TreeEntry['mode']; sha?: string | null; content?: string }

export const createTree = (
  world: World,
  actor: Actor,
  repositoryId: number,
  wanted: { baseTree?: string; entries: readonly NewTreeEntry[] },
): Tree => {
  writable(world, actor, repositoryId)
  const changes = wanted.entries.map(({ path, mode = '100644', sha, content }) => {
    demandPath(path, 'tree.path')
    if (content !== undefined) return [path, { mode, oid: writeBlob(world, repositoryId, content).oid }] as const
    if (sha === null) return [path, null] as const
    if (sha === undefined || !objectOf(world.state, repositoryId, sha))
      throw refused(`tree.sha ${sha} is not a valid object`)
    return [path, { mode, oid: sha }] as const
  })
  const base =
    wanted.baseTree === undefined
      ? null
      : (commitOf(world.state, repositoryId, wanted.baseTree)?.tree ?? wanted.baseTree)
  return changes.length === 0 && base === null
    ? writeTree(world, repositoryId, [])
    : changeTree(world, repositoryId, base, new Map(changes))
}

export const createBlob = (world: World, actor: Actor, repositoryId: number, content: Uint8Array): Blob => {
  writable(world, actor, repositoryId)
  return writeBlob(world, repositoryId, content)
}

export type Merge = { base: string; head: string; message?: string }

/** Merge a branch or commit into a branch: null when there is nothing to merge, a 409 where both changed a file. */
export const mergeBranches = (world: World, actor: Actor, repositoryId: number, merge: Merge): Commit | null => {
  const repository = writable(world, actor, repositoryId)
  const ref = fullBranch(merge.base)
  const base = repository.refs.get(ref)
  const head = repository.refs.get(fullBranch(merge.head)) ?? commitOf(world.state, repositoryId, merge.head)?.oid
  if (base === undefined) throw new GitHubRefusal(404, 'NOT_FOUND', 'Base does not exist')
  if (head === undefined) throw new GitHubRefusal(404, 'NOT_FOUND', 'Head does not exist')
  if (isAncestor(world.state, repositoryId, head, base)) return null
  const tree = mergedTree(world, repositoryId, base, head)
  if (tree === null) throw new GitHubRefusal(409, 'UNPROCESSABLE', 'Merge conflict')
  demandRules(world, actor, repository, ref, ['update'])
  const message = merge.message ?? `Merge ${merge.head} into ${merge.base}`
  return commitOnTop(world, actor, repository, ref, { tree, parents: [base, head], message, signed: true })
}

/** Whole files only: where both sides changed the same file differently there is no merge. */
export const mergedTree = (world: World, repositoryId: number, base: string, head: string): string | null => {
  const { state } = world
  const common = mergeBase(state, repositoryId, base, head)
  const treeAt = (oid: string | null) => (oid === null ? '' : (commitOf(state, repositoryId, oid)?.tree ?? ''))
  const [origin, ours, theirs] = [common, base, head].map(oid => filesOf(state, repositoryId, treeAt(oid)))
  const changes = new Map<string, { oid: string; mode: TreeEntry['mode'] } | null>()
  for (const path of new Set([...(origin?.keys() ?? []), ...(theirs?.keys() ?? [])])) {
    const [was, mine, other] = [origin, ours, theirs].map(files => files?.get(path) ?? null)
    if (other?.oid === was?.oid || other?.oid === mine?.oid) continue
    if (mine?.oid !== was?.oid) return null
    changes.set(path, other ?? null)
  }
  return changeTree(world, repositoryId, treeAt(base), changes).oid
}

export const fullBranch = (branch: string): string =>
  branch.startsWith('refs/heads/') ? branch : `refs/heads/${branch}`

const writable = (world: World, actor: Actor, repositoryId: number): Repository => {
  const repository = repositoryById(world.state, repositoryId)
  demand(world, actor, repository, 'contents', 'write', 'write')
  return repository
}

const refused = (message: string): GitHubRefusal => new GitHubRefusal(422, 'UNPROCESSABLE', message)

import type { Commit, GitObject } from '../types/git.ts'
import type { Repository } from '../types/repositories.ts'
import type { WorldState } from '../types/world.ts'
import { commitOf, entryAt, filesOf, objectOf, peel } from './objects.ts'

/** What a revision expression names: an oid, a branch or tag, `HEAD`, or any of these with `:path`. */
export const resolve = (state: WorldState, repository: Repository, expression: string): GitObject | null => {
  const colon = expression.indexOf(':')
  const revision = colon < 0 ? expression : expression.slice(0, colon)
  const oid = oidOfRevision(repository, revision)
  const object = oid === null ? null : objectOf(state, repository.id, oid)
  if (colon < 0 || !object) return object
  const root = object.type === 'tree' ? object.oid : (peel(state, repository.id, object.oid)?.tree ?? null)
  const entry = root === null ? null : entryAt(state, repository.id, root, expression.slice(colon + 1))
  return entry ? objectOf(state, repository.id, entry.oid) : null
}

const oidOfRevision = ({ refs, defaultBranch }: Repository, revision: string): string | null => {
  if (/^[0-9a-f]{40}$/.test(revision)) return revision
  if (revision === 'HEAD') return refs.get(`refs/heads/${defaultBranch}`) ?? null
  const names = [revision, `refs/${revision}`, `refs/tags/${revision}`, `refs/heads/${revision}`]
  return names.map(name => refs.get(name)).find(oid => oid !== undefined) ?? null
}

/** The commits reachable from one, newest first, a child always before its parents; with a path, those that changed it. */
export const history = (state: WorldState, repositoryId: number, oid: string, path?: string): Commit[] => {
  const all = reachable(state, repositoryId, oid)
  return path ? all.filter(commit => changed(state, repositoryId, commit, path)) : all
}

const reachable = (state: WorldState, repositoryId: number, oid: string): Commit[] => {
  const line = lineFrom(state, repositoryId, oid)
  if (line) return line
  const found: Commit[] = []
  const seen = new Set<string>()
  const visit = (at: string) => {
    const commit = commitOf(state, repositoryId, at)
    if (!commit || seen.has(at)) return
    seen.add(at)
    for (const parent of commit.parents) visit(parent)
    found.push(commit)
  }
  visit(oid)
  return found.reverse()
}

/** Long branches without merges are walked without recursion. */
const lineFrom = (state: WorldState, repositoryId: number, oid: string): Commit[] | null => {
  const found: Commit[] = []
  let at: Commit | null = commitOf(state, repositoryId, oid)
  while (at) {
    if (at.parents.length > 1) return null
    found.push(at)
    at = at.parents[0] === undefined ? null : commitOf(state, repositoryId, at.parents[0])
  }
  return found
}

const changed = (state: WorldState, repositoryId: number, commit: Commit, path: string): boolean => {
  const at = (tree: string) => entryAt(state, repositoryId, tree, path)?.oid ?? null
  const here = at(commit.tree)
  const before = commit.parents.map(parent => at(commitOf(state, repositoryId, parent)?.tree ?? ''))
  return before.length === 0 ? here !== null : before.every(oid => oid !== here)
}

export const isAncestor = (state: WorldState, repositoryId: number, ancestor: string, of: string): boolean => {
  const seen = new Set<string>()
  const waiting = [of]
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    if (at === ancestor) return true
    if (seen.has(at)) continue
    seen.add(at)
    waiting.push(...(commitOf(state, repositoryId, at)?.parents ?? []))
  }
  return false
}

/** The newest commit both have, or null for unrelated histories. */
export const mergeBase = (state: WorldState, repositoryId: number, a: string, b: string): string | null => {
  const ofA = new Set(history(state, repositoryId, a).map(commit => commit.oid))
  return history(state, repositoryId, b).find(commit => ofA.has(commit.oid))?.oid ?? null
}

export type FileChange = {
  path: string
  status: 'added' | 'modified' | 'removed'
  oid: string | null
  previousOid: string | null
}

/** The same as it is listed: what went and what came may be one file, under another name. */
export type ListedChange = FileChange | (Omit<FileChange, 'status'> & { status: 'renamed'; previousPath: string })

export type Comparison = {
  status: 'ahead' | 'behind' | 'diverged' | 'identical'
  aheadBy: number
  behindBy: number
  mergeBase: string | null
  /** Oldest first, as REST's compare gives them. */
  commits: Commit[]
  /** Between the merge base and the head. */
  files: FileChange[]
}

export const compare = (state: WorldState, repositoryId: number, base: string, head: string): Comparison => {
  const ofBase = history(state, repositoryId, base)
  const ofHead = history(state, repositoryId, head)
  const inBase = new Set(ofBase.map(commit => commit.oid))
  const inHead = new Set(ofHead.map(commit => commit.oid))
  const commits = ofHead.filter(commit => !inBase.has(commit.oid)).reverse()
  const behindBy = ofBase.filter(commit => !inHead.has(commit.oid)).length
  const common = mergeBase(state, repositoryId, base, head)
  return {
    status: statusOf(commits.length, behindBy),
    aheadBy: commits.length,
    behindBy,
    mergeBase: common,
    commits,
    files: changesBetween(state, repositoryId, common, head),
  }
}

const statusOf = (ahead: number, behind: number): Comparison['status'] => {
  if (ahead > 0) return behind > 0 ? 'diverged' : 'ahead'
  return behind > 0 ? 'behind' : 'identical'
}

export const changesBetween = (
  state: WorldState,
  repositoryId: number,
  base: string | null,
  head: string,
): FileChange[] => {
  const files = (oid: string | null) =>
    filesOf(state, repositoryId, oid === null ? '' : (commitOf(state, repositoryId, oid)?.tree ?? ''))
  const before = files(base)
  const after = files(head)
  const paths = [...new Set([...before.keys(), ...after.keys()])].sort()
  return paths.flatMap(path => {
    const previousOid = before.get(path)?.oid ?? null
    const oid = after.get(path)?.oid ?? null
    if (oid === previousOid) return []
    const status = previousOid === null ? 'added' : oid === null ? 'removed' : 'modified'
    return [{ path, status, oid, previousOid } as const]
  })
}

/** A file that went and came back whole under another name was renamed. GitHub sees it too when a little of it changed. */
export const withRenames = (changes: readonly FileChange[]): ListedChange[] => {
  const gone = changes.filter(each => each.status === 'removed')
  const from = new Map<FileChange, FileChange>()
  for (const each of changes) {
    const source = gone.find(other => each.status === 'added' && other.previousOid === each.oid)
    if (!source) continue
    gone.splice(gone.indexOf(source), 1)
    from.set(each, source)
  }
  const moved = new Set(from.values())
  return changes
    .filter(each => !moved.has(each))
    .map(each => {
      const source = from.get(each)
      if (!source) return each
      const { path: previousPath, previousOid } = source
      return { ...each, status: 'renamed', previousOid, previousPath }
    })
}

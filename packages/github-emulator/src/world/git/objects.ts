import { signDocument, webFlowKey } from '../signing/web-flow-key.ts'
import type { Blob, Commit, GitObject, Signature, Tag, Tree, TreeEntry } from '../types/git.ts'
import type { World, WorldState } from '../types/world.ts'
import { encodeCommit, encodeTag, encodeTree, oidOf, sortEntries } from './encode.ts'

/** Put a text or bytes into a repository's store. Writing an object twice is writing it once. */
export const writeBlob = (world: World, repositoryId: number, content: Uint8Array | string): Blob => {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : new Uint8Array(content)
  return store(world, repositoryId, { type: 'blob', oid: oidOf('blob', bytes), content: bytes })
}

export const writeTree = (world: World, repositoryId: number, entries: readonly TreeEntry[]): Tree => {
  const sorted = sortEntries(entries)
  return store(world, repositoryId, { type: 'tree', oid: oidOf('tree', encodeTree(sorted)), entries: sorted })
}

export type NewCommit = {
  tree: string
  parents: string[]
  author: Signature
  committer: Signature
  message: string
  signed: boolean
  pushedById: number | null
}

export const writeCommit = (
  world: World,
  repositoryId: number,
  { signed, pushedById, ...commit }: NewCommit,
): Commit => {
  const gpgsig = signed ? signCommit(world, commit) : null
  const oid = oidOf('commit', encodeCommit({ ...commit, gpgsig }))
  return store(world, repositoryId, { type: 'commit', oid, ...commit, gpgsig, pushedById })
}

const signCommit = ({ state }: World, commit: Omit<NewCommit, 'signed' | 'pushedById'>): string =>
  signDocument(webFlowKey(state.signingSeed), encodeCommit({ ...commit, gpgsig: null }), commit.committer.date)

export const writeTag = (world: World, repositoryId: number, tag: Omit<Tag, 'type' | 'oid'>): Tag =>
  store(world, repositoryId, { type: 'tag', oid: oidOf('tag', encodeTag(tag)), ...tag })

/** Take in what a push brought; what is there already stays. The oids that are new. */
export const receive = (world: World, repositoryId: number, objects: readonly GitObject[]): string[] => {
  const there = world.state.objects.get(repositoryId)
  const added = objects.filter(({ oid }) => !there?.has(oid))
  for (const object of added) store(world, repositoryId, object)
  return added.map(({ oid }) => oid)
}

/** Of a push that was refused nothing stays. */
export const forget = (world: World, repositoryId: number, oids: readonly string[]): void => {
  for (const oid of oids) world.state.objects.get(repositoryId)?.delete(oid)
}

const store = <T extends GitObject>(world: World, repositoryId: number, object: T): T => {
  const objects = world.state.objects.get(repositoryId) ?? new Map<string, GitObject>()
  world.state.objects.set(repositoryId, objects)
  if (!objects.has(object.oid)) objects.set(object.oid, object)
  return object
}

export const objectOf = (state: WorldState, repositoryId: number, oid: string): GitObject | null =>
  state.objects.get(repositoryId)?.get(oid) ?? null

export const commitOf = (state: WorldState, repositoryId: number, oid: string): Commit | null => {
  const object = objectOf(state, repositoryId, oid)
  return object?.type === 'commit' ? object : null
}

export const treeOf = (state: WorldState, repositoryId: number, oid: string): Tree | null => {
  const object = objectOf(state, repositoryId, oid)
  return object?.type === 'tree' ? object : null
}

export const blobOf = (state: WorldState, repositoryId: number, oid: string): Blob | null => {
  const object = objectOf(state, repositoryId, oid)
  return object?.type === 'blob' ? object : null
}

/** The commit a tag, or a tag of a tag, ends at. */
export const peel = (state: WorldState, repositoryId: number, oid: string): Commit | null => {
  const object = objectOf(state, repositoryId, oid)
  if (object?.type === 'tag') return peel(state, repositoryId, object.object)
  return object?.type === 'commit' ? object : null
}

/** What lies at a path; the empty path is the tree itself. */
export const entryAt = (state: WorldState, repositoryId: number, treeOid: string, path: string): TreeEntry | null => {
  let entry: TreeEntry | null = { mode: '040000', name: '', oid: treeOid }
  for (const name of path.split('/').filter(Boolean)) {
    const tree: Tree | null = entry ? treeOf(state, repositoryId, entry.oid) : null
    entry = tree?.entries.find(one => one.name === name) ?? null
  }
  return entry
}

export type File = { oid: string; mode: TreeEntry['mode'] }

/** Every file under a tree, by its whole path. */
export const filesOf = (state: WorldState, repositoryId: number, treeOid: string, prefix = ''): Map<string, File> => {
  const files = new Map<string, File>()
  for (const { mode, name, oid } of treeOf(state, repositoryId, treeOid)?.entries ?? []) {
    if (mode !== '040000') files.set(prefix + name, { oid, mode })
    else for (const [path, file] of filesOf(state, repositoryId, oid, `${prefix}${name}/`)) files.set(path, file)
  }
  return files
}

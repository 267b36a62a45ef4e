import type { Tree, TreeEntry } from '../types/git.ts'
import type { World } from '../types/world.ts'
import { treeOf, writeTree } from './objects.ts'

/** Path to its new file, or to null where it goes. */
export type Changes = ReadonlyMap<string, { oid: string; mode: TreeEntry['mode'] } | null>

/** The tree that `changes` make of another; folders that become empty vanish, as in git. */
export const changeTree = (world: World, repositoryId: number, base: string | null, changes: Changes): Tree => {
  const entries = new Map<string, TreeEntry>()
  const old = base === null ? null : treeOf(world.state, repositoryId, base)
  for (const entry of old?.entries ?? []) entries.set(entry.name, entry)
  const inner = new Map<string, Map<string, { oid: string; mode: TreeEntry['mode'] } | null>>()
  for (const [path, file] of changes) {
    const slash = path.indexOf('/')
    if (slash >= 0) deeper(inner, path.slice(0, slash)).set(path.slice(slash + 1), file)
    else if (file) entries.set(path, { name: path, ...file })
    else entries.delete(path)
  }
  for (const [name, changesWithin] of inner) {
    const folder = entries.get(name)
    const within = changeTree(world, repositoryId, folder?.mode === '040000' ? folder.oid : null, changesWithin)
    if (within.entries.length > 0) entries.set(name, { name, mode: '040000', oid: within.oid })
    else if (folder?.mode === '040000') entries.delete(name)
  }
  return writeTree(world, repositoryId, [...entries.values()])
}

const deeper = <T>(folders: Map<string, Map<string, T>>, name: string): Map<string, T> => {
  const folder = folders.get(name) ?? new Map<string, T>()
  folders.set(name, folder)
  return folder
}

import type { JsonObject } from '../../http/answer.ts'
import { blobOf, treeOf } from '../../world/git/objects.ts'
import { objectNodeId } from '../../world/node-ids.ts'
import type { Tree, TreeEntry } from '../../world/types/git.ts'
import type { Repository } from '../../world/types/repositories.ts'
import { folders } from './git.ts'
import { repositoryHtml, repositoryUrl } from './repository.ts'
import type { View } from './view.ts'

const typeOf = (mode: TreeEntry['mode']) => (mode === '040000' ? 'tree' : mode === '160000' ? 'commit' : 'blob')

const treeEntry = (view: View, home: Repository, path: string, mode: TreeEntry['mode'], sha: string): JsonObject => {
  const type = typeOf(mode)
  const size = blobOf(view.state, home.id, sha)?.content.byteLength
  const url = `${repositoryUrl(view, home)}/git/${folders[type]}/${sha}`
  return { path, mode, type, sha, ...(size === undefined ? {} : { size }), url }
}

/** A tree, one level or all of it. */
export const gitTree = (view: View, home: Repository, found: Tree, recursive: boolean): JsonObject => {
  const tree = recursive
    ? allEntries(view, home, found, '')
    : found.entries.map(each => treeEntry(view, home, each.name, each.mode, each.oid))
  return { sha: found.oid, url: `${repositoryUrl(view, home)}/git/trees/${found.oid}`, truncated: false, tree }
}

const allEntries = (view: View, home: Repository, found: Tree, prefix: string): JsonObject[] =>
  found.entries.flatMap(({ name, mode, oid }) => {
    const inner = mode === '040000' ? treeOf(view.state, home.id, oid) : null
    const below = inner ? allEntries(view, home, inner, `${prefix}${name}/`) : []
    return [treeEntry(view, home, prefix + name, mode, oid), ...below]
  })

export const gitBlob = (view: View, home: Repository, oid: string, content: Uint8Array): JsonObject => ({
  sha: oid,
  node_id: objectNodeId(home.id, oid),
  size: content.byteLength,
  url: `${repositoryUrl(view, home)}/git/blobs/${oid}`,
  content: wrapped(content),
  encoding: 'base64',
})

/** GitHub breaks base64 into lines of sixty. */
export const wrapped = (content: Uint8Array) => Buffer.from(content).toString('base64').replaceAll(/.{60}/g, '$&\n')

/** A file or folder of `/contents`. `ref` is what the links lead back to. */
export const contentEntry = (view: View, home: Repository, ref: string, path: string, entry: TreeEntry): JsonObject => {
  const folder = entry.mode === '040000'
  const encoded = path.split('/').map(encodeURIComponent).join('/')
  const html = repositoryHtml(view, home)
  const links = {
    self: `${repositoryUrl(view, home)}/contents/${encoded}?ref=${encodeURIComponent(ref)}`,
    git: `${repositoryUrl(view, home)}/git/${folder ? 'trees' : 'blobs'}/${entry.oid}`,
    html: `${html}/${folder ? 'tree' : 'blob'}/${ref}/${encoded}`,
  }
  return {
    name: path.split('/').at(-1) ?? '',
    path,
    sha: entry.oid,
    size: blobOf(view.state, home.id, entry.oid)?.content.byteLength ?? 0,
    type: folder ? 'dir' : 'file',
    url: links.self,
    git_url: links.git,
    html_url: links.html,
    download_url: folder ? null : `${html}/raw/${ref}/${encoded}`,
    _links: links,
  }
}

/** Who and when, as a commit or tag says it: `date` is ISO 8601 with its own offset. */
export type Signature = { name: string; email: string; date: string }

export type TreeEntry = { mode: '100644' | '100755' | '120000' | '040000' | '160000'; name: string; oid: string }

export type Blob = { type: 'blob'; oid: string; content: Uint8Array }
export type Tree = { type: 'tree'; oid: string; entries: TreeEntry[]; raw?: Uint8Array }
export type Commit = {
  type: 'commit'
  oid: string
  tree: string
  parents: string[]
  author: Signature
  committer: Signature
  message: string
  /** The `gpgsig` header, when it was signed. */
  gpgsig: string | null
  /** By whose credential it came, whatever its author line says. */
  pushedById: number | null
  raw?: Uint8Array
}
export type Tag = {
  type: 'tag'
  oid: string
  object: string
  objectType: 'blob' | 'tree' | 'commit' | 'tag'
  tag: string
  tagger: Signature
  message: string
  raw?: Uint8Array
}

/** A git object under the SHA-1 of its bytes; `raw` holds these where they cannot be made again from the other fields. */
export type GitObject = Blob | Tree | Commit | Tag

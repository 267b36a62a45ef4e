import { createHash } from 'node:crypto'
import type { Commit, Signature, Tag, TreeEntry } from '../types/git.ts'

/** The SHA-1 git gives to an object: over its type, its length and its bytes. */
export function oidOf(type: 'blob' | 'tree' | 'commit' | 'tag', content: Uint8Array): string {
  return createHash('sha1').update(`${type} ${content.length}\0`).update(content).digest('hex')
}

export function encodeTree(entries: readonly TreeEntry[]): Uint8Array {
  return Buffer.concat(
    entries.flatMap(({ mode, name, oid }) => [
      Buffer.from(`${mode.replace(/^0/, '')} ${name}\0`),
      Buffer.from(oid, 'hex'),
    ]),
  )
}

/** Git sorts by bytes, a folder as if its name ended in a slash. */
export function sortEntries(entries: readonly TreeEntry[]): TreeEntry[] {
  const key = (entry: TreeEntry) => Buffer.from(entry.mode === '040000' ? `${entry.name}/` : entry.name)
  return entries
    .map(entry => ({ entry, key: key(entry) }))
    .sort((a, b) => Buffer.compare(a.key, b.key))
    .map(({ entry }) => entry)
}

type Unsigned = Pick<Commit, 'tree' | 'parents' | 'author' | 'committer' | 'message'>

export function encodeCommit(commit: Unsigned & { gpgsig: string | null }): Uint8Array {
  const lines = [
    `tree ${commit.tree}`,
    ...commit.parents.map(parent => `parent ${parent}`),
    `author ${encodeSignature(commit.author)}`,
    `committer ${encodeSignature(commit.committer)}`,
    ...(commit.gpgsig === null ? [] : [`gpgsig ${commit.gpgsig.replaceAll('\n', '\n ')}`]),
  ]
  return Buffer.from(`${lines.join('\n')}\n\n${commit.message}`)
}

/** Stands in for web-flow's signature: as long as a real one is not needed, it must only depend on what it signs. */
export function signByWebFlow(commit: Unsigned): string {
  const digest = createHash('sha512')
    .update(encodeCommit({ ...commit, gpgsig: null }))
    .digest('base64')
  return `-----BEGIN PGP SIGNATURE-----\n\n${digest.slice(0, 64)}\n${digest.slice(64)}\n-----END PGP SIGNATURE-----\n`
}

export function encodeTag(tag: Omit<Tag, 'type' | 'oid'>): Uint8Array {
  const head = `object ${tag.object}\ntype ${tag.objectType}\ntag ${tag.tag}\ntagger ${encodeSignature(tag.tagger)}`
  return Buffer.from(`${head}\n\n${tag.message}`)
}

function encodeSignature({ name, email, date }: Signature): string {
  const zone = /([+-])(\d\d):?(\d\d)$/.exec(date)
  const offset = zone ? `${zone[1]}${zone[2]}${zone[3]}` : '+0000'
  return `${name} <${email}> ${Math.floor(Date.parse(date) / 1000)} ${offset}`
}

import { createHash } from 'node:crypto'
import type { Commit, GitObject, Signature, Tag, TreeEntry } from '../types/git.ts'

/** The SHA-1 git gives to an object: over its type, its length and its bytes. */
export const oidOf = (type: 'blob' | 'tree' | 'commit' | 'tag', content: Uint8Array): string =>
  createHash('sha1').update(`${type} ${content.length}\0`).update(content).digest('hex')

export const encodeTree = (entries: readonly TreeEntry[]): Uint8Array =>
  Buffer.concat(
    entries.flatMap(({ mode, name, oid }) => [
      Buffer.from(`${mode.replace(/^0/, '')} ${name}\0`),
      Buffer.from(oid, 'hex'),
    ]),
  )

/** Git sorts by bytes, a folder as if its name ended in a slash. */
export const sortEntries = (entries: readonly TreeEntry[]): TreeEntry[] => {
  const key = (entry: TreeEntry) => Buffer.from(entry.mode === '040000' ? `${entry.name}/` : entry.name)
  return entries
    .map(entry => ({ entry, key: key(entry) }))
    .sort((a, b) => Buffer.compare(a.key, b.key))
    .map(({ entry }) => entry)
}

type Unsigned = Pick<Commit, 'tree' | 'parents' | 'author' | 'committer' | 'message'>

export const encodeCommit = (commit: Unsigned & { gpgsig: string | null }): Uint8Array => {
  const lines = [
    `tree ${commit.tree}`,
    ...commit.parents.map(parent => `parent ${parent}`),
    `author ${encodeSignature(commit.author)}`,
    `committer ${encodeSignature(commit.committer)}`,
    ...(commit.gpgsig === null ? [] : [`gpgsig ${commit.gpgsig.replaceAll('\n', '\n ')}`]),
  ]
  return Buffer.from(`${lines.join('\n')}\n\n${commit.message}`)
}

/** The bytes that an object's oid is the SHA-1 of. */
export const bytesOf = (object: GitObject): Uint8Array => {
  if (object.type === 'blob') return object.content
  if (object.raw) return object.raw
  if (object.type === 'tree') return encodeTree(object.entries)
  return object.type === 'tag' ? encodeTag(object) : encodeCommit(object)
}

/** What a commit's signature signs: the commit without it. */
export const signedPayload = (commit: Commit): Uint8Array => {
  if (!commit.raw) return encodeCommit({ ...commit, gpgsig: null })
  const text = Buffer.from(commit.raw).toString('latin1')
  const head = text.slice(0, text.indexOf('\n\n') + 1)
  return Buffer.from(head.replace(/^gpgsig .*\n(?: .*\n)*/m, '') + text.slice(head.length), 'latin1')
}

export const encodeTag = (tag: Omit<Tag, 'type' | 'oid'>): Uint8Array => {
  const head = `object ${tag.object}\ntype ${tag.objectType}\ntag ${tag.tag}\ntagger ${encodeSignature(tag.tagger)}`
  return Buffer.from(`${head}\n\n${tag.message}`)
}

const encodeSignature = ({ name, email, date }: Signature): string => {
  const zone = /([+-])(\d\d):?(\d\d)$/.exec(date)
  const offset = zone ? `${zone[1]}${zone[2]}${zone[3]}` : '+0000'
  return `${plain(name)} <${plain(email)}> ${Math.floor(Date.parse(date) / 1000)} ${offset}`
}

/** Git leaves out of names and addresses what would end them early. */
const plain = (text: string): string => text.replaceAll(/[<>\n\0]/g, '')

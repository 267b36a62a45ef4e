import type { Commit, GitObject, Signature, Tag, Tree, TreeEntry } from '../types/git.ts'
import { bytesOf, oidOf } from './encode.ts'

type ObjectType = GitObject['type']

/** An object from the bytes git keeps of it. `pushedById` is whose credential brought it. */
export const decodeObject = (type: ObjectType, bytes: Uint8Array, pushedById: number | null): GitObject => {
  const oid = oidOf(type, bytes)
  if (type === 'blob') return { type, oid, content: bytes }
  const object = type === 'tree' ? decodeTree(oid, bytes) : decodeText(type, oid, bytes, pushedById)
  // unusual headers, encodings and dates would be lost: then the bytes are kept as they came
  return oidOf(type, bytesOf(object)) === oid ? object : { ...object, raw: bytes }
}

const isObjectType = (type: string): type is ObjectType => ['blob', 'tree', 'commit', 'tag'].includes(type)

/** What git writes before an object's bytes: its type and length. Null for anything else. */
export const splitLoose = (loose: Uint8Array): { type: ObjectType; bytes: Uint8Array } | null => {
  const nul = loose.indexOf(0)
  const [type = ''] = Buffer.from(loose.subarray(0, nul)).toString('latin1').split(' ')
  return nul > 0 && isObjectType(type) ? { type, bytes: loose.subarray(nul + 1) } : null
}

const modes = ['100644', '100755', '120000', '040000', '160000'] as const

/** Old trees hold modes such as 100664: they are plain files. */
const modeOf = (text: string): TreeEntry['mode'] => modes.find(mode => mode === text.padStart(6, '0')) ?? '100644'

const decodeTree = (oid: string, bytes: Uint8Array): Tree => {
  const content = Buffer.from(bytes)
  const entries: TreeEntry[] = []
  for (let at = 0; at < content.length; ) {
    const nul = content.indexOf(0, at)
    const [mode = '', ...name] = content.toString('utf8', at, nul).split(' ')
    entries.push({ mode: modeOf(mode), name: name.join(' '), oid: content.toString('hex', nul + 1, nul + 21) })
    at = nul + 21
  }
  return { type: 'tree', oid, entries }
}

const decodeText = (
  type: 'commit' | 'tag',
  oid: string,
  bytes: Uint8Array,
  pushedById: number | null,
): Commit | Tag => {
  const text = Buffer.from(bytes).toString('utf8')
  const end = text.indexOf('\n\n')
  const headers = readHeaders(end < 0 ? text : text.slice(0, end))
  const message = end < 0 ? '' : text.slice(end + 2)
  const first = (name: string) => headers.find(([key]) => key === name)?.[1] ?? ''
  if (type === 'tag') {
    const target = first('type')
    const objectType = isObjectType(target) ? target : 'commit'
    return {
      type,
      oid,
      object: first('object'),
      objectType,
      tag: first('tag'),
      tagger: signature(first('tagger')),
      message,
    }
  }
  return {
    type,
    oid,
    tree: first('tree'),
    parents: headers.filter(([key]) => key === 'parent').map(([, value]) => value),
    author: signature(first('author')),
    committer: signature(first('committer')),
    message,
    gpgsig: headers.find(([key]) => key === 'gpgsig')?.[1] ?? null,
    pushedById,
  }
}

/** Name and value of each header; a line that begins with a space goes on with the value before it. */
const readHeaders = (head: string): readonly (readonly [string, string])[] =>
  head
    .replaceAll('\n ', '\0')
    .split('\n')
    .map(line => {
      const [name = '', ...value] = line.split(' ')
      return [name, value.join(' ').replaceAll('\0', '\n')] as const
    })

const signature = (line: string): Signature => {
  const found = /^(.*?) ?<([^>]*)> (\d+) ([+-])(\d\d)(\d\d)$/.exec(line)
  const [, name = '', email = '', at = '0', sign = '+', hours = '00', minutes = '00'] = found ?? []
  const offset = (Number(hours) * 60 + Number(minutes)) * (sign === '-' ? -1 : 1)
  // beyond the year 9999 a date cannot be said
  const seconds = Number(at) < 253_402_300_000 ? Number(at) : 0
  const local = new Date((seconds + offset * 60) * 1000).toISOString().replace(/\.\d+Z$/, '')
  return { name, email, date: offset === 0 ? `${local}Z` : `${local}${sign}${hours}:${minutes}` }
}

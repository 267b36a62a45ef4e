import { z } from 'zod'
import type { IncidentEvent } from '../../../domain/events/event.ts'
import { isKnown, readLine } from '../../../domain/events/read-record.ts'
import { writerVersion } from '../../../domain/events/version.ts'
import { rememberTexts } from '../../../domain/text/remember.ts'
import type { LeaseFile, LedgerCommit, LedgerView } from '../../../domain/view/snapshot.ts'
import { isOneOf } from '../client/actor.ts'
import {
  type BlobFile,
  blobOf,
  type Commit,
  entriesOf,
  type Folder,
  type Head,
  nodesOf,
} from '../client/answer-parts.ts'

const moment = z.iso.datetime()
/** Which versions may write, whatever else stands in `lease.json`: an early one says nothing of it. */
const fenceSchema = z.looseObject({ v: z.unknown().optional(), writer: z.unknown().optional() })

/** A version that is there. What is no number of one was written by a version later than this. */
const versionOf = (written: unknown): number =>
  written === undefined ? 1 : (z.int().positive().safeParse(written).data ?? writerVersion + 1)

const leaseSchema = z.looseObject({
  v: z.literal(1),
  writer: z.int().positive().default(1),
  watermark: moment,
  leases: z.array(
    z
      .looseObject({ run: z.string(), until: moment, events: z.tuple([z.int().positive(), z.int().positive()]) })
      .readonly(),
  ),
})

type Ledger = {
  readonly events: readonly IncidentEvent[]
  readonly raw: readonly string[]
  readonly lease: LeaseFile
  readonly last: { name: string; text: string }
}
/** `newer`: a later version of this program can read it. */
type Unreadable = { readonly why: string; readonly newer: boolean }

/**
 * The branch as read through one commit, but only if it is ours.
 *
 * Looking at the head would do: whoever of us committed it had read the commit below, found it ours, and named it in
 * `expectedHeadOid`, and so on down to the root, which the default branch has. The rest of the page is belt and braces,
 * against a head that came in by another way (a merge, a force push of a commit of ours onto something foreign). `id` is
 * the incident's, null where that is found out elsewhere: a record that we wrote elsewhere is ours to its last commit, and still not this incident's.
 */
export const viewLedger = (
  head: Head | null,
  trunk: readonly string[],
  ours: readonly number[],
  id: string | null,
): LedgerView => {
  if (head === null) return { state: 'absent' }
  const { oid } = head
  if (trunk.includes(oid)) return { state: 'fresh', oid }
  const commits = nodesOf(head.history)
  const read = readLedger(head.events, head.lease)
  const written = commits.slice(
    0,
    'events' in read ? rootAmong(commits, trunk, read.events) : topOf(commits, trunk, ours),
  )
  const foreign = written.findLastIndex(commit => !isCommitOfOurs(commit, ours))
  if (foreign !== -1 || written[0]?.oid !== oid) {
    const at = written[foreign]
    return { state: 'tampered', oid: at?.oid ?? oid, by: committerOf(at), verified: commits[foreign + 1]?.oid ?? null }
  }
  if ('events' in read && id !== null && isOfAnother(read.events, id))
    return { state: 'tampered', oid, by: committerOf(undefined), verified: null }
  // Before all else that could be wrong: what a newer version writes need not look as this one expects.
  if ('why' in read && read.newer) return { state: 'newer', oid, why: read.why }
  // Cut anew from somewhere else, and nothing in it: what was there may have been taken away.
  if (entriesOf(head.events).length === 0) return { state: 'tampered', oid, by: committerOf(undefined), verified: null }
  if ('why' in read) return { state: 'unreadable', oid, why: read.why }
  return { state: 'ready', oid, ...read, commits: counted(written, read.events.length) }
}

/** The id that the record at this commit was declared by; null: it cannot be read, or has none. */
export const declaredId = (head: Head | null): string | null => {
  const read = head === null ? null : readLedger(head.events, head.lease)
  if (read === null || !('events' in read)) return null
  return read.events.find(event => event.is === 'declared')?.id ?? null
}

/** It was declared as another incident: whoever pushed it here took it from there. */
const isOfAnother = (events: readonly IncidentEvent[], id: string): boolean =>
  events.some(event => event.is === 'declared' && event.id !== id)

/** The first line of an append's message, which says how many events it brings: by that a commit's lines are known. */
export const headlineOf = (number: number, events: number): string =>
  `incident ${number}: ${events} ${events === 1 ? 'event' : 'events'} [skip ci]`

const broughtBy = ({ messageHeadline }: Commit): number | null => {
  const digits = /^incident \d+: (\d{1,6}) events? \[skip ci\]$/.exec(messageHeadline ?? '')?.[1]
  return digits === undefined ? null : Number(digits)
}

/** From the head, whose lines are known, back to a commit that does not say what it brought. */
const counted = (commits: readonly Commit[], lines: number): readonly LedgerCommit[] => {
  const known: LedgerCommit[] = []
  for (const commit of commits) {
    known.push({ oid: commit.oid, lines })
    const brought = broughtBy(commit)
    if (brought === null || brought > lines) break
    lines -= brought
  }
  return known
}

/** How many commits of the page stand above the pinned root; all of them when it is further down. */
const rootAmong = (commits: readonly Commit[], trunk: readonly string[], events: readonly IncidentEvent[]): number => {
  const settings = events.find(event => event.is === 'declared')?.settings
  const root = commits.findIndex(({ oid }) => trunk.includes(oid) || oid === settings)
  return root === -1 ? commits.length : root
}

/** Where nothing can be read, the root is not known either: what stands above the first commit that we know. */
const topOf = (commits: readonly Commit[], trunk: readonly string[], ours: readonly number[]): number => {
  const known = commits.findIndex(commit => trunk.includes(commit.oid) || isCommitOfOurs(commit, ours))
  return known === -1 ? commits.length : Math.max(1, known)
}

/**
 * Ours by its author, which GitHub sets from the credential for a commit made through its API; by git push anybody can
 * write any author, but not have it signed by GitHub. A signature alone proves nothing: web edits are signed as well.
 */
export const isCommitOfOurs = (commit: Commit, ours: readonly number[]): boolean => {
  const id = authorId(commit)
  return (
    id !== null && isOneOf(ours, { id }) && commit.signature?.isValid === true && commit.signature.wasSignedByGitHub
  )
}

/** `user` is said to be missing for some bots: then their address has the number, `41898282+name[bot]@users.noreply...`. */
const authorId = ({ author }: Commit): number | null => {
  if (typeof author?.user?.databaseId === 'number') return author.user.databaseId
  const digits = /^(\d{1,15})\+[^@]+@users\.noreply\./.exec(author?.email ?? '')?.[1]
  return digits === undefined ? null : Number(digits)
}

/** Without a signature of GitHub's the author is only what somebody wrote there. */
const committerOf = (commit: Commit | undefined): string => {
  const login = commit?.author?.user?.login
  if (login === undefined) return 'somebody unknown'
  return commit?.signature?.wasSignedByGitHub ? login : `somebody in the name of ${login}`
}

/** What stands in the files. What does not parse is named by file and line, never by its text. */
const readLedger = (folder: Folder, leaseFile: BlobFile): Ledger | Unreadable => {
  const lease = readLease(leaseFile)
  if ('why' in lease && lease.newer) return lease
  const segments = entriesOf(folder).toSorted((a, b) => (a.name < b.name ? -1 : 1))
  if (segments.length === 0) return broken('there are no events')
  const events: IncidentEvent[] = []
  const raw: string[] = []
  for (const [i, segment] of segments.entries()) {
    const [name, blob] = [segment.name, blobOf(segment)]
    if (name !== segmentName(i + 1)) return broken(`events/${name} is not the segment that comes next`)
    if (blob?.isTruncated !== false || typeof blob.text !== 'string') return broken(`events/${name} is cut short`)
    const read = readSegment(name, blob.text)
    if ('why' in read) return read
    events.push(...read.map(line => line.event))
    raw.push(...read.map(line => line.raw))
  }
  if ('why' in lease) return lease
  const last = segments.at(-1)
  return { events, raw, lease, last: { name: last?.name ?? segmentName(1), text: blobOf(last)?.text ?? '' } }
}

const broken = (why: string): Unreadable => ({ why, newer: false })
const newer = (why: string): Unreadable => ({ why, newer: true })

export const segmentName = (place: number): string => `${String(place).padStart(4, '0')}.ndjson`

type KnownLine = { readonly raw: string; readonly event: IncidentEvent }

/** Read once in a process: whatever stands in a segment, most of them are never written again. */
const readSegment = (name: string, text: string): readonly KnownLine[] | Unreadable => {
  const known = segments.get(text)
  if (known !== undefined) return known
  const read = linesIn(name, text)
  if (!('why' in read)) segments.set(text, read)
  return read
}

/** Characters of segments that are kept: those of a few long incidents, which are read again and again. */
const segments = rememberTexts<readonly KnownLine[]>(16_000_000)

/** Whoever decides passes over nothing: one line that is not known whole, and the record is a newer version's. */
const linesIn = (name: string, text: string): readonly KnownLine[] | Unreadable => {
  const lines = text.endsWith('\n') ? text.slice(0, -1).split('\n') : text.split('\n')
  const known: KnownLine[] = []
  for (const [i, line] of lines.entries()) {
    const read = readLine(line)
    if (read === null) return broken(`events/${name} line ${i + 1} is not an event that this version knows`)
    if (!isKnown(read)) return newer(`events/${name} line ${i + 1} is of a newer version`)
    known.push({ raw: read.raw, event: read.event })
  }
  return known
}

const json = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const readLease = (file: BlobFile): LeaseFile | Unreadable => {
  const blob = blobOf(file)
  if (blob?.isTruncated !== false || typeof blob.text !== 'string') return broken('lease.json is missing')
  const value = json(blob.text)
  const fence = fenceSchema.safeParse(value).data
  if (versionOf(fence?.v) > 1) return newer('lease.json is of a newer version')
  if (versionOf(fence?.writer) > writerVersion)
    return newer(`lease.json lets only later versions write, and this is ${writerVersion}`)
  return leaseSchema.safeParse(value).data ?? broken('lease.json is not one that this version knows')
}

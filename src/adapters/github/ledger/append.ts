import { eventLine } from '../../../domain/events/digest.ts'
import { eventSchema, type IncidentEvent } from '../../../domain/events/event.ts'
import { recordOf } from '../../../domain/events/location.ts'
import type { LedgerRefusal } from '../../../domain/terms/ledger-refusal.ts'
import { linesOf, toSetAside } from '../../../domain/view/queries.ts'
import type { LeaseFile, LedgerView, Snapshot } from '../../../domain/view/snapshot.ts'
import { madeCommit } from '../../../operations/answers.ts'
import { commitInput } from '../../../operations/inputs.ts'
import { answerTo, type Done, type Edit } from '../../../operations/operation.ts'
import type { Answer } from '../client/answer.ts'
import type { GitHub } from '../client/client.ts'
import {
  isNotPrivate,
  isSaidToExist,
  mutationOf,
  type Part,
  type PartAnswer,
  partsOf,
  type TurnedAway,
  turnedAway,
} from '../client/mutation.ts'
import { partFor } from '../write/part-for.ts'
import { headlineOf } from './read-ledger.ts'
import { extend, firstSegment, type Segment } from './segments.ts'

type PiggybackedEdit = Extract<Edit, { do: 'create-label' }>

export type Entry = {
  readonly events: readonly IncidentEvent[]
  readonly lease: LeaseFile
  /** The run that appends, for audit; nothing is derived from it. */
  readonly run: string
}

export type Appended =
  | {
      readonly is: 'appended'
      readonly oid: string
      readonly ledger: Extract<LedgerView, { state: 'ready' }>
      /** The labels that were made in the same request. */
      readonly made: readonly Done[]
    }
  /** Another's commit came first, or the read was old: plan anew from a new read. */
  | { readonly is: 'stale' }
  /** It may have been appended, or yet be: plan anew from a new read too; the swap makes any outcome safe. */
  | { readonly is: 'unclear'; readonly why: string }
  | {
      readonly is: 'refused'
      readonly why: LedgerRefusal | 'rate'
      readonly retryAfter: number | null
      readonly message: string
    }
  /** The request as a whole was refused: nothing is known of the record itself. */
  | ({ readonly is: 'turned-away' } & TurnedAway)
  /** The repository shows more than when it was read: write nothing more. */
  | { readonly is: 'exposed' }

/**
 * Appends events and leases as one commit, on the head that was read and no other: `expectedHeadOid` makes it a
 * compare-and-swap, so that of two writers who read the same head one is told STALE_DATA. With no branch yet the same
 * request makes it. Labels that the incident will need may be made in the same request.
 */
export const append = async (
  github: GitHub,
  snapshot: Snapshot,
  entry: Entry,
  piggybacked: readonly Edit[] = [],
): Promise<Appended> => {
  if (snapshot.repository.visibility === 'public') return { is: 'exposed' }
  // One line that cannot be read back makes the whole record unreadable, for good: a run that throws is the lesser evil.
  for (const event of entry.events) eventSchema.parse(event)
  const head = headOf(snapshot)
  if (head === '')
    return { is: 'refused', why: 'no-commits', retryAfter: null, message: 'there is no commit to begin at' }
  const segments = extend(lastOf(snapshot.ledger), entry.events)
  const labels = piggybacked.filter(edit => edit.do === 'create-label')
  const parts = [
    ...branchPart(snapshot, head),
    commitPart(snapshot, head, entry, segments),
    ...labelParts(labels, snapshot),
  ]
  const { document, variables } = mutationOf(parts)
  const answer = await github.mutate(document, variables)
  if (answer.is === 'answered' && isNotPrivate(snapshot, answer.data)) return { is: 'exposed' }
  const away = turnedAway(answer)
  if (away !== null) return { is: 'turned-away', ...away }
  const answers = new Map(partsOf(answer, parts).map((part, i) => [parts[i]?.alias, part]))
  const commit = answers.get('commit') ?? { is: 'unclear' }
  const written = commit.is === 'done' ? madeCommit(commit.data) : null
  if (written?.is !== 'done') return lostOf(answer, commit, answers.get('branch') ?? null)
  const { oid } = written.answer
  const made = labels.flatMap((operation, i) => doneOf(operation, answers.get(`label${i}`)))
  return { is: 'appended', oid, ledger: appendedTo(snapshot.ledger, oid, entry, segments), made }
}

const headOf = ({ ledger, settings }: Snapshot): string => {
  switch (ledger.state) {
    case 'absent':
    case 'fresh':
    case 'taken':
      return settings.oid
    case 'ready':
      return ledger.oid
    case 'rolled-back':
    case 'tampered':
    case 'newer':
    case 'unreadable':
      throw new Error(`append to a ledger that is ${ledger.state}`)
  }
}

const lastOf = (ledger: LedgerView): Segment => (ledger.state === 'ready' ? ledger.last : firstSegment)

const branchPart = ({ ledger, repository, declaredOn }: Snapshot, oid: string): readonly Part[] => {
  const name = `refs/heads/${recordOf(declaredOn.number).branch}`
  const aside = toSetAside({ ledger, declaredOn })
  if (ledger.state === 'taken') return [asidePart(repository.id, aside, oid)]
  if (ledger.state === 'fresh' && ledger.oid !== oid) return [forwardPart(repository.id, name, ledger.oid, oid)]
  if (ledger.state !== 'absent') return []
  const input = { repositoryId: repository.id, name, oid }
  const select = '{ ref { id repository { visibility } } }'
  const moved = aside.length === 0 ? [] : [asidePart(repository.id, aside, null)]
  return [...moved, { alias: 'branch', field: 'createRef', type: 'CreateRefInput', select, input }]
}

/** Its answer has nothing that could be asked for. */
export const refUpdate = { field: 'updateRefs', type: 'UpdateRefsInput', select: '{ clientMutationId }' } as const

/**
 * A branch that was cut from an older commit, by us before something came in between, or by somebody who would rather
 * have the roster of that day: brought up to today's, so that today's configuration is what it pins.
 */
const forwardPart = (repositoryId: string, name: string, beforeOid: string, afterOid: string): Part => ({
  alias: 'branch',
  ...refUpdate,
  input: { repositoryId, refUpdates: [{ name, beforeOid, afterOid, force: false }] },
})

const none = '0'.repeat(40)

/**
 * Renames what stands in the way, all or nothing, and only as it was read. `oid`: where the record's own branch begins then;
 * null: it is yet to be made.
 */
const asidePart = (repositoryId: string, branches: ReturnType<typeof toSetAside>, oid: string | null): Part => ({
  alias: oid === null ? 'aside' : 'branch',
  ...refUpdate,
  input: {
    repositoryId,
    refUpdates: branches.flatMap(branch => [
      { name: `refs/heads/${branch.to}`, beforeOid: none, afterOid: branch.oid, force: false },
      { name: `refs/heads/${branch.name}`, beforeOid: branch.oid, afterOid: oid ?? none, force: true },
    ]),
  },
})

const commitPart = (snapshot: Snapshot, head: string, entry: Entry, segments: readonly Segment[]): Part => {
  const { number } = snapshot.declaredOn
  const at = recordOf(number)
  // A commit of the lease alone uploads no segment.
  const changed = entry.events.length === 0 ? [] : segments
  const files = [
    ...changed.map(({ name, text }) => ({ path: `${at.events}/${name}`, text })),
    { path: at.lease, text: `${JSON.stringify(entry.lease)}\n` },
  ]
  return {
    alias: 'commit',
    field: 'createCommitOnBranch',
    type: 'CreateCommitOnBranchInput',
    select: '{ commit { oid repository { visibility } } }',
    input: commitInput(snapshot, { branch: at.branch, head, message: messageOf(number, entry), files }),
  }
}

/** Nothing that people wrote: commit messages travel further than what they describe. */
const messageOf = (number: number, { events, run }: Entry): string =>
  `${headlineOf(number, events.length)}\n\nTocsin-Run: ${run}`

const labelParts = (labels: readonly PiggybackedEdit[], snapshot: Snapshot): readonly Part[] =>
  labels.flatMap((label, i) => {
    const part = partFor(label, snapshot, `label${i}`)
    return 'inexpressible' in part ? [] : [part]
  })

const doneOf = (operation: PiggybackedEdit, part: PartAnswer | undefined): readonly Done[] => {
  const result = part?.is === 'done' ? answerTo(operation, part.data) : null
  return result?.is === 'done' ? [result.answer] : []
}

const appendedTo = (before: LedgerView, oid: string, entry: Entry, segments: readonly [Segment, ...Segment[]]) => ({
  state: 'ready' as const,
  oid,
  events: [...(before.state === 'ready' ? before.events : []), ...entry.events],
  raw: [...linesOf({ ledger: before }), ...entry.events.map(eventLine)],
  lease: entry.lease,
  commits: [
    { oid, lines: (before.state === 'ready' ? before.events.length : 0) + entry.events.length },
    ...(before.state === 'ready' ? before.commits : []),
  ],
  last: segments.at(-1) ?? segments[0],
})

/** There is no commit of ours that we know of: why, in the terms of what to do now. */
const lostOf = (answer: Answer, commit: PartAnswer, branch: PartAnswer | null): Appended => {
  const why = answer.is === 'unclear' ? answer.why : 'GitHub did not say what became of the commit'
  if (commit.is !== 'refused') return { is: 'unclear', why }
  if (commit.type === 'STALE_DATA') return { is: 'stale' }
  // The branch came into being just now, ours or another's: it may not be seen yet by what follows in the request.
  const raced = branch?.is === 'done' || (branch?.is === 'refused' && isSaidToExist(branch.message))
  if (raced && (commit.type === 'NOT_FOUND' || isSaidToExist(commit.message))) return { is: 'stale' }
  // With the branch refused, the commit only finds nothing to stand on: what was said of the branch is the reason.
  return refusalOf(answer, branch?.is === 'refused' && !raced ? branch : commit)
}

const refusalOf = (answer: Answer, { type, message }: Extract<PartAnswer, { is: 'refused' }>): Appended => {
  const retryAfter = answer.is === 'unclear' ? null : answer.retryAfter
  if (retryAfter !== null && answer.is === 'refused' && answer.status === 0) return { is: 'unclear', why: message }
  if (retryAfter !== null) return { is: 'refused', why: 'rate', retryAfter, message }
  return { is: 'refused', why: whyOf(type, message), retryAfter, message }
}

/** A ruleset's refusal has no type of its own; these are GitHub's words for it. */
const whyOf = (type: string, message: string): 'ruleset' | 'permission' | 'other' => {
  if (
    /rule violations?|ruleset|being restricted|protected (branch|ref)|must be made through a pull request/i.test(
      message,
    )
  ) {
    return 'ruleset'
  }
  return ['FORBIDDEN', 'INSUFFICIENT_SCOPES', 'permission', 'NOT_FOUND', 'not-found'].includes(type)
    ? 'permission'
    : 'other'
}

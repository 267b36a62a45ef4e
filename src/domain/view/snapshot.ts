import type { Configuration } from '../config/configuration.ts'
import type { Settings } from '../config/settings.ts'
import type { IncidentEvent } from '../events/event.ts'
import type { Account, Actor, Member, Person } from '../terms/person.ts'
import type { Target } from '../terms/target.ts'
import type { Timestamp } from '../terms/timestamp.ts'

/** What both an incident and its steps have on their page. */
export type IssueView = {
  readonly id: string
  readonly number: number
  readonly url: string
  readonly title: string
  readonly body: string
  readonly state: 'open' | 'closed'
  readonly stateReason: 'completed' | 'not-planned' | 'duplicate' | 'reopened' | null
  readonly author: Actor | null
  readonly createdAt: Timestamp
  readonly labels: readonly string[]
  readonly assignees: readonly Account[]
  readonly locked: boolean
  /** What was said and done there, oldest first, from `readFrom` on. */
  readonly thread: readonly Item[]
}

export type IncidentView = IssueView & {
  readonly lastEditedAt: Timestamp | null
  readonly pinnedComment: string | null
  /** The kinds of the secrets that were cut out of `body` before anybody looked at it, one for each. */
  readonly secrets: readonly string[]
  /** Ours, found by author and marker: the board, wherever in the thread it stands. */
  readonly board: {
    readonly id: string
    readonly body: string
    /** Somebody else changed its text since we did. */
    readonly editedByOther: boolean
  } | null
}

/** A sub-issue of the incident, ours or not. */
export type ChildView = IssueView & {
  /** Node ids of the issues that GitHub says block it. */
  readonly blockedBy: readonly string[]
}

type Entry = {
  readonly id: string
  readonly at: Timestamp
  readonly by: Actor | null
  readonly url: string
}

/** One entry of a thread: a comment, or something that was done by hand (or by a bot). */
export type Item = Entry &
  (
    | {
        readonly is: 'comment'
        readonly body: string
        readonly editedAt: Timestamp | null
        readonly editor: Actor | null
        readonly byEmail: boolean
        readonly minimized: boolean
        /** Somebody has put the acknowledging reaction (eyes) on it. */
        readonly acknowledged: boolean
        /** The kinds of the secrets that were cut out of `body` before anybody looked at it, one for each. */
        readonly secrets: readonly string[]
        /** SHA-256 of the text as it was written, in hexadecimal. */
        readonly digest: string
      }
    | { readonly is: 'assigned' | 'unassigned'; readonly who: Person | null }
    | { readonly is: 'labelled' | 'unlabelled'; readonly label: string }
    | { readonly is: 'closed'; readonly reason: IssueView['stateReason'] }
    | { readonly is: 'reopened' }
    /** A sub-issue was taken out from under the page; null: GitHub shows it no more. */
    | { readonly is: 'unlinked'; readonly child: { readonly body: string; readonly author: Actor | null } | null }
    | { readonly is: 'comment-deleted'; readonly author: Actor | null }
  )

/** A step's page that can be taken for one no longer: `edited`: its marker is gone; `moved`: to another repository. */
export type LostPage = Entry & {
  readonly is: 'lost'
  readonly how: 'edited' | 'moved'
  readonly number: number
  /** Whose page it was; null: nothing says so any more. */
  readonly step: string | null
}

/** Reading starts so long before the watermark: events become visible late, and moments have whole seconds. */
export const windowSeconds = 600

/**
 * `lease.json`: until when which run alone may create what its events owe, and which versions may write. Keys beside these
 * are a newer version's: they are there when it was read, and are written again.
 */
export type LeaseFile = {
  readonly v: 1
  /** The fence: a writer of a lower version than this leaves the incident alone. */
  readonly writer: number
  readonly watermark: Timestamp
  readonly leases: readonly Lease[]
}

/** A lease covers events by their line number in the ledger, from 1, both ends included. */
export type Lease = { readonly run: string; readonly until: Timestamp; readonly events: readonly [number, number] }

/** A commit of the ledger, and how many lines of events stand in it. */
export type LedgerCommit = { readonly oid: string; readonly lines: number }

/** A branch because of which git cannot make that of the record. */
export type BranchInTheWay = { readonly name: string; readonly oid: string }

/** The incident's branch, as read through one commit. */
export type LedgerView =
  /** No such branch yet. `unsure`: there are pages of ours, and GitHub does not say whether there was one. */
  | { readonly state: 'absent'; readonly unsure?: true; readonly inTheWay?: readonly BranchInTheWay[] }
  /** The branch stands at a commit of the default branch and holds nothing yet. */
  | { readonly state: 'fresh'; readonly oid: string; readonly unsure?: true }
  /** Somebody made a branch of this name, with commits of their own, before there was a record. */
  | { readonly state: 'taken'; readonly oid: string }
  | {
      readonly state: 'ready'
      readonly oid: string
      readonly events: readonly IncidentEvent[]
      /** The lines that were read, byte for byte, with their newlines; `events` may have more, which this run adds. */
      readonly raw: readonly string[]
      readonly lease: LeaseFile
      /** Its last commits, newest first; the head always, and as far back as one answer goes. */
      readonly commits: readonly LedgerCommit[]
      /** The segment that the next event goes to, as it stands. */
      readonly last: { readonly name: string; readonly text: string }
    }
  /** Somebody took the branch away from `to`, the newest commit of ours: nothing is reduced, nothing is written. */
  | {
      readonly state: 'rolled-back'
      readonly oid: string | null
      readonly to: string
      readonly by: string | null
      readonly at: Timestamp
      readonly how: 'deleted' | 'moved'
      /** `to` is this incident's record, and nothing that is known of it is missing there: it may be restored. */
      readonly restorable: boolean
    }
  /** Its head is not a commit of ours: nothing is reduced, nothing is written. */
  | { readonly state: 'tampered'; readonly oid: string; readonly by: string; readonly verified: string | null }
  /** Ours, but a newer version writes it, or wrote something that this one does not know: nothing is decided or written. */
  | { readonly state: 'newer'; readonly oid: string; readonly why: string }
  /** Cut short or broken: nothing is written. */
  | { readonly state: 'unreadable'; readonly oid: string; readonly why: string }

export type PullView = {
  readonly id: string
  readonly number: number
  readonly url: string
  readonly branch: string
  readonly author: Actor | null
  /** The file of the post-mortem at its head, also where the branch is gone; null: there is none. */
  readonly text: string | null
  readonly state: 'open' | 'closed' | 'merged'
  readonly createdAt: Timestamp
  /** When it was closed or merged; null while it is open. */
  readonly closedAt: Timestamp | null
  readonly reviewers: readonly string[]
}

/** A branch of a post-mortem: where it stands, who made its last commit, and the text of its file. */
export type BranchView = {
  readonly name: string
  readonly oid: string
  readonly ours: boolean
  readonly text: string | null
}

/** All that is known of one incident at one moment. Whatever is decided is decided from this alone. */
export type Snapshot = {
  /** GitHub's `Date` of the first page's answer. */
  readonly now: Timestamp
  /** GitHub's clock when that page was asked for, or earlier: what another did before then is in it. */
  readonly asked: Timestamp
  /** From when on the threads were read; null: from their beginning. What is older and not in them is not known to be gone. */
  readonly readFrom: Timestamp | null
  /** Who we are to GitHub in this deployment. */
  readonly us: Person
  /** Ids of our identities, our own among them, as today's default branch has them. */
  readonly ours: readonly number[]
  readonly repository: {
    readonly id: string
    readonly owner: string
    readonly name: string
    readonly url: string
    readonly visibility: 'private' | 'internal' | 'public'
    readonly archived: boolean
    /** A ruleset keeps the record from being deleted and pushed back; null: not known, or there is no record yet. */
    readonly isRecordGuarded: boolean | null
    /** null: the repository has no commits yet. */
    readonly defaultBranch: { readonly name: string; readonly oid: string } | null
    readonly labels: readonly { readonly id: string; readonly name: string }[]
  }
  /** What binds this incident: from the files of its ledger's root, before that from those of the default branch. */
  readonly settings: Settings & { readonly oid: string }
  /** The default branch's configuration as it is now: what allows something must be able to forbid it again. */
  readonly today: Configuration
  /** The incident's own page: the issue that it was declared on, or the one that has taken its place since. */
  readonly issue: IncidentView
  /** The issue that it was declared on: its record and every marker are named after it for ever, wherever it is now. */
  readonly declaredOn: Target
  /** Issues that we opened to take the place of `issue`, lowest number first; `asked`: for the event of this line. */
  readonly successors: readonly (Target & { readonly asked: string; readonly state: IssueView['state'] })[]
  /** Pages of steps that are not under `issue`, by node id. */
  readonly strays: readonly string[]
  readonly children: readonly ChildView[]
  readonly lost: readonly LostPage[]
  /** The incident's own issue was transferred away, or deleted: `issue` stands in for it, and nothing is done to it. */
  readonly away: boolean
  readonly ledger: LedgerView
  /** Who can be assigned and what they may do here. Somebody not in it may do nothing. */
  readonly members: readonly Member[]
  /** Tags `incident-<number>-<k>`, by name. */
  readonly tags: Readonly<Record<string, string>>
  readonly postMortem: { readonly branches: readonly BranchView[]; readonly pulls: readonly PullView[] }
  /** Some thread had more within the window than one page holds: what was said since the watermark costs requests. */
  readonly paged: boolean
  /** Every page was read: only then may the watermark move, and only then does an absence mean anything. */
  readonly complete: boolean
}

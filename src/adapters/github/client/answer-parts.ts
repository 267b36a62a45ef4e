import type {
  BranchFragment,
  EarlierQuery,
  FolderFragment,
  IncidentQuery,
  MadeFragment,
  PageFragment,
  PeopleQuery,
  RecordAtQuery,
  RoundsQuery,
  TextFragment,
  WhoFragment,
} from '../queries.generated.ts'
import type { Partly } from './checked.ts'

// Answers as they are read: generated from the queries and GitHub's schema, less what a partial answer may lack.

export type Present<T> = NonNullable<T>
export type NodeOf<T extends { readonly nodes: readonly unknown[] | null }> = Present<Present<T['nodes']>[number]>
/** Of the kinds of object that a reference could have, the commit. */
type CommitOf<T extends { readonly target: unknown }> = Extract<T['target'], { readonly history: unknown }>

export type RawRepository = Omit<Present<IncidentQuery['repository']>, `branch${number}` | `pulls${number}`>
export type RawIncident = Omit<IncidentQuery, 'repository'> & { readonly repository: RawRepository | null }
export type RawIssue = Present<RawRepository['issue']>
export type RawThread =
  | RawIssue['timelineItems']
  | Extract<EarlierQuery['thread0'], { readonly timelineItems: unknown }>['timelineItems']
export type RawListed = Extract<NodeOf<RawThread>, { readonly id: string }>
export type RawPulls = Present<RoundsQuery['repository']>['pulls1']
export type RawPeople = Present<PeopleQuery['repository']>

export type Repository = Partly<RawRepository>
export type Issue = Partly<RawIssue>
/** The page of a step, as a list of them has it. */
export type Step = Partly<NodeOf<NonNullable<RawIssue['subIssues']>>>
export type Page = Partly<PageFragment & { readonly timelineItems: RawThread }>
export type Thread = Partly<RawThread>
export type RawItem = Partly<NodeOf<RawThread>>
/** An item of a kind that the query lists. */
export type Listed = Partly<RawListed>
export type Head = Partly<CommitOf<Present<RawRepository['ledger']>>>
/** The record at a commit: what is asked for is one, or nothing of it is read. */
export type RawRecordAt = {
  readonly repository: {
    readonly object: Extract<
      Present<Present<RecordAtQuery['repository']>['object']>,
      { readonly history: unknown }
    > | null
  } | null
}
export type Comment = Partly<NodeOf<RawIssue['comments']>>
export type RawActor = Partly<WhoFragment>
export type RawAccount = Partly<NodeOf<RawRepository['assignableUsers']>>
export type Branch = Partly<BranchFragment>
export type Commit = Partly<MadeFragment> & { readonly messageHeadline?: string }
export type Pulls = Partly<Present<RawPulls>>
export type Reviewer =
  | Partly<NodeOf<Present<NodeOf<Present<RawPulls>>['reviewRequests']>>['requestedReviewer']>
  | undefined
export type Folder = Partly<FolderFragment> | null | undefined
export type BlobFile = Partly<TextFragment> | null | undefined

/** What the file says, if one stands there and not a folder. */
export const blobOf = (file: BlobFile) => (file?.object?.__typename === 'Blob' ? file.object : null)

/** What stands in the folder, if it is one. */
export const entriesOf = (folder: Folder) =>
  folder?.object?.__typename === 'Tree' ? (folder.object.entries ?? []) : []

/** What is there of a list, and whether anything in it was not given. */
export const nodesOf = <T>(
  connection: { nodes?: readonly (T | null)[] | null | undefined } | null | undefined,
): readonly T[] => (connection?.nodes ?? []).filter(node => node !== null)

export const isComplete = (connection: { nodes?: readonly unknown[] | null | undefined } | null | undefined): boolean =>
  Array.isArray(connection?.nodes) && connection.nodes.every(node => node !== null)

import type { Stamp } from './accounts.ts'

export type StateReason = 'completed' | 'not_planned' | 'duplicate' | 'reopened'
export type LockReason = 'off-topic' | 'too heated' | 'resolved' | 'spam'
export type ReactionContent = '+1' | '-1' | 'laugh' | 'confused' | 'heart' | 'hooray' | 'rocket' | 'eyes'

export type Reaction = { id: number; nodeId: string; userId: number; content: ReactionContent; createdAt: Stamp }

/** One saved version of a body: GitHub keeps the whole text of each, the first one included once it was edited. */
export type ContentEdit = {
  id: number
  nodeId: string
  editorId: number
  createdAt: Stamp
  editedAt: Stamp
  diff: string
}

/** An issue, or the issue half of a pull request (`pullId` is then set). All ids are database ids. */
export type Issue = {
  id: number
  /** Of a pull request: the pull request's node id, as in GitHub's REST answers. */
  nodeId: string
  repositoryId: number
  number: number
  pullId: number | null
  title: string
  body: string
  state: 'open' | 'closed'
  stateReason: StateReason | null
  duplicateOfId: number | null
  locked: boolean
  lockReason: LockReason | null
  labelIds: number[]
  assigneeIds: number[]
  /** Null for a pull request or issue whose author was never an account; a deleted account leaves an id without account. */
  authorId: number | null
  createdAt: Stamp
  updatedAt: Stamp
  closedAt: Stamp | null
  closedById: number | null
  lastEditedAt: Stamp | null
  editorId: number | null
  edits: ContentEdit[]
  createdViaEmail: boolean
  parentId: number | null
  /** In the order people see. */
  subIssueIds: number[]
  blockedByIds: number[]
  blockingIds: number[]
  pinned: boolean
  pinnedComment: { commentId: number; byId: number; at: Stamp; nodeId: string } | null
  reactions: Reaction[]
}

export type Comment = {
  id: number
  nodeId: string
  repositoryId: number
  issueId: number
  authorId: number | null
  body: string
  createdAt: Stamp
  updatedAt: Stamp
  lastEditedAt: Stamp | null
  editorId: number | null
  edits: ContentEdit[]
  createdViaEmail: boolean
  /** GitHub's classifier in lower case (`resolved`, `outdated`, `spam`, ...) while minimised. */
  minimizedReason: string | null
  reactions: Reaction[]
}

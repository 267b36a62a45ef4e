import { acknowledge } from './acknowledge.ts'
import { addLabel } from './add-label.ts'
import { adoptStep } from './adopt-step.ts'
import { assign } from './assign.ts'
import { block } from './block.ts'
import { close } from './close.ts'
import { closeDuplicate } from './close-duplicate.ts'
import { commitFile } from './commit-file.ts'
import { createBranch } from './create-branch.ts'
import { createLabel } from './create-label.ts'
import { createTag } from './create-tag.ts'
import { deleteComment } from './delete-comment.ts'
import { editBoard } from './edit-board.ts'
import { markIssue } from './mark-issue.ts'
import { minimise } from './minimise.ts'
import { openIssue } from './open-issue.ts'
import { openPullRequest } from './open-pull-request.ts'
import { openStep } from './open-step.ts'
import { pinBoard } from './pin-board.ts'
import { postBoard } from './post-board.ts'
import { removeLabel } from './remove-label.ts'
import { reopen } from './reopen.ts'
import { reply } from './reply.ts'
import { requestReview } from './request-review.ts'
import { restoreRecord } from './restore-record.ts'
import { unassign } from './unassign.ts'

/** Everything that can be done at GitHub, by kind: a closed list. */
export const operations = {
  'open-step': openStep,
  'open-issue': openIssue,
  'adopt-step': adoptStep,
  'mark-issue': markIssue,
  'post-board': postBoard,
  reply,
  'open-pull-request': openPullRequest,
  'create-label': createLabel,
  'add-label': addLabel,
  'remove-label': removeLabel,
  assign,
  unassign,
  close,
  'close-duplicate': closeDuplicate,
  reopen,
  block,
  minimise,
  'delete-comment': deleteComment,
  'create-tag': createTag,
  'restore-record': restoreRecord,
  'create-branch': createBranch,
  'commit-file': commitFile,
  'request-review': requestReview,
  'edit-board': editBoard,
  'pin-board': pinBoard,
  acknowledge,
} as const

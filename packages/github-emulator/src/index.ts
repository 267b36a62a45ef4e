/** The package's front door: starting an emulator, and what fills, changes and reads the world inside it. */

export { type Emulator, type EmulatorOptions, startEmulator } from './emulator.ts'
export { readOperation } from './exchange/graphql-operation.ts'
export type { FaultMode, FaultOrder } from './faults/faults.ts'
export type { Permissions } from './identity/app.ts'
export type { Delivery } from './webhooks/delivery.ts'

// people and organizations
export {
  accountById,
  accountByLogin,
  addApp,
  addBot,
  addOrganization,
  addTeam,
  addUser,
  deleteAccount,
  removeMember,
  renameAccount,
} from './world/accounts.ts'
// issues and what hangs on them
export { addAssignees, removeAssignees } from './world/assignees.ts'
// git, pull requests and checks
export { createCheckRun, updateCheckRun } from './world/checks.ts'
export {
  commentsOf,
  createComment,
  deleteComment,
  minimizeComment,
  pinComment,
  updateComment,
} from './world/comments.ts'
export { addBlockedBy } from './world/dependencies.ts'
export { createCommitOnBranch, mergeBranches } from './world/git/commits.ts'
export { push, putFile } from './world/git/files.ts'
export { history } from './world/git/history.ts'
export { blobOf, commitOf, entryAt, filesOf } from './world/git/objects.ts'
export { createRef, deleteRef, refOid, refsOf, updateRef } from './world/git/refs.ts'
export { closeIssue, deleteIssue, lockIssue, pinIssue, reopenIssue, unlockIssue } from './world/issue-state.ts'
export { createIssue, issueByNumber, issuesOf, updateIssue } from './world/issues.ts'
export { addLabels, createLabel, labelByName, labelsOf, removeLabels } from './world/labels.ts'
export { mergePull } from './world/pulls/merge.ts'
export { closePull, createPull, issueOfPull, pullsOf, reopenPull } from './world/pulls/pulls.ts'
export { addReview, requestReviews } from './world/pulls/reviews.ts'
export { addReaction } from './world/reactions.ts'
// repositories and their rules
export {
  addRepository,
  removeCollaborator,
  repositoryByName,
  setRole,
  setVisibility,
  updateRepository,
  watch,
} from './world/repositories.ts'
export { addRuleset } from './world/rulesets.ts'
export { addSubIssue, removeSubIssue, reprioritizeSubIssue } from './world/sub-issues.ts'
export { timelineOf } from './world/timeline.ts'
export { transferIssue } from './world/transfers.ts'
export type { Actor, Level } from './world/types/accounts.ts'
export type { Comment, Issue } from './world/types/issues.ts'
export type { Repository, Role, Visibility } from './world/types/repositories.ts'
export type { World } from './world/types/world.ts'

import { answered } from './answered.ts'
import { assetAdded } from './asset-added.ts'
import { branchRefused } from './branch-refused.ts'
import { branchSetAside } from './branch-set-aside.ts'
import { cancelled } from './cancelled.ts'
import { closed } from './closed.ts'
import { commanderSet } from './commander-set.ts'
import { commentDeleted } from './comment-deleted.ts'
import { commentRedacted } from './comment-redacted.ts'
import { confirmed } from './confirmed.ts'
import { continuationAsked } from './continuation-asked.ts'
import { declared } from './declared.ts'
import { deletionRefused } from './deletion-refused.ts'
import { exposed } from './exposed.ts'
import { externalApproved } from './external-approved.ts'
import { insiderRuledOut } from './insider-ruled-out.ts'
import { issueMoved } from './issue-moved.ts'
import { issueReplaced } from './issue-replaced.ts'
import { manualChangeLeft } from './manual-change-left.ts'
import { manualChangeQuestioned } from './manual-change-questioned.ts'
import { noticed } from './noticed.ts'
import { playbookAdded } from './playbook-added.ts'
import { pullRequestRefused } from './pull-request-refused.ts'
import { recordRestored } from './record-restored.ts'
import { redactionAsked } from './redaction-asked.ts'
import { refused } from './refused.ts'
import { reopened } from './reopened.ts'
import { reverted } from './reverted.ts'
import { reviewDue } from './review-due.ts'
import { roleAssigned } from './role-assigned.ts'
import { roleUnassigned } from './role-unassigned.ts'
import { secretRemoved } from './secret-removed.ts'
import { severitySet } from './severity-set.ts'
import { statusSet } from './status-set.ts'
import { stepAdded } from './step-added.ts'
import { stepAssigned } from './step-assigned.ts'
import { stepDone } from './step-done.ts'
import { stepReopened } from './step-reopened.ts'
import { stepSkipped } from './step-skipped.ts'
import { stepUnassigned } from './step-unassigned.ts'
import { timelineNoted } from './timeline-noted.ts'

/** Everything that can happen to an incident, as the record keeps it, by kind: a closed list. */
export const events = {
  declared,
  'branch-set-aside': branchSetAside,
  'commander-set': commanderSet,
  confirmed,
  cancelled,
  'severity-set': severitySet,
  'status-set': statusSet,
  'timeline-noted': timelineNoted,
  'role-assigned': roleAssigned,
  'role-unassigned': roleUnassigned,
  'step-assigned': stepAssigned,
  'step-unassigned': stepUnassigned,
  'step-done': stepDone,
  'step-reopened': stepReopened,
  'step-skipped': stepSkipped,
  'playbook-added': playbookAdded,
  'step-added': stepAdded,
  'asset-added': assetAdded,
  exposed,
  'review-due': reviewDue,
  'insider-ruled-out': insiderRuledOut,
  'external-approved': externalApproved,
  closed,
  reopened,
  refused,
  answered,
  'secret-removed': secretRemoved,
  'redaction-asked': redactionAsked,
  'comment-redacted': commentRedacted,
  'comment-deleted': commentDeleted,
  'deletion-refused': deletionRefused,
  noticed,
  'manual-change-left': manualChangeLeft,
  'manual-change-questioned': manualChangeQuestioned,
  reverted,
  'pull-request-refused': pullRequestRefused,
  'issue-moved': issueMoved,
  'continuation-asked': continuationAsked,
  'issue-replaced': issueReplaced,
  'branch-refused': branchRefused,
  'record-restored': recordRestored,
} as const

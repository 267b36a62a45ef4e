import { answered } from './answered.ts'
import { assetAdded } from './asset-added.ts'
import { branchSetAside } from './branch-set-aside.ts'
import { cancelled } from './cancelled.ts'
import { closed } from './closed.ts'
import { commanderSet } from './commander-set.ts'
import { confirmed } from './confirmed.ts'
import { declared } from './declared.ts'
import { exposed } from './exposed.ts'
import { externalApproved } from './external-approved.ts'
import { insiderRuledOut } from './insider-ruled-out.ts'
import { issueMoved } from './issue-moved.ts'
import { manualChangeLeft } from './manual-change-left.ts'
import { manualChangeQuestioned } from './manual-change-questioned.ts'
import { noticed } from './noticed.ts'
import { playbookAdded } from './playbook-added.ts'
import { pullRequestRefused } from './pull-request-refused.ts'
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

/** Everything that can happen to an incident, as the record keeps it: a closed list. */
export const events = [
  declared,
  branchSetAside,
  commanderSet,
  confirmed,
  cancelled,
  severitySet,
  statusSet,
  timelineNoted,
  roleAssigned,
  roleUnassigned,
  stepAssigned,
  stepUnassigned,
  stepDone,
  stepReopened,
  stepSkipped,
  playbookAdded,
  stepAdded,
  assetAdded,
  exposed,
  reviewDue,
  insiderRuledOut,
  externalApproved,
  closed,
  reopened,
  refused,
  answered,
  secretRemoved,
  noticed,
  manualChangeLeft,
  manualChangeQuestioned,
  reverted,
  pullRequestRefused,
  issueMoved,
] as const

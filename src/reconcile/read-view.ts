import { setImmediate } from 'node:timers/promises'
import { applyCommit } from '../adapters/github/ledger/apply-commit.ts'
import { type ReadResult, read } from '../adapters/github/read/read.ts'
import type { IncidentRef } from '../domain/terms/incident-ref.ts'
import type { Timestamp } from '../domain/terms/timestamp.ts'
import type { Snapshot } from '../domain/view/snapshot.ts'
import { applyOptimistic } from '../operations/operation.ts'
import { readTalk } from '../planner/read-talk.ts'
import { backOff, type Ended, type Ports, refusedWith } from './ports.ts'
import type { Run } from './run-state.ts'

type ViewRead =
  | { readonly is: 'seen'; readonly snapshot: Snapshot }
  | { readonly is: 'unclear' }
  | { readonly is: 'end'; readonly ended: Ended }

/** How a run ends at a clear no to its read. */
export const endedBy = (answer: Extract<ReadResult, { is: 'absent' | 'refused' }>, now: Timestamp): Ended => {
  if (answer.is === 'absent') return { is: 'halted', why: answer.left === undefined ? 'absent' : 'issue-moved' }
  if (answer.why === 'too-large') return { is: 'halted', why: 'too-large' }
  return answer.status === 401 ? { is: 'halted', why: 'unauthorised' } : refusedWith(answer.retryAfter, now)
}

/** Steps 2 to 4: one read, with our own results applied to it. */
export const readView = async (ref: IncidentRef, ports: Ports, run: Run): Promise<ViewRead> => {
  run.reads += 1
  run.deferred.clear()
  const began = performance.now()
  const answer = await read(ports.github, ref, run.logins, run.pageSize)
  switch (answer.is) {
    case 'snapshot': {
      const { asked, ledger } = answer.snapshot
      run.read = { asked, began, head: 'oid' in ledger ? ledger.oid : null }
      run.pageSize = answer.size
      const view = applyOptimistic(answer.snapshot, run.done)
      for (const _pause of readTalk(view)) await setImmediate()
      return { is: 'seen', snapshot: run.committed === null ? view : applyCommit(view, run.committed) }
    }
    case 'unclear':
      ports.log(`GitHub gave no clear answer: ${answer.why}`)
      await backOff(ports, run)
      return { is: 'unclear' }
    case 'absent':
      if (answer.left !== undefined) run.read = { ...answer.left, began }
      // an issue that was opened a moment ago may not be there yet for those who read
      if (run.reads === 1) {
        await backOff(ports, run)
        return { is: 'unclear' }
      }
      return { is: 'end', ended: endedBy(answer, ports.github.now()) }
    case 'refused':
      ports.log(`GitHub refused the read: ${answer.message}`)
      return { is: 'end', ended: endedBy(answer, ports.github.now()) }
  }
}

import { applyCommit } from '../adapters/github/ledger/apply-commit.ts'
import { read } from '../adapters/github/read/read.ts'
import type { Snapshot } from '../domain/view/snapshot.ts'
import { applyOptimistic } from '../operations/operation.ts'
import { backOff, type Ended, type Means, type Place, refusedWith } from './ports.ts'
import type { Run } from './run-state.ts'

type Looked =
  | { readonly is: 'seen'; readonly snapshot: Snapshot }
  | { readonly is: 'unclear' }
  | { readonly is: 'end'; readonly ended: Ended }

/** Steps 2 to 4: one read, with our own results applied to it. */
export const look = async (place: Place, means: Means, run: Run): Promise<Looked> => {
  run.reads += 1
  const answer = await read(means.github, place)
  switch (answer.is) {
    case 'snapshot': {
      const view = applyOptimistic(answer.snapshot, run.done)
      return { is: 'seen', snapshot: run.committed === null ? view : applyCommit(view, run.committed) }
    }
    case 'unclear':
      await backOff(means, run)
      return { is: 'unclear' }
    case 'absent':
      // an issue that was opened a moment ago may not be there yet for those who read
      if (run.reads === 1) {
        await backOff(means, run)
        return { is: 'unclear' }
      }
      return { is: 'end', ended: { is: 'halted', why: 'absent' } }
    case 'refused':
      if (answer.status === 401) return { is: 'end', ended: { is: 'halted', why: 'unauthorised' } }
      return { is: 'end', ended: refusedWith(answer.retryAfter, means) }
  }
}

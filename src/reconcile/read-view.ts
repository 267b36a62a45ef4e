import type { GitHub } from '../adapters/github/client/client.ts'
import { lay, layLedger } from '../adapters/github/read/apply-optimistic.ts'
import { type Named, type Read, read } from '../adapters/github/read/read.ts'
import { readConfiguration } from '../domain/config/configuration.ts'
import type { IncidentRef } from '../domain/terms/incident-ref.ts'
import type { Timestamp } from '../domain/terms/timestamp.ts'
import type { Snapshot } from '../domain/view/snapshot.ts'
import { backOff, type Ended, type Ports, refusedWith } from './ports.ts'
import type { Run } from './run-state.ts'

type ViewRead =
  | { readonly is: 'seen'; readonly snapshot: Snapshot }
  | { readonly is: 'unclear' }
  | { readonly is: 'end'; readonly ended: Ended }

const namedIn = (text: string | null): Named => {
  const { identities, roster, reviewers } = readConfiguration(text).configuration
  return { identities, roster: Object.values(roster).flat(), reviewers }
}

/** One read, by the configuration's own people. `logins`: whom to ask about as well. */
export const readOnce = (ref: IncidentRef, github: GitHub, logins: readonly string[] = []): Promise<Read> =>
  read(github, ref, { namedIn, logins })

/** How a run ends at a clear no to its read. */
export const endedBy = (answer: Extract<Read, { is: 'absent' | 'refused' }>, now: Timestamp): Ended => {
  if (answer.is === 'absent') return { is: 'halted', why: 'absent' }
  return answer.status === 401 ? { is: 'halted', why: 'unauthorised' } : refusedWith(answer.retryAfter, now)
}

/** Steps 2 to 4: one read, with our own answers laid over it. */
export const readView = async (ref: IncidentRef, ports: Ports, run: Run): Promise<ViewRead> => {
  run.reads += 1
  const answer = await readOnce(ref, ports.github, run.logins)
  switch (answer.is) {
    case 'snapshot': {
      const laid = lay(answer.snapshot, run.done)
      return { is: 'seen', snapshot: run.committed === null ? laid : layLedger(laid, run.committed) }
    }
    case 'unclear':
      await backOff(ports, run)
      return { is: 'unclear' }
    case 'absent':
      // an issue that was opened a moment ago may not be there yet for those who read
      if (run.reads === 1) {
        await backOff(ports, run)
        return { is: 'unclear' }
      }
      return { is: 'end', ended: endedBy(answer, ports.github.now()) }
    case 'refused':
      return { is: 'end', ended: endedBy(answer, ports.github.now()) }
  }
}

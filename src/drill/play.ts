import type { Emulator } from 'github-emulator'
import { asks, type Found, perform } from './actions.ts'
import type { Beat } from './beat.ts'
import type { Deployment } from './deployment.ts'
import { standing } from './standing.ts'
import { beatText, replyText, reportText } from './transcript.ts'

/** How a drill went. */
export type Played = {
  readonly incident: number
  /** The number of the open post-mortem, or null. */
  readonly pullRequest: number | null
  /** The final resync found nothing to do. */
  readonly settled: boolean
}

/** Plays the scenario through a deployment, and writes what people see. */
export const play = async (
  emulator: Emulator,
  deployment: Deployment,
  write: (text: string) => void,
  beats: readonly Beat[],
): Promise<Played> => {
  const ask = asks(emulator, fetch)
  const told = new Set<number>()
  const found: Found = new Map()
  let incident = 0
  for (const beat of beats) {
    emulator.clock.advance(beat.after * 60_000)
    write(beatText(emulator.clock.now().toISOString().slice(11, 16), beat))
    incident = await perform(ask, beat.who, beat.action, incident, found)
    write(reportText(await deployment.settle()))
    for (const { comment, on, body } of standing(emulator).replies()) {
      if (!told.has(comment)) write(replyText(on, body))
      told.add(comment)
    }
  }
  const pullRequest = standing(emulator).openPull(incident)
  // every lease has ended by then: whatever is still owed would be done now
  emulator.clock.advance(10 * 60_000)
  const last = await deployment.resync()
  const settled = last.length > 0 && last.every(one => one.ended === 'settled' && one.done.length + one.recorded === 0)
  return { incident, pullRequest, settled }
}

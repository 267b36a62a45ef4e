import type { Emulator } from 'github-emulator'
import { asks, perform } from './actions.ts'
import type { Timestamp } from './beat.ts'
import type { Door } from './deployment.ts'
import { standing } from './standing.ts'
import { momentText, replyText, reportText } from './transcript.ts'

/** How a drill went. */
export type Played = {
  readonly incident: number
  /** The number of the open post-mortem, or null. */
  readonly pullRequest: number | null
  /** The last look found nothing to do. */
  readonly settled: boolean
}

/** Plays the scenario through a door, and writes what people see. */
export const play = async (
  emulator: Emulator,
  door: Door,
  write: (text: string) => void,
  moments: readonly Timestamp[],
): Promise<Played> => {
  const ask = asks(emulator, fetch)
  const told = new Set<number>()
  let incident = 0
  for (const moment of moments) {
    emulator.clock.advance(moment.after * 60_000)
    write(momentText(emulator.clock.now().toISOString().slice(11, 16), moment))
    incident = await perform(ask, moment.who, moment.action, incident)
    write(reportText(await door.settle()))
    for (const { comment, on, body } of standing(emulator).replies()) {
      if (!told.has(comment)) write(replyText(on, body))
      told.add(comment)
    }
  }
  const pullRequest = standing(emulator).openPull(incident)
  // every lease has ended by then: whatever is still owed would be done now
  emulator.clock.advance(10 * 60_000)
  const last = await door.sweep()
  const settled = last.length > 0 && last.every(one => one.ended === 'settled' && one.done.length + one.recorded === 0)
  return { incident, pullRequest, settled }
}

import { type BenchPlace, openPlace } from './incident.ts'
import { settle } from './run.ts'
import { type Spread, talk, talkedOver } from './talk.ts'

/** What talk costs once more of it is new than a page holds: each look after the other, in requests. */
export type Chat = {
  readonly name: string
  readonly command: number
  /** Without anything but talk: the first look, as a resync makes it, the next one, and one a quarter of an hour later. */
  readonly looks: readonly number[]
}

const talks: readonly { name: string; spread: Spread; count: number; seconds: number; wait: number }[] = [
  { name: '95 new comments, all on one step', spread: 'step', count: 95, seconds: 5, wait: 0 },
  { name: '95 new comments, all on the incident', spread: 'incident', count: 95, seconds: 5, wait: 0 },
  { name: '150 new comments, an hour old', spread: 'incident', count: 150, seconds: 5, wait: 60 },
  { name: '150 new comments, of the last ten minutes', spread: 'incident', count: 150, seconds: 3, wait: 0 },
  { name: '1,500 new comments, an hour old', spread: 'incident', count: 1500, seconds: 5, wait: 60 },
]

/** On an incident of 14 steps that had 500 comments before. */
export const measureChat = async (): Promise<readonly Chat[]> => {
  const place = await openPlace(14)
  const incident = await talkedOver(place, { comments: 500, fresh: 0 })
  const quiet = place.emulator.checkpoint()
  const measured: Chat[] = []
  for (const { name, spread, count, seconds, wait } of talks) {
    place.emulator.restore(quiet)
    talk(place, incident, count, spread, seconds)
    place.wait(wait)
    const talked = place.emulator.checkpoint()
    place.say('dana', incident, '/timeline 21:50Z a second sign-in')
    const command = (await settle(place, incident)).length
    place.emulator.restore(talked)
    measured.push({ name, command, looks: await fourLooks(place, incident) })
  }
  await place.emulator.close()
  return measured
}

const fourLooks = async (place: BenchPlace, incident: number): Promise<readonly number[]> => {
  const looks = [await settle(place, incident), await settle(place, incident)]
  place.wait(15)
  looks.push(await settle(place, incident), await settle(place, incident))
  return looks.map(sent => sent.length)
}

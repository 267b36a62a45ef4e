import { isUnlisted, repositories } from '../src/adapters/github/client/find.ts'
import { firstLook } from '../src/adapters/github/client/first-look.ts'
import { owner, repo } from '../src/drill/stage.ts'
import { startBrake } from '../src/reconcile/brake.ts'
import { type Outcome, reconcile } from '../src/reconcile/reconcile.ts'
import type { BenchPlace } from './incident.ts'
import { meter, type Sent } from './meter.ts'

/** A run of the product over one incident: what it sent, and how it ended. */
export type Measured = { readonly sent: readonly Sent[]; readonly outcome: Outcome | null }

let runs = 0
const freshId = (): string => {
  runs += 1
  return `bench-${runs}`
}

/** One run as a deployment starts it. With `lives` its process is killed after so many requests, and there is no outcome. */
export const look = async ({ emulator }: BenchPlace, incident: number, lives?: number): Promise<Measured> => {
  const { github, sleep, sent, dead } = meter(emulator, lives)
  const run = reconcile(
    { owner, repo, number: incident },
    { github, channels: new Map(), brake: startBrake(), freshId, sleep, log: () => undefined },
  )
  const outcome = await Promise.race([run, dead.then(() => null)])
  return { sent, outcome }
}

/** Runs until nothing is left, each when the one before asked for it. */
export const rest = async (place: BenchPlace, incident: number): Promise<readonly Measured[]> => {
  const all: Measured[] = []
  while (all.length < 10) {
    const measured = await look(place, incident)
    all.push(measured)
    const { outcome } = measured
    if (outcome === null || outcome.is === 'settled') return all
    if (outcome.is === 'halted') throw new Error(`#${incident}: ${outcome.why}`)
    if (outcome.is !== 'unsettled') place.wait(Math.max(0, Date.parse(outcome.until) - now(place)) / 60_000)
  }
  throw new Error(`#${incident} does not come to rest`)
}

/** One run that settles, or the figure means nothing. */
export const settle = async (place: BenchPlace, incident: number): Promise<readonly Sent[]> => {
  const { sent, outcome } = await look(place, incident)
  if (outcome?.is !== 'settled') throw new Error(`#${incident} is ${outcome?.is}`)
  return sent
}

/** A resync as the Action makes it: the list of what is open, and a look at each. */
export const resync = async (place: BenchPlace): Promise<readonly Sent[]> => {
  const { github, sent } = meter(place.emulator)
  const looks: Sent[] = []
  const look = await firstLook(github, { owner, repo })
  if (isUnlisted(look)) throw new Error(look.unlisted)
  for (const { number } of look.sights) looks.push(...(await settle(place, number)))
  return [...sent, ...looks]
}

/** A resync of the App in which nothing has moved: which repositories there are, and the first look at their incidents. */
export const passOver = async (place: BenchPlace): Promise<readonly Sent[]> => {
  const { github, sent } = meter(place.emulator)
  const places = await repositories(github)
  if (isUnlisted(places)) throw new Error(places.unlisted)
  for (const one of places) {
    const look = await firstLook(github, one)
    if (isUnlisted(look)) throw new Error(look.unlisted)
  }
  return sent
}

const now = ({ emulator }: BenchPlace): number => emulator.clock.now().getTime()

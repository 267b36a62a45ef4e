import { type Case, cases } from './cases.ts'
import { type Chat, measureChat } from './chat.ts'
import { openPlace, type Steps } from './incident.ts'
import { pointsOf } from './meter.ts'
import { measureOpening, type Opening } from './opening.ts'
import { passOver, rest, resync } from './run.ts'
import { talkedOver } from './talk.ts'
import { measureUnrelated } from './unrelated.ts'

/** A case at one size. */
export type Figure = {
  readonly name: string
  readonly budget: number | null
  readonly steps: Steps
  readonly comments: number
  readonly requests: number
  readonly points: number
}

export type Figures = {
  readonly openings: readonly Opening[]
  readonly figures: readonly Figure[]
  readonly chat: readonly Chat[]
  /** Requests of a resync over so many incidents with nothing to do: each read whole, and passed over by the App. */
  readonly resyncs: readonly { readonly incidents: number; readonly whole: number; readonly passed: number }[]
}

export const sizes = [20, 500, 2_000] as const
export const stepCounts: readonly Steps[] = [14, 100]

/** Every figure of docs/performance.md but the start of the bundle. The same each time. */
export const measure = async (): Promise<Figures> => {
  const openings: Opening[] = []
  for (const steps of stepCounts) openings.push(await measureOpening(steps))
  const figures: Figure[] = []
  for (const steps of stepCounts) {
    for (const comments of sizes) figures.push(...(await measureAt(steps, comments)))
  }
  return { openings, figures, chat: await measureChat(), resyncs: await measureResyncs() }
}

/** All cases on one incident, each from the same moment. */
export const measureAt = async (steps: Steps, comments: number): Promise<readonly Figure[]> => {
  const place = await openPlace(steps)
  const incident = await talkedOver(place, { comments, fresh: Math.min(90, comments / 2) })
  const before = place.emulator.checkpoint()
  const figures: Figure[] = []
  for (const one of cases) {
    const sent = await one.measure(place, incident)
    figures.push({ ...figureOf(one, steps, comments), requests: sent.length, points: pointsOf(sent) })
    place.emulator.restore(before)
  }
  for (const { name, budget, requests } of await measureUnrelated(place, incident)) {
    figures.push({ name, budget, steps, comments, requests, points: 0 })
  }
  await place.emulator.close()
  return figures
}

const figureOf = ({ name, budget }: Case, steps: Steps, comments: number) => ({ name, budget, steps, comments })

const measureResyncs = async (): Promise<Figures['resyncs']> => {
  const place = await openPlace(14)
  const resyncs: { incidents: number; whole: number; passed: number }[] = []
  for (let incidents = 1; incidents <= 5; incidents += 1) {
    await rest(place, place.declare('bob'))
    place.wait(10)
    if (incidents !== 1 && incidents !== 5) continue
    const [whole, passed] = [await resync(place), await passOver(place)]
    resyncs.push({ incidents, whole: whole.length, passed: passed.length })
  }
  await place.emulator.close()
  return resyncs
}

/** What took more requests than it may. */
export const exceeded = ({ openings, figures }: Figures, most: number): readonly string[] => [
  ...openings
    .filter(({ steps, runs }) => steps === 14 && (runs[0] ?? 0) > most)
    .map(({ runs }) => `opening 14 steps: ${runs[0]}, not ${most}`),
  ...figures
    .filter(({ budget, requests }) => budget !== null && requests > budget)
    .map(one => `${one.name}: ${one.requests}, not ${one.budget} (${one.steps} steps, ${one.comments} comments)`),
]

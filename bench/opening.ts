import { issuesOf, repositoryByName } from 'github-emulator'
import { owner, repo } from '../src/drill/stage.ts'
import { type BenchPlace, openPlace, type Steps } from './incident.ts'
import { pointsOf, type Sent } from './meter.ts'
import { rest } from './run.ts'

/** What an opening took, until nothing was left to do, and what people then find. */
export type Opening = {
  readonly steps: Steps
  /** Requests of each run. */
  readonly runs: readonly number[]
  /** How often a run waited for GitHub's limit of creations a minute, and went on. */
  readonly waits: number
  readonly points: number
  readonly made: { readonly steps: number; readonly assigned: number; readonly dependencies: number }
  /** The first run's requests, each by its fields. */
  readonly sent: readonly Sent[]
}

export const openingBudget = 7

export const measureOpening = async (steps: Steps): Promise<Opening> => {
  const place = await openPlace(steps)
  const incident = place.declare('bob')
  const all = await rest(place, incident)
  const runs = all.map(({ sent }) => sent)
  const opening = {
    steps,
    runs: runs.map(sent => sent.length),
    waits: all.reduce((sum, { outcome }) => sum + (outcome?.run.rests ?? 0), 0),
    points: pointsOf(runs.flat()),
    made: madeIn(place),
    sent: runs[0] ?? [],
  }
  await place.emulator.close()
  return opening
}

const madeIn = ({ emulator }: BenchPlace): Opening['made'] => {
  const { state } = emulator.world
  const children = issuesOf(state, repositoryByName(state, owner, repo)?.id ?? 0).filter(one => one.parentId !== null)
  return {
    steps: children.length,
    assigned: children.filter(child => child.assigneeIds.length > 0).length,
    dependencies: children.reduce((sum, child) => sum + child.blockedByIds.length, 0),
  }
}

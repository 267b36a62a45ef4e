import { expect, test } from 'vitest'
import { chosen, draw, isWhole, seed } from '../laws/sample.ts'
import { beats } from '../scenario.ts'
import { type Cut, cutsOf, eachStage, killAction, killApp, type Stage, startRequests, type Trial } from './stage.ts'

// The product as people run it, a process of its own, ended by SIGKILL at a request that it sends. What people find after the
// next start is what they would have found without: nothing is lost, nothing is there twice.

/** Stages and cuts of each that are tried in a run; `npm run test:all` tries every one. */
const stages = 2
const cuts = 2

const drawn = (about: string): ReadonlySet<string> =>
  new Set(isWhole ? beats.map(({ why }) => why) : draw(about, chosen, stages))

const tryAll = async (
  about: string,
  kill: (stage: Stage, cut: Cut) => Promise<Trial>,
  before: number,
): Promise<readonly Trial[]> => {
  const whys = drawn(about)
  const trials: Trial[] = []
  await eachStage(
    index => whys.has(beats[index]?.why ?? ''),
    async stage => {
      for (const cut of draw(`${about} ${stage.why}`, cutsOf(stage, before), cuts)) {
        const trial = await kill(stage, cut)
        const where = `${stage.why}: ${JSON.stringify(cut)}`
        trials.push(trial.wrong === null ? trial : { ...trial, wrong: `${where}\n${trial.wrong}` })
      }
    },
  )
  return trials
}

const wrong = (trials: readonly Trial[]): readonly string[] =>
  trials.flatMap(trial => (trial.wrong === null ? [] : [trial.wrong]))

test(`the App, killed at any request, has everything in order after its next start, without another event (seed ${seed})`, async () => {
  const trials = await tryAll('killed app', killApp, startRequests)
  expect(wrong(trials)).toEqual([])
  expect(trials.length).toBeGreaterThanOrEqual(stages * cuts)
  expect(trials.filter(({ struck }) => struck).length).toBeGreaterThan(trials.length / 2)
  // of GitHub's clock, which moves on by what the App waits for, and by nothing else
  expect(Math.max(...trials.map(({ seconds }) => seconds))).toBeLessThanOrEqual(120)
})

test(`the Action, killed at any request, has everything in order after the next schedule (seed ${seed})`, async () => {
  const trials = await tryAll('killed action', killAction, 0)
  expect(wrong(trials)).toEqual([])
  expect(trials.length).toBeGreaterThanOrEqual(stages * cuts)
  expect(trials.filter(({ struck }) => struck).length).toBeGreaterThan(trials.length / 2)
})

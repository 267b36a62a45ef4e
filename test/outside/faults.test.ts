import type { FaultMode } from 'github-emulator'
import { expect, test } from 'vitest'
import { chosen, draw, isWhole, seed } from '../laws/sample.ts'
import { beats } from '../scenario.ts'
import {
  eachStage,
  faultAction,
  faultApp,
  faultsOf,
  type OneFault,
  type Stage,
  startRequests,
  type Trial,
} from './stage.ts'

// The product as people run it, a process of its own, while GitHub fails it once: an error, a broken connection, a refusal, an older
// world, no answer. The App lives on and makes up for that by itself; nobody sends another event. What the Action's job leaves is
// done by the next schedule.

/** What goes wrong once. */
const modes: readonly FaultMode[] = [
  '502-before',
  '502-after',
  'reset-before',
  'reset-after',
  '403-retry-after',
  '403-secondary',
  'partial-errors',
  'late',
  'stale',
  'stale-lists',
  'stale-refs',
  'stale-blobs',
]

/** An answer that never comes takes real time to find out: of these a run tries one of a stage. */
const timeouts: readonly FaultMode[] = ['timeout-before', 'timeout-after']

/** Of a run; `npm run test:all` tries each mode at each request of each stage. */
const stages = 2
const tried = 2

const drawn = (about: string, stage: Stage, before: number): readonly OneFault[] => [
  ...draw(`${about} ${stage.why}`, faultsOf(stage, modes, before), tried),
  ...draw(`${about} timeout ${stage.why}`, faultsOf(stage, timeouts, before), 1),
]

const tryAll = async (
  about: string,
  fail: (stage: Stage, fault: OneFault) => Promise<Trial>,
  before: number,
): Promise<void> => {
  const whys = new Set(isWhole ? beats.map(({ why }) => why) : draw(about, chosen, stages))
  const wrong: string[] = []
  let struck = 0
  let count = 0
  await eachStage(
    index => whys.has(beats[index]?.why ?? ''),
    async stage => {
      for (const fault of drawn(about, stage, before)) {
        const trial = await fail(stage, fault)
        count += 1
        if (trial.struck) struck += 1
        if (trial.wrong !== null) wrong.push(`${stage.why}: ${JSON.stringify(fault)}\n${trial.wrong}`)
      }
    },
  )
  expect(wrong).toEqual([])
  expect(count).toBeGreaterThanOrEqual(stages * (tried + 1))
  expect(struck).toBeGreaterThanOrEqual(count / 2)
}

test(`the App makes up for any failure of one request, without another event (seed ${seed})`, () =>
  tryAll('faults', faultApp, startRequests))

test(`what any failure of one request leaves undone by the Action is done by the next schedule (seed ${seed})`, () =>
  tryAll('faults of the action', faultAction, 0))

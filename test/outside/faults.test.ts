import type { FaultMode } from 'github-emulator'
import { expect, test } from 'vitest'
import { chosen, draw, isWhole, seed } from '../laws/sample.ts'
import { beats } from '../scenario.ts'
import { eachStage, faultApp, faultsOf } from './stage.ts'

// The App as people run it lives on while GitHub fails it once: an error, a broken connection, a refusal, an older world. It makes up
// for that by itself; nobody sends another event.

/** What goes wrong once. That an answer never comes takes real time to find out: only `npm run test:all` waits for it. */
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
  ...(isWhole ? (['timeout-before', 'timeout-after'] as const) : []),
]

/** Of a run; `npm run test:all` tries each mode at each request of each stage. */
const stages = 2
const tried = 2

test(`the App makes up for any failure of one request, without another event (seed ${seed})`, async () => {
  const whys = new Set(isWhole ? beats.map(({ why }) => why) : draw('faults', chosen, stages))
  const wrong: string[] = []
  let struck = 0
  let count = 0
  await eachStage(
    index => whys.has(beats[index]?.why ?? ''),
    async stage => {
      for (const fault of draw(`faults ${stage.why}`, faultsOf(stage, modes), tried)) {
        const trial = await faultApp(stage, fault)
        count += 1
        if (trial.struck) struck += 1
        if (trial.wrong !== null) wrong.push(`${stage.why}: ${JSON.stringify(fault)}\n${trial.wrong}`)
      }
    },
  )
  expect(wrong).toEqual([])
  expect(count).toBeGreaterThanOrEqual(stages * tried)
  expect(struck).toBeGreaterThanOrEqual(count / 2)
})

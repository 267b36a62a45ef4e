import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Emulator } from 'github-emulator'
import { expect, test } from 'vitest'
import { bundle } from '../scripts/build.ts'
import { deployAction } from '../src/drill/action-deployment.ts'
import { deployApp } from '../src/drill/app-deployment.ts'
import { type Beat, closing, report, say } from '../src/drill/beat.ts'
import type { Deployment } from '../src/drill/deployment.ts'
import { play } from '../src/drill/play.ts'
import { shippedScenario } from '../src/drill/scenario.ts'
import { fill, setStage } from '../src/drill/stage.ts'
import { small } from './drills/scene.ts'
import { picture } from './picture.ts'

// The same incident through the App behind its webhook and through the bundled Action, one process for each event: a short
// one here, and in `npm run test:all` the drill's, for each process takes half a second of CPU to start.

const isWhole = process.env.LAWS === 'all'

const short: readonly Beat[] = [
  report('bob', 'outage', 'sees that something is down, and fills in the form'),
  say(2, 'dana', null, '/ic\n/severity SEV-1 nobody can sign in', 'takes command'),
  say(1, 'dana', null, '/assign stop-harm @bob\n/assign find-cause @alice', 'hands out the work'),
  { after: 1, who: 'mallory', why: 'assigns herself', action: { does: 'assign', on: 'stop-harm', whom: 'mallory' } },
  say(1, 'mallory', null, '/severity SEV-4 it was only me', 'plays it down'),
  say(5, 'bob', 'stop-harm', '/done the old version is back', 'has stopped it'),
  closing(1, 'mallory', null, 'thinks that this was it'),
  say(9, 'alice', null, '/timeline 21:40Z the first error', 'notes when it began'),
  closing(1, 'alice', 'find-cause', 'has found the cause'),
  say(1, 'dana', 'tell-company', '/skip everybody has noticed', 'tells nobody'),
  closing(1, 'dana', null, 'closes the incident'),
]
const beats = isWhole ? shippedScenario() : short

const through = async (open: (emulator: Emulator) => Promise<Deployment>) => {
  const emulator = await setStage({
    clock: { frozen: '2026-03-01T21:43:00Z' },
    setUp: world => fill(world, isWhole ? undefined : small),
  })
  const deployment = await open(emulator)
  let transcript = ''
  try {
    const write = (text: string): void => {
      transcript += text
    }
    const played = await play(emulator, deployment, write, beats)
    return {
      played,
      transcript,
      picture: picture(emulator),
      violations: emulator.violations,
      exchanges: emulator.exchanges,
    }
  } finally {
    await deployment.close()
    await emulator.close()
  }
}

test('both deployments end in the same state, and GitHub’s own description was never broken', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'tocsin-bundle-'))
  // a bundle has no package.json beside it but the project's
  await bundle(join(folder, 'dist'))
  try {
    const app = await through(deployApp)
    const action = await through(emulator => deployAction(emulator, join(folder, 'dist', 'action.js')))
    expect(app.played).toEqual({ incident: 1, pullRequest: isWhole ? 30 : 5, settled: true })
    expect(action.played).toEqual(app.played)
    expect(action.picture).toEqual(app.picture)
    expect([...app.violations, ...action.violations]).toEqual([])
    expect(Math.min(app.exchanges.rest, app.exchanges.graphql, app.exchanges.webhooks)).toBeGreaterThan(
      isWhole ? 40 : 15,
    )
    expect(app.transcript).toContain('@mallory You closed the incident. Reverted')
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}, 1_200_000)

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Emulator } from 'github-emulator'
import { expect, test } from 'vitest'
import { bundle } from '../scripts/build.ts'
import { deployAction } from '../src/drill/action-deployment.ts'
import { deployApp } from '../src/drill/app-deployment.ts'
import type { Deployment } from '../src/drill/deployment.ts'
import { play } from '../src/drill/play.ts'
import { shippedScenario } from '../src/drill/scenario.ts'
import { fill, setStage } from '../src/drill/stage.ts'
import { filesOf, scenario } from './night.ts'
import { picture } from './picture.ts'

// The same incident through the App behind its webhook and through the bundled Action, one process for each event: by the
// shorter checklist of the laws, and in `npm run test:all` by the shipped one.

const isWhole = process.env.LAWS === 'all'
const beats = isWhole ? shippedScenario() : scenario

const through = async (open: (emulator: Emulator) => Promise<Deployment>) => {
  const emulator = await setStage({
    clock: { frozen: '2026-03-01T21:43:00Z' },
    setUp: world => fill(world, isWhole ? undefined : filesOf(world)),
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
    expect(app.played).toEqual({ incident: 1, pullRequest: isWhole ? 30 : 20, settled: true })
    expect(action.played).toEqual(app.played)
    expect(action.picture).toEqual(app.picture)
    expect([...app.violations, ...action.violations]).toEqual([])
    expect(Math.min(app.exchanges.rest, app.exchanges.graphql, app.exchanges.webhooks)).toBeGreaterThan(40)
    expect(app.transcript).toContain('@mallory You closed the incident. Reverted')
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}, 1_200_000)

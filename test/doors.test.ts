import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Emulator } from 'github-emulator'
import { expect, test } from 'vitest'
import { bundle } from '../scripts/build.ts'
import { actionDoor } from '../src/drill/action-deployment.ts'
import { appDoor } from '../src/drill/app-deployment.ts'
import type { Door } from '../src/drill/deployment.ts'
import { play } from '../src/drill/play.ts'
import { shippedNight } from '../src/drill/scenario.ts'
import { setStage } from '../src/drill/stage.ts'
import { picture } from './picture.ts'

// The same night through the app behind its webhook and through the bundled Action, one process an event.

const through = async (open: (emulator: Emulator) => Promise<Door>) => {
  const emulator = await setStage({ clock: { frozen: '2026-03-01T21:43:00Z' } })
  const door = await open(emulator)
  let transcript = ''
  try {
    const write = (text: string): void => {
      transcript += text
    }
    const played = await play(emulator, door, write, shippedNight())
    return {
      played,
      transcript,
      picture: picture(emulator),
      violations: emulator.violations,
      exchanges: emulator.exchanges,
    }
  } finally {
    await door.close()
    await emulator.close()
  }
}

test('both doors end in the same state, and GitHub’s own description was never broken', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'tocsin-bundle-'))
  // a bundle has no package.json beside it but the project's
  await bundle(join(folder, 'dist'))
  try {
    const app = await through(appDoor)
    const action = await through(emulator => actionDoor(emulator, join(folder, 'dist', 'action.js')))
    expect(app.played).toEqual({ incident: 1, pullRequest: 30, settled: true })
    expect(action.played).toEqual(app.played)
    expect(action.picture).toEqual(app.picture)
    expect([...app.violations, ...action.violations]).toEqual([])
    expect(Math.min(app.exchanges.rest, app.exchanges.graphql, app.exchanges.webhooks)).toBeGreaterThan(40)
    expect(app.transcript).toContain('@mallory You closed the incident. Reverted: ')
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}, 1_200_000)

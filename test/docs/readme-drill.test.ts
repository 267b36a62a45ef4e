import type { Emulator, Level } from 'github-emulator'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { appDoor } from '../../src/drill/app-deployment.ts'
import type { Door } from '../../src/drill/deployment.ts'
import { play } from '../../src/drill/play.ts'
import { shippedNight } from '../../src/drill/scenario.ts'
import { setStage } from '../../src/drill/stage.ts'
import { standing } from '../../src/drill/standing.ts'
import { bare, read, section, table } from './pages.ts'

// Plays the first part of the drill through the real app, which has the permissions and the events that
// docs/install.md names and no others.

const half = 14

const granted = (): Record<string, Level> =>
  Object.fromEntries(
    table(section('docs/install.md', 'The App'), 'permission', 'access').map(([name, access]) => [
      bare(name).toLowerCase().replaceAll(' ', '_'),
      access === 'read' ? 'read' : 'write',
    ]),
  )

const subscribed = (): string[] =>
  table(section('docs/install.md', 'The App'), 'event', 'tells of').map(([name]) => bare(name))

let emulator: Emulator
let door: Door
let transcript = ''

beforeAll(async () => {
  emulator = await setStage({
    clock: { frozen: '2026-03-01T21:43:00Z' },
    app: { permissions: granted(), events: subscribed() },
  })
  door = await appDoor(emulator)
  const hear = (text: string): void => {
    transcript += text
  }
  await play(emulator, door, hear, shippedNight().slice(0, half))
})

afterAll(async () => {
  await door.close()
  await emulator.close()
})

/** Lines may be broken anywhere. */
const flat = (text: string): string => text.replace(/\s+/g, ' ').trim()

test("the README's moments are the drill's, word for word", () => {
  const [, excerpt = ''] = /```text\n([\s\S]*?)\n```/.exec(section('README.md', 'What it looks like')) ?? []
  const told = excerpt.split('\n\n').map(flat)
  const played = transcript.split('\n\n').map(flat)
  expect(told.length).toBeGreaterThan(2)
  expect(told.filter(moment => !played.includes(moment))).toEqual([])
})

test("the README's board is the drill's, when it is contained", () => {
  const [, told = ''] =
    /<!-- the board of the drill -->\n\n([\s\S]*?)\n\n<!-- end of the board -->/.exec(read('README.md')) ?? []
  const board = standing(emulator)
    .board(1)
    .replace(/\n*<!--[\s\S]*?-->\s*$/, '')
  expect(told.replace(/^> ?/gm, '')).toBe(board)
})

test('the permissions and events that are documented are enough: nothing was refused', () => {
  expect(emulator.requests.length).toBeGreaterThan(50)
  expect(emulator.requests.filter(({ status }) => status === 403 || status === 404)).toEqual([])
  expect(emulator.violations).toEqual([])
})

import { afterAll, beforeAll, expect, test } from 'vitest'
import { drillPages, type FirstPart, playFirstPart } from '../../scripts/generate-drill.ts'
import { setStage } from '../../src/drill/stage.ts'
import { bare, read, section, table } from './pages.ts'

// Plays the first part of the drill through the real app, which has the permissions and the events that
// docs/install.md names and no others.

const granted = (): Record<string, 'read' | 'write'> =>
  Object.fromEntries(
    table(section('docs/install.md', 'The App'), 'permission', 'access').map(([name, access]) => [
      bare(name).toLowerCase().replaceAll(' ', '_'),
      access === 'read' ? 'read' : 'write',
    ]),
  )

const subscribed = (): string[] =>
  table(section('docs/install.md', 'The App'), 'event', 'tells of').map(([name]) => bare(name))

let stage: Awaited<ReturnType<typeof setStage>>
let played: FirstPart

beforeAll(async () => {
  stage = await setStage({
    clock: { frozen: '2026-03-01T21:43:00Z' },
    app: { permissions: granted(), events: subscribed() },
  })
  played = await playFirstPart(stage)
})

afterAll(async () => {
  await stage.close()
})

test.each(['README.md', 'docs/drill.md'])('%s is as `npm run generate:drill` makes it', path => {
  expect(read(path)).toBe(drillPages(played)[path])
})

test('what is quoted is worth quoting: every beat, every step, and a reply', () => {
  expect(played.transcript.match(/^\d\d:\d\d {2}/gm)?.length).toBe(14)
  expect(played.transcript).toMatch(/^ {7}#3 \| @mallory/m)
  expect(played.board.match(/^\| #\d+ \|/gm)?.length).toBe(24)
  const inReadme = /<!-- the board of the drill[\s\S]*?<!-- end/.exec(read('README.md'))?.[0] ?? ''
  expect(inReadme.match(/^> \| #\d+ \|/gm)?.length).toBe(7)
})

test('the permissions and events that are documented are enough: nothing was refused', () => {
  expect(stage.requests.length).toBeGreaterThan(50)
  expect(stage.requests.filter(({ status }) => status === 403 || status === 404)).toEqual([])
  expect(stage.violations).toEqual([])
})

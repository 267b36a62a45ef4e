import { describe, expect, test } from 'vitest'
import { openScene, type Scene, small } from './scene.ts'

// People talk while they work: talk costs nothing, and whatever may have been meant as a command is carried out or answered.

const opened = async (): Promise<Scene> => {
  const scene = await openScene({ given: small })
  await scene.declare()
  await scene.says('dana', '/ic')
  return scene
}

describe('talk costs no reply and no commit', () => {
  test.each([
    ['a page', '/login page is down'],
    ['a folder', '/home was wiped'],
    ['a network', '/24 network is scanned'],
    ['another folder', '/etc is fine'],
    ['words about commands', 'see /done and\n`/skip find-cause off`'],
    ['a quotation', '> /done find-cause'],
    ['code', '```\n/done find-cause\n```'],
    ['a great deal', `/x is slow\n\n${'a\n=\n'.repeat(5_000)}`],
  ])('%s', async (_, words) => {
    const scene = await opened()
    const writes = scene.writes()
    await scene.says('dana', words)
    expect(writes()).toBe(0)
    expect(scene.replies()).toEqual([])
  })
})

describe('what may be meant is carried out', () => {
  test.each([
    [
      'a picture above it',
      '<img width="800" alt="Image" src="https://github.com/user-attachments/assets/x" />\n/done find-cause',
    ],
    ['backticks around the step', '/done `find-cause`'],
    ['a full stop', '/done find-cause.'],
    ['over lines', '/done find-cause it was\nthe proxy'],
  ])('%s', async (_, words) => {
    const scene = await opened()
    await scene.says('dana', words)
    expect(scene.replies()).toEqual([])
    expect(scene.issue('find-cause').state).toBe('closed')
  })
})

describe('or answered, and nothing is recorded', () => {
  test.each([
    ['/timeline of the attack is unclear', 'reads like part of a sentence'],
    ['/ic?', 'reads like a question'],
    ['**/done find-cause**', 'If you mean it, write `/done find-cause` on a line of its own.'],
    ['- /done find-cause', 'it stands in a list'],
    ['1) /status', 'it stands in a list'],
    ['Done: /done find-cause', 'other text or formatting stands before it'],
    ['> look\n/done find-cause', 'it belongs to the quotation above it'],
    ['/home', 'There is no command `/home`'],
  ])('%j', async (words, told) => {
    const scene = await opened()
    await scene.says('dana', words)
    expect(scene.replies()).toHaveLength(1)
    expect(scene.lastReply()).toContain(told)
    expect(scene.issue('find-cause').state).toBe('open')
    expect(scene.emulator.violations).toEqual([])
  })
})

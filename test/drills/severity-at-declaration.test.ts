import { expect, test } from 'vitest'
import { openScene, type Scene, small } from './scene.ts'

// Somebody opens an incident and says how bad it is with a label, or in words: nothing of it is lowered or lost in silence.

const opened = async (labels: readonly string[], body = 'The shop is down.'): Promise<Scene> => {
  const scene = await openScene({ given: small })
  for (const name of labels) await scene.act('dana', 'POST', '/labels', { name, color: 'ededed' })
  await scene.declare({ labels: ['incident', ...labels], body })
  return scene
}

test('a label set with the issue is its severity, stays on, and needs no reply', async () => {
  const scene = await opened(['sev-1'])
  expect(scene.board()).toContain('· SEV-1 ·')
  expect(scene.labels()).toContain('sev-1')
  expect(scene.labels().filter(label => /^sev/i.test(label))).toHaveLength(1)
  expect(scene.replies()).toEqual([])
})

test('of two the higher counts, and whoever set the lower is told before it goes', async () => {
  const scene = await opened(['sev-3', 'sev-1'])
  expect(scene.board()).toContain('· SEV-1 ·')
  expect(scene.labels().filter(label => /^sev/i.test(label))).toEqual(['sev-1'])
  expect(scene.replies()).toHaveLength(1)
  expect(scene.lastReply()).toContain('@bob This incident opens as SEV-1')
  await scene.rest()
  expect(scene.replies()).toHaveLength(1)
})

test('a label that is spelled otherwise stays beside that of the severity', async () => {
  const scene = await opened(['severity: critical'])
  expect(scene.board()).toContain('· SEV-1 ·')
  expect(scene.labels()).toEqual(expect.arrayContaining(['SEV-1', 'severity: critical']))
})

test('words that say no severity stand on the board until somebody sets one', async () => {
  const scene = await opened([], '### What did you see?\n\nIt is down.\n\n### Severity\n\nAll hands on deck')
  expect(scene.board()).toContain('**The reported severity `All hands on deck` could not be read**')
  await scene.says('bob', '/severity 1')
  expect(scene.board()).not.toContain('could not be read')
})

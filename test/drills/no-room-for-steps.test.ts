import { addSubIssue, createIssue } from 'github-emulator'
import { expect, test } from 'vitest'
import { openScene } from './scene.ts'

test('mallory fills the incident with sub-issues of her own before it opens: people are told that steps have no page', async () => {
  const scene = await openScene()
  await scene.declare({}, 'unseen')
  for (let number = 1; number <= 99; number += 1) {
    const made = createIssue(scene.world, scene.actor('mallory'), scene.home().id, { title: `x${number}`, body: '' })
    addSubIssue(scene.world, scene.actor('mallory'), scene.issue().id, made.id)
  }
  await scene.rest()
  expect(scene.kinds()).toContain('declared')
  expect([scene.board(), ...scene.replies()].join('\n')).toMatch(/no room|hundred|100 sub-issues/i)
})

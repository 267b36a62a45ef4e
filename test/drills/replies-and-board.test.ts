import { expect, test } from 'vitest'
import { report } from '../../src/drill/acme.ts'
import { standing } from '../../src/drill/standing.ts'
import { openScene } from './scene.ts'

// What replies, the board and the post-mortem tell somebody who sees all this for the first time.

test('a roster that was broken that day: whoever maintains the repository commands in full, and can end it', async () => {
  const scene = await openScene({
    given: { 'README.md': '# Incidents\n', '.github/incidents.yml': 'roster:\n  incident-commander: dana\n' },
  })
  await scene.declare()
  await scene.says('alice', '/ic')
  expect(scene.board()).toContain('**alice** (acting')
  await scene.says('dana', '/ic')
  expect(scene.board()).toContain('Incident commander: **dana**\n')
  await scene.says('dana', '/cancel a drill')
  expect(scene.issue().state).toBe('closed')
})

test.each(['/close', '/resolve', '/reopen'])(
  '%s: there is no such command, and the reply says how it is done',
  async line => {
    const scene = await openScene()
    await scene.declare()
    await scene.says('bob', line)
    expect(scene.lastReply()).toContain('GitHub’s *Close issue* button')
  },
)

test('a status is a word, and the board says what is still missing until the issue can be closed', async () => {
  const scene = await openScene()
  await scene.declare()
  await scene.says('dana', '/ic')
  await scene.says('dana', '/status resolved')
  expect(scene.board()).toContain('Blocked from closing: 1 required step open.')
  await scene.says('dana', '/done stop-harm')
  expect(scene.board()).toContain('The incident commander closes the incident with *Close issue*.')
})

test('a time that was taken is shown back in UTC', async () => {
  const scene = await openScene()
  await scene.declare()
  await scene.says('bob', '/timeline 23:30+02:00 the first alert')
  expect(scene.board()).toContain('- 2026-03-01 21:30 UTC: the first alert')
})

test('two steps in one line: neither is taken for a note about the other', async () => {
  const scene = await openScene()
  await scene.declare()
  await scene.says('bob', '/done stop-harm, find-cause')
  expect(scene.lastReply()).toContain('Name one step on each line')
  expect(scene.issue('stop-harm').state).toBe('open')
})

test('a step may be called by the number that the board shows', async () => {
  const scene = await openScene()
  await scene.declare()
  await scene.says('bob', `/done #${scene.issue('find-cause').number}`)
  expect(scene.issue('find-cause').state).toBe('closed')
})

test('of a comment of which a part was followed the reply says so', async () => {
  const scene = await openScene()
  await scene.declare()
  await scene.says('bob', '/severity SEV-1 it is all down\n/frobnicate')
  expect(scene.lastReply()).toContain('- The other commands in this comment were carried out.')
  expect(scene.labels()).toContain('SEV-1')
})

test('what counsel has said stands on the board, and what is still missing', async () => {
  const scene = await openScene({
    given: {
      'README.md': '# Incidents\n',
      '.github/incidents.yml': 'roster:\n  incident-commander: [dana]\n  counsel: [carol]\n',
    },
  })
  await scene.declare()
  await scene.says('carol', '/approve external customers must know')
  expect(scene.board()).toContain('the incident commander’s approval (`/approve external`; counsel approved)')
})

test('what was answered in the form stands in the post-mortem', async () => {
  const scene = await openScene()
  await scene.declare({ body: report })
  await scene.says('dana', '/ic\n/done stop-harm')
  await scene.closes('dana')
  const text = standing(scene.emulator).postMortem(scene.scenario.incident()) ?? ''
  expect(text).toContain('| Detected at | 21:40 UTC |  |')
  expect(text).toContain('| Affected, as reported | build-1 |  |')
  expect(text).not.toContain('User and customer impact, as reported')
})

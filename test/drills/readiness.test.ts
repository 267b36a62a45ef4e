import { expect, test } from 'vitest'
import { connect } from '../../src/adapters/github/client/client.ts'
import { openScene, small } from './scene.ts'

// A review of how ready a team is: no incident, and it comes again.

const readiness = `---
title: Are we ready?
kind: readiness
---
## Prepare

- [ ] \`log-web\` The web server logs each request (site-reliability, required)

- [ ] \`try-pager\` The pager wakes somebody

- [ ] \`restore-backup\` A backup was restored (security, after \`log-web\`)
`

const openReview = async (more: Record<string, string> = {}) => {
  const scene = await openScene({ given: { ...small, '.github/incidents/readiness.md': readiness, ...more } })
  await scene.act('dana', 'POST', '/labels', { name: 'playbook: readiness', color: 'ededed' }).catch(() => undefined)
  await scene.declare({
    title: 'Are we ready?',
    body: 'All of production.',
    labels: ['readiness', 'playbook: readiness'],
  })
  return scene
}

test('opens its steps, pages nobody, and has neither severity, codename nor command', async () => {
  const scene = await openReview()
  expect(scene.issue('log-web').title).toBe('1. The web server logs each request')
  expect(scene.labels()).toEqual(['playbook: readiness', 'readiness'])
  expect(scene.board()).toContain('### Are we ready? · 0 of 3 steps finished')
  expect(scene.board()).toContain('This is a readiness review, not an incident: it has no incident commander')
  expect(scene.board().replace('it has no incident commander', '')).not.toMatch(/SEV-|@dana|@erin|commander/i)
  expect(scene.events()[0]).not.toHaveProperty('codename')
})

test.each(['/ic', '/severity SEV-1 all is lost', '/confirm', '/exposed credential key'])(
  '%s is not for a review',
  async line => {
    const scene = await openReview()
    await scene.says('dana', line)
    expect(scene.lastReply()).toContain('This is a readiness review, not an incident')
  },
)

test('whoever has write access does the work, gives it, leaves out and closes; nobody writes a post-mortem', async () => {
  const scene = await openReview()
  await scene.says('bob', '/assign log-web @alice\n/done try-pager it rang\n/skip restore-backup next week')
  expect(scene.assignees('log-web')).toEqual(['alice'])
  await scene.closes('bob')
  expect(scene.issue().state).toBe('closed')
  expect(scene.kinds()).toContain('closed')
  expect(scene.board()).toContain('Closed. It opens again on 2026-05-31, with all its steps.')
  expect([...scene.world.state.pulls.values()]).toEqual([])
})

test('comes again a quarter later, with all of its steps, and once', async () => {
  const scene = await openReview()
  await scene.says('bob', '/done log-web\n/done try-pager\n/done restore-backup')
  await scene.closes('bob')
  scene.emulator.clock.advance(90 * 86_400_000)
  await scene.rest()
  expect(scene.issue().state).toBe('closed')
  scene.emulator.clock.advance(2 * 86_400_000)
  await scene.rest()
  await scene.rest()
  expect(scene.issue().state).toBe('open')
  expect(scene.issue('try-pager').state).toBe('open')
  expect(scene.kinds().filter(kind => kind === 'review-due')).toHaveLength(1)
  expect(scene.board()).toContain('0 of 3 steps finished')
  await scene.closes('alice')
  scene.emulator.clock.advance(92 * 86_400_000)
  await scene.rest()
  expect(scene.kinds().filter(kind => kind === 'review-due')).toHaveLength(2)
})

test('the resync looks at a review that was closed long ago', async () => {
  const scene = await openReview()
  await scene.closes('bob')
  scene.emulator.clock.advance(120 * 86_400_000)
  const { firstLook } = await import('../../src/adapters/github/client/first-look.ts')
  const { Octokit } = await import('@octokit/rest')
  const { request } = new Octokit({
    auth: scene.emulator.installationToken(),
    baseUrl: scene.emulator.api,
    request: { fetch: scene.emulator.fetch },
  })
  const github = connect({ request, sleep: async () => undefined, clock: () => scene.emulator.clock.now().getTime() })
  expect(await firstLook(github, { owner: 'acme', repo: 'incidents' })).toMatchObject({
    sights: [{ number: scene.scenario.incident() }],
  })
})

test('an incident that also carries the label of a review is an incident', async () => {
  const scene = await openScene({ given: { ...small, '.github/incidents/readiness.md': readiness } })
  await scene.declare({ labels: ['incident', 'readiness'] })
  expect(scene.board()).toContain('SEV-2')
  expect(scene.issue('stop-harm').state).toBe('open')
})

test('a part with gates can be added: with nobody whose word could open them only their order keeps them closed', async () => {
  const part = `---\ntitle: Practise\nkind: part\n---\n## Prepare\n\n- [ ] \`agree-words\` Agree on words\n\n## Communicate\n\n- [ ] \`write-statement\` Write a statement (gate external, after \`agree-words\`)\n`
  const scene = await openReview({ '.github/incidents/practise.md': part })
  await scene.says('bob', '/playbook add practise')
  await scene.says('bob', '/done write-statement')
  expect(scene.lastReply()).toContain('`write-statement` is blocked until `agree-words` is done.')
  await scene.says('bob', '/done agree-words\n/done write-statement')
  expect(scene.issue('write-statement').state).toBe('closed')
})

test('a severity’s label on a review means nothing, and is left', async () => {
  const scene = await openReview()
  await scene.act('dana', 'POST', '/labels', { name: 'SEV-1', color: 'b60205' })
  await scene.act('bob', 'POST', `/issues/${scene.issue().number}/labels`, { labels: ['SEV-1'] })
  await scene.rest()
  expect(scene.labels()).toContain('SEV-1')
  expect(scene.kinds()).not.toContain('severity-set')
  expect(scene.replies()).toEqual([])
})

test('what can be said in a review is what /help lists there, and a refusal says who may', async () => {
  const scene = await openReview()
  await scene.says('bob', '/help')
  expect(scene.lastReply()).toContain('/playbook add|preview|list')
  expect(scene.lastReply()).not.toContain('/severity')
  await scene.says('rita', '/skip log-web not now')
  expect(scene.lastReply()).toContain('Allowed for: anyone with write access.')
  expect(scene.lastReply()).not.toMatch(/commander|\/ic/i)
})

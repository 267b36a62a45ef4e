import { expect, test } from 'vitest'
import { snapshotStep } from '../../src/domain/playbook/step-snapshot.ts'
import { preview } from '../../src/messages/preview.ts'
import { incidentOf, known, reviewOf } from '../incident-of.ts'
import { playbookWith, stepWith } from '../playbook-of.ts'
import { refusal, say } from './say.ts'

const cloudKey = playbookWith('cloud-key', [
  stepWith('eject'),
  stepWith('deactivate', { role: 'security', within: 15 }),
  stepWith('list-made', { after: ['deactivate'] }),
])
const others = [
  cloudKey,
  playbookWith('images', [stepWith('image', { perAsset: true })], { kind: 'part' }),
  playbookWith('readiness', [stepWith('log-web')], { kind: 'readiness' }),
]
const way = { known: { playbooks: [...known.playbooks, ...others] } }

test('of a playbook that is all there nothing is added', () => {
  expect(refusal(incidentOf(), 'bob', '/playbook add server', way)).toContain('already on the checklist')
})

test('adds the steps that are not there yet, as they are now, and says in each where it came from', () => {
  const events = say(incidentOf(), 'bob', '/playbook add cloud-key', way)
  expect(events).toEqual([
    {
      is: 'playbook-added',
      playbook: 'cloud-key',
      steps: [
        { id: 'deactivate', title: 'Title of deactivate', phase: 'Contain', role: 'security', within: 15 },
        { id: 'list-made', title: 'Title of list-made', phase: 'Contain', after: ['deactivate'] },
      ],
    },
  ])
  const incident = incidentOf([
    'bob',
    {
      is: 'playbook-added',
      playbook: 'cloud-key',
      steps: [{ id: 'deactivate', title: 'Deactivate', phase: 'Contain' }],
    },
  ])
  expect(incident.steps.slice(-1)).toMatchObject([{ id: 'deactivate', from: 'cloud-key', state: 'open' }])
})

test('steps per asset are opened for the assets that are named already', () => {
  const incident = incidentOf(
    ['bob', { is: 'asset-added', asset: 'web-1', name: 'web-1' }],
    [
      'bob',
      {
        is: 'playbook-added',
        playbook: 'images',
        steps: [{ id: 'image', title: 'Image', phase: 'Contain', perAsset: true }],
      },
    ],
  )
  expect(incident.steps.slice(-1)).toMatchObject([{ id: 'image:web-1', title: 'Image: web-1' }])
})

test('preview and list show, and do nothing; whoever can comment may ask', () => {
  expect(say(incidentOf(), 'carol', '/playbook preview cloud-key', way)).toMatchObject([
    { is: 'answered', says: expect.stringContaining('deactivate') },
  ])
  expect(say(incidentOf(), 'carol', '/playbook list', way)).toMatchObject([
    { is: 'answered', says: expect.stringContaining('- `cloud-key` Title of cloud-key (3 steps)\n- `images`') },
  ])
})

test('a review is no part of an incident', () => {
  expect(refusal(incidentOf(), 'bob', '/playbook add readiness', way)).toContain(
    '`readiness` is a readiness review, not an incident playbook',
  )
})

test.each([
  ['/playbook add', 'Which playbook?'],
  ['/playbook add cluod-key', 'Did you mean `cloud-key`?'],
  ['/playbook remove cloud-key', 'Unknown action `remove`'],
])('%s teaches', (line, words) => expect(refusal(incidentOf(), 'bob', line, way)).toContain(words))

test('adding needs write access and room', () => {
  expect(refusal(incidentOf(), 'carol', '/playbook add cloud-key', way)).toContain('anyone with write access')
  const full = { known: { ...way.known, otherPages: 94 } }
  expect(refusal(incidentOf(), 'bob', '/playbook add cloud-key', full)).toContain('there is room for 1')
})

test('what is for exposed things is added by naming the thing', () => {
  const exposed = playbookWith('exposed-credential', [stepWith('revoke', { perAsset: true })], { kind: 'part' })
  const known_ = { known: { playbooks: [...known.playbooks, exposed] } }
  expect(refusal(incidentOf(), 'bob', '/playbook add exposed-credential', known_)).toContain(
    '`/exposed credential <name>`',
  )
})

test('what somebody added by hand stands in for no step of a playbook, which is added beside it', () => {
  const incident = incidentOf([
    'bob',
    { is: 'step-added', step: { id: 'deactivate', title: 'Mine', phase: 'Contain' } },
  ])
  expect(say(incident, 'bob', '/playbook add cloud-key', way)).toMatchObject([
    {
      steps: [
        { id: 'deactivate-2', role: 'security' },
        { id: 'list-made', after: ['deactivate-2'] },
      ],
    },
  ])
})

test('as many as GitHub has room for just fit, counted for each affected asset', () => {
  const room = (otherPages: number) => ({ known: { ...way.known, otherPages } })
  expect(say(incidentOf(), 'bob', '/playbook add cloud-key', room(93))).toMatchObject([{ is: 'playbook-added' }])
  const named = incidentOf(
    ['bob', { is: 'asset-added', asset: 'web-1', name: 'web-1' }],
    ['bob', { is: 'asset-added', asset: 'web-2', name: 'web-2' }],
    [
      'bob',
      {
        is: 'exposed',
        what: 'credential',
        asset: 'credential-key',
        name: 'key',
        playbook: 'exposed-credential',
        steps: [],
      },
    ],
  )
  expect(say(named, 'bob', '/playbook add images', room(93))).toMatchObject([{ is: 'playbook-added' }])
  expect(refusal(named, 'bob', '/playbook add images', room(94))).toContain('open 2 more steps')
})

test('in a review of readiness there are the playbooks of reviews, and the parts', () => {
  const [list] = say(reviewOf(), 'bob', '/playbook list', way)
  expect(list).toMatchObject({ says: expect.stringContaining('- `readiness`') })
  expect(list).toMatchObject({ says: expect.not.stringContaining('- `cloud-key`') })
  expect(say(reviewOf(), 'bob', '/playbook add readiness', way)).toMatchObject([{ playbook: 'readiness' }])
  expect(say(reviewOf(), 'bob', '/playbook add images', way)).toMatchObject([{ playbook: 'images' }])
  expect(refusal(reviewOf(), 'bob', '/playbook add cloud-key', way)).toContain('cloud-key')
})

test('after the end it is shown, and not added', () => {
  const closed = incidentOf(['dana', { is: 'closed' }])
  expect(say(closed, 'bob', '/playbook preview cloud-key', way)).toMatchObject([{ is: 'answered' }])
  expect(refusal(closed, 'bob', '/playbook add cloud-key', way)).toContain('eopen')
})

test('a step added by hand with the next free name too is left as it is', () => {
  const mine = (id: string) => ['bob', { is: 'step-added', step: { id, title: 'Mine', phase: 'Contain' } }] as const
  expect(
    say(incidentOf(mine('deactivate'), mine('deactivate-2')), 'bob', '/playbook add cloud-key', way),
  ).toMatchObject([{ steps: [{ id: 'deactivate-3' }, { id: 'list-made', after: ['deactivate-3'] }] }])
})

test('a step of the same name that is opened for assets is there already', () => {
  const steps = [snapshotStep(stepWith('image', { perAsset: true }), 'images')]
  const incident = incidentOf(['bob', { is: 'playbook-added', playbook: 'images', steps }])
  expect(refusal(incident, 'bob', '/playbook add images', way)).toContain('already on the checklist')
})

test('a preview of 3,500 characters is whole, a longer one says what it leaves out', () => {
  const long = (last: number) =>
    playbookWith(
      'long',
      [...Array.from({ length: 13 }, () => 200), last].map((size, n) =>
        stepWith(`do-${n}`, { title: 'x'.repeat(size) }),
      ),
    )
  const missing = 3_500 - preview(long(0), new Set(), 10_000).length
  const shown = (last: number) =>
    say(incidentOf(), 'bob', '/playbook preview long', { known: { playbooks: [...known.playbooks, long(last)] } })
  expect(shown(missing)).toMatchObject([{ says: expect.not.stringContaining('not shown here') }])
  expect(shown(missing + 1)).toMatchObject([{ says: expect.stringContaining('and 1 more step, not shown here.') }])
})

import { expect, test } from 'vitest'
import type { Decision } from '../../src/domain/events/event.ts'
import { snapshotStep } from '../../src/domain/playbook/step-snapshot.ts'
import { commands, incidentOf, type Name } from '../incident-of.ts'
import { stepWith } from '../playbook-of.ts'
import { on, refusal, say } from './say.ts'

/** Steps that are opened for each asset: images first, and nothing is wiped before. */
const forensics: readonly [Name, Decision] = [
  'bob',
  {
    is: 'playbook-added',
    playbook: 'forensics',
    steps: [
      stepWith('image', { perAsset: true, required: true, from: 'forensics' }),
      stepWith('wipe', { perAsset: true, gate: 'steps', after: ['image'], from: 'forensics' }),
      stepWith('report', { after: ['image'], from: 'forensics' }),
    ].map(step => snapshotStep(step, 'forensics')),
  },
]
const web1: readonly [Name, Decision] = ['bob', { is: 'asset-added', asset: 'web-1', name: 'web-1' }]
const db: readonly [Name, Decision] = ['bob', { is: 'asset-added', asset: 'db-example-com', name: 'db.example.com' }]

test('what is named already is not named again', () => {
  const incident = incidentOf(forensics, web1, db)
  expect(refusal(incident, 'bob', '/asset add WEB-1')).toContain('already on the list of assets')
  expect(refusal(incident, 'bob', '/asset add db-example-com')).toContain('too similar to the asset `db.example.com`')
})

test('names an asset with a note, and its round of steps opens, each after that of the same asset', () => {
  expect(say(incidentOf(forensics), 'bob', '/asset add web-1 the login page runs there')).toEqual([
    { is: 'asset-added', asset: 'web-1', name: 'web-1', note: 'the login page runs there' },
  ])
  const { steps } = incidentOf(forensics, web1, db)
  expect(steps.filter(step => step.asset !== null).map(({ id, after }) => [id, after])).toEqual([
    ['image:web-1', []],
    ['wipe:web-1', ['image:web-1']],
    ['image:db-example-com', []],
    ['wipe:db-example-com', ['image:db-example-com']],
  ])
})

test('a round is said with its asset, with a space or a colon, or alone where there is only one', () => {
  const both = incidentOf(forensics, web1, db)
  expect(say(both, 'bob', '/done image web-1 sha256 in the vault')).toEqual([
    { is: 'step-done', step: 'image:web-1', waitedFor: [], because: 'sha256 in the vault' },
  ])
  expect(say(both, 'bob', '/done image:db-example-com')).toMatchObject([{ step: 'image:db-example-com' }])
  expect(refusal(both, 'bob', '/done image')).toContain('`image:web-1` and `image:db-example-com`')
  expect(refusal(both, 'bob', '/assign image')).toContain('`image:web-1` and `image:db-example-com`')
  expect(say(incidentOf(forensics, web1), 'bob', '/done image')).toMatchObject([{ step: 'image:web-1' }])
  expect(say(both, 'bob', '/done', on('image:web-1'))).toMatchObject([{ step: 'image:web-1' }])
})

test('one asset’s gate waits for that asset alone', () => {
  const incident = incidentOf(forensics, web1, db, ['bob', { is: 'step-done', step: 'image:web-1', waitedFor: [] }])
  expect(say(incident, 'bob', '/done wipe:web-1')).toMatchObject([{ is: 'step-done' }])
  expect(refusal(incident, 'bob', '/done wipe db-example-com')).toContain('`image:db-example-com` is done')
})

test('before an asset is named there is nothing to do, and only the commander leaves it out', () => {
  const incident = incidentOf(commands('dana'), forensics)
  expect(refusal(incident, 'bob', '/done image')).toContain('To open it: `/asset add <name>`')
  expect(refusal(incident, 'bob', '/assign image @bob')).toContain('To open it: `/asset add <name>`')
  expect(say(incident, 'bob', '/done report')).toMatchObject([{ step: 'report', waitedFor: ['image'] }])
  expect(refusal(incident, 'bob', '/skip image no machine')).toContain('Incident commander: **dana**')
  expect(say(incident, 'dana', '/skip image no machine had a part in it')).toMatchObject([{ step: 'image' }])
})

test('lists what is named, with what is still to be done for each', () => {
  const incident = incidentOf(forensics, web1, ['bob', { is: 'step-done', step: 'image:web-1', waitedFor: [] }])
  expect(say(incident, 'carol', '/asset list')).toMatchObject([
    { is: 'answered', says: '- **web-1**: open: `wipe:web-1`' },
  ])
  expect(say(incidentOf(), 'carol', '/asset list')).toMatchObject([
    { says: expect.stringContaining('No asset is named') },
  ])
})

test.each([
  ['/asset add', 'The asset’s name is missing'],
  ['/asset add !!!', 'is not a valid asset name'],
  [`/asset add ${'a'.repeat(61)}`, 'at most 60'],
  ['/asset', 'The action is missing'],
  ['/asset add wеb-1', 'Type it again by hand'],
  ['/asset add web-1, ', 'The asset’s name is missing'],
  ['/asset add [removed]', 'Name the credential, never its value'],
  [`/asset add ${'AK'}IA${'Q'.repeat(16)}`, 'Name the credential, never its value'],
])('%s teaches what a name is', (line, words) => {
  expect(refusal(incidentOf(forensics), 'bob', line)).toContain(words)
})

test('adding is for those with write access, and not after the end', () => {
  expect(refusal(incidentOf(forensics), 'carol', '/asset add web-1')).toContain('Allowed for: anyone with write access')
  const ended = incidentOf(forensics, commands('dana'), ['dana', { is: 'closed' }])
  expect(refusal(ended, 'bob', '/asset add web-1')).toContain('can reopen it')
  expect(say(ended, 'bob', '/asset list')).toMatchObject([{ is: 'answered' }])
})

test('what GitHub has no room for is refused before anything is opened, with advice', () => {
  const incident = incidentOf(forensics)
  const full = { known: { otherPages: 100 - incident.steps.length - 1 } }
  expect(refusal(incident, 'bob', '/asset add web-1', full)).toContain('open 2 more steps, but there is room for 1')
  expect(say(incident, 'bob', '/asset add web-1', { known: { otherPages: 92 } })).toMatchObject([{ is: 'asset-added' }])
})

test('as many as GitHub has room for just fit, of several assets too', () => {
  const incident = incidentOf(forensics)
  const room = (left: number) => ({ known: { otherPages: 100 - incident.steps.length - left } })
  expect(say(incident, 'bob', '/asset add web-1', room(2))).toMatchObject([{ is: 'asset-added' }])
  expect(say(incident, 'bob', '/asset add web-1, web-2', room(4))).toMatchObject([
    { asset: 'web-1' },
    { asset: 'web-2' },
  ])
  expect(refusal(incident, 'bob', '/asset add web-1, web-2', room(3))).toContain('open 4 more steps')
})

test('of several names all are added, or none', () => {
  const incident = incidentOf(forensics, web1)
  expect(refusal(incident, 'bob', '/asset add web-2, web-1')).toContain('already on the list of assets')
  expect(refusal(incident, 'bob', '/asset add web-2, web-3, WEB-2')).toContain('`WEB-2`')
  expect(say(incident, 'bob', '/asset add web-2, web-3 both behind the proxy')).toEqual([
    { is: 'asset-added', asset: 'web-2', name: 'web-2', note: 'both behind the proxy' },
    { is: 'asset-added', asset: 'web-3', name: 'web-3', note: 'both behind the proxy' },
  ])
  const ten = Array.from({ length: 10 }, (_, n) => `host-${n}`)
  expect(say(incidentOf(), 'bob', `/asset add ${ten.join(', ')}`)).toHaveLength(10)
  const [last, ...more] = say(incidentOf(), 'bob', `/asset add ${ten.join(', ')}, host-10`).slice(9)
  expect(more).toEqual([])
  expect(last).toMatchObject({ asset: 'host-9', note: 'host-10' })
})

test('a name may have sixty characters', () => {
  expect(say(incidentOf(), 'bob', `/asset add ${'a'.repeat(60)}`)).toMatchObject([{ name: 'a'.repeat(60) }])
})

test('one that was not affected is removed by skipping what is open for it, which is the commander’s', () => {
  const incident = incidentOf(commands('dana'), forensics, web1, db, [
    'bob',
    { is: 'step-done', step: 'image:web-1', waitedFor: [] },
  ])
  const because = 'it was never reached'
  expect(say(incident, 'dana', `/asset remove WEB-1 ${because}`)).toEqual([
    { is: 'step-skipped', step: 'wipe:web-1', because },
  ])
  expect(say(incident, 'dana', `/asset remove db.example.com ${because}`)).toEqual([
    { is: 'step-skipped', step: 'image:db-example-com', because },
    { is: 'step-skipped', step: 'wipe:db-example-com', because },
  ])
  expect(refusal(incident, 'bob', `/asset remove web-1 ${because}`)).toContain('Incident commander: **dana**')
  expect(refusal(incident, 'dana', '/asset remove web-1')).toContain('The reason is missing')
  expect(refusal(incident, 'dana', `/asset remove web-9 ${because}`)).toContain('web-9')
  expect(refusal(incident, 'dana', '/asset remove')).toContain('name is missing')
  const skipped = incidentOf(
    commands('dana'),
    forensics,
    web1,
    ['dana', { is: 'step-skipped', step: 'image:web-1', because }],
    ['dana', { is: 'step-skipped', step: 'wipe:web-1', because }],
  )
  expect(refusal(skipped, 'dana', `/asset remove web-1 ${because}`)).toContain('web-1')
})

test('what is removed is named by its name or by what its steps call it, if that is one thing', () => {
  const exposed = (what: 'credential' | 'data', name: string): readonly [Name, Decision] => [
    'bob',
    {
      is: 'exposed',
      what,
      asset: `${what}-${name}`,
      name,
      playbook: `exposed-${what}`,
      steps: [snapshotStep(stepWith('revoke', { perAsset: true }), `exposed-${what}`)],
    },
  ]
  const incident = incidentOf(
    commands('dana'),
    forensics,
    web1,
    db,
    exposed('credential', 'key'),
    exposed('data', 'db'),
  )
  const removed = (name: string) => say(incident, 'dana', `/asset remove ${name} it was never reached`)
  expect(removed('db-example-com')).toMatchObject([{ step: 'image:db-example-com' }, { step: 'wipe:db-example-com' }])
  expect(removed('key')).toMatchObject([{ step: 'revoke:credential-key' }])
  const two = incidentOf(commands('dana'), web1, exposed('credential', 'key'), exposed('data', 'key'))
  const unclear = refusal(two, 'dana', '/asset remove key it was never reached')
  expect(unclear).toContain('Assets: `credential-key` and `data-key`')
  expect(refusal(two, 'dana', '/asset remove web-9 it was never reached')).toContain('`web-1`')
})

import { describe, expect, test } from 'vitest'
import type { Decision } from '../../../src/domain/events/event.ts'
import { checklistOf, isReady, stepOf, unfinishedRequired, waitsFor } from '../../../src/domain/incident/incident.ts'
import { reduceEvents } from '../../../src/domain/incident/reduce.ts'
import { snapshotStep } from '../../../src/domain/playbook/step-snapshot.ts'
import { incidentOf, recordAs } from '../../incident-of.ts'
import { playbookWith, stepWith } from '../../playbook-of.ts'

const image = stepWith('image', { perAsset: true, required: true, guidance: 'Before anything is repaired.' })
const read = stepWith('read-images', { after: ['image'], phase: 'Investigate' })
const server = playbookWith('server', [stepWith('eject'), image, read])

const declaration: Decision = {
  is: 'declared',
  id: '0'.repeat(32),
  repository: { id: 'R_1', name: 'acme/ops' },
  playbook: 'server',
  title: server.title,
  confidential: true,
  severity: 'SEV-2',
  codename: 'sapphire-unicorn',
  drill: false,
  settings: 'c0ffee',
  roster: {},
  steps: server.steps.map(step => snapshotStep(step, 'server')),
}
const declared = recordAs('bob')(declaration)
const asset = (id: string) => recordAs('bob')({ is: 'asset-added', asset: id, name: id })
const done = (step: string) => recordAs('bob')({ is: 'step-done', step, waitedFor: [] })

const standing = (...events: ReturnType<typeof asset>[]) => {
  const reduced = reduceEvents([declared, ...events], [server])
  if (reduced === null) throw new Error('not declared')
  return reduced
}

describe('a checklist that was declared', () => {
  test('is what it was then, whatever its file says now, built in or not', () => {
    const changed = playbookWith('server', [
      stepWith('wipe-everything'),
      { ...image, guidance: 'Anew.', required: false },
    ])
    const reduced = reduceEvents([declared], [changed])
    expect(reduced?.steps.map(step => step.id)).toEqual(['eject', 'read-images'])
    // but for how it is done, of which a page that is opened now says what is known now
    expect(reduced?.perAsset).toMatchObject([{ id: 'image', required: true, guidance: 'Anew.' }])
    expect(reduced?.playbook).toEqual({ id: 'server', title: server.title, confidential: true })
  })

  test('outlives its file', () => {
    expect(reduceEvents([declared], [])).toMatchObject({
      playbook: { id: 'server', confidential: true },
      steps: [
        { id: 'eject', title: 'Title of eject' },
        { id: 'read-images', after: ['image'] },
      ],
    })
  })
})

describe('a step per asset', () => {
  test('holds up what comes after it while no asset is named, and a required one the end', () => {
    const reduced = standing()
    expect(waitsFor(reduced, read)).toEqual(['image'])
    expect(unfinishedRequired(reduced).map(step => step.id)).toEqual(['image'])
    expect(
      checklistOf(reduced)
        .filter(step => isReady(reduced, step))
        .map(step => step.id),
    ).toEqual(['eject'])
  })

  test('left out by the commander holds up nothing, until an asset is named after all', () => {
    const skipped = recordAs('dana')({ is: 'step-skipped', step: 'image', because: 'no machine' })
    expect(waitsFor(standing(skipped), read)).toEqual([])
    expect(unfinishedRequired(standing(skipped))).toEqual([])
    expect(waitsFor(standing(skipped, asset('web-1')), read)).toEqual(['image:web-1'])
  })

  test('of all assets must be done for what comes after it; a new one holds it up again', () => {
    expect(waitsFor(standing(asset('web-1'), asset('web-2'), done('image:web-1')), read)).toEqual(['image:web-2'])
    expect(waitsFor(standing(asset('web-1'), done('image:web-1')), read)).toEqual([])
    expect(waitsFor(standing(asset('web-1'), done('image:web-1'), asset('web-2')), read)).toEqual(['image:web-2'])
  })

  test('has the guidance and the terms of the playbook, and the asset in its title', () => {
    expect(stepOf(standing(asset('web-1')), 'image:web-1')).toMatchObject({
      title: 'Title of image: web-1',
      guidance: 'Before anything is repaired.',
      required: true,
      of: 'image',
      asset: 'web-1',
    })
  })
})

test('what is opened later comes last, so that numbers in titles stay as they are', () => {
  const reduced = standing(
    asset('web-1'),
    recordAs('bob')({ is: 'step-added', step: snapshotStep(stepWith('call-bank'), 'by-hand') }),
  )
  expect(reduced.steps.map(step => step.id)).toEqual(['eject', 'read-images', 'image:web-1', 'call-bank'])
})

test('nothing is ever on a checklist twice', () => {
  const more = {
    is: 'playbook-added',
    playbook: 'other',
    steps: server.steps.map(step => snapshotStep(step, 'other')),
  } as const
  expect(incidentOf(['bob', more], ['bob', more]).steps.map(step => step.id)).toEqual([
    ...incidentOf().steps.map(step => step.id),
    'read-images',
  ])
})

describe('what is exposed', () => {
  const exposed = (steps: readonly ReturnType<typeof stepWith>[]) =>
    recordAs('bob')({
      is: 'exposed',
      what: 'credential',
      asset: 'credential-key',
      name: 'key',
      playbook: 'exposed-credential',
      steps: steps.map(step => snapshotStep(step, 'exposed-credential')),
    })
  const more = recordAs('bob')({
    is: 'playbook-added',
    playbook: 'images',
    steps: [snapshotStep(stepWith('image', { perAsset: true }), 'images')],
  })

  test('has its own round and no asset’s, and in it each step comes after that of the same thing', () => {
    const three = [stepWith('revoke', { perAsset: true }), stepWith('check-use', { perAsset: true, after: ['revoke'] })]
    const reduced = standing(exposed(three), more)
    expect(reduced.steps.filter(step => step.asset !== null).map(({ id, after }) => [id, after])).toEqual([
      ['revoke:credential-key', []],
      ['check-use:credential-key', ['revoke:credential-key']],
    ])
  })

  test('is not meant by a step of the playbook that is called the same', () => {
    const own = recordAs('bob')({ is: 'step-added', step: snapshotStep(stepWith('revoke'), 'by-hand') })
    const gate = stepWith('tell', { gate: 'steps', after: ['revoke'] })
    expect(waitsFor(standing(own, exposed([stepWith('revoke', { perAsset: true })])), gate)).toEqual(['revoke'])
    expect(waitsFor(standing(own, done('revoke'), exposed([stepWith('revoke', { perAsset: true })])), gate)).toEqual([])
  })
})

test('which playbook a step stands in is kept, for the board says which came from where', () => {
  const included = { ...server, steps: [...server.steps, stepWith('tell-owners', { from: 'notify' })] }
  const event = recordAs('bob')({ ...declaration, steps: included.steps.map(step => snapshotStep(step, 'server')) })
  expect(reduceEvents([event], [])?.steps.map(step => step.from)).toEqual(['server', 'server', 'notify'])
})

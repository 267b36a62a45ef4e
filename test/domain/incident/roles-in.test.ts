import { expect, test } from 'vitest'
import type { Decision } from '../../../src/domain/events/event.ts'
import { rolesIn } from '../../../src/domain/incident/roles-in.ts'
import { snapshotStep } from '../../../src/domain/playbook/step-snapshot.ts'
import { say } from '../../commands/say.ts'
import { commands, incidentOf, type Name, who } from '../../incident-of.ts'
import { stepWith } from '../../playbook-of.ts'

const imaging: readonly [Name, Decision] = [
  'bob',
  {
    is: 'playbook-added',
    playbook: 'images',
    steps: [snapshotStep(stepWith('image', { perAsset: true, role: 'imaging' }), 'images')],
  },
]

test('a role that stands only on a step per asset, of which no asset is named yet, can be given', () => {
  expect(rolesIn(incidentOf())).not.toContain('imaging')
  const incident = incidentOf(commands('dana'), imaging)
  expect(rolesIn(incident)).toContain('imaging')
  expect(say(incident, 'dana', '/assign imaging @alice')).toEqual([
    { is: 'role-assigned', role: 'imaging', who: [who('alice')] },
  ])
})

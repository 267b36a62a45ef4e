import type { IncidentEvent } from '../events/event.ts'
import type { Playbook, Step } from '../playbook/playbook.ts'
import { byHand, guidanceIn, type PinnedStep, unpin } from '../playbook/step-snapshot.ts'
import type { Timestamp } from '../terms/timestamp.ts'
import { type Checklist, withAsset, withExposed, withSteps } from './asset-steps.ts'
import type { Incident, StepState } from './incident.ts'

/** Events by which a checklist grows, or begins anew. */
type Growth = Extract<IncidentEvent, { is: 'playbook-added' | 'step-added' | 'asset-added' | 'exposed' | 'review-due' }>

/** The checklist after such an event. */
export const grown = (incident: Incident, event: Growth, playbooks: readonly Playbook[]): Checklist => {
  switch (event.is) {
    case 'playbook-added':
      return withSteps(incident, stepsIn(event, playbooks), event.said)
    case 'step-added':
      return withSteps(incident, [unpin(event.step, byHand, '')], event.said)
    case 'asset-added': {
      const asset = { id: event.asset, name: event.name, exposed: null, count: null, note: event.note ?? null }
      return withAsset(incident, asset, event.said)
    }
    case 'exposed': {
      const { asset: id, name, what, count = null, note = null } = event
      return withExposed(incident, { id, name, exposed: what, count, note }, stepsIn(event, playbooks), event.said)
    }
    case 'review-due':
      return {
        steps: incident.steps.map(step => again(step, event.said)),
        perAsset: incident.perAsset.map(step => again(step, event.said)),
        assets: incident.assets,
      }
  }
}

type Bringing = { readonly playbook: string; readonly steps: readonly PinnedStep[] }

/** The steps that an event brings, with the guidance that their file has now. */
export const stepsIn = ({ playbook: id, steps }: Bringing, playbooks: readonly Playbook[]): readonly Step[] => {
  const guidanceOf = guidanceIn(playbooks.find(playbook => playbook.id === id))
  return steps.map(step => unpin(step, id, guidanceOf(step)))
}

const again = (step: StepState, openedAt: Timestamp): StepState => ({
  ...step,
  openedAt,
  state: 'open',
  named: [],
  ended: null,
  waitedFor: [],
})

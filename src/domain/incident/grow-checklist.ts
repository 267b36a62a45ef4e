import type { Fact } from '../events/event.ts'
import type { Playbook, Step } from '../playbook/playbook.ts'
import { byHand, type PinnedStep, unpin } from '../playbook/step-snapshot.ts'
import type { Moment } from '../terms/timestamp.ts'
import { type Checklist, withAsset, withExposed, withSteps } from './asset-steps.ts'
import type { Incident, StepState } from './incident.ts'

/** Facts by which a checklist grows, or begins anew. */
type Growth = Extract<Fact, { is: 'playbook-added' | 'step-added' | 'asset-added' | 'exposed' | 'review-due' }>

/** The checklist after such a fact. */
export const grown = (incident: Incident, fact: Growth, playbooks: readonly Playbook[]): Checklist => {
  switch (fact.is) {
    case 'playbook-added':
      return withSteps(incident, stepsIn(fact, playbooks), fact.said)
    case 'step-added':
      return withSteps(incident, [unpin(fact.step, byHand, undefined)], fact.said)
    case 'asset-added': {
      const asset = { id: fact.asset, name: fact.name, exposed: null, count: null, note: fact.note ?? null }
      return withAsset(incident, asset, fact.said)
    }
    case 'exposed': {
      const { asset: id, name, what, count = null, note = null } = fact
      return withExposed(incident, { id, name, exposed: what, count, note }, stepsIn(fact, playbooks), fact.said)
    }
    case 'review-due':
      return {
        steps: incident.steps.map(step => again(step, fact.said)),
        perAsset: incident.perAsset.map(step => again(step, fact.said)),
        assets: incident.assets,
      }
  }
}

type Bringing = { readonly playbook: string; readonly steps: readonly PinnedStep[] }

/** The steps that a fact brings, with the guidance that their file has now. */
export const stepsIn = ({ playbook: id, steps }: Bringing, playbooks: readonly Playbook[]): readonly Step[] => {
  const file = playbooks.find(playbook => playbook.id === id)
  return steps.map(step => unpin(step, id, file))
}

const again = (step: StepState, openedAt: Moment): StepState => ({
  ...step,
  openedAt,
  state: 'open',
  named: [],
  ended: null,
  waitedFor: [],
})

import type { Playbook, Step } from '../playbook/playbook.ts'
import { type PinnedStep, unpin } from '../playbook/step-snapshot.ts'

type Bringing = { readonly playbook: string; readonly steps: readonly PinnedStep[] }

/** The steps that an event brings, with the guidance that their file has now. */
export const broughtSteps = ({ playbook: id, steps }: Bringing, playbooks: readonly Playbook[]): readonly Step[] => {
  const file = playbooks.find(playbook => playbook.id === id)
  return steps.map(step => unpin(step, id, file))
}

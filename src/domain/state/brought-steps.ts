import type { Playbook, Step } from '../playbook/playbook.ts'
import { guidanceIn, type PinnedStep, unpin } from '../playbook/step-snapshot.ts'

type Bringing = { readonly playbook: string; readonly steps: readonly PinnedStep[] }

/** The steps that an event brings, with the guidance that their file has now. */
export const broughtSteps = ({ playbook: id, steps }: Bringing, playbooks: readonly Playbook[]): readonly Step[] => {
  const guidanceOf = guidanceIn(playbooks.find(playbook => playbook.id === id))
  return steps.map(step => unpin(step, id, guidanceOf(step)))
}

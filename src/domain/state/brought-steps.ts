import type { Playbook, Step } from '../playbook/playbook.ts'
import { guidanceIn, restoreStep, type StepSnapshot } from '../playbook/step-snapshot.ts'

type Bringing = { readonly playbook: string; readonly steps: readonly StepSnapshot[] }

/** The steps that an event brings, with the guidance that their file has now. */
export const includedSteps = ({ playbook: id, steps }: Bringing, playbooks: readonly Playbook[]): readonly Step[] => {
  const guidanceOf = guidanceIn(playbooks.find(playbook => playbook.id === id))
  return steps.map(step => restoreStep(step, id, guidanceOf(step)))
}

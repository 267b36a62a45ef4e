import { mostSteps } from '../playbook/validate-steps.ts'

export { mostSteps }

/** How many more steps GitHub allows, beside `otherPages` sub-issues that are none of them. */
export const roomIn = ({ steps }: { readonly steps: readonly unknown[] }, otherPages: number): number =>
  Math.max(0, mostSteps - otherPages - steps.length)

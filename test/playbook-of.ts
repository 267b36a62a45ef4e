import type { Playbook, Step } from '../src/domain/playbook/playbook.ts'

/** A step with nothing special about it but what is given. */
export const stepWith = (id: string, more: Partial<Step> = {}): Step => ({
  id,
  title: `Title of ${id}`,
  phase: 'Contain',
  guidance: '',
  role: null,
  after: [],
  gate: null,
  required: false,
  within: null,
  perAsset: false,
  from: 'server',
  confidential: false,
  ...more,
})

/** A playbook with nothing special about it but what is given. */
export const playbookWith = (id: string, steps: readonly Step[], more: Partial<Playbook> = {}): Playbook => ({
  id,
  title: `Title of ${id}`,
  summary: '',
  kind: 'incident',
  severity: 'SEV-2',
  confidential: false,
  source: null,
  introduction: '',
  phases: {},
  roles: [],
  include: [],
  steps: steps.map(step => ({ ...step, from: id, confidential: more.confidential ?? false })),
  ...more,
})

import { isFinished, type StepState, stepsMeant } from '../domain/incident/incident.ts'
import type { Gate, Step } from '../domain/playbook/playbook.ts'
import type { Checklist } from '../domain/state/asset-steps.ts'
import type { Asset } from '../domain/terms/asset.ts'
import type { Name } from './acme.ts'
import { type Beat, closing, say } from './beat.ts'

/** Who does the steps of a role at acme; counsel may only read there, so the commander ticks its steps off. */
export const cast: Readonly<Record<string, Name>> = {
  'incident-commander': 'dana',
  deputy: 'erin',
  scribe: 'alice',
  communications: 'hugo',
  forensics: 'alice',
  security: 'bob',
  service: 'alice',
  counsel: 'dana',
  executive: 'gwen',
  'engineering-lead': 'gwen',
  marketing: 'hugo',
  'site-reliability': 'bob',
}
const playerOf = (role: string | null): Name => cast[role ?? ''] ?? 'bob'

/** When each drill begins: on a Sunday, of course. */
export const startOfScenario = '2026-03-01T21:43:00Z'

/** Of whatever opens steps here: which event it would be makes no difference to what is counted. */
export const asked = { at: startOfScenario, line: 1 } as const

/** A step with nothing special about it, to be named. */
export const bare: Omit<Step, 'id'> = {
  title: '',
  phase: 'Investigate',
  guidance: '',
  role: null,
  after: [],
  gate: null,
  required: false,
  within: null,
  perAsset: false,
  from: '',
  confidential: true,
}

export const assetOf = (name: string, exposed: Asset['exposed'] = null): Asset => ({
  id: exposed === null ? name : `${exposed}-${name}`,
  name,
  exposed,
  count: null,
  note: null,
})

/** The checklist with these steps done. */
export const finish = (checklist: Checklist, ids: ReadonlySet<string>): Checklist => ({
  ...checklist,
  steps: checklist.steps.map(step => (ids.has(step.id) ? { ...step, state: 'done' } : step)),
})

/** Every step in an order that its `after` allows, the gates opened when only gates are left; `hasPage`: not only soon. */
export const working = (
  checklist: Checklist,
  open: readonly Gate[] = [],
  hasPage: (step: StepState) => boolean = () => true,
): readonly Beat[] => {
  const beats: Beat[] = []
  let { steps } = checklist
  const opened = new Set<Gate | null>([null, 'steps', ...open])
  const isFree = (step: StepState): boolean =>
    !isFinished(step) && step.after.every(id => stepsMeant({ ...checklist, steps }, id).every(isFinished))
  while (steps.some(step => !isFinished(step))) {
    const next = steps.find(step => isFree(step) && opened.has(step.gate))
    if (next === undefined) {
      const shut = steps.find(isFree)?.gate
      if (shut === undefined || shut === null) throw new Error('there are steps that can never be done')
      beats.push(...opening(shut, steps))
      opened.add(shut)
    } else {
      beats.push(hasPage(next) ? doing(next, beats.length) : elsewhere(next))
      steps = finish({ ...checklist, steps }, new Set([next.id])).steps
    }
  }
  return beats
}

/** On the incident's page, where it counts though the step's own may not be there yet. */
const elsewhere = ({ id, role }: StepState): Beat => say(6, playerOf(role), null, `/done ${id}`, `has done \`${id}\``)

const doing = (step: StepState, place: number): Beat =>
  place % 3 === 2
    ? closing(7, playerOf(step.role), step.id, `has done \`${step.id}\`, and closes its page`)
    : say(6, playerOf(step.role), step.id, '/done seen to', `has done \`${step.id}\``)

const opening = (gate: Gate, steps: readonly StepState[]): readonly Beat[] => {
  const shut = steps.find(step => step.gate === gate && !isFinished(step))
  const tried =
    shut === undefined
      ? []
      : [say(2, playerOf(shut.role), shut.id, '/done', 'wants to continue, but that gate is blocked')]
  if (gate === 'internal')
    return [...tried, say(4, 'dana', null, '/rule-out insider it came from outside', 'rules out an insider')]
  return [
    ...tried,
    say(3, 'carol', null, '/approve external those concerned must know', 'approves as counsel'),
    say(2, 'dana', null, '/approve external counsel agrees, the facts are checked', 'approves as incident commander'),
  ]
}

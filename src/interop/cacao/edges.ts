import { quote } from '../../domain/text/quote.ts'
import { span } from '../code.ts'
import type { Refusal } from '../refusal.ts'
import type { Cacao, WorkflowStep } from './schema.ts'

/**
 * How one step of a workflow leads to another. A `branch` is begun within a step, `next` follows once that is done, and
 * `failure` is gone only if it fails. `when` says in words under which condition; null: always.
 */
export type Edge = {
  readonly from: string
  readonly to: string
  readonly is: 'branch' | 'next' | 'failure'
  readonly when: string | null
}

// Beyond these nobody means a checklist, and the search for conditions would take long.
const mostNodes = 500
const mostEdges = 2_000

const list = (ids: string | readonly string[] | undefined): readonly string[] => {
  if (ids === undefined) return []
  return typeof ids === 'string' ? [ids] : ids
}

/** What a step is called where it is spoken of. */
export const nameOf = (id: string, step: WorkflowStep | undefined): string => step?.name?.trim() || id

const branchesOf = (id: string, step: WorkflowStep): readonly Edge[] => {
  const branch = (when: string | null) => (to: string) => ({ from: id, to, is: 'branch', when }) as const
  const condition = span(step.condition ?? nameOf(id, step))
  switch (step.type) {
    case 'parallel':
      return list(step.next_steps).map(branch(null))
    case 'if-condition':
      return [
        ...list(step.on_true).map(branch(`Only if this holds: ${condition}`)),
        ...list(step.on_false).map(branch(`Only if this does not hold: ${condition}`)),
      ]
    case 'while-condition':
      return list(step.on_true).map(branch(`Repeat as long as this holds: ${condition}`))
    case 'switch-condition':
      return Object.entries(step.cases ?? {}).flatMap(([value, ids]) =>
        list(ids).map(branch(`Only if ${span(step.switch ?? nameOf(id, step))} is ${span(value)}`)),
      )
    case 'start':
    case 'end':
    case 'action':
    case 'playbook-action':
      return []
  }
}

const edgesOf = (id: string, step: WorkflowStep): readonly Edge[] => {
  if (step.type === 'end') return []
  const next = [...new Set([...list(step.on_completion), ...list(step.on_success)])]
  // a loop ends with `on_false` in some, which no version of the specification has
  if (step.type === 'while-condition') next.push(...list(step.on_false))
  const failure = list(step.on_failure).filter(to => !next.includes(to))
  const when = `Only if this fails: ${span(nameOf(id, step))}`
  return [
    ...branchesOf(id, step),
    ...failure.map(to => ({ from: id, to, is: 'failure', when }) as const),
    ...next.map(to => ({ from: id, to, is: 'next', when: null }) as const),
  ]
}

const missing = (from: string, to: string): Refusal => ({
  says: `${quote(from)} leads to ${quote(to)}, which is not a step of \`workflow\``,
  expected: 'the id of an existing step',
})

// Many name an `end` here that they never wrote down. Nothing is lost with it.
const isOnlyAnEnd = (id: string): boolean => id.startsWith('end--')

/** All that leads from one step of the workflow to another, or the first that leads nowhere. */
export const readEdges = (playbook: Cacao): readonly Edge[] | Refusal => {
  const { workflow, workflow_start: start, workflow_exception: exception } = playbook
  const entries = Object.entries(workflow)
  const edges = entries.flatMap(([id, step]) => edgesOf(id, step))
  if (entries.length > mostNodes || edges.length > mostEdges)
    return {
      says: `The workflow has ${entries.length} steps and ${edges.length} connections`,
      expected: `at most ${mostNodes} and ${mostEdges}: split it into several playbooks`,
    }
  const lost = edges.find(({ to }) => !Object.hasOwn(workflow, to))
  if (lost) return missing(lost.from, lost.to)
  if (!Object.hasOwn(workflow, start)) return missing('workflow_start', start)
  if (exception !== undefined && !Object.hasOwn(workflow, exception) && !isOnlyAnEnd(exception))
    return missing('workflow_exception', exception)
  return edges
}

import type { Refusal } from '../refusal.ts'
import { type Edge, readEdges } from './edges.ts'
import { byStart, reach, stepsInOrder } from './reach.ts'
import type { Cacao, WorkflowStep } from './schema.ts'

/** A workflow as a checklist sees it. */
export type Ordered = {
  /** Every step of the workflow, those that control the others included, in an order in which it can be done. */
  readonly order: readonly string[]
  /** For each step, the tasks that it waits for. */
  readonly after: ReadonlyMap<string, readonly string[]>
  /** Under which conditions it is come to at all, in words. */
  readonly conditions: ReadonlyMap<string, readonly string[]>
  /** Ways that no order can hold: back into a loop, or out of a failure's handling into what is done anyway. */
  readonly dropped: readonly Edge[]
}

/** Whether a step of the workflow is something to do, and not only what steers the others. */
export const isTask = (step: WorkflowStep | undefined): boolean =>
  step?.type === 'action' || step?.type === 'playbook-action'

const onException = 'Only if the workflow itself fails'
const nobodyLeads = 'No step of the workflow leads here'

type Edges = ReadonlyMap<string, readonly Edge[]>
type Layers = {
  readonly layer: ReadonlyMap<string, number>
  readonly roots: readonly string[]
  readonly lost: readonly string[]
}

/** Layer 0 is what is done if nothing fails; each further one is what is done when something in the one before fails. */
const layersOf = ({ workflow, workflow_start, workflow_exception }: Cacao, edges: readonly Edge[]): Layers => {
  const normal = byStart(edges.filter(edge => edge.is !== 'failure'))
  const failures = edges.filter(edge => edge.is === 'failure')
  const layer = new Map<string, number>()
  const roots: string[] = []
  const enter = (ids: readonly string[], depth: number): void => {
    const fresh = ids.filter(id => !layer.has(id))
    roots.push(...fresh)
    for (const id of reach(fresh, normal)) if (!layer.has(id)) layer.set(id, depth)
  }
  const handle = (depth: number): void => {
    const into = failures.filter(({ from, to }) => layer.get(from) === depth && !layer.has(to)).map(({ to }) => to)
    if (into.length === 0) return
    enter(into, depth + 1)
    handle(depth + 1)
  }
  enter([workflow_start], 0)
  handle(0)
  if (workflow_exception !== undefined && Object.hasOwn(workflow, workflow_exception)) enter([workflow_exception], 1)
  handle(1)
  const lost: string[] = []
  const led = new Set(edges.map(edge => edge.to))
  // first those that begin something: what they lead to is not lost itself
  for (const id of Object.keys(workflow).toSorted((a, b) => Number(led.has(a)) - Number(led.has(b)))) {
    if (layer.has(id)) continue
    lost.push(id)
    enter([id], 0)
    handle(0)
  }
  return { layer, roots, lost }
}

const holds = ({ from, to, is }: Edge, layer: ReadonlyMap<string, number>): boolean => {
  const [a = 0, b = 0] = [layer.get(from), layer.get(to)]
  return is === 'failure' ? b === a + 1 : a === b
}

/**
 * The last tasks of a step's branches: whatever follows the step waits for these. A branch ends where it comes to what
 * follows anyway, for many lead their branches there as well.
 */
const endsOfBranches = (playbook: Cacao, edges: Edges, order: readonly string[], step: string): ReadonlySet<string> => {
  const own = edges.get(step) ?? []
  const to = (is: Edge['is']): readonly string[] => own.filter(edge => edge.is === is).map(edge => edge.to)
  const beyond = reach(to('next'), edges)
  const last = new Map<string, readonly string[]>()
  const of = (ids: readonly string[]): readonly string[] => [...new Set(ids.flatMap(id => last.get(id) ?? []))]
  for (const id of order.toReversed()) {
    if (beyond.has(id)) continue
    const ways = edges.get(id) ?? []
    const following = of(ways.filter(edge => edge.is === 'next').map(edge => edge.to))
    const within = isTask(playbook.workflow[id])
      ? [id]
      : of(ways.filter(edge => edge.is === 'branch').map(edge => edge.to))
    last.set(id, following.length > 0 ? following : within)
  }
  return new Set(of(to('branch')))
}

const afterOf = (playbook: Cacao, edges: Edges, order: readonly string[]) => {
  const after = new Map<string, Set<string>>(order.map(id => [id, new Set()]))
  const place = new Map(order.map((id, index) => [id, index]))
  // a branch may lead past what follows its own step: nothing waits for what comes later
  const isEarlier = (task: string, to: string): boolean => (place.get(task) ?? 0) < (place.get(to) ?? 0)
  for (const id of order) {
    const before = after.get(id) ?? new Set()
    const own: ReadonlySet<string> = isTask(playbook.workflow[id]) ? new Set([id]) : before
    const branches = isTask(playbook.workflow[id]) ? new Set<string>() : endsOfBranches(playbook, edges, order, id)
    for (const { to, is } of edges.get(id) ?? []) {
      const gone = is === 'next' && branches.size > 0 ? branches : own
      for (const task of gone) if (isEarlier(task, to)) after.get(to)?.add(task)
    }
  }
  return after
}

/** Without those that are waited for anyway, because another one waits for them. */
const nearest = (after: ReadonlyMap<string, ReadonlySet<string>>, order: readonly string[]) => {
  const all = new Map<string, ReadonlySet<string>>()
  const kept = new Map<string, readonly string[]>()
  for (const id of order) {
    const direct = [...(after.get(id) ?? [])]
    kept.set(
      id,
      direct.filter(one => !direct.some(other => other !== one && all.get(other)?.has(one))),
    )
    all.set(id, new Set(direct.flatMap(one => [one, ...(all.get(one) ?? [])])))
  }
  return kept
}

const conditionsOf = (playbook: Cacao, edges: readonly Edge[], lost: readonly string[], order: readonly string[]) => {
  const { workflow_start: start, workflow_exception } = playbook
  const exception = order.find(id => id === workflow_exception)
  const roots = [start, ...(exception === undefined ? [] : [exception]), ...lost]
  const conditions = new Map<string, string[]>(order.map(id => [id, []]))
  const say = (without: readonly string[], left: readonly Edge[], words: string): void => {
    const reached = reach(without, byStart(left))
    for (const id of order) if (!reached.has(id)) conditions.get(id)?.push(words)
  }
  for (const edge of edges)
    if (edge.when !== null)
      say(
        roots,
        edges.filter(other => other !== edge),
        edge.when,
      )
  if (exception !== undefined) say([start, ...lost], edges, onException)
  for (const id of lost) conditions.get(id)?.push(nobodyLeads)
  return conditions
}

/** The order of a workflow, or why it has none. */
export const orderOf = (playbook: Cacao): Ordered | Refusal => {
  const edges = readEdges(playbook)
  if ('says' in edges) return edges
  const { layer, roots, lost } = layersOf(playbook, edges)
  const ordering = edges.filter(edge => holds(edge, layer))
  const walk = stepsInOrder(roots, byStart(ordering), id => playbook.workflow[id]?.type === 'while-condition')
  if ('says' in walk) return walk
  const forward = byStart(ordering.filter(edge => !walk.back.has(edge)))
  return {
    order: walk.order,
    after: nearest(afterOf(playbook, forward, walk.order), walk.order),
    conditions: conditionsOf(playbook, edges, lost, walk.order),
    dropped: edges.filter(edge => !holds(edge, layer) || walk.back.has(edge)),
  }
}

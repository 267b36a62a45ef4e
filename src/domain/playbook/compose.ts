import type { Problem } from '../source/problem.ts'
import { quote } from '../text/quote.ts'
import type { Playbook, Step } from './playbook.ts'
import type { Places } from './read-playbook.ts'
import { checkOrder, mostSteps } from './validate-steps.ts'

/** A playbook as it was read, and its file. */
export type ComposedSource = { readonly file: string; readonly playbook: Playbook; readonly places: Places }

type Gathered = { readonly steps: readonly Step[] } | { readonly says: string; readonly expected: string }

const expectedIds = (all: readonly ComposedSource[]): string =>
  `ids of other playbooks: ${all
    .filter(({ playbook }) => playbook.kind !== 'readiness')
    .map(({ playbook }) => `\`${playbook.id}\``)
    .join(', ')}`

/** Its own steps, then those of what it includes, in the order of the list; what is there already is there once. */
const gather = (
  read: ComposedSource,
  all: readonly ComposedSource[],
  path: readonly string[],
  known: Map<string, Gathered>,
): Gathered => {
  const before = known.get(read.playbook.id)
  if (before !== undefined) return before
  const gathered = gatherAnew(read, all, path, known)
  known.set(read.playbook.id, gathered)
  return gathered
}

const gatherAnew = (
  { playbook }: ComposedSource,
  all: readonly ComposedSource[],
  path: readonly string[],
  gathered: Map<string, Gathered>,
): Gathered => {
  let steps = playbook.steps
  for (const id of playbook.include) {
    const way = [...path, playbook.id, id]
    if (way.indexOf(id) < way.length - 1) {
      const ring = way.slice(way.indexOf(id)).map(quote).join(' includes ')
      return { says: `${ring}: a cycle`, expected: 'no cycle: remove one `include`' }
    }
    const other = all.find(one => one.playbook.id === id)
    if (other === undefined || (other.playbook.kind === 'readiness' && playbook.kind !== 'readiness'))
      return { says: `\`include\` names ${quote(id)}, which cannot be included`, expected: expectedIds(all) }
    const more = gather(other, all, way.slice(0, -1), gathered)
    if ('says' in more) return more
    const known = new Set(steps.map(step => step.id))
    steps = [...steps, ...more.steps.filter(step => !known.has(step.id))]
  }
  return { steps }
}

const problemsOf = ({ file, playbook, places }: ComposedSource, steps: readonly Step[]): readonly Problem[] => {
  if (steps.length > mostSteps) {
    const says = `With the playbooks it includes, it has ${steps.length} steps`
    const expected = `at most ${mostSteps}, GitHub’s limit for sub-issues: include fewer, and add the rest during the incident with \`/playbook add\``
    return [{ file, line: places.include, says, expected }]
  }
  if (steps.length === 0)
    return [{ file, line: 1, says: 'The playbook has no steps', expected: 'steps of its own, or an `include`' }]
  const located = steps.map(step => ({
    ...step,
    line: step.from === playbook.id ? (places.steps.get(step.id) ?? 1) : places.include,
  }))
  return checkOrder(located).map(flaw => ({ file, ...flaw }))
}

/** With what it includes; what it says of its own phases and roles holds of those steps too, as their files say. */
const whole = (playbook: Playbook, steps: readonly Step[], all: readonly ComposedSource[]): Playbook => {
  const from = new Set(steps.map(step => step.from))
  const others = all.filter(one => from.has(one.playbook.id) && one.playbook.id !== playbook.id)
  const phases = Object.assign({}, ...others.map(one => one.playbook.phases), playbook.phases)
  const roles = [...new Set([...playbook.roles, ...steps.flatMap(step => step.role ?? [])])]
  return {
    ...playbook,
    steps,
    // one that does not say stays so
    phases: Object.keys(playbook.phases).length === 0 ? playbook.phases : phases,
    roles: playbook.roles.length === 0 ? playbook.roles : roles,
  }
}

/** Every playbook with the steps of what it includes; what cannot be composed is left out, and told. */
export const compose = (
  all: readonly ComposedSource[],
): { readonly playbooks: readonly Playbook[]; readonly problems: readonly Problem[] } => {
  const composed = all.map(read => {
    if (read.playbook.include.length === 0) return { playbook: read.playbook }
    const gathered = gather(read, all, [], new Map())
    if ('says' in gathered) return { problems: [{ file: read.file, line: read.places.include, ...gathered }] }
    const problems = problemsOf(read, gathered.steps)
    return problems.length > 0 ? { problems } : { playbook: whole(read.playbook, gathered.steps, all) }
  })
  return {
    playbooks: composed.flatMap(one => ('playbook' in one && one.playbook !== undefined ? [one.playbook] : [])),
    problems: composed.flatMap(one => one.problems ?? []),
  }
}

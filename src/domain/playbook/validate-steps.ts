import type { Problem } from '../source/problem.ts'
import { knownRoles } from '../terms/roles.ts'
import { quote } from '../text/quote.ts'
import { isSlug } from '../text/slug.ts'

/** GitHub's limit of sub-issues under one issue. */
export const mostSteps = 100

type Checked = {
  readonly id: string
  readonly line: number
  readonly role: string | null
  readonly after: readonly string[]
}
type Flaw = Omit<Problem, 'file'>

const badIds = (steps: readonly Checked[]): Flaw[] => {
  const roles = new Set<string>([...knownRoles, ...steps.flatMap(step => step.role ?? [])])
  return steps.flatMap(({ id, line }, i): Flaw[] => {
    const first = steps.findIndex(other => other.id === id)
    if (!isSlug(id)) {
      const expected =
        'a verb in lower-case letters, digits and hyphens, at most 60 characters, for example `tell-company`'
      return [{ line, says: `The id ${quote(id)} is not valid`, expected }]
    }
    if (roles.has(id))
      return [
        {
          line,
          says: `The id ${quote(id)} is also a role`,
          expected: 'a verb, for example `analyse` rather than `forensics`',
        },
      ]
    if (first < i)
      return [
        {
          line,
          says: `The id ${quote(id)} is already used in line ${steps[first]?.line}`,
          expected: 'a different id for each step',
        },
      ]
    return []
  })
}

const danglers = (steps: readonly Checked[]): Flaw[] => {
  const ids = new Set(steps.map(step => step.id))
  return steps.flatMap(({ line, after }) =>
    after
      .filter(id => !ids.has(id))
      .map(id => ({
        line,
        says: `\`after\` names the unknown step ${quote(id)}`,
        expected: 'the id of a step of this playbook',
      })),
  )
}

/** The steps that wait for each other: take away those that can be done, again and again; what stays waits in a ring. */
const stuck = (steps: readonly Checked[]): readonly Checked[] => {
  let left = steps
  for (;;) {
    const ids = new Set(left.map(step => step.id))
    const rest = left.filter(step => step.after.some(id => ids.has(id)))
    if (rest.length === left.length) return rest
    left = rest
  }
}

const ringAmong = (steps: readonly Checked[]): readonly Checked[] => {
  const path: Checked[] = []
  let step = steps[0]
  while (step && !path.includes(step)) {
    path.push(step)
    const after: readonly string[] = step.after
    step = steps.find(other => after.includes(other.id))
  }
  return step ? path.slice(path.indexOf(step)) : []
}

const rings = (steps: readonly Checked[]): Flaw[] => {
  const waiting = stuck(steps)
  const ring = ringAmong(waiting)
  const start = ring[0]
  if (!start) return []
  const says = `${[...ring, start].map(step => quote(step.id)).join(' comes after ')}: none of them could start`
  const flaw = { line: start.line, says, expected: 'an order without a cycle: remove one `after`' }
  return [flaw, ...rings(waiting.filter(step => !ring.includes(step)))]
}

const tooMany = (steps: readonly Checked[]): Flaw[] => {
  const many = steps[mostSteps]
  if (many === undefined) return []
  const says = `The playbook has ${steps.length} steps`
  const expected = `at most ${mostSteps}, GitHub’s limit for sub-issues: combine several into one step, as a list in its guidance`
  return [{ line: many.line, says, expected }]
}

/** What is wrong with the ids of these steps, and with their number. */
export const checkIds = (steps: readonly Checked[]): readonly Flaw[] => [...badIds(steps), ...tooMany(steps)]

/** What is wrong with the order of these steps, which are all there are. */
export const checkOrder = (steps: readonly Checked[]): readonly Flaw[] => [
  ...danglers(steps),
  // in a list far too long rings are not looked for
  ...(steps.length > mostSteps ? [] : rings(steps)),
]

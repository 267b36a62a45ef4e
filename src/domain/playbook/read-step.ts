import { type Phase, phases } from '../terms/phase.ts'
import { anybody } from '../terms/roles.ts'
import { quote } from '../text/quote.ts'
import type { Step } from './playbook.ts'
import type { Task } from './read-outline.ts'
import { type Flaw, readTerms, type StepTerms } from './read-terms.ts'

const mostOfTitle = 200
/** GitHub takes 65,536 in a body, and the sub-issue says a little more than the guidance. */
const mostGuidance = 60_000
/** GitHub takes no more; and the ledger, which keeps each step in a line, must stay small enough to be read whole. */
const mostAfter = 50
const shape = '``- [ ] `step-id` Title (terms)``'

/** A step whose phase may not be one. */
export type Draft = Omit<Step, 'phase' | 'from' | 'confidential'> & { readonly phase: Phase | null }

export const phaseNamed = (name: string | null): Phase | null => phases.find(phase => phase === name) ?? null

const splitTerms = (rest: string): { readonly title: string; readonly terms: string | null } => {
  const open = rest.lastIndexOf('(')
  if (!rest.endsWith(')') || open < 0) return { title: rest, terms: null }
  return { title: rest.slice(0, open).trim(), terms: rest.slice(open + 1, -1) }
}

// A title broken over two lines takes its terms along into the guidance, where nobody would look for `required`.
const strayTerms = (guidance: string): boolean => {
  const { terms } = splitTerms(guidance.split('\n')[0]?.trim() ?? '')
  return terms?.includes(',') === true && readTerms(terms).flaws.length === 0
}

// A term that is lost opens a gate, or lets an incident be closed without the step: so it is never taken for a title.
const isUnclosed = (title: string): boolean =>
  title
    .split('(')
    .slice(1)
    .some(part =>
      (part.split(')')[0] ?? '')
        .split(',')
        .map(term => term.trim())
        .some(term => /^(?:required|gate\b.*|per asset|within\s.+|after\s+`.+)$/i.test(term)),
    )

const flawsOf = (title: string, written: string | null, terms: StepTerms, { heading, guidance }: Task): Flaw[] => {
  const checks: [wrong: boolean, says: string, expected: string][] = [
    [title === '', 'A step without a title', shape],
    [
      isUnclosed(title),
      `Terms in the middle of the title are ignored: ${quote(title)}`,
      'terms in parentheses at the end of the line',
    ],
    [
      title.length > mostOfTitle,
      `The title has ${title.length} characters`,
      `at most ${mostOfTitle}: the rest goes below it, indented`,
    ],
    [
      guidance.length > mostGuidance,
      `The guidance has ${guidance.length} characters`,
      `at most ${mostGuidance}: link to the rest`,
    ],
    [written === null && strayTerms(guidance), 'The terms are on the second line', 'id, title and terms on one line'],
    [
      heading === null,
      'A step before the first phase',
      `one of ${phases.join(', ')} above it, for example \`## Contain\``,
    ],
    [
      terms.after.length > mostAfter,
      `\`after\` names ${terms.after.length} steps`,
      `at most ${mostAfter}, GitHub’s limit for issues that block one: name only the last ones`,
    ],
    [
      terms.gate === 'steps' && terms.after.length === 0,
      'A gate that nothing blocks',
      '``after `step-id` `` as well, or `gate internal`, or `gate external`',
    ],
  ]
  return checks.filter(([wrong]) => wrong).map(([, says, expected]) => ({ says, expected }))
}

/** A step as one task says it, and what is wrong with it by itself. */
export const readStep = (
  task: Task,
):
  | { readonly draft: Draft; readonly flaws: readonly Flaw[] }
  | { readonly draft: null; readonly flaws: readonly [Flaw] } => {
  if (task.id === null) return { draft: null, flaws: [{ says: 'A step without an id', expected: shape }] }
  const { title, terms: written } = splitTerms(task.rest)
  const { terms, flaws } = readTerms(written ?? anybody)
  const draft = { id: task.id, title, phase: phaseNamed(task.heading), guidance: task.guidance, ...terms }
  return { draft, flaws: [...flawsOf(title, written, terms, task), ...flaws] }
}

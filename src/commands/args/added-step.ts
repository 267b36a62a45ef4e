import { type Incident, stepsMeant } from '../../domain/incident/incident.ts'
import { rolesIn } from '../../domain/incident/roles-in.ts'
import { byHand } from '../../domain/playbook/playbook-id.ts'
import { readStep } from '../../domain/playbook/read-step.ts'
import { type StepSnapshot, snapshotStep } from '../../domain/playbook/step-snapshot.ts'
import { type Phase, phases } from '../../domain/terms/phase.ts'
import { isSlug } from '../../domain/text/slug.ts'

/** Why a line is no step, for whoever wrote it. */
export type Misread =
  | { readonly is: 'flaw'; readonly says: string; readonly expected: string }
  /** The id before it is none. */
  | { readonly is: 'id'; readonly came: string }
  | { readonly is: 'role'; readonly came: string; readonly roles: readonly string[] }
  | { readonly is: 'after'; readonly came: string }
  | { readonly is: 'taken'; readonly id: string }

/** Where work that nobody foresaw belongs unless its terms say so: there it takes no status away. */
const usualPhase: Phase = 'Investigate'

/** The last parentheses without a phase among the terms, and with ids as a playbook writes them. */
const readPhase = (text: string): { readonly text: string; readonly phase: Phase } => {
  const open = text.lastIndexOf('(')
  if (!text.endsWith(')') || open < 0) return { text, phase: usualPhase }
  const terms = text
    .slice(open + 1, -1)
    .split(',')
    .map(term => term.trim())
  const named = (term: string) => phases.find(phase => phase.toLowerCase() === term.toLowerCase())
  const rest = terms.filter(term => named(term) === undefined).map(quoteIds)
  const phase = terms.flatMap(term => named(term) ?? [])[0] ?? usualPhase
  const title = text.slice(0, open).trim()
  return { text: rest.length === 0 ? title : `${title} (${rest.join(', ')})`, phase }
}

/** Backticks are hard to find on a telephone: `after isolate` will do. */
const quoteIds = (term: string): string =>
  /^after\s/i.test(term) ? term.replace(/\s+`?([a-z][\w:-]*)`?/gi, (_, id: string) => ` \`${id.toLowerCase()}\``) : term

const idOf = (title: string, taken: ReadonlySet<string>, place: number): string => {
  const words = title
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+/, '')
  const short =
    words.length <= 40
      ? words
      : words
          .slice(0, 41)
          .replace(/-[^-]*$/, '')
          .slice(0, 40)
  const id = short.replace(/-+$/, '') || `step-${place}`
  for (let n = 2; ; n += 1) {
    if (!taken.has(id)) return id
    if (!taken.has(`${id}-${n}`)) return `${id}-${n}`
  }
}

/** A step as somebody writes it in a comment: a title, perhaps an id in backticks before it and terms behind it. */
export const readAddedStep = (incident: Incident, written: string): { readonly step: StepSnapshot } | Misread => {
  const [, given, rest = written] = /^`([^`]*)`\s+(.*)$/s.exec(written.trim()) ?? []
  const { text, phase } = readPhase(rest.trim())
  const roles = rolesIn(incident)
  const taken = new Set([
    ...roles,
    ...incident.steps.flatMap(step => [step.id, step.of]),
    ...incident.perAsset.map(step => step.id),
  ])
  if (given !== undefined && taken.has(given)) return { is: 'taken', id: given }
  if (given !== undefined && !isSlug(given)) return { is: 'id', came: given }
  const id = given ?? idOf(text.replace(/\s*\([^()]*\)$/, ''), taken, incident.steps.length + 1)
  const { draft, flaws } = readStep({ line: 1, heading: phase, id, rest: text, guidance: '' })
  if (draft === null) return { is: 'flaw', ...flaws[0] }
  const [flaw] = flaws
  if (flaw !== undefined) return { is: 'flaw', ...flaw }
  if (draft.role !== null && !roles.includes(draft.role)) return { is: 'role', came: draft.role, roles }
  const lost = draft.after.find(before => stepsMeant(incident, before).length === 0)
  if (lost !== undefined) return { is: 'after', came: lost }
  return { step: snapshotStep({ ...draft, phase, from: byHand, confidential: incident.playbook.confidential }, byHand) }
}

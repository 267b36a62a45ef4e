import type { Phase } from '../../domain/terms/phase.ts'
import { knownRoles } from '../../domain/terms/roles.ts'
import { quote } from '../../domain/text/quote.ts'
import { span } from '../code.ts'
import { type Foreign, type ForeignStep, inWordsOnly, plainStep } from '../foreign.ts'
import { slugOf } from '../name-ids.ts'
import { otherwise, phaseIn } from '../phase-words.ts'
import type { Refusal } from '../refusal.ts'
import { unspecifiedNote } from '../severity-words.ts'
import { titleOf } from '../title-of.ts'
import { nameOf } from './edges.ts'
import { extensionId, playbookExtension, stepExtension } from './extension.ts'
import { guidanceOf, partyOf } from './guidance.ts'
import { isTask, type Ordered, orderOf } from './order.ts'
import type { Cacao, WorkflowStep } from './schema.ts'
import { severityOf } from './severity-score.ts'
import { introductionOf, sourceOf } from './source.ts'

/** The playbooks of the same import that others may include: our id by CACAO's. */
export type Known = ReadonlyMap<string, string>

const phaseOf = (playbook: Cacao, step: WorkflowStep): Phase => {
  const types = [...new Set((playbook.playbook_types ?? []).map(phaseIn))]
  return phaseIn(step.name ?? '') ?? (types.length === 1 ? types[0] : null) ?? otherwise
}

const roleOf = (playbook: Cacao, step: WorkflowStep): string | null => {
  if (step.agent === undefined) return null
  const { name, type } = partyOf(playbook, step.agent)
  if (!['group', 'individual', 'organization'].includes(type)) return null
  return knownRoles.find(role => role === slugOf(name, 60) && role !== 'responder') ?? null
}

/** A step that we wrote ourselves once, and that still has what we wrote into it. */
const ours = (id: string, step: WorkflowStep): { readonly position: number; readonly step: ForeignStep } | null => {
  const read = stepExtension.safeParse(step.step_extensions?.[extensionId])
  if (!read.success) return null
  const { position, per_asset: perAsset, ...rest } = read.data
  return { position, step: { ...rest, perAsset, key: id, title: step.name ?? id, guidance: step.description ?? '' } }
}

const theirs = (playbook: Cacao, ordered: Ordered, known: Known, id: string, step: WorkflowStep): ForeignStep => {
  const { title, whole } = titleOf(step.name ?? step.description ?? '')
  const ways = ordered.dropped
    .filter(edge => edge.from === id)
    .map(
      ({ to, is }) =>
        `${is === 'failure' ? 'If it fails, go' : 'Go'} on with ${span(nameOf(to, playbook.workflow[to]))}.`,
    )
  const included = known.get(step.playbook_id ?? '')
  const also = included === undefined ? [] : [`Its steps are included here, as those of ${span(included)}.`]
  const name = whole || step.name === undefined ? [] : [step.name]
  return {
    ...plainStep,
    key: id,
    id: null,
    title: title === '' ? id : title,
    phase: phaseOf(playbook, step),
    guidance: [...name, guidanceOf(playbook, step, ordered.conditions.get(id) ?? [], [...also, ...ways])].join('\n\n'),
    role: roleOf(playbook, step),
    after: ordered.after.get(id) ?? [],
  }
}

const stepsOf = (playbook: Cacao, ordered: Ordered, known: Known): readonly ForeignStep[] => {
  const tasks = ordered.order.flatMap(id => {
    const step = playbook.workflow[id]
    return step && isTask(step) ? [{ id, step, own: ours(id, step) }] : []
  })
  if (tasks.every(({ own }) => own !== null)) tasks.sort((a, b) => (a.own?.position ?? 0) - (b.own?.position ?? 0))
  return tasks.map(({ id, step, own }) => own?.step ?? theirs(playbook, ordered, known, id, step))
}

const carried: Partial<Record<WorkflowStep['type'], string>> = {
  'if-condition': 'the condition',
  'switch-condition': 'the switch',
  'while-condition': 'the loop',
}

/** What a checklist cannot say and now stands in words only. */
const inWords = (playbook: Cacao, known: Known): readonly string[] => {
  const steps = Object.entries(playbook.workflow)
  const variables = steps.some(([, step]) => step.step_variables) || playbook.playbook_variables
  return [
    ...steps.flatMap(([id, step]) => {
      const what = carried[step.type]
      return what === undefined ? [] : [`${what} ${quote(nameOf(id, step))}`]
    }),
    ...steps
      .filter(([, step]) => step.on_failure !== undefined && ours('', step) === null)
      .map(([id, step]) => `what happens if ${quote(nameOf(id, step))} fails`),
    ...steps.flatMap(([, { playbook_id: other }]) =>
      other === undefined || known.has(other) ? [] : [`the playbook ${quote(other)}`],
    ),
    ...(variables ? ['its variables'] : []),
    ...(playbook.workflow_exception === undefined ? [] : ['what happens if the workflow itself fails']),
  ]
}

const notesOf = (playbook: Cacao, known: Known): readonly string[] => [
  ...inWords(playbook, known).map(inWordsOnly),
  ...(playbook.severity ? [] : [unspecifiedNote]),
]

const includes = (playbook: Cacao, known: Known): readonly string[] => [
  ...new Set(Object.values(playbook.workflow).flatMap(({ playbook_id: id }) => known.get(id ?? '') ?? [])),
]

/** A checklist out of a CACAO playbook, or why there is none. */
export const importCacao = (playbook: Cacao, known: Known): Foreign | Refusal => {
  const ordered = orderOf(playbook)
  if ('says' in ordered) return ordered
  const steps = stepsOf(playbook, ordered, known)
  if (steps.length === 0)
    return { says: 'The workflow has no `action` and no `playbook-action`', expected: 'at least one of them' }
  const own = playbookExtension.safeParse(playbook.playbook_extensions?.[extensionId])
  if (own.success) {
    const { id: _, phases, roles, ...rest } = own.data
    // what somebody else has added since has phases and roles that we never declared
    const whole = steps.every(step => step.id !== null)
    return {
      ...(whole ? { phases, roles } : { phases: {}, roles: [] }),
      ...rest,
      title: playbook.name,
      include: [],
      steps,
      notes: [],
    }
  }
  return {
    title: titleOf(playbook.name).title || playbook.id,
    summary: '',
    kind: 'incident',
    severity: severityOf(playbook.severity),
    confidential: true,
    source: sourceOf(playbook),
    introduction: introductionOf(playbook),
    phases: {},
    roles: [],
    include: includes(playbook, known),
    steps,
    notes: notesOf(playbook, known),
  }
}

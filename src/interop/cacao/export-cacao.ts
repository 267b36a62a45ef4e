import type { Playbook, Step } from '../../domain/playbook/playbook.ts'
import { type Phase, phases } from '../../domain/terms/phase.ts'
import { anybody } from '../../domain/terms/roles.ts'
import { extensionId, ourIdentity } from './extension.ts'
import { scoreOf } from './severity-score.ts'
import { stagesOf } from './stages.ts'
import { uuidOf } from './uuid.ts'

// CACAO's words for what a playbook is for (playbook-type-ov).
const typeOf: Record<Phase, string | null> = {
  Prepare: 'prevention',
  Assemble: 'engagement',
  Contain: 'mitigation',
  Investigate: 'investigation',
  Eradicate: 'remediation',
  Recover: 'remediation',
  Communicate: 'notification',
  Learn: null,
}

const agentOf = (role: string | null): string => `group--${uuidOf(`role ${role ?? anybody}`)}`

type Ids = {
  readonly start: string
  readonly end: string
  readonly of: (kind: string, name: string | number) => string
}

const idsFor = (playbook: string): Ids => {
  const of = (kind: string, name: string | number): string => `${kind}--${uuidOf(`${playbook} ${kind} ${name}`)}`
  return { start: of('start', ''), end: of('end', ''), of }
}

const action = ({ title, guidance, ...step }: Step, position: number, next: string) => ({
  type: 'action',
  name: title,
  ...(guidance === '' ? {} : { description: guidance }),
  on_completion: next,
  commands: [{ type: 'manual', command: title }],
  agent: agentOf(step.role),
  step_extensions: {
    [extensionId]: {
      position,
      id: step.id,
      phase: step.phase,
      role: step.role,
      after: step.after,
      gate: step.gate,
      required: step.required,
      within: step.within,
      per_asset: step.perAsset,
    },
  },
})

/**
 * One stage after the other, and in each whatever can be done at the same time, in parallel. That waits for more than
 * our `after` does, which no structure of CACAO can say; ours stands in the extension.
 */
const workflowOf = ({ steps }: Playbook, ids: Ids): Record<string, object> => {
  const stages = stagesOf(steps)
  const idOf = (step: Step): string => ids.of('action', step.id)
  const entry = (i: number): string => {
    const [first, ...others] = stages[i] ?? []
    if (first === undefined) return ids.end
    return others.length === 0 ? idOf(first) : ids.of('parallel', i)
  }
  const stage = (members: readonly Step[], i: number): [string, object][] => {
    const alone = members.length === 1
    const next = alone ? entry(i + 1) : ids.of('end', i)
    const actions = members.map((step): [string, object] => [idOf(step), action(step, steps.indexOf(step), next)])
    if (alone) return actions
    const parallel = { type: 'parallel', next_steps: members.map(idOf), on_completion: entry(i + 1) }
    return [[ids.of('parallel', i), parallel], ...actions, [ids.of('end', i), { type: 'end' }]]
  }
  return {
    [ids.start]: { type: 'start', on_completion: entry(0) },
    ...Object.fromEntries(stages.flatMap(stage)),
    [ids.end]: { type: 'end' },
  }
}

const agentsOf = ({ steps }: Playbook): Record<string, object> =>
  Object.fromEntries(
    [...new Set(steps.map(step => step.role))].map(role => [agentOf(role), { type: 'group', name: role ?? anybody }]),
  )

const extension = {
  type: 'extension-definition',
  name: 'Tocsin checklist',
  description: 'What a checklist on GitHub knows beyond a workflow: gates, deadlines, who, and what waits for what.',
  created_by: ourIdentity,
  schema:
    'A playbook: id, summary, kind, severity, confidential, source, introduction, phases, roles. A step: position, id, phase, role, after, gate, required, within (minutes), per_asset.',
  version: '1.0.0',
}

const aboutOf = ({ id, summary, kind, severity, confidential, source, introduction, phases, roles }: Playbook) => ({
  id,
  summary,
  kind,
  severity,
  confidential,
  source,
  introduction,
  phases,
  roles,
})

const reference = (source: string) => ({
  name: 'Source',
  description: source,
  ...(/^https?:\/\/\S+$/.test(source) ? { url: source } : {}),
})

/** A playbook with all its steps as a CACAO 2.0 playbook. The same playbook and date give the same text. */
export const exportCacao = (playbook: Playbook, date: string): string => {
  const ids = idsFor(playbook.id)
  const used = phases.filter(phase => playbook.steps.some(step => step.phase === phase))
  const types = [...new Set(used.flatMap(phase => typeOf[phase] ?? []))]
  const description = [playbook.summary, playbook.introduction].filter(text => text !== '').join('\n\n')
  const cacao = {
    type: 'playbook',
    spec_version: 'cacao-2.0',
    id: `playbook--${uuidOf(`playbook ${playbook.id}`)}`,
    name: playbook.title,
    ...(description === '' ? {} : { description }),
    ...(types.length === 0 ? {} : { playbook_types: types }),
    created_by: ourIdentity,
    created: date,
    modified: date,
    revoked: false,
    severity: scoreOf(playbook.severity),
    labels: ['tocsin', playbook.kind],
    ...(playbook.source ? { external_references: [reference(playbook.source)] } : {}),
    workflow_start: ids.start,
    workflow: workflowOf(playbook, ids),
    playbook_extensions: { [extensionId]: aboutOf(playbook) },
    agent_definitions: agentsOf(playbook),
    extension_definitions: { [extensionId]: extension },
  }
  return `${JSON.stringify(cacao, null, 2)}\n`
}

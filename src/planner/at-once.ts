import type { Configuration } from '../domain/config/configuration.ts'
import type { Decision } from '../domain/events/event.ts'
import { kindsOf } from '../domain/events/redaction.ts'
import type { Source } from '../domain/events/source.ts'
import { roomIn } from '../domain/incident/step-limit.ts'
import { assetsIn } from '../domain/intake/read-assets.ts'
import type { Declaration } from '../domain/intake/read-form.ts'
import type { Playbook } from '../domain/playbook/playbook.ts'
import { assetId } from '../domain/terms/asset.ts'
import type { Person } from '../domain/terms/person.ts'
import { type Severity, severities } from '../domain/terms/severity.ts'
import { cut } from '../domain/text/escape.ts'
import type { View } from '../domain/view/index-snapshot.ts'
import { stepOfChild, toSetAside } from '../domain/view/queries.ts'
import type { Snapshot } from '../domain/view/snapshot.ts'
import { setAside } from '../messages/notice.ts'
import { secretCutOut } from '../messages/reply.ts'
import { higherCounts } from '../messages/severity.ts'
import { kindOf } from './declared-kind.ts'

/** What is decided at the declaration, and from what it comes. */
export type Sourced = readonly [Decision, Source]

/** A label of ours that says less is taken off, for an incident has one severity: whoever set it is told. */
export const lowerLabels = (
  severity: Severity | null,
  kind: 'incident' | 'readiness',
  view: View,
): readonly Sourced[] => {
  const lower = view.issue.labels.filter(label =>
    severities.some(one => one !== severity && one.toLowerCase() === label.toLowerCase()),
  )
  if (severity === null || kind === 'readiness' || lower.length === 0) return []
  const says = higherCounts(severity, lower)
  return [
    [
      { is: 'answered', command: cut(lower.join(', '), 200), says },
      { of: 'declaration', what: 'severity' },
    ],
  ]
}

/** Sub-issues that are none of ours; ours may be there already while nothing can be recorded. */
export const foreignPages = (view: View): number =>
  view.children.filter(child => stepOfChild(view, child) === null).length

/** What the form named as affected, as far as GitHub has room for the steps; the answer itself is kept whole. */
export const assetsAtOnce = ({ assets }: Declaration, { steps }: Playbook, foreign: number): readonly Sourced[] => {
  const round = steps.filter(step => step.perAsset).length
  const room = roomIn({ steps: steps.filter(step => !step.perAsset) }, foreign)
  const named = assetsIn(assets ?? '')
    .slice(0, mostAtOnce)
    .map(({ name, note }) => ({ id: assetId(name), name, note: cut(note, 3_900) }))
  const told = named.filter(({ id }, index) => id !== null && named.findIndex(one => one.id === id) === index)
  return told.slice(0, round === 0 ? told.length : Math.floor(room / round)).map(({ id, name, note }) => {
    const decision = { is: 'asset-added', asset: id ?? '', name, ...(note === '' ? {} : { note }) } as const
    return [decision, { of: 'declaration', what: 'asset', id: id ?? '' }] as const
  })
}

/** More than this in one report is a list of everything. */
const mostAtOnce = 20

export const rolesAtOnce = (
  roster: Record<string, Person[]>,
  { assignAtDeclaration }: Configuration,
): readonly Sourced[] =>
  assignAtDeclaration.flatMap(role => {
    const who = roster[role] ?? []
    return who.length === 0
      ? []
      : [
          [
            { is: 'role-assigned', role, who },
            { of: 'declaration', what: 'role', id: role },
          ] as const,
        ]
  })

/** Whom the form, or whoever opened the issue, had assigned to it. */
export const respondersAtOnce = (snapshot: Snapshot): readonly Sourced[] => {
  const who = snapshot.issue.assignees.map(({ id, login }) => ({ id, login }))
  return who.length === 0
    ? []
    : [
        [
          { is: 'role-assigned', role: 'responder', who },
          { of: 'declaration', what: 'assignees' },
        ] as const,
      ]
}

/** What was cut out before anybody looked; by the scanner's count, for its mark can be typed. */
export const secretInReport = (view: Snapshot): readonly Sourced[] =>
  view.issue.secrets.length > 0
    ? [
        [
          {
            is: 'secret-removed',
            where: 'report',
            says: secretCutOut({ where: 'report' }, kindsOf(view.issue.secrets), kindOf(view) ?? 'incident'),
          },
          { of: 'declaration', what: 'secret' },
        ],
      ]
    : []

/** What stood in the way of the record, and is renamed with the commit that has these events. */
export const asideAtOnce = (view: View): readonly Sourced[] =>
  toSetAside(view).map(({ name, to }) => [
    { is: 'branch-set-aside', branch: name, to, says: setAside(name, to) },
    { of: 'declaration', what: 'branch', id: name },
  ])

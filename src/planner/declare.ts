import type { Configuration } from '../domain/config/configuration.ts'
import type { Decision, IncidentEvent, Stamp } from '../domain/events/event.ts'
import { incidentId } from '../domain/events/identity.ts'
import { type Source, sourceKey } from '../domain/events/source.ts'
import { codename } from '../domain/incident/codename.ts'
import { drillLabel, incidentLabel, readinessLabel } from '../domain/incident/labels.ts'
import { roomIn } from '../domain/incident/step-limit.ts'
import { playbookLabel } from '../domain/intake/form.ts'
import { assetsIn } from '../domain/intake/read-assets.ts'
import { type Declaration, readForm } from '../domain/intake/read-form.ts'
import type { Playbook } from '../domain/playbook/playbook.ts'
import { snapshotStep } from '../domain/playbook/step-snapshot.ts'
import { assetId } from '../domain/terms/asset.ts'
import type { Person } from '../domain/terms/person.ts'
import { isAtLeast } from '../domain/terms/person.ts'
import { type Severity, severities, severityOfLabel, worse } from '../domain/terms/severity.ts'
import type { Timestamp } from '../domain/terms/timestamp.ts'
import { cut } from '../domain/text/escape.ts'
import { findMarker } from '../domain/text/marker.ts'
import type { View } from '../domain/view/index-snapshot.ts'
import { isOurs } from '../domain/view/ours.ts'
import { stepOfChild, toSetAside } from '../domain/view/queries.ts'
import type { Item, Snapshot } from '../domain/view/snapshot.ts'
import { setAside } from '../messages/notice.ts'
import { secretCutOut } from '../messages/reply.ts'
import { higherCounts } from '../messages/severity.ts'
import { doerOf, stampWith } from './derive-events.ts'

/** What is decided at the declaration, and from what it comes. */
type Sourced = readonly [Decision, Source]

/** An open issue that carries the label of an incident, or of a review, is one: the events that open it. */
export const declare = (view: View, run: string): readonly IncidentEvent[] => {
  const { issue, settings } = view
  const kind = kindOf(view)
  if (kind === null || issue.state !== 'open' || isOfAnother(view)) return []
  const { playbook, asked } = playbookFor(view, kind)
  if (playbook === null) return []
  const form = readForm(issue.body)
  const roster = resolveRoster(view)
  const stamp = stampOf(view, run)
  const { repository } = view
  const events: readonly Sourced[] = [
    [
      {
        is: 'declared',
        id: incidentId(repository.id, issue.id),
        repository: { id: repository.id, name: `${repository.owner}/${repository.name}` },
        ...(kind === 'readiness' ? { kind } : { codename: codename(repository.id, issue.number) }),
        playbook: playbook.id,
        title: playbook.title,
        confidential: playbook.confidential,
        ...(asked === null ? {} : { asked }),
        steps: playbook.steps.map(step => snapshotStep(step, playbook.id)),
        severity: severityAtOnce(form, view) ?? settings.configuration.severity ?? playbook.severity,
        ...(form.unreadSeverity === null ? {} : { unreadSeverity: cut(form.unreadSeverity, 60) }),
        drill: has(view, drillLabel),
        settings: settings.oid,
        roster,
        ...answersOf(form),
      },
      { of: 'page', id: issue.id },
    ],
    ...asideAtOnce(view),
    ...assetsAtOnce(form, playbook, foreignPages(view)),
    ...rolesAtOnce(roster, settings.configuration),
    ...respondersAtOnce(view),
    ...secretInReport(view),
    ...lowerLabels(severityAtOnce(form, view), kind, view),
  ]
  return events.map(([decision, source]) => stampWith({ ...stamp, source: sourceKey(source) }, decision))
}

/** The worst of what the labels say with which the issue was opened, and of what the form says. */
const severityAtOnce = (form: Declaration, view: View): Severity | null =>
  view.issue.labels.map(severityOfLabel).reduce(worse, form.severity ?? form.proposed)

/** A label of ours that says less is taken off, for an incident has one severity: whoever set it is told. */
const lowerLabels = (severity: Severity | null, kind: 'incident' | 'readiness', view: View): readonly Sourced[] => {
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

/** What whoever reported it wrote, answer by answer. */
const answersOf = ({ seen, noticed, assets, impact }: Declaration) =>
  Object.fromEntries(
    Object.entries({ seen, noticed, assets, impact }).flatMap(([question, answer]) =>
      answer === null || answer === '' ? [] : [[question, cut(answer, 3_900)]],
    ),
  )

/**
 * An issue that belongs to an incident already: a step of ours on which somebody put the label, which would open steps of its
 * own, and these theirs; one that took the place of an incident's own; or an incident's own that was transferred away and came
 * back under another number, with what we said there.
 */
export const isOfAnother = (snapshot: Snapshot): boolean => {
  const { author, body, thread, number } = snapshot.issue
  const isOfOurs = isOurs(snapshot, author) && (findMarker(body, 'step') ?? findMarker(body, 'incident')) !== null
  return isOfOurs || thread.some(item => isOurs(snapshot, item.by) && isAboutAnother(item, number))
}

const isAboutAnother = (item: Item, number: number): boolean => {
  if (item.is !== 'comment') return false
  const marker = findMarker(item.body, 'board') ?? findMarker(item.body, 'reply')
  return marker !== null && marker.number !== number
}

/** An issue that was labelled later is an incident from that moment on, so that old talk in it commands nothing. */
const declaredAt = (snapshot: Snapshot): Timestamp => {
  const { issue } = snapshot
  const label = kindOf(snapshot) === 'readiness' ? readinessLabel : incidentLabel
  const labelled = issue.thread.filter(item => item.is === 'labelled' && item.label.toLowerCase() === label)
  return labelled.at(-1)?.at ?? issue.createdAt
}

const stampOf = (view: View, run: string): Omit<Stamp, 'source'> => ({
  v: 1,
  happened: declaredAt(view),
  said: declaredAt(view),
  recorded: view.now,
  by: doerOf(view.issue.author, view),
  writer: { ...view.us, run },
  on: view.issue.number,
  link: view.issue.url,
})

/** What the label makes of it; null: nothing of ours. An incident that is also a review is an incident. */
const kindOf = (snapshot: Snapshot): 'incident' | 'readiness' | null => {
  if (has(snapshot, incidentLabel)) return 'incident'
  return has(snapshot, readinessLabel) ? 'readiness' : null
}

/**
 * The form names its playbook in a label; without one the configured one serves. With one that nobody has, or that is
 * broken or not for this, it serves too, and what was asked for is kept, so that the board can say so.
 */
const playbookFor = (snapshot: Snapshot, kind: Playbook['kind']) => {
  const { playbooks, configuration } = snapshot.settings
  const usable = playbooks.filter(playbook => playbook.kind === kind)
  const labels = snapshot.issue.labels.filter(label => label.toLowerCase().startsWith(playbookLabel('')))
  const named = usable.find(playbook => has(snapshot, playbookLabel(playbook.id)))
  const configured = usable.find(playbook => playbook.id === configuration.playbook)
  const asked = named === undefined ? (labels[0]?.slice(playbookLabel('').length).toLowerCase() ?? null) : null
  return {
    playbook: named ?? configured ?? usable[0] ?? null,
    asked: asked === null || asked.trim() === '' ? null : cut(asked.trim(), 60),
  }
}

/** The roster by people rather than logins: a login can be renamed, and taken by another, while an incident runs. */
const resolveRoster = ({ settings, index }: View): Record<string, Person[]> =>
  Object.fromEntries(
    Object.entries(settings.configuration.roster).map(([role, logins]) => [
      role,
      logins.flatMap(login => {
        const member = index.memberByLogin.get(login.toLowerCase())
        return member !== undefined && isAtLeast(member.role, 'read') ? [{ id: member.id, login: member.login }] : []
      }),
    ]),
  )

/** Sub-issues that are none of ours; ours may be there already while nothing can be recorded. */
const foreignPages = (view: View): number => view.children.filter(child => stepOfChild(view, child) === null).length

/** What the form named as affected, as far as GitHub has room for the steps; the answer itself is kept whole. */
const assetsAtOnce = ({ assets }: Declaration, { steps }: Playbook, foreign: number): readonly Sourced[] => {
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

const rolesAtOnce = (roster: Record<string, Person[]>, { assignAtDeclaration }: Configuration): readonly Sourced[] =>
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
const respondersAtOnce = (snapshot: Snapshot): readonly Sourced[] => {
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
const secretInReport = (view: Snapshot): readonly Sourced[] =>
  view.issue.secrets.length > 0
    ? [
        [
          { is: 'secret-removed', where: 'report', says: secretCutOut('report', kindOf(view) ?? 'incident') },
          { of: 'declaration', what: 'secret' },
        ],
      ]
    : []

/** What stood in the way of the record, and is renamed with the commit that has these events. */
const asideAtOnce = (view: View): readonly Sourced[] =>
  toSetAside(view).map(({ name, to }) => [
    { is: 'branch-set-aside', branch: name, to, says: setAside(name, to) },
    { of: 'declaration', what: 'branch', id: name },
  ])

const has = (snapshot: Snapshot, label: string): boolean =>
  snapshot.issue.labels.some(one => one.toLowerCase() === label.toLowerCase())

import type { IncidentEvent, Stamp } from '../domain/events/event.ts'
import { incidentId } from '../domain/events/identity.ts'
import { sourceKey } from '../domain/events/source.ts'
import { codename } from '../domain/incident/codename.ts'
import { type Declaration, readForm } from '../domain/intake/read-form.ts'
import { snapshotStep } from '../domain/playbook/step-snapshot.ts'
import { isAtLeast, type Person } from '../domain/terms/person.ts'
import { type Severity, severityOfLabel, worse } from '../domain/terms/severity.ts'
import { cut } from '../domain/text/escape.ts'
import type { View } from '../domain/view/index-snapshot.ts'
import {
  asideAtOnce,
  assetsAtOnce,
  foreignPages,
  lowerLabels,
  respondersAtOnce,
  rolesAtOnce,
  type Sourced,
  secretInReport,
} from './at-once.ts'
import { declaredAt, isDrill, isOfAnother, kindOf, playbookFor } from './declared-kind.ts'
import { doerOf, stampWith } from './derive-events.ts'

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
        drill: isDrill(view),
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

/** What whoever reported it wrote, answer by answer. */
const answersOf = ({ seen, noticed, assets, impact }: Declaration) =>
  Object.fromEntries(
    Object.entries({ seen, noticed, assets, impact }).flatMap(([question, answer]) =>
      answer === null || answer === '' ? [] : [[question, cut(answer, 3_900)]],
    ),
  )

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

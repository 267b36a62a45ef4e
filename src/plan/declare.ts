import { codename } from '../incident/codename.ts'
import type { Decision, Fact, Stamp } from '../incident/fact.ts'
import { playbookLabel } from '../incident/form.ts'
import { memberOf } from '../incident/known.ts'
import { findMarker } from '../incident/marker.ts'
import { cut } from '../incident/neutral.ts'
import type { Person } from '../incident/person.ts'
import { isAtLeast } from '../incident/person.ts'
import type { Playbook } from '../incident/playbook.ts'
import { type Declaration, readForm } from '../incident/read-form.ts'
import type { Moment, Snapshot } from '../incident/snapshot.ts'
import { drillLabel, incidentLabel, isOurs } from '../incident/view.ts'
import { secretCutOut } from '../words/reply.ts'
import { doerOf, stampWith, type Terms } from './record.ts'

/** An open issue that carries the label of an incident is one: the facts that open it. */
export const declare = (snapshot: Snapshot, terms: Terms): readonly Fact[] => {
  const { issue } = snapshot
  if (!has(snapshot, incidentLabel) || issue.state !== 'open' || isStep(snapshot, terms)) return []
  const playbook = playbookFor(snapshot, terms)
  if (playbook === null) return []
  const form = readForm(issue.body)
  const roster = resolveRoster(snapshot, terms)
  const stamp = stampOf(snapshot, terms)
  const facts: (readonly [Decision, string])[] = [
    [
      {
        is: 'declared',
        playbook: playbook.id,
        severity: form.severity ?? form.proposed ?? terms.configuration.severity ?? playbook.severity,
        codename: codename(snapshot.repository.id, issue.number),
        drill: has(snapshot, drillLabel),
        settings: snapshot.settings.oid,
        roster,
        ...answersOf(form),
      },
      issue.id,
    ],
    ...rolesAtOnce(roster, terms),
    ...respondersAtOnce(snapshot),
    ...secretInReport(snapshot),
  ]
  return facts.map(([decision, source]) => stampWith({ ...stamp, source }, decision))
}

/** What whoever reported it wrote, answer by answer. */
const answersOf = ({ seen, noticed, assets, impact }: Declaration) =>
  Object.fromEntries(
    Object.entries({ seen, noticed, assets, impact }).flatMap(([question, answer]) =>
      answer === null || answer === '' ? [] : [[question, cut(answer, 3_900)]],
    ),
  )

/** A step of ours on which somebody put the label: it would open steps of its own, and these theirs. */
const isStep = (snapshot: Snapshot, terms: Terms): boolean =>
  isOurs(snapshot, terms.ours, snapshot.issue.author) && findMarker(snapshot.issue.body, 'step') !== null

/** An issue that was labelled later is an incident from that moment on, so that old talk in it commands nothing. */
const declaredAt = (snapshot: Snapshot): Moment => {
  const { issue } = snapshot
  const labelled = issue.thread.filter(item => item.is === 'labelled' && item.label.toLowerCase() === incidentLabel)
  return labelled.at(-1)?.at ?? issue.createdAt
}

const stampOf = (snapshot: Snapshot, terms: Terms): Omit<Stamp, 'source'> => ({
  v: 1,
  happened: declaredAt(snapshot),
  said: declaredAt(snapshot),
  recorded: snapshot.now,
  by: doerOf(snapshot.issue.author, snapshot),
  writer: { ...snapshot.us, run: terms.run },
  on: snapshot.issue.number,
  link: snapshot.issue.url,
})

/** The form names its playbook in a label; without one, or with one that nobody has, the configured one serves. */
const playbookFor = (snapshot: Snapshot, terms: Terms): Playbook | null => {
  const named = terms.playbooks.find(playbook => has(snapshot, playbookLabel(playbook.id)))
  const configured = terms.playbooks.find(playbook => playbook.id === terms.configuration.playbook)
  return named ?? configured ?? terms.playbooks[0] ?? null
}

/** The roster by people rather than logins: a login can be renamed, and taken by another, while an incident runs. */
const resolveRoster = (snapshot: Snapshot, terms: Terms): Record<string, Person[]> =>
  Object.fromEntries(
    Object.entries(terms.configuration.roster).map(([role, logins]) => [
      role,
      logins.flatMap(login => {
        const member = memberOf(snapshot, login)
        return member !== null && isAtLeast(member.role, 'read') ? [{ id: member.id, login: member.login }] : []
      }),
    ]),
  )

const rolesAtOnce = (roster: Record<string, Person[]>, terms: Terms): readonly (readonly [Decision, string])[] =>
  terms.configuration.assignAtDeclaration.flatMap(role => {
    const who = roster[role] ?? []
    return who.length === 0 ? [] : [[{ is: 'role-assigned', role, who }, `declaration:role:${role}`] as const]
  })

/** Whom the form, or whoever opened the issue, had assigned to it. */
const respondersAtOnce = (snapshot: Snapshot): readonly (readonly [Decision, string])[] => {
  const who = snapshot.issue.assignees.map(({ id, login }) => ({ id, login }))
  return who.length === 0 ? [] : [[{ is: 'role-assigned', role: 'responder', who }, 'declaration:assignees'] as const]
}

/** What was cut out before anybody looked; by the scanner's count, for its mark can be typed. */
const secretInReport = ({ issue }: Snapshot): readonly (readonly [Decision, string])[] =>
  issue.secrets > 0
    ? [[{ is: 'answered', command: 'a secret', says: secretCutOut('report') }, 'declaration:secret']]
    : []

const has = (snapshot: Snapshot, label: string): boolean =>
  snapshot.issue.labels.some(one => one.toLowerCase() === label.toLowerCase())

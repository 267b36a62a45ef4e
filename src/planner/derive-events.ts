import { obey } from '../commands/parse/obey.ts'
import type { Configuration } from '../domain/config/configuration.ts'
import type { Decision, IncidentEvent, Stamp } from '../domain/events/event.ts'
import { sourceKey } from '../domain/events/source.ts'
import type { Known } from '../domain/incident/command-context.ts'
import type { Incident } from '../domain/incident/incident.ts'
import { incidentLabel, readinessLabel, stepLabel } from '../domain/incident/labels.ts'
import type { Doer } from '../domain/incident/permissions.ts'
import { applyEvent } from '../domain/incident/reduce.ts'
import type { Playbook } from '../domain/playbook/playbook.ts'
import type { Actor } from '../domain/terms/person.ts'
import { severities } from '../domain/terms/severity.ts'
import type { Timestamp } from '../domain/terms/timestamp.ts'
import { isOurs, stepOfChild } from '../domain/view/queries.ts'
import type { Item, Snapshot } from '../domain/view/snapshot.ts'
import { notice } from '../manual-changes/index.ts'
import { secretCutOut } from '../messages/reply.ts'

/** Something said or done on a page, with where. */
type Source = { readonly item: Item; readonly on: number; readonly step: string | null; readonly said: Timestamp }

/** What binds a decision beside the incident. */
export type Terms = {
  readonly configuration: Configuration
  readonly playbooks: readonly Playbook[]
  readonly ours: readonly number[]
  readonly run: string
}

/** Step 5 of the protocol: the events that follow from everything read and not yet in the ledger, in the order it was said. */
export const record = (incident: Incident, snapshot: Snapshot, terms: Terms): readonly IncidentEvent[] => {
  const handled = new Set(incident.events.map(event => event.source))
  const events: IncidentEvent[] = []
  let now: Incident | null = incident
  for (const source of sources(snapshot, terms.ours)) {
    if (handled.has(source.item.id) || now === null) continue
    // what was there before the incident was declared belongs to its declaration
    if (Date.parse(source.said) < Date.parse(incident.declaredAt)) continue
    const added = weigh(now, source, snapshot, terms)
    events.push(...added)
    now = added.reduce<Incident | null>((so, event) => applyEvent(so, event, terms.playbooks), now)
  }
  return events
}

/**
 * Everything on the pages of the incident that somebody other than us said or did, oldest first. Moments have whole seconds:
 * within one a page's own order holds, for "Close with comment" is a comment and then a close. Ids tell nothing of it.
 */
const sources = (snapshot: Snapshot, ours: readonly number[]): readonly Source[] => {
  const { issue, children } = snapshot
  const own = issue.thread.map(item => ({ item, on: issue.number, step: null }))
  const steps = children.flatMap(child => {
    const step = stepOfChild(snapshot, ours, child)
    return step === null ? [] : child.thread.map(item => ({ item, on: child.number, step }))
  })
  return [...own, ...steps]
    .filter(({ item }) => !isOurs(snapshot, ours, item.by))
    .map(source => ({ ...source, said: saidAt(source.item) }))
    .toSorted((a, b) => Date.parse(a.said) - Date.parse(b.said) || a.on - b.on)
}

/** A comment that its own author edited before it was read counts as said when it was edited. */
const saidAt = (item: Item): Timestamp =>
  item.is === 'comment' && item.editedAt !== null && item.editor?.id === item.by?.id ? item.editedAt : item.at

const weigh = (incident: Incident, source: Source, snapshot: Snapshot, terms: Terms): readonly IncidentEvent[] => {
  const { item, step, said } = source
  const doer = doerOf(item.by, snapshot)
  const known: Known = {
    members: snapshot.members,
    timezone: terms.configuration.timezone,
    said,
    step,
    pages: pagesOf(snapshot, terms),
    playbooks: terms.playbooks,
    otherPages: otherPages(incident, snapshot, terms),
  }
  const stamped = (decision: Decision): IncidentEvent => stampWith(stampOf(source, doer, snapshot, terms), decision)
  if (item.is === 'comment') {
    if (item.by?.kind === 'bot') return []
    const comment = { body: item.body, byEmail: item.byEmail, edited: editedBy(item) }
    const events = obey(incident, comment, doer, known, stamped)
    if (events.length === 0 || item.secrets === 0) return events
    return [...events, stamped({ is: 'secret-removed', where: 'comment', says: secretCutOut('comment') })]
  }
  if (belongsToDeclaration(item, snapshot)) return []
  const events = notice(incident, item, { step, ours: [snapshot.us.id, ...terms.ours] }, doer, stamped)
  // weighed once: seen again after the incident has moved on, the same permission could mean something else
  return events.length === 0 && matters(item, step) ? [stamped({ is: 'noticed', manualChange: item.is })] : events
}

/** The steps by the numbers of their pages, so that people may say `#5` as the board does. */
const pagesOf = (snapshot: Snapshot, { ours }: Terms): Readonly<Record<string, string>> =>
  Object.fromEntries(
    snapshot.children.flatMap(child => {
      const step = stepOfChild(snapshot, ours, child)
      return step === null ? [] : [[String(child.number), step]]
    }),
  )

const otherPages = (incident: Incident, snapshot: Snapshot, { ours }: Terms): number => {
  const ids = new Set(incident.steps.map(step => step.id))
  const shown = snapshot.children.flatMap(child => stepOfChild(snapshot, ours, child) ?? [])
  return snapshot.children.length - new Set(shown.filter(id => ids.has(id))).size
}

/** What whoever opened the issue set while opening it. */
const belongsToDeclaration = (item: Item, { issue }: Snapshot): boolean =>
  item.by !== null && item.by.id === issue.author?.id && Date.parse(item.at) - Date.parse(issue.createdAt) <= 2_000

/** A permission whose meaning depends on how the incident stands. */
const matters = (item: Item, step: string | null): boolean => {
  switch (item.is) {
    case 'comment':
      return false
    case 'labelled':
    case 'unlabelled':
      return step === null
        ? [incidentLabel, readinessLabel, ...severities].some(label => isLabel(label, item))
        : item.is === 'unlabelled' && isLabel(stepLabel, item)
    case 'assigned':
    case 'unassigned':
    case 'closed':
    case 'reopened':
      return true
  }
}

const isLabel = (name: string, { label }: { readonly label: string }): boolean =>
  name.toLowerCase() === label.toLowerCase()

const editedBy = (item: Extract<Item, { is: 'comment' }>): 'no' | 'by-author' | 'by-other' => {
  if (item.editedAt === null) return 'no'
  return item.editor !== null && item.editor.id === item.by?.id ? 'by-author' : 'by-other'
}

/** Somebody who is not known to the repository at this moment may do nothing in it. */
export const doerOf = (actor: Actor | null, snapshot: Snapshot): Doer | null => {
  if (actor === null) return null
  const member = snapshot.members.find(one => one.id === actor.id)
  return { id: actor.id, login: actor.login, role: member?.role ?? 'none' }
}

const stampOf = (source: Source, doer: Doer | null, snapshot: Snapshot, terms: Terms): Stamp => {
  const { item, on, said } = source
  const flags = item.is === 'comment' ? flagsOf(item) : []
  return {
    v: 1,
    happened: said,
    said,
    recorded: snapshot.now,
    by: doer,
    writer: { ...snapshot.us, run: terms.run },
    source: sourceKey({ of: 'page', id: item.id }),
    on,
    link: item.url,
    ...(flags.length === 0 ? {} : { flags }),
  }
}

const flagsOf = (item: Extract<Item, { is: 'comment' }>): NonNullable<Stamp['flags']> => [
  ...(editedBy(item) === 'by-author' ? (['edited'] as const) : []),
  ...(item.secrets > 0 ? (['redacted'] as const) : []),
  ...(item.byEmail ? (['by-email'] as const) : []),
]

/** The stamp is laid over what was decided, never the other way; only when it happened may the decision say. */
export const stampWith = (stamp: Stamp, decision: Decision): IncidentEvent =>
  ({ ...decision, ...stamp, happened: decision.happened ?? stamp.happened }) as IncidentEvent

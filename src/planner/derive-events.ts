import { obey } from '../commands/parse/obey.ts'
import type { Decision, IncidentEvent, Stamp } from '../domain/events/event.ts'
import { kindsOf } from '../domain/events/redaction.ts'
import { sourceKey } from '../domain/events/source.ts'
import type { CommandContext, KnownComment } from '../domain/incident/command-context.ts'
import type { Incident } from '../domain/incident/incident.ts'
import { incidentLabel, readinessLabel, stepLabel } from '../domain/incident/labels.ts'
import type { Doer } from '../domain/incident/permissions.ts'
import { applyEvents } from '../domain/incident/reduce.ts'
import type { Actor } from '../domain/terms/person.ts'
import { severities } from '../domain/terms/severity.ts'
import type { Timestamp } from '../domain/terms/timestamp.ts'
import type { View } from '../domain/view/index-snapshot.ts'
import { isOurs } from '../domain/view/ours.ts'
import { childOf, stepOfChild } from '../domain/view/queries.ts'
import type { Item, LostPage, Snapshot } from '../domain/view/snapshot.ts'
import { eventsOfManualChange } from '../manual-changes/index.ts'
import { removed } from '../manual-changes/removed.ts'
import { secretCutOut } from '../messages/reply.ts'
import { isRemoval, removalOf } from './removals.ts'

/** Something said or done on a page, with where. */
type Source = {
  readonly item: Item | LostPage
  readonly on: number
  readonly step: string | null
  readonly said: Timestamp
}

/** Step 5 of the protocol: the events that follow from everything read and not yet in the ledger, in the order it was said. */
export const deriveEvents = (incident: Incident, view: View, run: string): readonly IncidentEvent[] => {
  const handled = new Set(incident.events.map(event => event.source))
  const events: IncidentEvent[] = []
  let now: Incident | null = incident
  for (const source of sources(view)) {
    if (handled.has(source.item.id) || now === null) continue
    // what was there before the incident was declared belongs to its declaration
    if (Date.parse(source.said) < Date.parse(incident.declaredAt)) continue
    const added = weigh(now, source, view, run)
    events.push(...added)
    if (added.length > 0) now = applyEvents(now, added, view.settings.playbooks)
  }
  return events
}

/**
 * Everything on the pages of the incident that somebody other than us said or did, oldest first. Moments have whole seconds:
 * within one a page's own order holds, for "Close with comment" is a comment and then a close. Ids tell nothing of it.
 */
const sources = (view: View): readonly Source[] => {
  const { issue, children } = view
  const own = issue.thread.map(item => ({ item, on: issue.number, step: null }))
  const steps = children.flatMap(child => {
    const step = stepOfChild(view, child)
    return step === null ? [] : child.thread.map(item => ({ item, on: child.number, step }))
  })
  const lost = view.lost.map(item => ({ item, on: issue.number, step: null }))
  return [...own, ...steps, ...lost]
    .filter(({ item }) => !isOurs(view, item.by))
    .map(source => ({ ...source, said: saidAt(source.item) }))
    .toSorted((a, b) => Date.parse(a.said) - Date.parse(b.said) || a.on - b.on)
}

/** A comment that its own author edited before it was read counts as said when it was edited. */
const saidAt = (item: Item | LostPage): Timestamp =>
  item.is === 'comment' && item.editedAt !== null && item.editor?.id === item.by?.id ? item.editedAt : item.at

const weigh = (incident: Incident, source: Source, view: View, run: string): readonly IncidentEvent[] => {
  const { item, step, said } = source
  const { configuration, playbooks } = view.settings
  const doer = doerOf(item.by, view)
  const known: CommandContext = {
    members: view.members,
    timezone: configuration.timezone,
    said,
    step,
    pages: stepsByPage(view),
    playbooks,
    otherPages: otherPages(incident, view),
    comments: commentsIn(view),
    legalHold: view.today.legalHold,
    isAway: view.away,
  }
  const stamped = (decision: Decision): IncidentEvent => stampWith(stampOf(source, doer, view, run), decision)
  if (item.is === 'comment') {
    if (item.by?.kind === 'bot') return []
    const comment = { body: item.body, byEmail: item.byEmail, edited: editedBy(item) }
    const events = obey(incident, comment, doer, known, stamped)
    if (item.secrets.length === 0) return events
    // talk is told of it too: what is recorded of it is that, and nothing of what was said
    return [...events, stamped(secretIn(item, incident))]
  }
  if (isRemoval(item)) return removal(incident, item, source.on, view).map(stamped)
  if (belongsToDeclaration(item, view)) return []
  const events = eventsOfManualChange(incident, item, step, doer, stamped)
  // weighed once: seen again after the incident has moved on, the same change could mean something else
  if (events.length > 0 || !matters(item, step)) return events
  return [stamped({ is: 'noticed', manualChange: item.is, ...(step === null ? {} : { step }) })]
}

const secretIn = (item: Extract<Item, { is: 'comment' }>, { kind }: Incident): Decision => ({
  is: 'secret-removed',
  where: 'comment',
  says: secretCutOut({ where: 'comment', at: item.url }, kindsOf(item.secrets), kind),
  kinds: kindsOf(item.secrets),
  digest: item.digest,
  written: item.at,
})

/** The comments that people wrote, as far as they were read, on all pages of the incident. */
const commentsIn = (view: View): readonly KnownComment[] =>
  [view.issue, ...view.children].flatMap(({ number, thread }) =>
    thread.flatMap(item =>
      item.is !== 'comment' || isOurs(view, item.by)
        ? []
        : [
            {
              comment: item.id,
              page: number,
              at: item.url,
              author: item.by === null ? null : { id: item.by.id, login: item.by.login },
              written: item.at,
              kinds: kindsOf(item.secrets),
              digest: item.digest,
            },
          ],
    ),
  )

/** Something of ours was taken away: said as often as it is made again. */
const removal = (
  incident: Incident,
  item: Parameters<typeof removalOf>[1],
  on: number,
  view: View,
): readonly Decision[] => {
  const found = removalOf(incident, item, on, view)
  if (found === null) return []
  const { manualChange, step } = found.what
  const said = found.missed ? removed(incident, found.what, item.by) : []
  return said.length > 0 ? said : [{ is: 'noticed', manualChange, ...(step === null ? {} : { step: step.id }) }]
}

/** The steps by the numbers of their pages, so that people may say `#5` as the board does. */
const stepsByPage = (view: View): Readonly<Record<string, string>> =>
  Object.fromEntries(
    view.children.flatMap(child => {
      const step = stepOfChild(view, child)
      return step === null ? [] : [[String(child.number), step]]
    }),
  )

const otherPages = (incident: Incident, view: View): number =>
  view.children.length - incident.steps.filter(step => childOf(view, step.id) !== null).length

/** What whoever opened the issue set while opening it. */
const belongsToDeclaration = (item: Item, { issue }: Snapshot): boolean =>
  item.by !== null && item.by.id === issue.author?.id && Date.parse(item.at) - Date.parse(issue.createdAt) <= 2_000

/** A manual change whose meaning depends on how the incident stands. */
const matters = (item: Item, step: string | null): boolean => {
  switch (item.is) {
    case 'comment':
    case 'unlinked':
    case 'comment-deleted':
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
export const doerOf = (actor: Actor | null, { index }: View): Doer | null => {
  if (actor === null) return null
  const member = index.memberById.get(actor.id)
  return { id: actor.id, login: actor.login, role: member?.role ?? 'none' }
}

const stampOf = (source: Source, doer: Doer | null, view: View, run: string): Stamp => {
  const { item, on, said } = source
  const flags = item.is === 'comment' ? flagsOf(item) : []
  return {
    v: 1,
    happened: said,
    said,
    recorded: view.now,
    by: doer,
    writer: { ...view.us, run },
    source: sourceKey({ of: 'page', id: item.id }),
    on,
    link: item.url,
    ...(flags.length === 0 ? {} : { flags }),
  }
}

const flagsOf = (item: Extract<Item, { is: 'comment' }>): NonNullable<Stamp['flags']> => [
  ...(editedBy(item) === 'by-author' ? (['edited'] as const) : []),
  ...(item.secrets.length > 0 ? (['redacted'] as const) : []),
  ...(item.byEmail ? (['by-email'] as const) : []),
]

/** The stamp is laid over what was decided, never the other way; only when it happened may the decision say. */
export const stampWith = (stamp: Stamp, decision: Decision): IncidentEvent => ({
  ...decision,
  ...stamp,
  happened: decision.happened ?? stamp.happened,
})

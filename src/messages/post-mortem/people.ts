import { byKind, type IncidentEvent } from '../../domain/events/event.ts'
import { allNamed, named } from '../../domain/events/phrases.ts'
import type { Incident } from '../../domain/incident/incident.ts'
import { includes, isSame, type Person } from '../../domain/terms/person.ts'
import { minuteOf, type Timestamp } from '../../domain/terms/timestamp.ts'
import { row, whatFits } from './phrases.ts'

/** Who held a role, from when until when; null: to the end. */
type Tenure = {
  readonly role: string
  readonly who: Person
  readonly from: Timestamp
  readonly until: Timestamp | null
}

/** Every role that somebody held, in the order in which they took it, and who else did something. */
export const people = (incident: Incident): string => {
  const held = incident.events.reduce<readonly Tenure[]>((held, event) => further(event, held), [])
  const others = doers(incident.events).filter(
    one =>
      !includes(
        held.map(tenure => tenure.who),
        one,
      ),
  )
  const also = others.length === 0 ? '' : `\n\nAlso involved: ${allNamed(others)}.`
  if (held.length === 0) return `Nobody held a role.${also}`
  const rows = held.map(({ role, who, from, until }) =>
    row(role, named(who), minuteOf(from), until === null ? 'end of incident' : minuteOf(until)),
  )
  return `| Role | Who | From (UTC) | Until (UTC) |\n|---|---|---|---|\n${whatFits(rows, 20_000, left => row('', left, '', '')).join('\n')}${also}`
}

const commander = 'incident-commander'
const acting = 'incident-commander (acting)'
const commandRoles: readonly string[] = [commander, acting]

const nobody = (_: IncidentEvent, held: readonly Tenure[]): readonly Tenure[] => held

/** Who holds a role once this event has happened too. */
const further = byKind<readonly Tenure[], readonly Tenure[]>({
  declared: nobody,
  'branch-set-aside': nobody,
  'commander-set': (event, held) =>
    taken(held, commandRoles, event.acting ? acting : commander, [event.who], event.said),
  confirmed: nobody,
  cancelled: nobody,
  'severity-set': nobody,
  'status-set': nobody,
  'timeline-noted': nobody,
  // Who is named for a role takes the place of those who had it.
  'role-assigned': (event, held) => taken(held, [event.role], event.role, event.who, event.said),
  'role-unassigned': ({ role, who, said }, held) =>
    held.map(one => (one.role === role && includes(who, one.who) ? { ...one, until: one.until ?? said } : one)),
  'step-assigned': nobody,
  'step-unassigned': nobody,
  'step-done': nobody,
  'step-reopened': nobody,
  'step-skipped': nobody,
  'playbook-added': nobody,
  'step-added': nobody,
  'asset-added': nobody,
  exposed: nobody,
  'review-due': nobody,
  'insider-ruled-out': nobody,
  'external-approved': nobody,
  closed: nobody,
  reopened: nobody,
  refused: nobody,
  answered: nobody,
  'secret-removed': nobody,
  'redaction-asked': nobody,
  'comment-redacted': nobody,
  'comment-deleted': nobody,
  'deletion-refused': nobody,
  noticed: nobody,
  'manual-change-left': nobody,
  'manual-change-questioned': nobody,
  reverted: nobody,
  'pull-request-refused': nobody,
  'issue-moved': nobody,
  'continuation-asked': nobody,
  'record-restored': nobody,
  'branch-refused': nobody,
  'issue-replaced': nobody,
})

const taken = (
  held: readonly Tenure[],
  from: readonly string[],
  role: string,
  who: readonly Person[],
  at: Timestamp,
): readonly Tenure[] => {
  const stays = (one: Tenure): boolean => one.until === null && one.role === role && includes(who, one.who)
  const staying = held.filter(stays).map(one => one.who)
  return [
    ...held.map(one => (one.until === null && from.includes(one.role) && !stays(one) ? { ...one, until: at } : one)),
    ...who.filter(one => !includes(staying, one)).map(one => ({ role, who: one, from: at, until: null })),
  ]
}

/** Everybody whose word or manual change is on record, once. */
const doers = (events: readonly IncidentEvent[]): readonly Person[] =>
  events
    .flatMap(event => (event.by === null ? [] : [event.by]))
    .filter((one, index, all) => all.findIndex(other => isSame(other, one)) === index)

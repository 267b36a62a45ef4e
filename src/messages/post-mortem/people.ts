import type { Fact } from '../../domain/events/event.ts'
import type { Incident } from '../../domain/incident/incident.ts'
import { includes, isSame, type Person } from '../../domain/terms/person.ts'
import type { Moment } from '../../domain/terms/timestamp.ts'
import { allNamed, minuteOf, named, row, whatFits } from './phrases.ts'

/** Who held a role, from when until when; null: to the end. */
type Tenure = { readonly role: string; readonly who: Person; readonly from: Moment; readonly until: Moment | null }

/** Every role that somebody held, in the order in which they took it, and who else did something. */
export const people = (incident: Incident): string => {
  const held = incident.facts.reduce(further, [])
  const others = doers(incident.facts).filter(
    one =>
      !includes(
        held.map(tenure => tenure.who),
        one,
      ),
  )
  const also = others.length === 0 ? '' : `\n\nAlso took part: ${allNamed(others)}.`
  if (held.length === 0) return `Nobody held a role.${also}`
  const rows = held.map(({ role, who, from, until }) =>
    row(role, named(who), minuteOf(from), until === null ? 'the end' : minuteOf(until)),
  )
  return `| Role | Who | From (UTC) | Until (UTC) |\n|---|---|---|---|\n${whatFits(rows, 20_000, left => row('', left, '', '')).join('\n')}${also}`
}

const further = (held: readonly Tenure[], fact: Fact): readonly Tenure[] => {
  switch (fact.is) {
    case 'commander-set':
      return taken(held, commandRoles, fact.acting ? acting : commander, [fact.who], fact.said)
    // Who is named for a role takes the place of those who had it.
    case 'role-assigned':
      return taken(held, [fact.role], fact.role, fact.who, fact.said)
    case 'role-unassigned':
      return held.map(one =>
        one.role === fact.role && includes(fact.who, one.who) ? { ...one, until: one.until ?? fact.said } : one,
      )
    default:
      return held
  }
}

const commander = 'incident-commander'
const acting = 'incident-commander (acting)'
const commandRoles: readonly string[] = [commander, acting]

const taken = (
  held: readonly Tenure[],
  from: readonly string[],
  role: string,
  who: readonly Person[],
  at: Moment,
): readonly Tenure[] => {
  const stays = (one: Tenure): boolean => one.until === null && one.role === role && includes(who, one.who)
  const staying = held.filter(stays).map(one => one.who)
  return [
    ...held.map(one => (one.until === null && from.includes(one.role) && !stays(one) ? { ...one, until: at } : one)),
    ...who.filter(one => !includes(staying, one)).map(one => ({ role, who: one, from: at, until: null })),
  ]
}

/** Everybody whose word or deed is on record, once. */
const doers = (facts: readonly Fact[]): readonly Person[] =>
  facts
    .flatMap(fact => (fact.by === null ? [] : [fact.by]))
    .filter((one, index, all) => all.findIndex(other => isSame(other, one)) === index)

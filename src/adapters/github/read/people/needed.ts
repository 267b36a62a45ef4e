import { type IncidentEvent, namesIn } from '../../../../domain/events/event.ts'
import type { Item } from '../../../../domain/view/snapshot.ts'

/** Logins that matter now: whose word is weighed (`doers`), and who is only named somewhere. */
export type Needed = { readonly doers: readonly string[]; readonly named: readonly string[] }

/** Whoever spoke or acted in what is not yet in the ledger, and whoever it names. */
export const neededFor = (
  items: readonly Item[],
  events: readonly IncidentEvent[],
  logins: readonly string[],
): Needed => {
  const comments = items.filter(item => item.is === 'comment')
  const doers = [...items.map(item => item.by), ...comments.map(comment => comment.editor)]
    .filter(actor => actor?.kind === 'user')
    .flatMap(actor => actor?.login ?? [])
  const mentioned = comments.flatMap(comment => mentionsIn(comment.body))
  // Until it is declared, the roster is yet to be resolved to people, whose roles count then.
  return {
    doers: [...doers, ...mentioned, ...(events.length === 0 ? logins : [])],
    named: [...logins, ...events.flatMap(namesIn).map(person => person.login)],
  }
}

const mentionsIn = (body: string): readonly string[] =>
  [...body.matchAll(/@([a-z0-9][a-z0-9_-]{0,38})/gi)].slice(0, 30).flatMap(match => match[1] ?? [])

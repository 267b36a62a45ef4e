import { isNotified } from '../domain/events/event.ts'
import { pagesOf } from '../domain/view/index-snapshot.ts'
import { eventsOf } from '../domain/view/queries.ts'
import type { Operation } from '../operations/operation.ts'
import type { Rule } from './rule.ts'

/** An accepted command wears our reaction. It is decoration: nothing is ever read from it. */
export const acknowledgements: Rule = (_incident, view) => {
  const events = eventsOf(view)
  const notified = new Set(events.filter(isNotified).map(event => event.source))
  const accepted = new Set(events.map(event => event.source).filter(source => !notified.has(source)))
  return pagesOf(view).flatMap(({ id, number, thread, locked }) =>
    thread
      .filter(item => item.is === 'comment' && accepted.has(item.id) && !item.acknowledged && !locked)
      .map((item): Operation => ({ do: 'acknowledge', on: { id, number }, comment: item.id })),
  )
}

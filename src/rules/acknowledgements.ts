import { isTold } from '../domain/events/event.ts'
import { eventsOf, pages } from '../domain/view/queries.ts'
import type { Operation } from '../operations/operation.ts'
import type { Rule } from './rule.ts'

/** An accepted command wears our reaction. It is decoration: nothing is ever read from it. */
export const acknowledgements: Rule = (_incident, snapshot) => {
  const events = eventsOf(snapshot)
  const told = new Set(events.filter(isTold).map(event => event.source))
  const accepted = new Set(events.map(event => event.source).filter(source => !told.has(source)))
  return pages(snapshot).flatMap(({ id, number, thread, locked }) =>
    thread
      .filter(item => item.is === 'comment' && accepted.has(item.id) && !item.acknowledged && !locked)
      .map((item): Operation => ({ do: 'acknowledge', on: { id, number }, comment: item.id })),
  )
}

import { factsOf, pages } from '../domain/view/queries.ts'
import type { Operation } from '../operations/operation.ts'
import { isTold } from './replies.ts'
import type { Rule } from './rule.ts'

/** An accepted command wears our reaction. It is decoration: nothing is ever read from it. */
export const acknowledgements: Rule = (_incident, snapshot) => {
  const facts = factsOf(snapshot)
  const told = new Set(facts.filter(isTold).map(fact => fact.source))
  const accepted = new Set(facts.map(fact => fact.source).filter(source => !told.has(source)))
  return pages(snapshot).flatMap(({ id, number, thread, locked }) =>
    thread
      .filter(item => item.is === 'comment' && accepted.has(item.id) && !item.acknowledged && !locked)
      .map((item): Operation => ({ do: 'acknowledge', on: { id, number }, comment: item.id })),
  )
}

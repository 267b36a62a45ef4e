import type { Fact } from '../domain/events/event.ts'
import { cut } from '../domain/text/escape.ts'
import { writeMarker } from '../domain/text/marker.ts'
import { factsOf, pageOf, repliesIn } from '../domain/view/queries.ts'
import type { Snapshot } from '../domain/view/snapshot.ts'
import { reply } from '../messages/reply.ts'
import type { Operation } from '../operations/operation.ts'
import type { Rule } from './rule.ts'

/** Facts that somebody is told about: one reply for each comment or deed. */
export const isTold = (fact: Fact): boolean => fact.is === 'refused' || fact.is === 'answered' || fact.is === 'put-back'

/**
 * A refusal has its reply. It is looked for only where the read can show it: `looked` are the refusals that were
 * recorded just now, or said at or after the watermark.
 */
export const replies =
  (ours: readonly number[], looked: (fact: Fact, line: number) => boolean): Rule =>
  (_incident, snapshot) => {
    const facts = factsOf(snapshot)
    const owed = facts.filter((fact, index) => isTold(fact) && looked(fact, index + 1))
    const said = repliesIn(snapshot, ours)
    return [...new Set(owed.map(fact => fact.source))]
      .filter(source => !said.has(source))
      .flatMap(source => answer(snapshot, facts, source))
  }

const answer = (snapshot: Snapshot, facts: readonly Fact[], source: string): readonly Operation[] => {
  const told = facts.filter(fact => isTold(fact) && fact.source === source)
  const page = pageOf(snapshot, told[0] ?? {})
  // On a page that was taken away it was said or is of no use. On a locked one GitHub takes no comment of an app's: it is
  // said once the page is unlocked.
  if (page === null || page.locked) return []
  const marker = writeMarker({ kind: 'reply', incident: snapshot.issue.id, number: snapshot.issue.number, key: source })
  const cause = facts.findIndex(fact => isTold(fact) && fact.source === source) + 1
  const text = reply(told, told[0]?.by ?? null, told.length < facts.filter(fact => fact.source === source).length)
  // GitHub takes 65,536 characters: twenty long answers are more
  const body = `${cut(text, 64_000)}\n\n${marker}`
  return [{ do: 'reply', cause, on: { id: page.id, number: page.number }, key: source, body }]
}

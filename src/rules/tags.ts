import { tagOf } from '../domain/events/location.ts'
import { holdingOf, lineOfEnding, oldestOf } from '../domain/view/closure.ts'
import type { Operation } from '../operations/operation.ts'
import type { Rule } from './rule.ts'

/** Each close and each cancel has its tag, which holds the ledger as it was then: `incident-7-1`. */
export const tags: Rule = (incident, snapshot) =>
  incident.endings.flatMap((ending, index): readonly Operation[] => {
    const name = tagOf(snapshot.declaredOn.number, index + 1)
    const line = lineOfEnding(incident, ending, snapshot)
    const holding = line === 0 ? null : holdingOf(snapshot, line)
    // Of an event of this very plan there is no commit yet: its tag comes with the next view.
    if (snapshot.tags[name] !== undefined || holding === null) return []
    return [{ do: 'create-tag', name, oid: oldestOf(holding) }]
  })

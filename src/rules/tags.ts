import type { Ending, Incident } from '../incident/incident.ts'
import type { Operation } from '../incident/operation.ts'
import type { Snapshot } from '../incident/snapshot.ts'
import { lineOf } from '../incident/view.ts'
import type { Rule } from './rule.ts'

/** Each close and each cancel has its tag, which holds the ledger as it was then: `incident-7-1`. */
export const tags: Rule = (incident, snapshot) => {
  const { ledger, issue } = snapshot
  if (ledger.state !== 'ready') return []
  return incident.endings.flatMap((ending, index): readonly Operation[] => {
    const name = tagOf(issue.number, index + 1)
    // A fact of this very plan is not in the branch yet: its tag comes with the next read.
    if (snapshot.tags[name] !== undefined || lineOfEnding(incident, ending, snapshot) === 0) return []
    return [{ do: 'create-tag', name, oid: ledger.oid }]
  })
}

/** The tag of an incident's ending, counted from 1. */
export const tagOf = (number: number, ending: number): string => `incident-${number}-${ending}`

/** The line at which the ledger, as read, holds this ending, from 1; 0 when it does not hold it yet. */
export const lineOfEnding = (incident: Incident, ending: Ending, snapshot: Snapshot): number => {
  const ended = incident.facts[ending.line - 1]
  return lineOf(snapshot, fact => fact.is === ended?.is && fact.source === ended.source)
}

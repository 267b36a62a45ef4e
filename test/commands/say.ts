import { obey } from '../../src/commands/parse/obey.ts'
import type { IncidentEvent } from '../../src/domain/events/event.ts'
import type { CommandContext } from '../../src/domain/incident/command-context.ts'
import type { Incident } from '../../src/domain/incident/incident.ts'
import { doer, known, type Name, recordAs } from '../incident-of.ts'

const stamp = ['v', 'said', 'recorded', 'by', 'writer', 'source']

/** What the ledger gets from a comment, without the stamp; `happened` only where it is not when it was said. */
export const said = (events: readonly IncidentEvent[]): readonly Record<string, unknown>[] =>
  events.map(event =>
    Object.fromEntries(
      Object.entries(event).filter(
        ([key, value]) => !stamp.includes(key) && !(key === 'happened' && value === event.said),
      ),
    ),
  )

type Way = {
  readonly byEmail?: boolean
  readonly edited?: 'no' | 'by-author' | 'by-other'
  readonly known?: Partial<CommandContext>
}

/** Somebody comments. */
export const say = (incident: Incident, name: Name, body: string, way: Way = {}) =>
  said(
    obey(
      incident,
      { body, byEmail: way.byEmail ?? false, edited: way.edited ?? 'no' },
      doer(name),
      { ...known, ...way.known },
      recordAs(name),
    ),
  )

/** The words of the only outcome, which is a refusal. */
export const refusal = (incident: Incident, name: Name, body: string, way: Way = {}): string => {
  const [event, ...others] = say(incident, name, body, way)
  if (event?.is !== 'refused' || others.length > 0)
    throw new Error(`not one refusal: ${JSON.stringify([event, ...others])}`)
  return String(event.says)
}

/** On the page of a step. */
export const on = (step: string): Way => ({ known: { step } })

import type { Incident } from '../../src/domain/incident/incident.ts'
import type { Item } from '../../src/domain/view/snapshot.ts'
import { eventsOfManualChange } from '../../src/manual-changes/index.ts'
import { said } from '../commands/say.ts'
import { doer, known, type Name, recordAs, who } from '../incident-of.ts'

type Change = DistributiveOmit<Exclude<Item, { is: 'comment' }>, 'id' | 'at' | 'by' | 'url'>
type DistributiveOmit<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never

const entry = { id: 'E_1', at: known.said, url: 'https://github.com/acme/it/issues/1#event-1' }

/** Somebody does something on the page of a step, or with null on that of the incident. */
export const byHand = (incident: Incident, name: Name, step: string | null, change: Change) =>
  said(
    eventsOfManualChange(
      incident,
      { ...entry, ...change, by: { ...who(name), kind: 'user' } },
      step,
      doer(name),
      recordAs(name),
    ),
  )

/** A bot that is not ours does it, whatever the repository lets it do; or nobody that GitHub would name. */
export const byBot = (incident: Incident, id: number | null, step: string | null, change: Change) =>
  said(
    eventsOfManualChange(
      incident,
      { ...entry, ...change, by: id === null ? null : { id, login: 'robot', kind: 'bot' } },
      step,
      id === null ? null : { id, login: 'robot', role: 'admin' },
      recordAs(null),
    ),
  )

import type { Exposure } from '../terms/asset.ts'
import type { Person } from '../terms/person.ts'
import { cut, escapeCell } from '../text/escape.ts'

// What the timeline's texts are made of. Everything that people wrote is made neutral for a cell of a table.

export const named = (person: Person): string => escapeCell(person.login)
export const allNamed = (people: readonly Person[]): string => people.map(named).join(', ')

/** What somebody wrote, in one line and not too long: the whole of it is in the ledger, and behind the link. */
export const inBrief = (text: string): string => escapeCell(cut(text.trim(), 600))

/** `: because`, when there is a reason. */
export const because = (reason: string | null | undefined): string =>
  reason === null || reason === undefined || reason.trim() === '' ? '' : `: ${inBrief(reason)}`

/** `the credential deploy-key (3)`: what others may know now, and how many there are. */
export const exposedWords = (what: Exposure, name: string, count: number | null): string =>
  `the ${what} ${inBrief(name)}${count === null ? '' : ` (${count})`}`

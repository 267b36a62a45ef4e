import { z } from 'zod'
import type { Person } from '../terms/person.ts'
import { person } from '../terms/person.ts'
import { stepId } from './stamp.ts'

/** What people change by hand on GitHub's pages. */
export const manualChanges = [
  'assigned',
  'unassigned',
  'labelled',
  'unlabelled',
  'closed',
  'reopened',
  'unlinked',
  'edited',
  'moved',
  'deleted',
] as const
export type ManualChange = (typeof manualChanges)[number]

/** What a manual change was made to: a step, a person's being assigned, or with neither the incident's own page. */
export const contest = {
  manualChange: z.enum(manualChanges),
  step: stepId.optional(),
  who: person.optional(),
}

type Contest = {
  readonly manualChange: ManualChange
  readonly step?: string | undefined
  readonly who?: Person | undefined
}

/** `assigned by hand: dave`. */
export const contestWords = ({ manualChange, step, who }: Contest): string => {
  const about = step ?? who?.login ?? null
  return about === null ? `${manualChange} by hand` : `${manualChange} by hand: ${about}`
}

import { isBefore, later, type Timestamp } from '../../../domain/terms/timestamp.ts'
import type { GitHub } from './client.ts'

/** An incident that ended may still owe its post-mortem, and be reopened by hand. */
const closedDays = 14

export const sinceWhen = (github: GitHub): Timestamp => later(github.now(), -closedDays * 86_400)

type Ending = { readonly state: string; readonly closedAt?: string | null | undefined }

/** Closed long ago, it is over; a review that was closed is due again some day, and comes by a list of its own. */
export const isRecent = ({ state, closedAt }: Ending, since: Timestamp): boolean =>
  state === 'OPEN' || (typeof closedAt === 'string' && !isBefore(closedAt, since))

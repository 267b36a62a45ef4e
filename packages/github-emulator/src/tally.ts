import type { Violation } from './description/validate.ts'

/** What one emulator has found so far, and whether it was asked to look. */
export type Tally = {
  readonly validate: boolean
  readonly violations: readonly Violation[]
  readonly exchanges: { readonly rest: number; readonly webhooks: number; readonly graphql: number }
}

/**
 * One for each emulator of this process, for whoever wants the sum. It stands in a file that loads nothing, so that to ask
 * costs nothing where no emulator was started.
 */
export const tallies: Tally[] = []

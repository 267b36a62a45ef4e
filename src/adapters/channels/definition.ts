import type { Kind } from './kind.ts'

/** Which installations of the App may use a channel: all, or ids of installations and names of accounts (lower case). */
export type Installations = 'all' | readonly (number | string)[]

/** A channel as the operator defined it, its secrets within. Nothing of it but its id is ever printed. */
export type Definition = {
  /** By which a configuration names it. */
  readonly id: string
  /** Nobody but the response team reads it. */
  readonly isPrivate: boolean
  readonly installations: Installations
  /** `clock`: Unix time in seconds, for signatures. */
  readonly open: (clock: () => number) => Kind
}

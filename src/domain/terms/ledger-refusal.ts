/** Why the record could not be written. */
export type LedgerRefusal = 'ruleset' | 'permission' | 'no-commits' | 'other'

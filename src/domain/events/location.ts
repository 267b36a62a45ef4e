// Where an incident is kept in its repository. No other file writes these names or reads them.

/** The branch of the record, its events and its leases. */
export const recordOf = (number: number) => ({
  branch: `incident/${number}`,
  events: `incidents/${number}/events`,
  lease: `incidents/${number}/lease.json`,
})

/** What the branches of all records are under, as a ruleset or a query names them. */
export const recordBranches = { prefix: 'incident/', pattern: 'incident/**', example: 'incident/…' } as const

/** Branches that keep git from making that of a record: git keeps a branch as a file, and a folder of its name cannot be one. */
export const branchesInTheWay = (number: number) => ({ above: 'incident', below: `incident/${number}/` })

/** The name that a branch gets that stood in the way: under no other's, and of its own for each commit. */
export const setAsideName = (branch: string, oid: string): string =>
  `set-aside-${branch.replace(/[^\w.-]+/g, '-').slice(0, 100)}-${oid.slice(0, 12)}`

/** Whose record a branch is; null: it is no record. GitHub names it after the prefix that was asked for, or whole. */
export const numberOfRecord = (branch: string): number | null => {
  const digits = /^(?:incident\/)?([1-9]\d{0,9})$/.exec(branch)?.[1]
  return digits === undefined ? null : Number(digits)
}

/** What the tags of an incident begin with. */
export const tagPrefix = (number: number): string => `incident-${number}-`

/** The tag of an incident's ending, counted from 1. */
export const tagOf = (number: number, ending: number): string => `${tagPrefix(number)}${ending}`

export const postMortemPath = (number: number): string => `incidents/${number}/post-mortem.md`

/** `post-mortem/7`, after a decided pull request `post-mortem/7-2`, and so on. */
export const postMortemBranch = (number: number, round: number): string =>
  round === 1 ? `post-mortem/${number}` : `post-mortem/${number}-${round}`

const numbersIn = (branch: string): { readonly number: string; readonly round: number } | null => {
  const match = /^post-mortem\/(\d{1,9})(?:-(\d{1,9}))?$/.exec(branch)
  return match?.[1] === undefined ? null : { number: match[1], round: Number(match[2] ?? 1) }
}

/** Which round of incident `number` a branch is for; null: none. */
export const roundOf = (branch: string, number: number): number | null => {
  const numbers = numbersIn(branch)
  return numbers?.number === `${number}` ? numbers.round : null
}

/** Whose post-mortem a branch is for; null: it is for none. */
export const numberOfPostMortem = (branch: string): number | null => {
  const numbers = numbersIn(branch)
  return numbers === null ? null : Number(numbers.number)
}

export const isPostMortemBranch = (branch: string): boolean => branch.startsWith('post-mortem/')

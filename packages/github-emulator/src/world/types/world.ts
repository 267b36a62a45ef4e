import type { Account, App, Membership, Team } from './accounts.ts'
import type { DomainEvent } from './domain-events.ts'
import type { GitObject } from './git.ts'
import type { Comment, Issue } from './issues.ts'
import type { Mail } from './mail.ts'
import type { CheckRun, PullRequest } from './pulls.ts'
import type { Label, Repository } from './repositories.ts'
import type { TimelineEvent } from './timeline.ts'

/** Everything the embedded GitHub knows, as plain data: `structuredClone` of it is a whole checkpoint. */
export type WorldState = {
  /** The last number given out, by kind. */
  counters: Record<string, number>
  accounts: Map<number, Account>
  apps: Map<number, App>
  teams: Map<number, Team>
  memberships: Membership[]
  repositories: Map<number, Repository>
  /** Names that repositories had before, `owner/name` in small letters, to their ids. */
  renames: Map<string, number>
  labels: Map<number, Label>
  issues: Map<number, Issue>
  /** Repository id to number to issue id. */
  numbers: Map<number, Map<number, number>>
  /** Repository id to a number that was given to an issue which was transferred away, to the id it has where it is now. */
  transfers: Map<number, Map<number, number>>
  comments: Map<number, Comment>
  /** Issue id to what happened to it, oldest first; a deleted comment's entry is gone, as on GitHub. */
  timelines: Map<number, TimelineEvent[]>
  pulls: Map<number, PullRequest>
  checkRuns: Map<number, CheckRun>
  /** Repository id to its git objects. Objects never change. */
  objects: Map<number, Map<string, GitObject>>
  /** Repository id to the users watching it: they are mailed about everything. */
  watchers: Map<number, number[]>
  /** What the key of GitHub's own signatures is made from. */
  signingSeed: string
  domainEvents: DomainEvent[]
  mail: Mail[]
}

/** The state, its clock, and whoever wants to hear of each domain event at once. */
export type World = {
  state: WorldState
  now: () => Date
  listeners: ((event: DomainEvent) => void)[]
}

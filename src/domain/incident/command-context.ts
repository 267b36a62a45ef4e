import type { Playbook } from '../playbook/playbook.ts'
import type { CommentTrace } from '../state/state.ts'
import type { Member } from '../terms/person.ts'
import type { Timestamp } from '../terms/timestamp.ts'

/** A comment of somebody's, on any page of the incident, as far as the read goes back. */
export type KnownComment = CommentTrace

/** What a command or a manual change may look at beside the incident itself. */
export type CommandContext = {
  /** Who is here, and what they may do. Somebody not in it may do nothing. */
  readonly members: readonly Member[]
  /** IANA zone in which clock times without a zone are meant; null: they are asked about. */
  readonly timezone: string | null
  /** When it was said: the comment's or event's own time, or that of its edit. */
  readonly said: Timestamp
  /** The step on whose page it was said; null on the incident's. */
  readonly step: string | null
  /** The steps by the numbers of their pages. */
  readonly pages?: Readonly<Record<string, string>>
  /** Every playbook of the commit that binds the incident, and the built-in ones. */
  readonly playbooks: readonly Playbook[]
  /** Sub-issues of the incident that are none of its steps: of the hundred that GitHub allows they take theirs. */
  readonly otherPages: number
  readonly comments: readonly KnownComment[]
  /** Nothing may be deleted before counsel has preserved it. */
  readonly legalHold: boolean
  /** The incident's own issue was transferred away, or deleted. */
  readonly isAway: boolean
}

/** Logins are compared as GitHub does: without regard to case. */
export const memberOf = (known: Pick<CommandContext, 'members'>, login: string): Member | null =>
  known.members.find(member => member.login.toLowerCase() === login.toLowerCase()) ?? null

import type { Configuration } from '../domain/config/configuration.ts'
import type { IncidentEvent } from '../domain/events/event.ts'
import type { Problem } from '../domain/source/problem.ts'
import { acknowledgements } from './acknowledgements.ts'
import { assignees } from './assignees.ts'
import { board } from './board.ts'
import { checklist } from './checklist.ts'
import { dependencies } from './dependencies.ts'
import { duplicates } from './duplicates.ts'
import { labels } from './labels.ts'
import { postMortem } from './post-mortem/post-mortem.ts'
import { replies } from './replies.ts'
import type { Rule } from './rule.ts'
import { states } from './states.ts'
import { tags } from './tags.ts'

/** What the rules of an incident depend on beside the incident and its view. */
export type Settings = {
  /** Ids of our identities at the other doors. */
  readonly ours: readonly number[]
  readonly configuration: Configuration
  readonly problems: readonly Problem[]
  readonly looked: (event: IncidentEvent, line: number) => boolean
}

/** Every standing truth about an incident at GitHub. */
export const rules = ({ ours, configuration, problems, looked }: Settings): readonly Rule[] => [
  labels(ours),
  checklist(ours, configuration.privilegePrefix),
  dependencies(ours),
  assignees(ours),
  states(ours),
  replies(ours, looked),
  tags,
  postMortem(ours, configuration),
  duplicates(ours),
  board(ours, configuration, problems),
  acknowledgements,
]

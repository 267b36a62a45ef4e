import type { IncidentEvent } from '../domain/events/event.ts'
import { acknowledgements } from './acknowledgements.ts'
import { assignees } from './assignees.ts'
import { board } from './board.ts'
import { checklist } from './checklist.ts'
import { dependencies } from './dependencies.ts'
import { duplicates } from './duplicates.ts'
import { labels } from './labels.ts'
import { ownIssue } from './own-issue.ts'
import { postMortem } from './post-mortem/post-mortem.ts'
import { redactions } from './redactions.ts'
import { replies } from './replies.ts'
import type { Rule } from './rule.ts'
import { states } from './states.ts'
import { tags } from './tags.ts'

/** Every standing truth about an incident at GitHub. A reply is looked for only where the read would show it. */
export const rules = (isInReadWindow: (event: IncidentEvent, line: number) => boolean): readonly Rule[] => [
  ownIssue,
  labels,
  checklist,
  dependencies,
  assignees,
  states,
  redactions,
  replies(isInReadWindow),
  tags,
  postMortem,
  duplicates,
  board,
  acknowledgements,
]

import { settableStatuses, statuses } from '../domain/terms/status.ts'
import { notInReview } from '../messages/checklist.ts'
import * as says from '../messages/refusal.ts'
import { statusWords } from '../messages/reply.ts'
import { oneOf, optional, restOfLine } from './args/args.ts'
import { answer, defineCommand, refuse } from './command.ts'

/** The status follows from the steps; the incident commander can set it ahead of them. */
export const status = defineCommand({
  name: 'status',
  summary: 'Without a value: current status, incident commander, ready steps. With a value: set the status.',
  args: { to: optional(oneOf(settableStatuses, 'status')), because: optional(restOfLine()) },
  examples: ['/status', '/status contained the key is dead'],
  example: ({ status: now }) =>
    `/status ${settableStatuses.find(one => statuses.indexOf(one) > statuses.indexOf(now)) ?? 'contained'}`,
  permissions: ['ask', 'set-status'],
  permission: (_incident, { to }) => (to === null ? 'ask' : 'set-status'),
  afterEnd: true,

  decide: (incident, { to, because }) => {
    if (to === null) return answer(statusWords(incident))
    if (incident.kind === 'readiness') return refuse(notInReview())
    if (incident.ended !== null) return refuse(says.hasEnded(incident.ended))
    if (to === incident.status) return refuse(says.alreadyAt(to))
    return [{ is: 'status-set', to, ...(because === null ? {} : { because }) }]
  },
})

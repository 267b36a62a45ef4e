import { settableStatuses } from '../domain/terms/status.ts'
import { notInReview } from '../messages/checklist.ts'
import * as says from '../messages/refusal.ts'
import { statusWords } from '../messages/reply.ts'
import { oneOf, optional, restOfLine } from './args/args.ts'
import { answer, defineCommand, refuse } from './command.ts'

/** The steps say where it stands; the commander's word stands above them until they get further. */
export const status = defineCommand({
  name: 'status',
  summary: 'Alone: where it stands, who commands, what is ready. With a value: say where it stands.',
  args: { to: optional(oneOf(settableStatuses)), because: optional(restOfLine()) },
  examples: ['/status', '/status contained the key is dead'],
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

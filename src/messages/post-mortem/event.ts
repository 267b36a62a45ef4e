import type { IncidentEvent } from '../../domain/events/event.ts'
import { allNamed, because, exposedWords, inBrief, minuteOf, named } from './phrases.ts'

/** One event as the timeline tells it, for a cell; null: it changed nothing (a question, a rejection, a revert). */
export const eventWords = (event: IncidentEvent): string | null => {
  switch (event.is) {
    case 'declared':
      return `Declared as ${event.severity}${earlier(event)}`
    case 'commander-set':
      return `${named(event.who)} ${tookCommand(event)}`
    case 'confirmed':
      return 'Confirmed as an incident'
    case 'cancelled':
      return `Cancelled${because(event.because)}`
    case 'severity-set':
      return `Severity set to ${event.to}${because(event.because)}`
    case 'status-set':
      return `Status set to ${event.to}${because(event.because)}`
    case 'timeline-noted':
      return inBrief(event.text)
    case 'role-assigned':
      return `${event.role} assigned to ${allNamed(event.who)}`
    case 'role-unassigned':
      return `${allNamed(event.who)} unassigned from ${event.role}`
    case 'step-assigned':
      return `\`${event.step}\` assigned to ${allNamed(event.who)}`
    case 'step-unassigned':
      return `${allNamed(event.who)} unassigned from \`${event.step}\``
    case 'step-done':
      return `\`${event.step}\` done${because(event.because)}`
    case 'step-reopened':
      return `\`${event.step}\` reopened`
    case 'step-skipped':
      return `\`${event.step}\` skipped${because(event.because)}`
    case 'playbook-added':
      return `Playbook \`${event.playbook}\` added: ${event.steps.length} new ${event.steps.length === 1 ? 'step' : 'steps'}`
    case 'step-added':
      return `\`${event.step.id}\` added: ${inBrief(event.step.title)}`
    case 'asset-added':
      return `Asset affected: ${inBrief(event.name)}${because(event.note)}`
    case 'exposed':
      return `Exposed: ${exposedWords(event.what, event.name, event.count ?? null)}${because(event.note)}`
    case 'review-due':
      return 'Review due again'
    case 'insider-ruled-out':
      return `Insider involvement ruled out${because(event.because)}`
    case 'external-approved':
      return `External disclosure approved (${event.as})${because(event.because)}`
    case 'closed':
      return 'Closed'
    case 'reopened':
      return 'Reopened'
    case 'refused':
    case 'noticed':
    case 'answered':
    case 'reverted':
      return null
  }
}

const earlier = ({ happened, said }: IncidentEvent): string =>
  Date.parse(happened) < Date.parse(said) ? `, detected at ${minuteOf(happened)}` : ''

const tookCommand = ({ acting, how }: Extract<IncidentEvent, { is: 'commander-set' }>): string => {
  const what = acting ? 'command as acting incident commander' : 'command'
  switch (how) {
    case 'taken':
      return `took ${what}`
    case 'appointed':
      return `was appointed ${acting ? 'acting incident commander' : 'incident commander'}`
    case 'handed-off':
      return `was handed ${what}`
  }
}

import type { IncidentEvent } from '../../domain/events/event.ts'
import { allNamed, because, exposedWords, inBrief, minuteOf, named } from './phrases.ts'

/** One event as the time line tells it, for a cell; null: it moved nothing (a question, a refusal, something put back). */
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
      return `Said to be ${event.to}${because(event.because)}`
    case 'timeline-noted':
      return inBrief(event.text)
    case 'role-assigned':
      return `${event.role} given to ${allNamed(event.who)}`
    case 'role-unassigned':
      return `${event.role} taken from ${allNamed(event.who)}`
    case 'step-assigned':
      return `\`${event.step}\` given to ${allNamed(event.who)}`
    case 'step-unassigned':
      return `\`${event.step}\` taken from ${allNamed(event.who)}`
    case 'step-done':
      return `\`${event.step}\` done${because(event.because)}`
    case 'step-reopened':
      return `\`${event.step}\` reopened`
    case 'step-skipped':
      return `\`${event.step}\` skipped${because(event.because)}`
    case 'playbook-added':
      return `The checklist of \`${event.playbook}\` was added: ${event.steps.length} new ${event.steps.length === 1 ? 'step' : 'steps'}`
    case 'step-added':
      return `\`${event.step.id}\` was added: ${inBrief(event.step.title)}`
    case 'asset-added':
      return `${inBrief(event.name)} is affected${because(event.note)}`
    case 'exposed':
      return `Exposed: ${exposedWords(event.what, event.name, event.count ?? null)}${because(event.note)}`
    case 'review-due':
      return 'The review was due again'
    case 'insider-ruled-out':
      return `An insider was ruled out${because(event.because)}`
    case 'external-approved':
      return `Telling outsiders was approved (${event.as})${because(event.because)}`
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
  Date.parse(happened) < Date.parse(said) ? `, noticed at ${minuteOf(happened)}` : ''

const tookCommand = ({ acting, how }: Extract<IncidentEvent, { is: 'commander-set' }>): string => {
  const what = acting ? 'command, acting' : 'command'
  switch (how) {
    case 'taken':
      return `took ${what}`
    case 'appointed':
      return `was appointed to ${what}`
    case 'handed-off':
      return `was handed ${what}`
  }
}

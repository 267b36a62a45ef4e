import type { Fact } from '../../domain/events/event.ts'
import { allNamed, because, exposedWords, inBrief, minuteOf, named } from './phrases.ts'

/** One fact as the time line tells it, for a cell; null: it moved nothing (a question, a refusal, something put back). */
export const eventWords = (fact: Fact): string | null => {
  switch (fact.is) {
    case 'declared':
      return `Declared as ${fact.severity}${earlier(fact)}`
    case 'commander-set':
      return `${named(fact.who)} ${tookCommand(fact)}`
    case 'confirmed':
      return 'Confirmed as an incident'
    case 'cancelled':
      return `Cancelled${because(fact.because)}`
    case 'severity-set':
      return `Severity set to ${fact.to}${because(fact.because)}`
    case 'status-set':
      return `Said to be ${fact.to}${because(fact.because)}`
    case 'timeline-noted':
      return inBrief(fact.text)
    case 'role-assigned':
      return `${fact.role} given to ${allNamed(fact.who)}`
    case 'role-unassigned':
      return `${fact.role} taken from ${allNamed(fact.who)}`
    case 'step-assigned':
      return `\`${fact.step}\` given to ${allNamed(fact.who)}`
    case 'step-unassigned':
      return `\`${fact.step}\` taken from ${allNamed(fact.who)}`
    case 'step-done':
      return `\`${fact.step}\` done${because(fact.because)}`
    case 'step-reopened':
      return `\`${fact.step}\` reopened`
    case 'step-skipped':
      return `\`${fact.step}\` skipped${because(fact.because)}`
    case 'playbook-added':
      return `The checklist of \`${fact.playbook}\` was added: ${fact.steps.length} new ${fact.steps.length === 1 ? 'step' : 'steps'}`
    case 'step-added':
      return `\`${fact.step.id}\` was added: ${inBrief(fact.step.title)}`
    case 'asset-added':
      return `${inBrief(fact.name)} is affected${because(fact.note)}`
    case 'exposed':
      return `Exposed: ${exposedWords(fact.what, fact.name, fact.count ?? null)}${because(fact.note)}`
    case 'review-due':
      return 'The review was due again'
    case 'insider-ruled-out':
      return `An insider was ruled out${because(fact.because)}`
    case 'external-approved':
      return `Telling outsiders was approved (${fact.as})${because(fact.because)}`
    case 'closed':
      return 'Closed'
    case 'reopened':
      return 'Reopened'
    case 'refused':
    case 'noticed':
    case 'answered':
    case 'put-back':
      return null
  }
}

const earlier = ({ happened, said }: Fact): string =>
  Date.parse(happened) < Date.parse(said) ? `, noticed at ${minuteOf(happened)}` : ''

const tookCommand = ({ acting, how }: Extract<Fact, { is: 'commander-set' }>): string => {
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

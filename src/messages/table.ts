import {
  checklistOf,
  type Incident,
  isUnopened,
  missingFor,
  ownersOf,
  type StepState,
  waitsFor,
} from '../domain/incident/incident.ts'
import { dueAt } from '../domain/incident/metrics.ts'
import { byHand } from '../domain/playbook/playbook-id.ts'
import type { Person } from '../domain/terms/person.ts'
import { clockOf, dayOf, minuteOf } from '../domain/terms/timestamp.ts'
import { escapeCell } from '../domain/text/escape.ts'
import { missingWords } from './gate.ts'

/** Where the steps' pages are. */
type Numbered = { readonly stepNumber: (step: string) => number | null }

/** The checklist as a table: each step, who has it, what blocks it, and where it came from. */
export const table = (incident: Incident, where: Numbered): string => `| | step | who | state |
|---|---|---|---|
${checklistOf(incident)
  .map((step, index, all) => heading(incident, step, all[index - 1]) + row(incident, step, where))
  .join('\n')}`

/** Above the first of the steps with another origin than those before them. */
const heading = (incident: Incident, step: StepState, before: StepState | undefined): string => {
  const [here, above] = [originOf(incident, step), before === undefined ? null : originOf(incident, before)]
  return here === above ? '' : `| | ${here ?? `*from* \`${incident.playbook.id}\``} | | |\n`
}

const originOf = (incident: Incident, step: StepState): string | null => {
  const asset = incident.assets.find(one => one.id === step.asset)
  if (asset !== undefined)
    return `*for* ${escapeCell(asset.name)}${asset.exposed === null ? '' : ` *(exposed ${asset.exposed})*`}`
  if (isUnopened(step)) return '*for each asset; none is named yet*'
  if (step.from === byHand) return '*added by hand*'
  return step.from === incident.playbook.id ? null : `*from* \`${step.from}\``
}

const row = (incident: Incident, step: StepState, where: Numbered): string => {
  const number = where.stepNumber(step.id)
  const owners = ownersOf(incident, step)
  const did = step.ended?.by ?? null
  const unowned = did === null ? (step.role === null ? '' : `*${step.role}*`) : did.login
  const who = owners.length === 0 ? unowned : fewOf(owners)
  return `| ${number === null ? '' : `#${number}`} | \`${step.id}\` ${escapeCell(step.title)} | ${who} | ${state(incident, step)} |`
}

/** The clock in UTC, with its day where it is another than that of the declaration. */
const dueWords = ({ declaredAt }: Incident, due: string): string =>
  `${dayOf(due) === dayOf(declaredAt) ? clockOf(due) : minuteOf(due)} UTC`

/** As many ids as one looks at. */
const fewIds = (ids: readonly string[]): readonly string[] => {
  const shown = ids.length <= 6 ? ids : ids.slice(0, 5)
  return [
    ...shown.map(id => `\`${id}\``),
    ...(shown.length === ids.length ? [] : [`${ids.length - shown.length} more steps`]),
  ]
}

/** The whole list stands on the step's page. */
const fewOf = (people: readonly Person[]): string =>
  people.length <= 12
    ? people.map(p => p.login).join(', ')
    : `${people
        .slice(0, 11)
        .map(p => p.login)
        .join(', ')} and ${people.length - 11} more`

const state = (incident: Incident, step: StepState): string => {
  if (step.state === 'done') return step.waitedFor.length === 0 ? 'done' : 'done, out of order'
  if (step.state === 'skipped') return 'skipped'
  const before = fewIds(waitsFor(incident, step))
  const missing = missingFor(incident, step)
  const blocked = [
    ...(before.length === 0 ? [] : [`blocked by ${before.join(', ')}`]),
    ...(missing === null ? [] : [`needs ${missingWords(missing, incident.approvals)}`]),
  ]
  if (incident.ended !== null) return 'left open'
  if (isUnopened(step)) return `opens with \`/asset add\`${step.required ? ', required' : ''}`
  if (blocked.length > 0) return `${step.gate === null ? '' : 'gate: '}${blocked.join(', ')}`
  const due = dueAt(incident, step)
  return `**ready**${step.required ? ', required' : ''}${due === null ? '' : `, due ${dueWords(incident, due)}`}`
}

import type { IncidentEvent } from '../domain/events/event.ts'
import type { PlanOutcome } from '../domain/terms/run-outcome.ts'
import type { Timestamp } from '../domain/terms/timestamp.ts'
import { planOutcomeSentences } from './run-outcome.ts'

/** A dry run of one incident as it is told. `operations`: each in words. */
export type DryRun = {
  readonly incident: { readonly number: number }
  readonly outcome: PlanOutcome
  readonly events: readonly Pick<IncidentEvent, 'is' | 'by'>[]
  readonly commits: boolean
  readonly operations: readonly { readonly words: string }[]
  readonly moreMayFollow: boolean
  readonly until: Timestamp | null
}

/** What would be done, a line each, for a terminal or a job's log: kinds, ids and numbers, nothing that people wrote. */
export const dryRunLines = (dryRun: DryRun): readonly string[] => {
  const { incident, outcome, operations, moreMayFollow, until } = dryRun
  const steps = [...recordLines(dryRun), ...operations.map(({ words }) => words)]
  return [
    `#${incident.number}: ${planOutcomeSentences[outcome]}`,
    ...steps.map(line => `  ${line}`),
    ...(moreMayFollow ? [`  ${follows}`] : []),
    ...(until === null ? [] : [`  the rest not before ${until}`]),
  ]
}

const recordLines = ({ events, commits }: DryRun): readonly string[] => {
  if (commits && events.length === 0) return ['commit to the record: no new events']
  return events.map(({ is, by }) => `record ${is}${by === null ? '' : ` by ${by.login}`}`)
}

const follows = 'then what depends on these, such as links to new issues'

/** The same for a job's summary, in Markdown. */
export const dryRunSummary = (dryRuns: readonly DryRun[]): string => {
  if (dryRuns.length === 0) return 'Dry run: there is no open incident.\n'
  return dryRuns.map(summaryOf).join('\n')
}

const summaryOf = (dryRun: DryRun): string => {
  const [title = '', ...lines] = dryRunLines(dryRun)
  return [`### Dry run of ${title}\n`, ...lines.map(line => `- ${line.trim()}`)].join('\n').concat('\n')
}

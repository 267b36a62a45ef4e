import type { RunOutcome } from '../domain/terms/run-outcome.ts'
import { runOutcomeSentences } from './run-outcome.ts'

/** What a job of the Action did about one incident. `done`: each operation in words. */
export type Handled = {
  readonly number: number
  readonly outcome: RunOutcome
  readonly recorded: number
  readonly done: readonly string[]
}

/** The job's summary: numbers and step ids, nothing that people wrote, for everyone who sees the workflow reads it. */
export const summary = (handled: readonly Handled[]): string => {
  if (handled.length === 0) return 'Tocsin looked, and there is no open incident.\n'
  return handled.map(one).join('\n')
}

const one = ({ number, outcome, recorded, done }: Handled): string => `### #${number}: ${runOutcomeSentences[outcome]}

Outcome: \`${outcome}\`. ${recorded === 0 ? 'Nothing new was recorded.' : `${recorded} new ${recorded === 1 ? 'event' : 'events'} recorded.`}
${done.length === 0 ? 'Nothing was changed.' : done.map(line => `- ${line}`).join('\n')}
`

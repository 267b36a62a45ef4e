/** What a run of the Action did about one incident. */
export type Handled = {
  readonly number: number
  readonly ended: string
  readonly recorded: number
  readonly done: readonly string[]
}

/** The job's summary: numbers and step ids, nothing that people wrote, for everyone who sees the workflow reads it. */
export const summary = (handled: readonly Handled[]): string => {
  if (handled.length === 0) return 'There is no open incident.\n'
  return handled.map(one).join('\n')
}

const one = ({ number, ended, recorded, done }: Handled): string => `### Incident #${number}: ${ended}

${recorded === 0 ? 'No new events recorded.' : `${recorded} new ${recorded === 1 ? 'event' : 'events'} recorded.`}
${done.length === 0 ? 'Nothing to do.' : done.map(line => `- ${line}`).join('\n')}
`

import type { Target } from '../domain/terms/target.ts'
import { here, type Nothing, nothing } from './answers.ts'
import { fingerprint } from './fingerprint.ts'
import { withinBody } from './inputs.ts'
import { defineOperation } from './operation-kind.ts'
import { withPage } from './page-effects.ts'

export type MarkIssue = {
  readonly do: 'mark-issue'
  readonly on: Target
  readonly body: string
}

/** Writes our marker into the issue on which an incident continues, so that events on it are known to be about it. */
export const markIssue = defineOperation<MarkIssue, Nothing>({
  do: 'mark-issue',
  turn: 'state',
  key: ({ on, body }) => `mark #${on.number}: ${fingerprint(body)}`,
  describe: ({ on }) => `write the marker into #${on.number}`,
  github: {
    field: 'updateIssue',
    type: 'UpdateIssueInput',
    select: `{ issue { id ${here} } }`,
    input: ({ on, body }) => withinBody(body) ?? { id: on.id, body },
    answer: nothing,
  },
  effect: (view, { on, body }) => withPage(view, on.id, page => ({ ...page, body })),
})

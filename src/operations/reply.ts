import type { Target } from '../domain/terms/target.ts'
import { type MadeComment, madeComment, posted } from './answers.ts'
import { withinBody } from './inputs.ts'
import { defineOperation } from './operation-kind.ts'
import { withPage, withReply } from './page-effects.ts'

export type Reply = {
  readonly do: 'reply'
  readonly cause: number
  readonly on: Target
  readonly key: string
  readonly body: string
}

/** Answers somebody, once. */
export const reply = defineOperation<Reply, MadeComment>({
  do: 'reply',
  turn: 'reply',
  key: ({ key }) => `reply ${key}`,
  describe: ({ on }) => `reply on #${on.number}`,
  github: {
    field: 'addComment',
    type: 'AddCommentInput',
    select: posted,
    input: ({ on, body }) => withinBody(body) ?? { subjectId: on.id, body },
    answer: madeComment,
  },
  effect: (view, { on, body }, answer) => withPage(view, on.id, page => withReply(page, body, answer, view.us)),
})

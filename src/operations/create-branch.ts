import { type Nothing, nothing, refMade } from './answers.ts'
import { defineOperation } from './operation-kind.ts'
import { withBranch } from './view-effects.ts'

export type CreateBranch = {
  readonly do: 'create-branch'
  readonly name: string
  readonly oid: string
}

/** Cuts the branch of a post-mortem. */
export const createBranch = defineOperation<CreateBranch, Nothing>({
  do: 'create-branch',
  turn: 'branch',
  changesBoard: true,
  key: ({ name, oid }) => `create branch ${name} at ${oid}`,
  describe: ({ name }) => `create branch ${name}`,
  github: {
    field: 'createRef',
    type: 'CreateRefInput',
    select: refMade,
    input: ({ name, oid }, { repository }) => ({ repositoryId: repository.id, name: `refs/heads/${name}`, oid }),
    answer: nothing,
  },
  effect: (view, { name, oid }) => withBranch(view, name, oid),
})

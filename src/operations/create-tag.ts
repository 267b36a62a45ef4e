import { type Nothing, nothing, refMade } from './answers.ts'
import { defineOperation } from './operation-kind.ts'

export type CreateTag = {
  readonly do: 'create-tag'
  readonly name: string
  readonly oid: string
}

/** Tags the record as it is at a close or a cancel. */
export const createTag = defineOperation<CreateTag, Nothing>({
  do: 'create-tag',
  turn: 'tag',
  changesBoard: true,
  key: ({ name, oid }) => `create tag ${name} at ${oid}`,
  describe: ({ name }) => `create tag ${name}`,
  github: {
    field: 'createRef',
    type: 'CreateRefInput',
    select: refMade,
    input: ({ name, oid }, { repository }) => ({ repositoryId: repository.id, name: `refs/tags/${name}`, oid }),
    answer: nothing,
  },
  effect: (view, { name, oid }) => ({ ...view, tags: { ...view.tags, [name]: oid } }),
})

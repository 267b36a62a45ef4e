import { here, type MadeCommit, madeCommit } from './answers.ts'
import { fingerprint } from './fingerprint.ts'
import { commitInput } from './inputs.ts'
import { defineOperation } from './operation-kind.ts'
import { withFile } from './view-effects.ts'

export type CommitFile = {
  readonly do: 'commit-file'
  readonly branch: string
  /** The head that was read: a compare-and-swap. */
  readonly head: string
  readonly path: string
  readonly text: string
  readonly message: string
}

/** Commits one file, on the head that was read. */
export const commitFile = defineOperation<CommitFile, MadeCommit>({
  do: 'commit-file',
  turn: 'file',
  changesBoard: true,
  key: ({ branch, head, path, text }) => `commit ${path} to ${branch} on ${head}: ${fingerprint(text)}`,
  describe: ({ path, branch }) => `commit ${path} to ${branch}`,
  github: {
    field: 'createCommitOnBranch',
    type: 'CreateCommitOnBranchInput',
    select: `{ commit { oid ${here} } }`,
    input: ({ branch, head, path, text, message }, snapshot) =>
      commitInput(snapshot, { branch, head, message, files: [{ path, text }] }),
    answer: madeCommit,
  },
  effect: withFile,
})

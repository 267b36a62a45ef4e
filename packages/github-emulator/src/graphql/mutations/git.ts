import { canSee } from '../../world/access.ts'
import { createCommitOnBranch, fullBranch, mergeBranches } from '../../world/git/commits.ts'
import { createRef, deleteRef, type RefUpdate, updateRef, updateRefs } from '../../world/git/refs.ts'
import { GitHubRefusal } from '../../world/refusal.ts'
import { repositoryByName } from '../../world/repositories.ts'
import type { Context } from '../context.ts'
import { refOf, repositoryOf } from '../nodes.ts'
import { gitNode, refNode } from '../types/git.ts'
import { mutationsOf } from './perform.ts'

type Branch = {
  readonly id?: string | null
  readonly repositoryNameWithOwner?: string | null
  readonly branchName?: string | null
}
type CommitInput = {
  readonly branch: Branch
  readonly expectedHeadOid: string
  readonly message: { readonly headline: string; readonly body?: string | null }
  readonly fileChanges?: {
    readonly additions?: { readonly path: string; readonly contents: string }[] | null
    readonly deletions?: { readonly path: string }[] | null
  } | null
}

/** Named by the id of its ref, or by repository and name. */
const branchOf = (
  context: Context,
  { id, repositoryNameWithOwner, branchName }: Branch,
): { readonly repositoryId: number; readonly name: string } => {
  if (id) return refOf(context, id)
  if (!repositoryNameWithOwner || !branchName) {
    throw new GitHubRefusal(
      422,
      'UNPROCESSABLE',
      'A branch is named by its id, or by repositoryNameWithOwner and branchName.',
    )
  }
  const [owner = '', name = ''] = repositoryNameWithOwner.split('/')
  const repository = repositoryByName(context.world.state, owner, name)
  if (!repository || !canSee(context.world.state, context.viewer, repository)) {
    const message = `Could not resolve to a Repository with the name '${repositoryNameWithOwner}'.`
    throw new GitHubRefusal(404, 'NOT_FOUND', message)
  }
  return { repositoryId: repository.id, name: fullBranch(branchName) }
}

const commitOnBranch = (input: CommitInput, context: Context): object => {
  const { repositoryId, name } = branchOf(context, input.branch)
  const commit = createCommitOnBranch(context.world, context.viewer, repositoryId, {
    branch: name,
    expectedHeadOid: input.expectedHeadOid,
    message: input.message,
    additions: input.fileChanges?.additions ?? [],
    deletions: input.fileChanges?.deletions ?? [],
  })
  return { commit: gitNode(repositoryId, commit), ref: refNode(repositoryId, name, commit.oid) }
}

type Update = {
  readonly name: string
  readonly beforeOid?: string | null
  readonly afterOid: string
  readonly force?: boolean | null
}

const wished = ({ name, beforeOid, afterOid, force }: Update): RefUpdate => ({
  name,
  afterOid,
  force: force ?? false,
  ...(beforeOid == null ? {} : { beforeOid }),
})

/** Branches, tags and commits. */
export const gitMutations = mutationsOf({
  createRef: (
    input: { readonly repositoryId: string; readonly name: string; readonly oid: string },
    context: Context,
  ) => {
    const { id } = repositoryOf(context, input.repositoryId)
    const ref = createRef(context.world, context.viewer, id, input.name, input.oid)
    return { ref: refNode(id, ref.name, ref.oid) }
  },
  updateRef: (
    input: { readonly refId: string; readonly oid: string; readonly force?: boolean | null },
    context: Context,
  ) => {
    const { repositoryId, name } = refOf(context, input.refId)
    updateRef(context.world, context.viewer, repositoryId, name, input.oid, { force: input.force ?? false })
    return { ref: refNode(repositoryId, name, input.oid) }
  },
  updateRefs: (input: { readonly repositoryId: string; readonly refUpdates: Update[] }, context: Context) => {
    const { id } = repositoryOf(context, input.repositoryId)
    updateRefs(context.world, context.viewer, id, input.refUpdates.map(wished))
    return {}
  },
  deleteRef: (input: { readonly refId: string }, context: Context) => {
    const { repositoryId, name } = refOf(context, input.refId)
    deleteRef(context.world, context.viewer, repositoryId, name)
    return {}
  },
  createCommitOnBranch: commitOnBranch,
  mergeBranch: (
    input: {
      readonly repositoryId: string
      readonly base: string
      readonly head: string
      readonly commitMessage?: string | null
    },
    context: Context,
  ) => {
    const { id } = repositoryOf(context, input.repositoryId)
    const message = input.commitMessage ? { message: input.commitMessage } : {}
    const commit = mergeBranches(context.world, context.viewer, id, { base: input.base, head: input.head, ...message })
    if (commit) return { mergeCommit: gitNode(id, commit) }
    throw new GitHubRefusal(422, 'UNPROCESSABLE', `Failed to merge: "Already merged"`)
  },
})

import { here, type MadePull, madePull } from './answers.ts'
import { withinBody } from './inputs.ts'
import { defineOperation } from './operation-kind.ts'
import { withPull } from './view-effects.ts'

export type OpenPullRequest = {
  readonly do: 'open-pull-request'
  readonly cause: number
  readonly branch: string
  readonly base: string
  readonly title: string
  readonly body: string
}

/** Opens the pull request by which a post-mortem is reviewed. */
export const openPullRequest = defineOperation<OpenPullRequest, MadePull>({
  do: 'open-pull-request',
  turn: 'pull request',
  changesBoard: true,
  key: ({ branch }) => `pull request ${branch}`,
  describe: ({ branch }) => `open the pull request of ${branch}`,
  github: {
    field: 'createPullRequest',
    type: 'CreatePullRequestInput',
    select: `{ pullRequest { id number url ${here} } }`,
    input: ({ branch, base, title, body }, { repository }) =>
      withinBody(body) ?? { repositoryId: repository.id, headRefName: branch, baseRefName: base, title, body },
    answer: madePull,
  },
  effect: (view, { branch }, answer) => withPull(view, branch, answer),
})

/** What GitHub says to people who use git, in its words. */

export const wrongCredentials =
  'Invalid username or token. Password authentication is not supported for Git operations.'

export const repositoryNotFound = 'Repository not found.'

export const noAnonymousWrite = 'No anonymous write access.'

export const noAccess = 'Write access to repository not granted.'

export const archived = 'This repository was archived so it is read-only.'

export const denied = (repository: string, login: string): string =>
  `Permission to ${repository}.git denied to ${login}.`

export const dumbProtocol = [
  'Please upgrade your git client.',
  'GitHub.com no longer supports git over dumb-http: https://github.com/blog/809-git-dumb-http-transport-to-be-turned-off-in-90-days',
].join('\n')

export const gitMissing = 'The emulator answers git with the git program, and there is none on this machine.'

/** `page` is the repository's page. */
export const ruleViolations = (page: string, ref: string, reasons: readonly string[]): string =>
  [
    `error: GH013: Repository rule violations found for ${ref}.`,
    `Review all repository rules at ${page}/rules?ref=${encodeURIComponent(ref)}`,
    '',
    ...reasons.flatMap(reason => [`- ${reason}`, '']),
    '',
  ].join('\n')

export const newBranch = (page: string, branch: string): string =>
  ['', `Create a pull request for '${branch}' on GitHub by visiting:`, `     ${page}/pull/new/${branch}`, '', ''].join(
    '\n',
  )

/** Why one ref was not moved, as git shows it in brackets. */
export const refProblems = {
  rules: 'push declined due to repository rule violations',
  hidden: 'deny updating a hidden ref',
  name: 'funny refname',
  atomic: 'atomic push failure',
  unpacking: 'unpacker error',
  twice: 'multiple updates for one ref not allowed',
  other: 'failed to update ref',
} as const

export const currentBranch = (ref: string): string => `refusing to delete the current branch: ${ref}`

import { allows, assignableUsers, roleOf } from '../../world/access.ts'
import { accountById, accountByLogin } from '../../world/accounts.ts'
import { resolve } from '../../world/git/history.ts'
import { objectOf } from '../../world/git/objects.ts'
import { refsOf } from '../../world/git/refs.ts'
import { issueByNumber, issuesOf } from '../../world/issues.ts'
import { labelByName, labelsOf } from '../../world/labels.ts'
import { GitHubRefusal } from '../../world/refusal.ts'
import { fullName } from '../../world/repositories.ts'
import type { Account } from '../../world/types/accounts.ts'
import type { Issue } from '../../world/types/issues.ts'
import type { Repository } from '../../world/types/repositories.ts'
import { repositoryPath } from '../addresses.ts'
import { page } from '../connection.ts'
import type { Context } from '../context.ts'
import { type Args, erase, type Field, type Fields, node } from '../fields.ts'
import { actorNode, userNode, userPage } from './accounts.ts'
import { gitNode, refNode, stateOfPull } from './git.ts'
import { labelPage } from './labels.ts'
import { issueNode } from './nodes.ts'

/** Tokens of Apps read only what they were granted. */
const behind =
  (scope: string, field: Field<Repository>): Field<Repository> =>
  (repository, args, context, info) => {
    if (allows(context.world.state, context.viewer, repository, scope, 'read', 'read')) {
      return field(repository, args, context, info)
    }
    throw new GitHubRefusal(403, 'FORBIDDEN', 'Resource not accessible by integration')
  }

const plain: Fields<Repository> = {
  id: it => it.nodeId,
  databaseId: it => it.id,
  name: it => it.name,
  nameWithOwner: (it, _, { world }) => fullName(world.state, it),
  owner: (it, _, context) => actorNode(context, it.ownerId),
  description: it => it.description,
  visibility: it => it.visibility.toUpperCase(),
  isPrivate: it => it.visibility !== 'public',
  isArchived: it => it.archived,
  isEmpty: it => it.refs.size === 0,
  isFork: () => false,
  isDisabled: () => false,
  isInOrganization: (it, _, { world }) => accountById(world.state, it.ownerId)?.type === 'Organization',
  hasIssuesEnabled: it => it.hasIssues,
  deleteBranchOnMerge: it => it.deleteBranchOnMerge,
  createdAt: it => it.createdAt,
  updatedAt: it => it.updatedAt,
  pushedAt: it => it.pushedAt,
  url: (it, _, context) => context.htmlUrl + repositoryPath(context, it.id),
  resourcePath: (it, _, context) => repositoryPath(context, it.id),
  // Null for Apps, which have permissions but no role.
  viewerPermission: (it, _, { world, viewer }) => {
    const role = viewer.kind === 'user' ? roleOf(world.state, it, viewer.user) : 'none'
    return role === 'none' ? null : role.toUpperCase()
  },
  viewerCanAdminister: (it, _, { world, viewer }) =>
    viewer.kind === 'user' && roleOf(world.state, it, viewer.user) === 'admin',
}

const git: Fields<Repository> = {
  defaultBranchRef: behind('contents', ({ id, defaultBranch }, _, { refs }) => {
    const name = `refs/heads/${defaultBranch}`
    return refNode(id, name, refs.repositories.get(id)?.refs.get(name))
  }),
  ref: behind('contents', ({ id }, { qualifiedName = '' }, { refs }) => {
    const known = refs.repositories.get(id)?.refs
    const names = [qualifiedName, `refs/${qualifiedName}`, `refs/heads/${qualifiedName}`, `refs/tags/${qualifiedName}`]
    const name = names.find(one => known?.has(one))
    return name === undefined ? null : refNode(id, name, known?.get(name))
  }),
  refs: behind('contents', ({ id }, args, { refs }) => {
    const all = refs.repositories.has(id) ? refsOf(refs, id, args.refPrefix ?? 'refs/heads/') : []
    const wanted = args.query ? all.filter(one => one.name.includes(args.query ?? '')) : all
    const ordered = args.direction === 'DESC' || args.orderBy?.direction === 'DESC' ? wanted.toReversed() : wanted
    return page(
      'refs',
      ordered,
      args,
      one => one.name,
      one => refNode(id, one.name, one.oid),
    )
  }),
  object: behind('contents', ({ id }, { oid, expression }, { world, trees }) => {
    if (oid) return gitNode(id, objectOf(world.state, id, oid))
    const seen = trees.repositories.get(id)
    return seen && expression ? gitNode(id, resolve(trees, seen, expression)) : null
  }),
}

const people: Fields<Repository> = {
  collaborators: (repository, args, context) => collaboratorPage(repository, args, context),
  assignableUsers: (repository, args, { world }) =>
    userPage('assignableUsers', assignableUsers(world.state, repository).filter(matches(args.query)), args),
  mentionableUsers: (repository, args, { world }) =>
    userPage('mentionableUsers', assignableUsers(world.state, repository).filter(matches(args.query)), args),
  watchers: ({ id }, args, { world }) =>
    userPage(
      'watchers',
      (world.state.watchers.get(id) ?? []).flatMap(one => accountById(world.state, one) ?? []),
      args,
    ),
}

/** Only whoever may push sees the list. `login` is one person exactly, `query` a search. */
const collaboratorPage = (repository: Repository, args: Args, { world, viewer }: Context): object => {
  const { state } = world
  if (!allows(state, viewer, repository, 'metadata', 'read', 'write')) {
    throw new GitHubRefusal(403, 'FORBIDDEN', 'You do not have permission to view repository collaborators.')
  }
  const insiders = [...state.accounts.values()].filter(account => {
    const named = repository.collaborators.has(account.id) || repository.ownerId === account.id
    const member = state.memberships.some(one => one.userId === account.id && one.organizationId === repository.ownerId)
    return account.type === 'User' && (named || member) && roleOf(state, repository, account.id) !== 'none'
  })
  const one = args.login ? accountByLogin(state, args.login) : null
  const wanted = insiders.filter(account => (args.login ? account.id === one?.id : matches(args.query)(account)))
  return page('collaborators', wanted, args, account => account.id, userNode, {
    edge: account => ({ permission: roleOf(state, repository, account.id).toUpperCase() }),
  })
}

const matches = (query: string | null | undefined): ((account: Account) => boolean) => {
  const wanted = (query ?? '').toLowerCase()
  return account => account.login.toLowerCase().includes(wanted) || (account.name ?? '').toLowerCase().includes(wanted)
}

const conversations: Fields<Repository> = {
  issue: behind('issues', ({ id }, { number = 0 }, context) => {
    const issue = issueByNumber(context.world.state, id, number)
    if (issue && issue.pullId === null) return node('Issue', issue)
    throw missing('an Issue', number)
  }),
  issueOrPullRequest: behind('issues', ({ id }, { number = 0 }, context) => {
    const issue = issueByNumber(context.world.state, id, number)
    if (issue) return issueNode(context, issue)
    throw missing('an issue or pull request', number)
  }),
  pullRequest: behind('pull_requests', ({ id }, { number = 0 }, context) => {
    const issue = issueByNumber(context.world.state, id, number)
    if (issue?.pullId) return issueNode(context, issue)
    throw missing('a PullRequest', number)
  }),
  issues: behind('issues', ({ id }, args, context) => {
    const issues = issuesOf(context.lists, id).filter(issue => issue.pullId === null && wanted(context, issue, args))
    return page(
      'issues',
      sort(issues, args),
      args,
      one => one.id,
      one => issueNode(context, one),
    )
  }),
  pullRequests: behind('pull_requests', ({ id }, args, context) => {
    const issues = issuesOf(context.lists, id).filter(issue => wantedPull(context, issue, args))
    return page(
      'pullRequests',
      sort(issues, args),
      args,
      one => one.id,
      one => issueNode(context, one),
    )
  }),
  labels: (repository, args, { lists }) => {
    const query = args.query?.toLowerCase() ?? ''
    return labelPage(
      labelsOf(lists, repository.id).filter(label => label.name.toLowerCase().includes(query)),
      args,
    )
  },
  label: ({ id }, { name = '' }, { lists }) => {
    const label = labelByName(lists, id, name)
    return label ? node('Label', label) : null
  },
  rulesets: ({ rulesets }, args) =>
    page(
      'rulesets',
      rulesets,
      args,
      one => one.id,
      one => ({
        id: one.nodeId,
        databaseId: one.id,
        name: one.name,
        target: one.target.toUpperCase(),
        enforcement: one.enforcement.toUpperCase(),
        conditions: { refName: { include: one.include, exclude: one.exclude } },
      }),
    ),
}

const missing = (what: string, number: number): GitHubRefusal =>
  new GitHubRefusal(404, 'NOT_FOUND', `Could not resolve to ${what} with the number of ${number}.`)

/** An issue needs one of the labels and one of the states. */
const wanted = ({ lists }: Context, issue: Issue, args: Args): boolean => {
  const states = args.filterBy?.states ?? args.states
  const labels = args.filterBy?.labels ?? args.labels
  const since = args.filterBy?.since
  const names = issue.labelIds.map(id => lists.labels.get(id)?.name.toLowerCase())
  if (states && states.length > 0 && !states.includes(issue.state.toUpperCase())) return false
  if (since && Date.parse(issue.updatedAt) < Date.parse(since)) return false
  return !labels || labels.length === 0 || labels.some(label => names.includes(label.toLowerCase()))
}

const wantedPull = (context: Context, issue: Issue, args: Args): boolean => {
  const pull = context.lists.pulls.get(issue.pullId ?? 0)
  if (!pull) return false
  const { headRefName, baseRefName, states, labels } = args
  if (headRefName && pull.headRef !== headRefName) return false
  if (baseRefName && pull.baseRef !== baseRefName) return false
  if (states && states.length > 0 && !states.includes(stateOfPull(context.lists, pull.id))) return false
  return wanted(context, issue, labels ? { labels } : {})
}

const sort = (issues: readonly Issue[], { orderBy }: Args): readonly Issue[] => {
  const keys: Record<string, (issue: Issue) => string | number> = {
    UPDATED_AT: issue => issue.updatedAt,
    CREATED_AT: issue => issue.number,
  }
  const key = keys[orderBy?.field ?? 'CREATED_AT'] ?? (issue => issue.number)
  const sorted = issues.toSorted((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : a.number - b.number))
  return orderBy?.direction === 'DESC' ? sorted.toReversed() : sorted
}

export const repositoryTypes = { Repository: erase({ ...plain, ...git, ...people, ...conversations }) }

import type { JsonObject } from '../../http/answer.ts'
import { roleOf } from '../../world/access.ts'
import { accountById } from '../../world/accounts.ts'
import type { Repository, Role } from '../../world/types/repositories.ts'
import { author, user } from './user.ts'
import { apiOf, type View } from './view.ts'

export const fullNameOf = (view: View, repository: Repository) =>
  `${accountById(view.state, repository.ownerId)?.login ?? 'ghost'}/${repository.name}`

/** The root of all links into a repository. */
export const repositoryUrl = (view: View, repository: Repository) =>
  `${apiOf(view)}/repos/${fullNameOf(view, repository)}`
export const repositoryHtml = (view: View, repository: Repository) => `${view.base}/${fullNameOf(view, repository)}`

/** The five permissions that a role folds out to. */
export const permissions = (role: Role | 'none') => {
  const rank = ['none', 'read', 'triage', 'write', 'maintain', 'admin'].indexOf(role)
  return { admin: rank >= 5, maintain: rank >= 4, push: rank >= 3, triage: rank >= 2, pull: rank >= 1 }
}

/** What an App's token may do here, as `permissions` says it. */
const permissionsOf = (view: View, repository: Repository) => {
  const { actor } = view
  if (actor.kind === 'user') return permissions(roleOf(view.state, repository, actor.user))
  const write = actor.permissions?.contents === 'write'
  return { ...permissions('read'), push: write, triage: write }
}

const links = (view: View, repository: Repository): JsonObject => {
  const url = repositoryUrl(view, repository)
  const host = view.base.replace(/^https?:\/\//, '')
  const name = fullNameOf(view, repository)
  const plain = ['contributors', 'deployments', 'downloads', 'events', 'forks', 'hooks', 'languages', 'merges']
  const more = ['stargazers', 'subscribers', 'subscription', 'tags', 'teams']
  return {
    ...Object.fromEntries([...plain, ...more].map(each => [`${each}_url`, `${url}/${each}`])),
    archive_url: `${url}/{archive_format}{/ref}`,
    assignees_url: `${url}/assignees{/user}`,
    blobs_url: `${url}/git/blobs{/sha}`,
    branches_url: `${url}/branches{/branch}`,
    collaborators_url: `${url}/collaborators{/collaborator}`,
    comments_url: `${url}/comments{/number}`,
    commits_url: `${url}/commits{/sha}`,
    compare_url: `${url}/compare/{base}...{head}`,
    contents_url: `${url}/contents/{+path}`,
    git_commits_url: `${url}/git/commits{/sha}`,
    git_refs_url: `${url}/git/refs{/sha}`,
    git_tags_url: `${url}/git/tags{/sha}`,
    issue_comment_url: `${url}/issues/comments{/number}`,
    issue_events_url: `${url}/issues/events{/number}`,
    issues_url: `${url}/issues{/number}`,
    keys_url: `${url}/keys{/key_id}`,
    labels_url: `${url}/labels{/name}`,
    milestones_url: `${url}/milestones{/number}`,
    notifications_url: `${url}/notifications{?since,all,participating}`,
    pulls_url: `${url}/pulls{/number}`,
    releases_url: `${url}/releases{/id}`,
    statuses_url: `${url}/statuses/{sha}`,
    trees_url: `${url}/git/trees{/sha}`,
    clone_url: `${view.base}/${name}.git`,
    git_url: `git://${host}/${name}.git`,
    ssh_url: `git@${host}:${name}.git`,
    svn_url: `${view.base}/${name}`,
    mirror_url: null,
  }
}

/** Emulated settings and counts that never change. */
const fixed = {
  fork: false,
  homepage: null,
  language: null,
  license: null,
  forks: 0,
  forks_count: 0,
  stargazers_count: 0,
  watchers: 0,
  watchers_count: 0,
  subscribers_count: 0,
  network_count: 0,
  size: 0,
  is_template: false,
  topics: [],
  has_projects: false,
  has_wiki: false,
  has_pages: false,
  has_downloads: false,
  has_discussions: false,
  disabled: false,
  allow_forking: false,
  allow_rebase_merge: false,
  allow_squash_merge: true,
  allow_merge_commit: true,
  allow_auto_merge: false,
  allow_update_branch: false,
  use_squash_pr_title_as_default: false,
  squash_merge_commit_title: 'COMMIT_OR_PR_TITLE',
  squash_merge_commit_message: 'COMMIT_MESSAGES',
  merge_commit_title: 'MERGE_MESSAGE',
  merge_commit_message: 'PR_TITLE',
  web_commit_signoff_required: false,
  custom_properties: {},
} satisfies JsonObject

/** A repository in full; GitHub's shorter forms are subsets of it. */
export const repository = (view: View, found: Repository): JsonObject => {
  const open = [...view.state.issues.values()].filter(
    each => each.repositoryId === found.id && each.state === 'open',
  ).length
  return {
    id: found.id,
    node_id: found.nodeId,
    name: found.name,
    full_name: fullNameOf(view, found),
    owner: author(view, found.ownerId),
    private: found.visibility !== 'public',
    visibility: found.visibility,
    html_url: repositoryHtml(view, found),
    url: repositoryUrl(view, found),
    description: found.description,
    ...links(view, found),
    ...fixed,
    default_branch: found.defaultBranch,
    has_issues: found.hasIssues,
    archived: found.archived,
    delete_branch_on_merge: found.deleteBranchOnMerge,
    open_issues: open,
    open_issues_count: open,
    pushed_at: found.pushedAt ?? found.createdAt,
    created_at: found.createdAt,
    updated_at: found.updatedAt,
    permissions: permissionsOf(view, found),
  }
}

/** A repository asked for by name also tells its organisation. */
export const fullRepository = (view: View, found: Repository): JsonObject => {
  const owner = accountById(view.state, found.ownerId)
  return { ...repository(view, found), ...(owner?.type === 'Organization' ? { organization: user(view, owner) } : {}) }
}

import type { Json, JsonObject } from '../../http/answer.ts'
import { accountById, restLogin } from '../../world/accounts.ts'
import type { Account, Team } from '../../world/types/accounts.ts'
import { apiOf, type View } from './view.ts'

/** Whoever is gone is shown as this account, which GitHub really has. */
const ghost: Account = {
  id: 10137,
  nodeId: 'MDQ6VXNlcjEwMTM3',
  type: 'User',
  login: 'ghost',
  name: null,
  email: null,
  createdAt: '2008-05-13T06:14:25Z',
  suspended: false,
  appId: null,
}

/** A person, bot or organisation as they stand in other objects. */
export const user = (view: View, account: Account): JsonObject => {
  const login = restLogin(account)
  const url = `${apiOf(view)}/users/${encodeURIComponent(login)}`
  return {
    login,
    id: account.id,
    node_id: account.nodeId,
    avatar_url: `${view.base}/avatars/u/${account.id}`,
    gravatar_id: '',
    url,
    html_url: account.type === 'Bot' ? `${view.base}/apps/${account.login}` : `${view.base}/${account.login}`,
    followers_url: `${url}/followers`,
    following_url: `${url}/following{/other_user}`,
    gists_url: `${url}/gists{/gist_id}`,
    starred_url: `${url}/starred{/owner}{/repo}`,
    subscriptions_url: `${url}/subscriptions`,
    organizations_url: `${url}/orgs`,
    repos_url: `${url}/repos`,
    events_url: `${url}/events{/privacy}`,
    received_events_url: `${url}/received_events`,
    type: account.type,
    user_view_type: 'public',
    site_admin: false,
  }
}

/** The author of something: the ghost when the account is gone. */
export const author = (view: View, id: number | null): JsonObject => user(view, accountById(view.state, id) ?? ghost)

/** Whoever did something: null when the account is gone. */
export const someone = (view: View, id: number | null): Json => {
  const account = accountById(view.state, id)
  return account && user(view, account)
}

export const users = (view: View, ids: readonly number[]): Json[] =>
  ids.map(id => accountById(view.state, id)).flatMap(account => (account ? [user(view, account)] : []))

/** `GET /user` and `GET /users/{username}`. */
export const profile = (view: View, account: Account): JsonObject => ({
  ...user(view, account),
  name: account.name,
  company: null,
  blog: '',
  location: null,
  email: account.email,
  hireable: null,
  bio: null,
  twitter_username: null,
  public_repos: [...view.state.repositories.values()].filter(each => each.ownerId === account.id).length,
  public_gists: 0,
  followers: 0,
  following: 0,
  created_at: account.createdAt,
  updated_at: account.createdAt,
})

export const team = (view: View, found: Team): JsonObject => {
  const organization = accountById(view.state, found.organizationId)?.login ?? 'ghost'
  const url = `${apiOf(view)}/organizations/${found.organizationId}/team/${found.id}`
  return {
    name: found.name,
    id: found.id,
    node_id: found.nodeId,
    slug: found.slug,
    description: null,
    privacy: 'closed',
    notification_setting: 'notifications_enabled',
    url,
    html_url: `${view.base}/orgs/${organization}/teams/${found.slug}`,
    members_url: `${url}/members{/member}`,
    repositories_url: `${url}/repos`,
    type: 'organization',
    organization_id: found.organizationId,
    permission: 'pull',
    parent: null,
  }
}

export type Stamp = string

/** Anyone who can act or own: people, bots and organisations share one space of ids and logins, as on GitHub. */
export type Account = {
  id: number
  nodeId: string
  type: 'User' | 'Bot' | 'Organization'
  /** As GraphQL says it: a bot's login is without `[bot]`; see `restLogin`. */
  login: string
  name: string | null
  email: string | null
  createdAt: Stamp
  suspended: boolean
  /** The App behind a bot. */
  appId: number | null
}

export type App = { id: number; slug: string; name: string; botId: number; ownerId: number | null }

export type Team = {
  id: number
  nodeId: string
  organizationId: number
  slug: string
  name: string
  memberIds: number[]
}

export type Membership = { organizationId: number; userId: number; role: 'member' | 'admin' }

export type Level = 'read' | 'write' | 'admin'

/** Who is calling and with what: a person's own token, an App's installation token, or a workflow's GITHUB_TOKEN. */
export type Actor = {
  kind: 'user' | 'installation' | 'actions-token'
  /** The id of the user or bot. */
  user: number
  /** What the token was granted (`issues`, `contents`, `pull_requests`, `checks`, ...); only for tokens of Apps. */
  permissions?: Record<string, Level>
  /** The repositories the installation covers; absent means all of them. */
  repositories?: number[]
}

import type { JsonObject } from '../http/answer.ts'
import { repository, repositoryHtml } from '../rest/shapes/repository.ts'
import { user } from '../rest/shapes/user.ts'
import type { View } from '../rest/shapes/view.ts'
import { accountById, restLogin } from '../world/accounts.ts'
import { changesBetween } from '../world/git/history.ts'
import { accountByEmail } from '../world/git/identity.ts'
import { commitOf } from '../world/git/objects.ts'
import type { DomainEvent } from '../world/types/domain-events.ts'
import type { Commit, Signature } from '../world/types/git.ts'
import type { Repository } from '../world/types/repositories.ts'

const nowhere = /^0+$/
const seconds = (date: string) => Math.floor(Date.parse(date) / 1000)

const person = (view: View, { name, email, date }: Signature): JsonObject => {
  const account = accountByEmail(view.state, email)
  return { name, email, date, ...(account ? { username: restLogin(account) } : {}) }
}

const commitShape = (view: View, home: Repository, found: Commit): JsonObject => {
  const changes = changesBetween(view.state, home.id, found.parents[0] ?? null, found.oid)
  const paths = (status: string) => changes.filter(each => each.status === status).map(each => each.path)
  return {
    id: found.oid,
    tree_id: found.tree,
    distinct: true,
    message: found.message,
    timestamp: found.committer.date,
    url: `${repositoryHtml(view, home)}/commit/${found.oid}`,
    author: person(view, found.author),
    committer: person(view, found.committer),
    added: paths('added'),
    removed: paths('removed'),
    modified: paths('modified'),
  }
}

/** In a push, and nowhere else, the repository's times are seconds. */
const home = (view: View, found: Repository): JsonObject => {
  const times = { created_at: seconds(found.createdAt), pushed_at: seconds(found.pushedAt ?? found.createdAt) }
  return { ...repository(view, found), ...times, master_branch: found.defaultBranch, stargazers: 0 }
}

/** A branch or tag that moved. */
export const pushPayload = (view: View, what: DomainEvent): JsonObject | null => {
  const found = view.state.repositories.get(what.repository)
  if (!found) return null
  const { before = '', after = '', ref = '', forced = false } = what
  const commits = (what.commits ?? []).flatMap(oid => commitOf(view.state, found.id, oid) ?? [])
  const head = commitOf(view.state, found.id, after)
  const pusher = accountById(view.state, what.by.user)
  const html = repositoryHtml(view, found)
  return {
    ref,
    before,
    after,
    base_ref: null,
    created: nowhere.test(before),
    deleted: nowhere.test(after),
    forced,
    compare: `${html}/compare/${before.slice(0, 12)}...${after.slice(0, 12)}`,
    commits: commits.map(each => commitShape(view, found, each)),
    head_commit: head && commitShape(view, found, head),
    pusher: { name: pusher ? restLogin(pusher) : 'ghost', email: pusher?.email ?? null },
    ...(pusher ? { sender: user(view, pusher) } : {}),
    repository: home(view, found),
  }
}

/** A branch or tag that came or went. */
export const refPayload = (view: View, what: DomainEvent): JsonObject | null => {
  const found = view.state.repositories.get(what.repository)
  if (!found) return null
  const [, folder, name = ''] = (what.ref ?? '').match(/^refs\/(heads|tags)\/(.+)$/) ?? []
  const told = { ref: name, ref_type: folder === 'tags' ? 'tag' : 'branch', pusher_type: 'user' }
  return what.event === 'delete'
    ? told
    : { ...told, master_branch: found.defaultBranch, description: found.description }
}

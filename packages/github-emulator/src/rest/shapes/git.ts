import type { Json, JsonObject } from '../../http/answer.ts'
import { changesBetween, type ListedChange } from '../../world/git/history.ts'
import { accountByEmail } from '../../world/git/identity.ts'
import { objectOf } from '../../world/git/objects.ts'
import { verificationOf } from '../../world/git/verification.ts'
import { objectNodeId, refNodeId } from '../../world/node-ids.ts'
import type { Commit, Signature, Tag } from '../../world/types/git.ts'
import type { Repository } from '../../world/types/repositories.ts'
import { lineChanges } from './diff.ts'
import { repositoryHtml, repositoryUrl } from './repository.ts'
import { user } from './user.ts'
import type { View } from './view.ts'

/** REST shows every time in UTC, whatever offset the commit itself holds. */
const utc = (date: string) => new Date(date).toISOString().replace(/\.\d+Z$/, 'Z')
const person = ({ name, email, date }: Signature): JsonObject => ({ name, email, date: utc(date) })

const verification = ({ state }: View, commit: Commit): JsonObject => {
  const { reason, payload } = verificationOf(state, commit)
  const verified = reason === 'valid'
  const at = verified ? utc(commit.committer.date) : null
  return { verified, reason, signature: commit.gpgsig, payload, verified_at: at }
}

const parents = (view: View, home: Repository, commit: Commit, folder: string): Json[] =>
  commit.parents.map(sha => ({
    sha,
    url: `${repositoryUrl(view, home)}/${folder}/${sha}`,
    html_url: `${repositoryHtml(view, home)}/commit/${sha}`,
  }))

/** A commit as the git database shows it. */
export const gitCommit = (view: View, home: Repository, commit: Commit): JsonObject => {
  const url = repositoryUrl(view, home)
  return {
    sha: commit.oid,
    node_id: objectNodeId(home.id, commit.oid),
    url: `${url}/git/commits/${commit.oid}`,
    html_url: `${repositoryHtml(view, home)}/commit/${commit.oid}`,
    author: person(commit.author),
    committer: person(commit.committer),
    message: commit.message,
    tree: { sha: commit.tree, url: `${url}/git/trees/${commit.tree}` },
    parents: parents(view, home, commit, 'git/commits'),
    verification: verification(view, commit),
  }
}

const signer = (view: View, signature: Signature): Json => {
  const account = accountByEmail(view.state, signature.email)
  return account && user(view, account)
}

/** A commit as the list of commits shows it. */
export const commit = (view: View, home: Repository, found: Commit): JsonObject => {
  const url = repositoryUrl(view, home)
  const {
    sha,
    node_id,
    html_url,
    author,
    committer,
    message,
    tree,
    verification: verified,
  } = gitCommit(view, home, found)
  return {
    sha,
    node_id,
    url: `${url}/commits/${found.oid}`,
    html_url,
    comments_url: `${url}/commits/${found.oid}/comments`,
    commit: {
      url: `${url}/git/commits/${found.oid}`,
      author,
      committer,
      message,
      tree,
      comment_count: 0,
      verification: verified,
    },
    author: signer(view, found.author),
    committer: signer(view, found.committer),
    parents: parents(view, home, found, 'commits'),
  }
}

/** One changed file of a comparison, a commit or a pull request. */
export const changedFile = (view: View, home: Repository, head: string, change: ListedChange): JsonObject => {
  const { additions, deletions, patch } = lineChanges(view.state, home.id, change)
  const path = change.path.split('/').map(encodeURIComponent).join('/')
  return {
    sha: change.oid ?? change.previousOid,
    filename: change.path,
    status: change.status,
    additions,
    deletions,
    changes: additions + deletions,
    blob_url: `${repositoryHtml(view, home)}/blob/${head}/${path}`,
    raw_url: `${repositoryHtml(view, home)}/raw/${head}/${path}`,
    contents_url: `${repositoryUrl(view, home)}/contents/${path}?ref=${head}`,
    // what was only renamed has no patch
    ...(change.status === 'renamed' ? { previous_filename: change.previousPath } : { patch }),
  }
}

/** A commit in full: with its files and its counts. */
export const commitWithFiles = (view: View, home: Repository, found: Commit): JsonObject => {
  const changes = changesBetween(view.state, home.id, found.parents[0] ?? null, found.oid)
  const counts = changes.map(each => lineChanges(view.state, home.id, each))
  const additions = counts.reduce((sum, each) => sum + each.additions, 0)
  const deletions = counts.reduce((sum, each) => sum + each.deletions, 0)
  const files = changes.map(each => changedFile(view, home, found.oid, each))
  return { ...commit(view, home, found), stats: { additions, deletions, total: additions + deletions }, files }
}

export const folders = { commit: 'commits', tree: 'trees', blob: 'blobs', tag: 'tags' } as const

/** A ref and what it points at. */
export const gitRef = (view: View, home: Repository, name: string, oid: string): JsonObject => {
  const url = repositoryUrl(view, home)
  const type = objectOf(view.state, home.id, oid)?.type ?? 'commit'
  return {
    ref: name,
    node_id: refNodeId(home.id, name),
    url: `${url}/git/${name}`,
    object: { type, sha: oid, url: `${url}/git/${folders[type]}/${oid}` },
  }
}

export const gitTag = (view: View, home: Repository, found: Tag): JsonObject => {
  const url = repositoryUrl(view, home)
  return {
    node_id: objectNodeId(home.id, found.oid),
    tag: found.tag,
    sha: found.oid,
    url: `${url}/git/tags/${found.oid}`,
    message: found.message,
    tagger: person(found.tagger),
    object: {
      type: found.objectType,
      sha: found.object,
      url: `${url}/git/${folders[found.objectType]}/${found.object}`,
    },
    verification: { verified: false, reason: 'unsigned', signature: null, payload: null, verified_at: null },
  }
}

import { type Answer, invalid, nothing, ok } from '../http/answer.ts'
import { mergeBranches } from '../world/git/commits.ts'
import { compare, history } from '../world/git/history.ts'
import { accountByEmail } from '../world/git/identity.ts'
import { commitOf } from '../world/git/objects.ts'
import { refOid, refsOf } from '../world/git/refs.ts'
import { GitHubRefusal } from '../world/refusal.ts'
import type { Commit } from '../world/types/git.ts'
import type { Repository } from '../world/types/repositories.ts'
import { present, text } from './body.ts'
import { commitAsked } from './contents.ts'
import { accountIn, allowed, missing, repositoryIn, viewOf } from './found.ts'
import { page } from './pages.ts'
import { type Call, get, post } from './route.ts'
import { changedFile, commit, commitWithFiles } from './shapes/git.ts'
import { repositoryHtml, repositoryUrl } from './shapes/repository.ts'

const root = '/repos/{owner}/{repo}'

const readable = (call: Call) => allowed(call, 'contents', 'read', 'read')

const list = (call: Call): Answer => {
  const home = readable(call)
  const { state } = call.world
  if (home.refs.size === 0) throw new GitHubRefusal(409, 'UNPROCESSABLE', 'Git Repository is empty.')
  const start = commitAsked(call, home, call.query.get('sha'))
  const [since, until, author] = ['since', 'until', 'author'].map(name => call.query.get(name))
  const who = author ? accountIn(call, author).id : null
  const found = history(state, home.id, start.oid, call.query.get('path') ?? undefined).filter(each => {
    const at = Date.parse(each.committer.date)
    if (since && at < Date.parse(since)) return false
    if (until && at > Date.parse(until)) return false
    return who === null || accountByEmail(state, each.author.email)?.id === who
  })
  return page(call, found, each => commit(viewOf(call), home, each))
}

const read = (call: Call): Answer => {
  const home = readable(call)
  return ok(commitWithFiles(viewOf(call), home, commitAsked(call, home, call.params.ref)))
}

const known = (call: Call, home: Repository, oid: string | null): Commit => {
  const found = oid === null ? null : commitOf(call.world.state, home.id, oid)
  if (!found) throw missing()
  return found
}

const comparison = (call: Call): Answer => {
  const home = readable(call)
  const view = viewOf(call)
  const [base, head] = (call.params.basehead ?? '').split('...')
  if (!base || !head) throw missing()
  const [from, to] = [commitAsked(call, home, base), commitAsked(call, home, head)]
  const found = compare(call.world.state, home.id, from.oid, to.oid)
  const html = `${repositoryHtml(view, home)}/compare/${base}...${head}`
  return ok({
    url: `${repositoryUrl(view, home)}/compare/${base}...${head}`,
    html_url: html,
    permalink_url: html,
    diff_url: `${html}.diff`,
    patch_url: `${html}.patch`,
    base_commit: commit(view, home, from),
    merge_base_commit: commit(view, home, known(call, home, found.mergeBase)),
    status: found.status,
    ahead_by: found.aheadBy,
    behind_by: found.behindBy,
    total_commits: found.commits.length,
    commits: found.commits.map(each => commit(view, home, each)),
    files: found.files.map(each => changedFile(view, home, to.oid, each)),
  })
}

const guarded = (home: Repository) =>
  home.rulesets.some(each => each.enforcement === 'active' && each.target === 'branch')

const branches = (call: Call): Answer => {
  const home = readable(call)
  const all = refsOf(call.world.state, home.id, 'refs/heads/')
  return page(call, all, ({ name, oid }) => {
    const url = `${repositoryUrl(viewOf(call), home)}/commits/${oid}`
    return { name: name.replace('refs/heads/', ''), commit: { sha: oid, url }, protected: guarded(home) }
  })
}

const branch = (call: Call): Answer => {
  const home = readable(call)
  const view = viewOf(call)
  const name = call.params.branch ?? ''
  const oid = refOid(call.world.state, home.id, `refs/heads/${name}`)
  if (!oid) throw new GitHubRefusal(404, 'NOT_FOUND', 'Branch not found')
  const self = `${repositoryUrl(view, home)}/branches/${name}`
  return ok({
    name,
    commit: commit(view, home, known(call, home, oid)),
    _links: { self, html: `${repositoryHtml(view, home)}/tree/${name}` },
    protected: guarded(home),
    protection: { enabled: false },
    protection_url: `${self}/protection`,
  })
}

const merge = (call: Call): Answer => {
  const home = repositoryIn(call)
  const [base, head] = [text(call.body, 'base'), text(call.body, 'head')]
  if (!base || !head) return invalid('Merge', base ? 'head' : 'base', 'missing_field')
  const message = present({ message: text(call.body, 'commit_message') })
  const made = mergeBranches(call.world, call.actor, home.id, { base, head, ...message })
  return made ? { status: 201, body: commit(viewOf(call), home, made) } : nothing()
}

/** Commits, branches and how they compare. */
export const commits = [
  get(`${root}/commits`, list, { reads: 'ref' }),
  get(`${root}/commits/{ref}`, read, { reads: 'ref' }),
  get(`${root}/compare/{basehead}`, comparison, { reads: 'ref' }),
  get(`${root}/branches`, branches, { reads: 'ref' }),
  get(`${root}/branches/{branch}`, branch, { reads: 'ref' }),
  post(`${root}/merges`, merge),
]

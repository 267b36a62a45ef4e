import { type Answer, created, invalid, nothing, ok, refused } from '../http/answer.ts'
import { createBlob, createCommit, createTree } from '../world/git/commits.ts'
import { resolve } from '../world/git/history.ts'
import { blobOf, commitOf, objectOf, peel, treeOf } from '../world/git/objects.ts'
import { createRef, createTag, deleteRef, refOid, refsOf, updateRef } from '../world/git/refs.ts'
import { GitHubRefusal } from '../world/refusal.ts'
import type { Signature, TreeEntry } from '../world/types/git.ts'
import { stamp } from '../world/world.ts'
import { flag, object, objects, present, text, texts } from './body.ts'
import { allowed, missing, repositoryIn, viewOf } from './found.ts'
import { page } from './pages.ts'
import { type Call, get, patch, post, remove } from './route.ts'
import { gitCommit, gitRef, gitTag } from './shapes/git.ts'
import { repositoryUrl } from './shapes/repository.ts'
import { gitBlob, gitTree } from './shapes/tree.ts'

const root = '/repos/{owner}/{repo}/git'

const readable = (call: Call) => allowed(call, 'contents', 'read', 'read')

const blob = (call: Call): Answer => {
  const home = readable(call)
  const found = blobOf(call.world.state, home.id, call.params.file_sha ?? '')
  if (!found) throw missing()
  return ok(gitBlob(viewOf(call), home, found.oid, found.content))
}

const makeBlob = (call: Call): Answer => {
  const home = repositoryIn(call)
  const content = text(call.body, 'content') ?? ''
  const encoding = text(call.body, 'encoding') === 'base64' ? 'base64' : 'utf8'
  const { oid } = createBlob(call.world, call.actor, home.id, Buffer.from(content, encoding))
  return created({ sha: oid, url: `${repositoryUrl(viewOf(call), home)}/git/blobs/${oid}` })
}

/** A tree by its own oid, by a commit's, or by a branch. */
const tree = (call: Call): Answer => {
  const home = readable(call)
  const { state } = call.world
  const object = resolve(state, home, call.params.tree_sha ?? '')
  const oid = object?.type === 'tree' ? object.oid : object && peel(state, home.id, object.oid)?.tree
  const found = oid ? treeOf(state, home.id, oid) : null
  if (!found) throw missing()
  return ok(gitTree(viewOf(call), home, found, call.query.has('recursive')))
}

const makeTree = (call: Call): Answer => {
  const home = repositoryIn(call)
  const entries = (objects(call.body, 'tree') ?? []).map(each => ({
    path: text(each, 'path') ?? '',
    mode: (text(each, 'mode') ?? '100644') as TreeEntry['mode'],
    ...present({ sha: each.sha === null ? null : text(each, 'sha'), content: text(each, 'content') }),
  }))
  const base = present({ baseTree: text(call.body, 'base_tree') })
  const found = createTree(call.world, call.actor, home.id, { entries, ...base })
  return created(gitTree(viewOf(call), home, found, false))
}

const commit = (call: Call): Answer => {
  const home = readable(call)
  const found = commitOf(call.world.state, home.id, call.params.commit_sha ?? '')
  if (!found) throw missing()
  return ok(gitCommit(viewOf(call), home, found))
}

const signature = (call: Call, name: string): Signature | undefined => {
  const given = object(call.body[name])
  const [who, email] = [text(given, 'name'), text(given, 'email')]
  return who && email ? { name: who, email, date: text(given, 'date') ?? stamp(call.world) } : undefined
}

/** Who is named has a name and an address. */
const lackingIn = ({ body }: Call, name: string): Answer | null => {
  if (body[name] === undefined || body[name] === null) return null
  const given = object(body[name])
  const missing = ['email', 'name'].filter(each => text(given, each) === undefined)
  if (missing.length === 0) return null
  const said = missing.map(each => `"${each}"`).join(', ')
  return refused(422, `Invalid request.\n\n${said} ${missing.length > 1 ? "weren't" : "wasn't"} supplied.`)
}

const makeCommit = (call: Call): Answer => {
  const home = repositoryIn(call)
  const [message, treeOid] = [text(call.body, 'message'), text(call.body, 'tree')]
  if (message === undefined) return invalid('Commit', 'message', 'missing_field')
  if (treeOid === undefined) return invalid('Commit', 'tree', 'missing_field')
  const lacking = lackingIn(call, 'committer') ?? lackingIn(call, 'author')
  if (lacking) return lacking
  const people = present({ author: signature(call, 'author'), committer: signature(call, 'committer') })
  const parents = texts(call.body, 'parents') ?? []
  const found = createCommit(call.world, call.actor, home.id, { message, tree: treeOid, parents, ...people })
  return created(gitCommit(viewOf(call), home, found))
}

const fullName = (call: Call) => `refs/${call.params.ref ?? ''}`

const ref = (call: Call): Answer => {
  const home = readable(call)
  const oid = refOid(call.world.state, home.id, fullName(call))
  if (!oid) throw missing()
  return ok(gitRef(viewOf(call), home, fullName(call), oid))
}

const matchingRefs = (call: Call): Answer => {
  const home = readable(call)
  return page(call, refsOf(call.world.state, home.id, fullName(call)), each =>
    gitRef(viewOf(call), home, each.name, each.oid),
  )
}

const makeRef = (call: Call): Answer => {
  const home = repositoryIn(call)
  const [name, sha] = [text(call.body, 'ref'), text(call.body, 'sha')]
  if (name === undefined) return invalid('Reference', 'ref', 'missing_field')
  if (sha === undefined) return invalid('Reference', 'sha', 'missing_field')
  createRef(call.world, call.actor, home.id, name, sha)
  return created(gitRef(viewOf(call), home, name, sha))
}

/** Of a ref that is not there this says 422, where reading it says 404. */
const existing = (call: Call) => {
  const home = repositoryIn(call)
  if (refOid(call.world.state, home.id, fullName(call))) return home
  throw new GitHubRefusal(422, 'UNPROCESSABLE', 'Reference does not exist')
}

const moveRef = (call: Call): Answer => {
  const home = existing(call)
  const sha = text(call.body, 'sha')
  if (sha === undefined) return invalid('Reference', 'sha', 'missing_field')
  updateRef(call.world, call.actor, home.id, fullName(call), sha, { force: flag(call.body, 'force') ?? false })
  return ok(gitRef(viewOf(call), home, fullName(call), sha))
}

const destroyRef = (call: Call): Answer => {
  deleteRef(call.world, call.actor, existing(call).id, fullName(call))
  return nothing()
}

const tag = (call: Call): Answer => {
  const home = readable(call)
  const found = objectOf(call.world.state, home.id, call.params.tag_sha ?? '')
  if (found?.type !== 'tag') throw missing()
  return ok(gitTag(viewOf(call), home, found))
}

/** Only the object: it needs a ref to be seen as a tag. */
const makeTag = (call: Call): Answer => {
  const home = repositoryIn(call)
  const [name, message, target] = [text(call.body, 'tag'), text(call.body, 'message'), text(call.body, 'object')]
  if (!name || message === undefined || !target) return invalid('Tag', name ? 'object' : 'tag', 'missing_field')
  const more = present({ tagger: signature(call, 'tagger') })
  const found = createTag(call.world, call.actor, home.id, { tag: name, message, object: target, ...more })
  return created(gitTag(viewOf(call), home, found))
}

/** The git database: objects and refs. */
export const git = [
  post(`${root}/blobs`, makeBlob),
  get(`${root}/blobs/{file_sha}`, blob, { reads: 'blob' }),
  post(`${root}/trees`, makeTree),
  get(`${root}/trees/{tree_sha}`, tree, { reads: 'ref' }),
  post(`${root}/commits`, makeCommit),
  get(`${root}/commits/{commit_sha}`, commit, { reads: 'ref' }),
  get(`${root}/matching-refs/{ref}`, matchingRefs, { reads: 'ref' }),
  get(`${root}/ref/{ref}`, ref, { reads: 'ref' }),
  post(`${root}/refs`, makeRef, { creates: true }),
  patch(`${root}/refs/{ref}`, moveRef),
  remove(`${root}/refs/{ref}`, destroyRef),
  post(`${root}/tags`, makeTag),
  get(`${root}/tags/{tag_sha}`, tag, { reads: 'ref' }),
]

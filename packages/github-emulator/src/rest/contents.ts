import { type Answer, invalid, type Json, ok } from '../http/answer.ts'
import { deleteFile, putFile } from '../world/git/files.ts'
import { resolve } from '../world/git/history.ts'
import { blobOf, entryAt, peel, treeOf } from '../world/git/objects.ts'
import { GitHubRefusal } from '../world/refusal.ts'
import type { Commit, Signature, TreeEntry } from '../world/types/git.ts'
import type { Repository } from '../world/types/repositories.ts'
import { stamp } from '../world/world.ts'
import { object, present, text } from './body.ts'
import { allowed, missing, repositoryIn, viewOf } from './found.ts'
import { Moved } from './moved.ts'
import { type Call, get, put, remove } from './route.ts'
import { gitCommit } from './shapes/git.ts'
import { contentEntry, wrapped } from './shapes/tree.ts'

const root = '/repos/{owner}/{repo}/contents/{path}'

/** The commit a request means: `ref`, or the default branch's head. */
export const commitAsked = (call: Call, home: Repository, ref: string | null | undefined): Commit => {
  const named = ref ?? home.defaultBranch
  const found = resolve(call.world.state, home, named)
  const commit = found && peel(call.world.state, home.id, found.oid)
  if (commit) return commit
  if (home.refs.size === 0) throw new GitHubRefusal(404, 'NOT_FOUND', 'This repository is empty.')
  throw new GitHubRefusal(404, 'NOT_FOUND', ref ? `No commit found for the ref ${ref}` : 'Not Found')
}

/** Above a megabyte GitHub leaves the text out, and says so by its encoding. */
const mostInline = 1024 * 1024

const fileBody = (call: Call, home: Repository, ref: string, path: string, entry: TreeEntry): Json => {
  const content = blobOf(call.world.state, home.id, entry.oid)?.content ?? new Uint8Array()
  const inline = content.byteLength <= mostInline
  const text = inline ? { content: `${wrapped(content)}\n`, encoding: 'base64' } : { content: '', encoding: 'none' }
  return { ...contentEntry(viewOf(call), home, ref, path, entry), ...text }
}

const read = (call: Call): Answer => {
  const home = allowed(call, 'contents', 'read', 'read')
  const [asked = '', query] = call.url.split('?')
  if (call.params.path && asked.endsWith('/'))
    throw new Moved(302, `${call.shell.base}${asked.replace(/\/+$/, '')}${query === undefined ? '' : `?${query}`}`)
  const path = (call.params.path ?? '').replaceAll(/^\/+|\/+$/g, '')
  const ref = call.query.get('ref') ?? home.defaultBranch
  const commit = commitAsked(call, home, call.query.get('ref'))
  const entry = entryAt(call.world.state, home.id, commit.tree, path)
  if (!entry) throw missing()
  const folder = treeOf(call.world.state, home.id, entry.oid)
  if (!folder) return ok(fileBody(call, home, ref, path, entry))
  const below = (name: string) => (path === '' ? name : `${path}/${name}`)
  return ok(folder.entries.map(each => contentEntry(viewOf(call), home, ref, below(each.name), each)))
}

const signature = (call: Call, name: 'author' | 'committer'): Signature | undefined => {
  const given = object(call.body[name])
  const [who, email] = [text(given, 'name'), text(given, 'email')]
  if (!who || !email) return undefined
  return { name: who, email, date: text(given, 'date') ?? stamp(call.world) }
}

const write = (call: Call): Answer => {
  const { world, actor, body, params } = call
  const home = repositoryIn(call)
  const [message, content] = [text(body, 'message'), text(body, 'content')]
  if (message === undefined) return invalid('Commit', 'message', 'missing_field')
  if (content === undefined) return invalid('Commit', 'content', 'missing_field')
  if (!/^[A-Za-z0-9+/\s]*={0,2}\s*$/.test(content))
    return invalid('Commit', 'content', 'custom', { message: 'content is not valid Base64' })
  const path = params.path ?? ''
  const branch = text(body, 'branch')
  const optional = present({
    branch,
    sha: text(body, 'sha'),
    author: signature(call, 'author'),
    committer: signature(call, 'committer'),
  })
  const { commit, blob } = putFile(world, actor, home.id, {
    path,
    message,
    content: Buffer.from(content, 'base64'),
    ...optional,
  })
  const ref = branch ?? home.defaultBranch
  const shown = contentEntry(viewOf(call), home, ref, path, { name: path, mode: '100644', oid: blob.oid })
  const answer = { content: shown, commit: gitCommit(viewOf(call), home, commit) }
  return { status: optional.sha ? 200 : 201, body: answer }
}

const destroy = (call: Call): Answer => {
  const { world, actor, body, params } = call
  const home = repositoryIn(call)
  const [message, sha] = [text(body, 'message'), text(body, 'sha')]
  if (message === undefined) return invalid('Commit', 'message', 'missing_field')
  if (sha === undefined) return invalid('Commit', 'sha', 'missing_field')
  const branch = present({ branch: text(body, 'branch') })
  const { commit } = deleteFile(world, actor, home.id, { path: params.path ?? '', message, sha, ...branch })
  return ok({ content: null, commit: gitCommit(viewOf(call), home, commit) })
}

/** Files by path: read, write and delete with a commit each. */
export const contents = [get(root, read, { reads: 'blob' }), put(root, write, { creates: true }), remove(root, destroy)]

import { extname } from 'node:path'
import { changesBetween, compare, history } from '../../world/git/history.ts'
import { accountByEmail } from '../../world/git/identity.ts'
import { blobOf, commitOf, entryAt, objectOf, treeOf } from '../../world/git/objects.ts'
import { type Verification, verificationOf } from '../../world/git/verification.ts'
import { objectNodeId, refNodeId } from '../../world/node-ids.ts'
import { rulesOn } from '../../world/rulesets.ts'
import type { Blob, Commit, GitObject, Signature, Tag, Tree, TreeEntry } from '../../world/types/git.ts'
import type { WorldState } from '../../world/types/world.ts'
import { repositoryPath } from '../addresses.ts'
import { page } from '../connection.ts'
import type { Context } from '../context.ts'
import { erase, type Field, type Fields, node, type Source } from '../fields.ts'
import { userNode } from './accounts.ts'
import { issueNode, repositoryNode } from './nodes.ts'

/** A text longer than this is cut, and says so only in `isTruncated`. */
const longestText = 512_000

type In<T> = { repositoryId: number; object: T }
export type RefSource = { repositoryId: number; name: string; oid: string }
type Entry = { repositoryId: number; entry: TreeEntry; path: string }

const typenames = { blob: 'Blob', tree: 'Tree', commit: 'Commit', tag: 'Tag' } as const

export const gitNode = (repositoryId: number, object: GitObject | null): Source | null =>
  object ? node(typenames[object.type], { repositoryId, object }) : null

export const refNode = (repositoryId: number, name: string, oid: string | undefined | null): Source | null =>
  oid ? node<RefSource>('Ref', { repositoryId, name, oid }) : null

const gitObject: Fields<In<GitObject>> = {
  id: ({ repositoryId, object }) => objectNodeId(repositoryId, object.oid),
  oid: ({ object }) => object.oid,
  abbreviatedOid: ({ object }) => object.oid.slice(0, 7),
  repository: ({ repositoryId }, _, context) => repositoryNode(context, repositoryId),
  commitUrl: ({ repositoryId, object }, _, context) =>
    `${context.htmlUrl}${repositoryPath(context, repositoryId)}/commit/${object.oid}`,
  commitResourcePath: ({ repositoryId, object }, _, context) =>
    `${repositoryPath(context, repositoryId)}/commit/${object.oid}`,
}

const gitActor = ({ world }: Context, { name, email, date }: Signature): object => ({
  name,
  email,
  date,
  user: () => userNode(accountByEmail(world.state, email)),
})

const states: Readonly<Record<Verification['reason'], string>> = {
  valid: 'VALID',
  invalid: 'INVALID',
  unknown_key: 'UNKNOWN_KEY',
  malformed_signature: 'MALFORMED_SIG',
  unknown_signature_type: 'UNKNOWN_SIG_TYPE',
  unsigned: 'UNSIGNED',
}

const signatureType = (signature: string): string => {
  if (signature.startsWith('-----BEGIN SSH')) return 'SshSignature'
  if (signature.startsWith('-----BEGIN SIGNED MESSAGE')) return 'SmimeSignature'
  return signature.startsWith('-----BEGIN PGP') ? 'GpgSignature' : 'UnknownSignature'
}

const signatureOf = ({ world }: Context, commit: Commit): object | null => {
  if (commit.gpgsig === null) return null
  const { reason, keyId, payload } = verificationOf(world.state, commit)
  const { email, date } = commit.committer
  return {
    __typename: signatureType(commit.gpgsig),
    email,
    isValid: reason === 'valid',
    keyId,
    payload,
    signature: commit.gpgsig,
    signer: () => userNode(accountByEmail(world.state, email)),
    state: states[reason],
    verifiedAt: reason === 'valid' ? date : null,
    wasSignedByGitHub: reason === 'valid',
  }
}

const headline = (message: string) => message.split('\n')[0] ?? ''

const commit: Fields<In<Commit>> = {
  ...(gitObject as unknown as Fields<In<Commit>>),
  message: ({ object }) => object.message,
  messageHeadline: ({ object }) => headline(object.message),
  messageBody: ({ object }) => object.message.slice(headline(object.message).length).replace(/^\n+/, ''),
  committedDate: ({ object }) => object.committer.date,
  authoredDate: ({ object }) => object.author.date,
  committedViaWeb: ({ object }, _, { world }) => verificationOf(world.state, object).reason === 'valid',
  authoredByCommitter: ({ object }) => object.author.email === object.committer.email,
  author: ({ object }, _, context) => gitActor(context, object.author),
  committer: ({ object }, _, context) => gitActor(context, object.committer),
  signature: ({ object }, _, context) => signatureOf(context, object),
  url: ({ repositoryId, object }, _, context) =>
    `${context.htmlUrl}${repositoryPath(context, repositoryId)}/commit/${object.oid}`,
  resourcePath: ({ repositoryId, object }, _, context) =>
    `${repositoryPath(context, repositoryId)}/commit/${object.oid}`,
  tree: ({ repositoryId, object }, _, { world }) =>
    gitNode(repositoryId, treeOf(world.state, repositoryId, object.tree)),
  parents: ({ repositoryId, object }, args, { world }) =>
    page(
      'parents',
      object.parents,
      args,
      oid => oid,
      oid => gitNode(repositoryId, commitOf(world.state, repositoryId, oid)),
    ),
  file: ({ repositoryId, object }, { path = '' }, { world }) => {
    const clean = path.replace(/^\/+|\/+$/g, '')
    const entry = entryAt(world.state, repositoryId, object.tree, clean)
    return entry ? node<Entry>('TreeEntry', { repositoryId, entry, path: clean }) : null
  },
  history: ({ repositoryId, object }, args, { world }) => {
    const since = args.since ? Date.parse(args.since) : Number.NEGATIVE_INFINITY
    const until = args.until ? Date.parse(args.until) : Number.POSITIVE_INFINITY
    const commits = history(world.state, repositoryId, object.oid, args.path).filter(one => {
      const at = Date.parse(one.committer.date)
      return at >= since && at <= until
    })
    return page(
      'history',
      commits,
      args,
      one => one.oid,
      one => gitNode(repositoryId, one),
    )
  },
  changedFilesIfAvailable: ({ repositoryId, object }, _, { world }) =>
    changesBetween(world.state, repositoryId, object.parents[0] ?? null, object.oid).length,
  associatedPullRequests: ({ repositoryId, object }, args, context) => {
    const { state } = context.world
    const pulls = [...state.pulls.values()].filter(
      pull => pull.repositoryId === repositoryId && (pull.mergeCommitOid === object.oid || pull.headOid === object.oid),
    )
    return page(
      'associatedPullRequests',
      pulls,
      args,
      pull => pull.id,
      pull => issueNode(context, state.issues.get(pull.issueId)),
    )
  },
}

const blob: Fields<In<Blob>> = {
  ...(gitObject as unknown as Fields<In<Blob>>),
  byteSize: ({ object }) => object.content.length,
  isBinary: ({ object }) => isBinary(object.content),
  isTruncated: ({ object }) => object.content.length > longestText,
  text: ({ object }) =>
    isBinary(object.content) ? null : new TextDecoder().decode(object.content.subarray(0, longestText)),
}

const isBinary = (content: Uint8Array): boolean => content.subarray(0, 8000).includes(0)

const tree: Fields<In<Tree>> = {
  ...(gitObject as unknown as Fields<In<Tree>>),
  entries: ({ repositoryId, object }) =>
    object.entries.map(entry => node<Entry>('TreeEntry', { repositoryId, entry, path: entry.name })),
}

const entry: Fields<Entry> = {
  name: ({ entry }) => entry.name,
  path: ({ path }) => path,
  oid: ({ entry }) => entry.oid,
  mode: ({ entry }) => Number.parseInt(entry.mode, 8),
  type: ({ repositoryId, entry }, _, { world }) => objectOf(world.state, repositoryId, entry.oid)?.type ?? 'commit',
  extension: ({ entry }) => extname(entry.name),
  size: ({ repositoryId, entry }, _, { world }) => blobOf(world.state, repositoryId, entry.oid)?.content.length ?? 0,
  object: ({ repositoryId, entry }, _, { world }) =>
    gitNode(repositoryId, objectOf(world.state, repositoryId, entry.oid)),
  repository: ({ repositoryId }, _, context) => repositoryNode(context, repositoryId),
}

const tag: Fields<In<Tag>> = {
  ...(gitObject as unknown as Fields<In<Tag>>),
  name: ({ object }) => object.tag,
  message: ({ object }) => object.message,
  tagger: ({ object }, _, context) => gitActor(context, object.tagger),
  target: ({ repositoryId, object }, _, { world }) =>
    gitNode(repositoryId, objectOf(world.state, repositoryId, object.object)),
}

const prefixOf = (name: string) => /^refs\/(heads|tags|pull)\//.exec(name)?.[0] ?? 'refs/'

const target: Field<RefSource> = ({ repositoryId, oid }, _, { world }) =>
  gitNode(repositoryId, objectOf(world.state, repositoryId, oid))

const ref: Fields<RefSource> = {
  id: ({ repositoryId, name }) => refNodeId(repositoryId, name),
  name: ({ name }) => name.slice(prefixOf(name).length),
  prefix: ({ name }) => prefixOf(name),
  target,
  repository: ({ repositoryId }, _, context) => repositoryNode(context, repositoryId),
  rules: ({ repositoryId, name }, args, context) => {
    const repository = context.world.state.repositories.get(repositoryId)
    const rules = repository ? rulesOn(repository, name) : []
    return page(
      'rules',
      rules.map((type, at) => ({ type: type.toUpperCase(), at })),
      args,
      one => one.at,
      ({ type }) => ({ type }),
    )
  },
  compare: ({ repositoryId, oid }, { headRef = '' }, context) => comparison(context.refs, repositoryId, oid, headRef),
  associatedPullRequests: ({ repositoryId, name }, args, context) => {
    const { state } = context.world
    const branch = name.replace('refs/heads/', '')
    const pulls = [...state.pulls.values()].filter(pull => {
      const wanted = args.states?.includes(stateOfPull(state, pull.id)) ?? true
      return pull.repositoryId === repositoryId && pull.headRef === branch && wanted
    })
    return page(
      'associatedPullRequests',
      pulls,
      args,
      pull => pull.id,
      pull => issueNode(context, state.issues.get(pull.issueId)),
    )
  },
}

export const stateOfPull = (state: WorldState, pullId: number): 'OPEN' | 'CLOSED' | 'MERGED' => {
  const pull = state.pulls.get(pullId)
  if (pull?.merged) return 'MERGED'
  return state.issues.get(pull?.issueId ?? 0)?.state === 'closed' ? 'CLOSED' : 'OPEN'
}

const comparison = (state: WorldState, repositoryId: number, base: string, headRef: string): object | null => {
  const refs = state.repositories.get(repositoryId)?.refs
  const head = refs?.get(headRef) ?? refs?.get(`refs/heads/${headRef}`)
  if (head === undefined) return null
  const { status, aheadBy, behindBy } = compare(state, repositoryId, base, head)
  return { status: status.toUpperCase(), aheadBy, behindBy }
}

export const gitTypes = {
  Commit: erase(commit),
  Blob: erase(blob),
  Tree: erase(tree),
  TreeEntry: erase(entry),
  Tag: erase(tag),
  Ref: erase(ref),
}

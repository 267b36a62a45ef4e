import { demand } from '../access.ts'
import { GitHubRefusal } from '../refusal.ts'
import { repositoryById } from '../repositories.ts'
import { demandRules } from '../rulesets.ts'
import type { Actor } from '../types/accounts.ts'
import type { Tag } from '../types/git.ts'
import type { Repository } from '../types/repositories.ts'
import type { RuleType } from '../types/rulesets.ts'
import type { World, WorldState } from '../types/world.ts'
import { happen, stamp } from '../world.ts'
import { history, isAncestor } from './history.ts'
import { identityOf } from './identity.ts'
import { commitOf, objectOf, peel, writeTag } from './objects.ts'
import { followPulls, readCommitMessages } from './pushed.ts'

export const noOid = '0'.repeat(40)

export type Ref = { name: string; oid: string }

/** By name, as GitHub lists them; `prefix` is of the full name, like `refs/heads/incident/`. */
export const refsOf = (state: WorldState, repositoryId: number, prefix: string): Ref[] => {
  const { refs } = repositoryById(state, repositoryId)
  return [...refs]
    .filter(([name]) => name.startsWith(prefix))
    .map(([name, oid]) => ({ name, oid }))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
}

export const refOid = (state: WorldState, repositoryId: number, name: string): string | null =>
  repositoryById(state, repositoryId).refs.get(name) ?? null

/** A new branch or tag at an object that is there already. */
export const createRef = (world: World, actor: Actor, repositoryId: number, name: string, oid: string): Ref => {
  const repository = writable(world, actor, repositoryId)
  demandName(name)
  demandObject(world.state, repositoryId, name, oid)
  if (repository.refs.has(name))
    throw refused('Reference already exists', `A ref named "${name}" already exists in the repository.`)
  demandPlace(repository, name)
  demandRules(world, actor, repository, name, ['creation'])
  moveRef(world, actor, repository, name, oid)
  return { name, oid }
}

/** Move a branch: only forward, unless forced. */
export const updateRef = (
  world: World,
  actor: Actor,
  repositoryId: number,
  name: string,
  oid: string,
  { force = false }: { force?: boolean } = {},
): Ref => {
  const repository = writable(world, actor, repositoryId)
  const before = repository.refs.get(name)
  if (before === undefined) throw refused('Reference does not exist')
  demandObject(world.state, repositoryId, name, oid)
  const forward = isAncestor(world.state, repositoryId, before, oid)
  if (!forward && !force) throw refused('Update is not a fast forward')
  demandRules(world, actor, repository, name, forward ? ['update'] : ['update', 'non_fast_forward'])
  moveRef(world, actor, repository, name, oid)
  return { name, oid }
}

export const deleteRef = (world: World, actor: Actor, repositoryId: number, name: string): void => {
  const repository = writable(world, actor, repositoryId)
  if (!repository.refs.has(name)) throw refused('Reference does not exist')
  if (name === `refs/heads/${repository.defaultBranch}`) throw refused('Cannot delete the default branch')
  demandRules(world, actor, repository, name, ['deletion'])
  moveRef(world, actor, repository, name, null)
}

/** `beforeOid` all zeros: it must not exist; absent: whatever it is. `afterOid` all zeros: delete it. */
export type RefUpdate = { name: string; beforeOid?: string; afterOid: string; force?: boolean }

/** All of them or none. */
export const updateRefs = (world: World, actor: Actor, repositoryId: number, updates: readonly RefUpdate[]): void => {
  const repository = writable(world, actor, repositoryId)
  for (const update of updates) demandUpdate(world, actor, repository, update)
  for (const { name, afterOid } of updates) {
    if (afterOid !== noOid || repository.refs.has(name)) {
      moveRef(world, actor, repository, name, afterOid === noOid ? null : afterOid)
    }
  }
}

/** Refuses what GitHub would refuse of one update, and changes nothing. */
export const demandUpdate = (world: World, actor: Actor, repository: Repository, update: RefUpdate): void => {
  const { name, beforeOid, afterOid, force = false } = update
  demandName(name)
  const now = repository.refs.get(name) ?? noOid
  if (now === noOid && afterOid !== noOid) demandPlace(repository, name)
  if (beforeOid !== undefined && beforeOid !== now) throw staleRef(name, beforeOid)
  if (afterOid !== noOid) demandObject(world.state, repository.id, name, afterOid)
  const forward = now === noOid || afterOid === noOid || isAncestor(world.state, repository.id, now, afterOid)
  if (!forward && !force) throw refused('Update is not a fast forward', `Update to ${name} is not a fast forward`)
  const rules: RuleType[] = now === noOid ? ['creation'] : afterOid === noOid ? ['deletion'] : ['update']
  demandRules(world, actor, repository, name, forward ? rules : [...rules, 'non_fast_forward'])
}

/** A ref is a file where git keeps it: none can stand where another has its folder, nor below another. */
const demandPlace = (repository: Repository, name: string): void => {
  const inTheWay = [...repository.refs.keys()].find(one => one.startsWith(`${name}/`) || name.startsWith(`${one}/`))
  if (inTheWay !== undefined)
    throw refused('Reference update failed', `cannot lock ref '${name}': '${inTheWay}' exists`)
}

const staleRef = (name: string, beforeOid: string): GitHubRefusal => {
  const expected = beforeOid === noOid ? 'not to exist' : `to point to "${beforeOid}"`
  return new GitHubRefusal(409, 'STALE_DATA', `Expected ref "${name}" ${expected} but it did not.  Pull and try again.`)
}

/** Put the ref there and let everything that follows refs follow: webhooks, pull requests, closing keywords. */
export const moveRef = (world: World, actor: Actor, repository: Repository, name: string, oid: string | null): void => {
  const before = repository.refs.get(name) ?? noOid
  const after = oid ?? noOid
  if (before === after) return
  const { state } = world
  const forced = before !== noOid && oid !== null && !isAncestor(state, repository.id, before, oid)
  if (oid === null) repository.refs.delete(name)
  else repository.refs.set(name, oid)
  repository.pushedAt = stamp(world)
  const commits = oid === null ? [] : newCommits(state, repository, name, before, oid)
  const about = { repository: repository.id, ref: name, before, after }
  happen(world, actor, { event: 'push', action: null, ...about, forced, commits })
  if (before === noOid) happen(world, actor, { event: 'create', action: null, ...about })
  if (oid === null) happen(world, actor, { event: 'delete', action: null, ...about })
  followPulls(world, actor, repository, name, oid, forced)
  readCommitMessages(world, actor, repository, name, commits)
}

/** What came with a push, oldest first. Mostly a few commits on top of the branch: then nothing else is walked. */
const newCommits = (state: WorldState, repository: Repository, name: string, before: string, oid: string): string[] => {
  const onTop = lineDownTo(state, repository.id, oid, before)
  if (onTop) return onTop
  const known = new Set(oids(state, repository.id, before))
  for (const [ref, at] of repository.refs) {
    if (ref === name) continue
    if (at === oid) return []
    for (const one of oids(state, repository.id, at)) known.add(one)
  }
  return oids(state, repository.id, oid)
    .filter(one => !known.has(one))
    .reverse()
}

const lineDownTo = (state: WorldState, repositoryId: number, oid: string, before: string): string[] | null => {
  const line: string[] = []
  let at: string | undefined = oid
  while (at !== undefined && at !== before) {
    const parents: string[] = commitOf(state, repositoryId, at)?.parents ?? []
    if (parents.length !== 1) return null
    line.unshift(at)
    at = parents[0]
  }
  return at === before ? line : null
}

const oids = (state: WorldState, repositoryId: number, oid: string): string[] => {
  const commit = peel(state, repositoryId, oid)
  return commit ? history(state, repositoryId, commit.oid).map(one => one.oid) : []
}

type NewTag = { tag: string; message: string; object: string; tagger?: { name: string; email: string; date?: string } }

/** An annotated tag's object; only a ref makes it a tag that people see. */
export const createTag = (world: World, actor: Actor, repositoryId: number, wanted: NewTag): Tag => {
  writable(world, actor, repositoryId)
  const object = objectOf(world.state, repositoryId, wanted.object)
  if (!object) throw refused('Object does not exist')
  const tagger = { ...identityOf(world, actor), ...wanted.tagger }
  const { tag, message } = wanted
  return writeTag(world, repositoryId, { object: object.oid, objectType: object.type, tag, tagger, message })
}

const writable = (world: World, actor: Actor, repositoryId: number): Repository => {
  const repository = repositoryById(world.state, repositoryId)
  demand(world, actor, repository, 'contents', 'write', 'write')
  return repository
}

const demandName = (name: string): void => {
  const bad = /[\s~^:?*[\\]|\.\.|\/\/|\/\.|\.lock(\/|$)|[/.]$|@\{/.test(name) || [...name].some(char => char < ' ')
  if (/^refs\/[^/]+\/./.test(name) && !bad) return
  throw refused('Reference name is not well-formed', `"${name}" is not a valid ref name.`)
}

const demandObject = (state: WorldState, repositoryId: number, name: string, oid: string): void => {
  const object = objectOf(state, repositoryId, oid)
  if (!object) throw refused('Object does not exist', `Could not resolve to an object with the oid of '${oid}'.`)
  if (name.startsWith('refs/heads/') && object.type !== 'commit') throw refused('Reference update failed')
}

const refused = (message: string, graphql = message): GitHubRefusal =>
  new GitHubRefusal(422, 'UNPROCESSABLE', message, { graphql })

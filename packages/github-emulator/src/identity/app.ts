import { createHash, generateKeyPairSync } from 'node:crypto'
import { accountByLogin, addApp } from '../world/accounts.ts'
import type { Level, App as WorldApp } from '../world/types/accounts.ts'
import type { World } from '../world/types/world.ts'
import { nextId, stamp } from '../world/world.ts'

export type Permissions = { readonly [scope: string]: Level }

/** What the drill or a test may choose of the App; the rest is made up at the start. */
export type AppOptions = {
  readonly id?: number
  readonly slug?: string
  readonly name?: string
  readonly privateKey?: string
  readonly webhookSecret?: string
  readonly permissions?: Permissions
  readonly events?: string[]
}

/** The App as its owner knows it. `installationId` is its installation on the owner of the first repository. */
export type App = {
  readonly id: number
  readonly slug: string
  readonly clientId: string
  readonly privateKey: string
  readonly webhookSecret: string
  readonly installationId: number
  readonly permissions: Permissions
  readonly events: string[]
}

/** An App on one account: on all of its repositories, or on those chosen. */
export type Installation = {
  readonly id: number
  readonly accountId: number
  readonly repositories: number[] | 'all'
  readonly permissions: Permissions
  readonly events: string[]
  readonly suspendedAt: string | null
  readonly createdAt: string
}

const permissions: Permissions = {
  issues: 'write',
  contents: 'write',
  pull_requests: 'write',
  checks: 'write',
  metadata: 'read',
}

const events = [
  'issues',
  'issue_comment',
  'sub_issues',
  'issue_dependencies',
  'label',
  'repository',
  'member',
  'pull_request',
  'pull_request_review',
  'push',
  'create',
  'delete',
  'check_run',
  'public',
]

let sharedKey: string | undefined

/** Making a key takes long: one for all emulators of a process that bring none of their own. */
const ownKey = (): string => {
  sharedKey ??= generateKeyPairSync('rsa', { modulusLength: 2048 })
    .privateKey.export({ type: 'pkcs1', format: 'pem' })
    .toString()
  return sharedKey
}

/** Puts the App into the world, with its bot. */
export const createApp = (world: World, options: AppOptions = {}): App => {
  const slug = options.slug ?? 'tocsin'
  const known = [...world.state.apps.values()].find(each => each.slug === slug)
  const id = options.id === undefined ? {} : { id: options.id }
  const app: WorldApp = known ?? addApp(world, { slug, name: options.name ?? slug, ...id })
  const digest = (what: string) => createHash('sha256').update(`${what} ${slug} ${app.id}`).digest('hex')
  return {
    id: app.id,
    slug,
    clientId: `Iv23li${digest('client').slice(0, 14)}`,
    privateKey: options.privateKey ?? ownKey(),
    webhookSecret: options.webhookSecret ?? digest('webhook').slice(0, 32),
    installationId: nextId(world, 'installation'),
    permissions: options.permissions ?? permissions,
    events: options.events ?? events,
  }
}

export type Installations = Map<number, Installation>

/** Installs the App on an account; the first installation bears the number that the App was given for it. */
export const install = (
  world: World,
  app: App,
  installations: Installations,
  login: string,
  chosen: { readonly repositories?: number[]; readonly permissions?: Permissions } = {},
): Installation => {
  const account = accountByLogin(world.state, login)
  if (!account) throw new Error(`nobody is called ${login}`)
  const installation: Installation = {
    id: installations.has(app.installationId) ? nextId(world, 'installation') : app.installationId,
    accountId: account.id,
    repositories: chosen.repositories ?? 'all',
    permissions: chosen.permissions ?? app.permissions,
    events: app.events,
    suspendedAt: null,
    createdAt: stamp(world),
  }
  installations.set(installation.id, installation)
  return installation
}

/** The repositories an installation covers now. */
export const covered = (world: World, { accountId, repositories }: Installation): number[] => {
  const own = [...world.state.repositories.values()].filter(each => each.ownerId === accountId).map(each => each.id)
  return repositories === 'all' ? own : own.filter(id => repositories.includes(id))
}

/** The installation that covers a repository, if there is one. */
export const installationOf = (world: World, installations: Installations, repositoryId: number): Installation | null =>
  [...installations.values()].find(each => covered(world, each).includes(repositoryId)) ?? null

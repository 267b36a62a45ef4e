import { Octokit } from '@octokit/rest'
import {
  type Actor,
  accountByLogin,
  addOrganization,
  addRepository,
  addUser,
  createIssue,
  type Emulator,
  type EmulatorOptions,
  type Role,
  repositoryByName,
  setRole,
  startEmulator,
  type World,
} from 'github-emulator'
import { connect, type GitHub } from '../../../src/adapters/github/client/client.ts'
import type { Entry } from '../../../src/adapters/github/ledger/append.ts'
import { read } from '../../../src/adapters/github/read/read.ts'
import type { IncidentEvent } from '../../../src/domain/events/event.ts'
import { incidentId } from '../../../src/domain/events/identity.ts'
import type { Snapshot } from '../../../src/domain/view/snapshot.ts'

const roles: { readonly [login: string]: Role } = { alice: 'admin', bob: 'write', carol: 'read' }

export const actorOf = (world: World, login: string): Actor => {
  const account = accountByLogin(world.state, login)
  if (account === null) throw new Error(`nobody is called ${login}`)
  return { kind: 'user', user: account.id }
}

export const repositoryOf = (world: World) => {
  const repository = repositoryByName(world.state, 'acme', 'vault')
  if (repository === null) throw new Error('acme/vault is not there')
  return repository
}

const setUp = (world: World): void => {
  for (const login of [...Object.keys(roles), 'mallory']) addUser(world, { login })
  addOrganization(world, { login: 'acme', members: [], admins: ['alice'] })
  const files = {
    'README.md': '# Vault\n',
    '.github/incidents.yml': 'roster: {}\n',
    '.github/incidents/leak.md': '# Leak\n',
  }
  const repository = addRepository(world, { owner: 'acme', name: 'vault', files })
  for (const [login, role] of Object.entries(roles)) setRole(world, repository.id, actorOf(world, login).user, role)
  createIssue(world, actorOf(world, 'alice'), repository.id, {
    title: 'Odd logins',
    body: 'from nowhere',
    labels: ['incident'],
  })
}

/** acme/vault, private, with alice (admin), bob (write), carol (read), mallory (none) and issue 1 by alice. */
export const startVault = (options: EmulatorOptions = {}, more: (world: World) => void = () => {}): Promise<Emulator> =>
  startEmulator({
    inProcess: true,
    clock: { frozen: '2026-03-01T10:00:00Z', step: 1_000 },
    instantTimeouts: true,
    setUp: world => {
      setUp(world)
      more(world)
    },
    ...options,
  })

const noPause = async () => {}

export const octokitOf = (emulator: Emulator, token: string): Octokit =>
  new Octokit({ auth: token, baseUrl: emulator.api, request: { fetch: emulator.fetch }, log: silent })

const silent = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} }

export const asApp = (emulator: Emulator): GitHub =>
  connect({ request: octokitOf(emulator, emulator.installationToken()).request, sleep: noPause })

export const asAction = (emulator: Emulator): GitHub => {
  const token = emulator.actionsToken('acme/vault', {
    issues: 'write',
    contents: 'write',
    pull_requests: 'write',
    metadata: 'read',
  })
  return connect({ request: octokitOf(emulator, token).request, sleep: noPause })
}

export const vault = { owner: 'acme', repo: 'vault', number: 1 }

/** The snapshot, or the test fails with what came instead. */
export const look = async (github: GitHub, where = vault): Promise<Snapshot> => {
  const seen = await read(github, where)
  if (seen.is !== 'snapshot') throw new Error(`no snapshot: ${JSON.stringify(seen)}`)
  return seen.snapshot
}

const stamp = (snapshot: Snapshot, source: string) => ({
  v: 1 as const,
  happened: snapshot.now,
  said: snapshot.now,
  recorded: snapshot.now,
  by: null,
  writer: { id: snapshot.us.id, login: snapshot.us.login, run: 'run-1' },
  source,
})

export const declared = (snapshot: Snapshot): IncidentEvent => ({
  is: 'declared',
  id: incidentId(snapshot.repository.id, snapshot.issue.id),
  repository: { id: 'R_1', name: 'acme/ops' },
  playbook: 'leak',
  title: 'A leak',
  confidential: true,
  steps: [],
  severity: 'SEV-2',
  codename: 'amber-heron',
  drill: false,
  settings: snapshot.settings.oid,
  roster: {},
  ...stamp(snapshot, snapshot.issue.id),
})

export const noted = (snapshot: Snapshot, source: string, text = 'seen in the log'): IncidentEvent => ({
  is: 'timeline-noted',
  text,
  raw: text,
  ...stamp(snapshot, source),
})

export const entryOf = (snapshot: Snapshot, events: readonly IncidentEvent[], run = 'run-1'): Entry => {
  const before = snapshot.ledger.state === 'ready' ? snapshot.ledger.events.length : 0
  const until = new Date(Date.parse(snapshot.now) + 60_000).toISOString().replace('.000', '')
  const lease = { run, until, events: [before + 1, before + Math.max(1, events.length)] as const }
  return { events, lease: { v: 1, writer: 1, watermark: snapshot.now, leases: [lease] }, run }
}

type Errors = { type?: string; path: (string | number)[]; message: string }[]
type Data = { repository?: Record<string, unknown> } | null | undefined

/** As the App, with GitHub's GraphQL answers changed on their way. */
export const meddling = (emulator: Emulator, change: (data: Data, errors: Errors) => void): GitHub => {
  const fetch = async (url: string, init: RequestInit): Promise<Response> => {
    const response = await emulator.fetch(url, init)
    if (!url.endsWith('/graphql')) return response
    const answer = (await response.json()) as { data?: Data; errors?: Errors }
    const errors = answer.errors ?? []
    change(answer.data, errors)
    return new Response(JSON.stringify({ ...answer, ...(errors.length === 0 ? {} : { errors }) }), response)
  }
  const octokit = new Octokit({
    auth: emulator.installationToken(),
    baseUrl: emulator.api,
    log: silent,
    request: { fetch },
  })
  return connect({ request: octokit.request, sleep: noPause })
}

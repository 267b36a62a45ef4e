import { setTimeout as pause } from 'node:timers/promises'
import {
  addOrganization,
  addRepository,
  addUser,
  blobOf,
  commitOf,
  createLabel,
  createRef,
  deleteAccount,
  type Emulator,
  filesOf,
  issueByNumber,
  lockIssue,
  push,
  refOid,
  removeCollaborator,
  renameAccount,
  repositoryByName,
  setRole,
  setVisibility,
  startEmulator,
  unlockIssue,
  updateRepository,
  type World,
} from 'github-emulator'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { incidentLabel } from '../../src/domain/incident/labels.ts'
import { fill } from '../../src/drill/stage.ts'
import { type Running, startApp } from './processes.ts'

// Two companies use one App. Something happens to the one, as it does to repositories and installations; the other notices
// nothing, and once it is over the first has everything that was said meanwhile, without another event.

const playbook = `---
id: security-incident
title: Something happened
---
## Contain
- Switch it off {#switch-off}
`

const small = (bots: readonly number[], commander: string): Record<string, string> => ({
  '.github/incidents.yml': `roster:\n  incident-commander: [${commander}]\nidentities: [${bots.join(', ')}]\n`,
  '.github/incidents/security-incident.md': playbook,
})

const setUp = (world: World): void => {
  const bots = [...world.state.apps.values()].map(app => app.botId)
  fill(world, small(bots, 'dana'))
  const vera = addUser(world, { login: 'vera' })
  addOrganization(world, { login: 'globex', members: ['vera'] })
  const { id } = addRepository(world, {
    owner: 'globex',
    name: 'incidents',
    visibility: 'private',
    files: small(bots, 'vera'),
  })
  setRole(world, id, vera.id, 'maintain')
  createLabel(world, { kind: 'user', user: vera.id }, id, { name: incidentLabel })
}

let emulator: Emulator
let app: Running
let acme: number

const ask = async (who: string, method: string, path: string, body: object): Promise<{ number: number }> => {
  const response = await fetch(`${emulator.api}/repos/${path}`, {
    method,
    headers: { authorization: `token ${emulator.tokenFor(who)}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  if (!response.ok) throw new Error(`${method} ${path} by ${who}: ${response.status} ${await response.text()}`)
  return (await response.json()) as { number: number }
}

/** The record of incident 1 of a repository, as it stands. */
const record = (repositoryId: number): string => {
  const { state } = emulator.world
  const oid = refOid(state, repositoryId, 'refs/heads/incident/1')
  const commit = oid === null ? null : commitOf(state, repositoryId, oid)
  if (commit === null) return ''
  const files = [...filesOf(state, repositoryId, commit.tree)].filter(([path]) => path.includes('/events/'))
  return files.map(([, file]) => new TextDecoder().decode(blobOf(state, repositoryId, file.oid)?.content)).join('')
}

const idOf = (owner: string): number => repositoryByName(emulator.world.state, owner, 'incidents')?.id ?? 0

/** Until a text is on record. Without a limit on time: it ends when the App asks GitHub for nothing any more. */
const recorded = async (repositoryId: number, text: string): Promise<number> => {
  for (let still = 0, seen = -1; still < 200; ) {
    const times = record(repositoryId)
      .split('\n')
      .filter(line => line.includes(text)).length
    if (times > 0) return times
    await pause(50)
    still = emulator.requests.length === seen ? still + 1 : 0
    seen = emulator.requests.length
  }
  throw new Error(`"${text}" was never recorded\n${app.said()}`)
}

beforeAll(async () => {
  emulator = await startEmulator({ clock: { frozen: '2026-03-01T21:43:00Z' }, setUp, validate: false })
  const running = await startApp(emulator)
  app = running
  emulator.webhooks.subscribe({ url: running.hook, secret: emulator.app.webhookSecret })
  while (!/Listening on/.test(app.said())) await pause(20)
  acme = idOf('acme')
  for (const [owner, who] of [
    ['acme', 'dana'],
    ['globex', 'vera'],
  ] as const) {
    const report = { title: 'Report', body: 'An odd sign-in.', labels: [incidentLabel] }
    await ask(who, 'POST', `${owner}/incidents/issues`, report)
    await ask(who, 'POST', `${owner}/incidents/issues/1/comments`, { body: '/ic' })
    await recorded(idOf(owner), '"commander-set"')
  }
})

afterAll(async () => {
  app.child.kill('SIGTERM')
  await app.ended
  await emulator.close()
})

type TenantEvent = {
  readonly name: string
  readonly happens: () => void
  /** Makes it undone; null: it stays so. */
  readonly ends: (() => void) | null
  /** Nobody can write a comment meanwhile. */
  readonly silent?: boolean
}

const dana = () => [...emulator.world.state.accounts.values()].find(({ login }) => login === 'dana')?.id ?? 0
const issue = () => issueByNumber(emulator.world.state, acme, 1)?.id ?? 0
const byDana = () => ({ kind: 'user', user: dana() }) as const
const installation = () =>
  [...emulator.installations.values()].find(
    ({ accountId }) => emulator.world.state.accounts.get(accountId)?.login === 'acme',
  )?.id ?? 0

const events: readonly TenantEvent[] = [
  {
    name: 'the App is suspended',
    happens: () => emulator.suspend(installation(), true),
    ends: () => emulator.suspend(installation(), false),
  },
  {
    name: 'the configuration is broken',
    happens: () =>
      void push(emulator.world, byDana(), acme, {
        branch: 'main',
        message: 'Mend',
        files: { '.github/incidents.yml': 'roster: [' },
      }),
    ends: null,
  },
  {
    name: 'the repository is renamed',
    happens: () => void updateRepository(emulator.world, null, acme, { name: 'incident-room' }),
    ends: () => void updateRepository(emulator.world, null, acme, { name: 'incidents' }),
  },
  {
    name: 'the repository is archived',
    happens: () => void updateRepository(emulator.world, null, acme, { archived: true }),
    ends: () => void updateRepository(emulator.world, null, acme, { archived: false }),
    silent: true,
  },
  {
    name: 'the repository is made public',
    happens: () => setVisibility(emulator.world, null, acme, 'public'),
    ends: () => setVisibility(emulator.world, null, acme, 'private'),
  },
  {
    name: 'issues are switched off',
    happens: () => void updateRepository(emulator.world, null, acme, { hasIssues: false }),
    ends: () => void updateRepository(emulator.world, null, acme, { hasIssues: true }),
    silent: true,
  },
  {
    name: 'the incident is locked',
    happens: () => lockIssue(emulator.world, byDana(), issue(), null),
    ends: () => unlockIssue(emulator.world, byDana(), issue()),
  },
  {
    name: 'somebody loses access',
    happens: () => {
      const bob = [...emulator.world.state.accounts.values()].find(({ login }) => login === 'bob')?.id ?? 0
      removeCollaborator(emulator.world, acme, bob)
    },
    ends: null,
  },
  {
    name: 'somebody deletes the account',
    happens: () => {
      const gwen = [...emulator.world.state.accounts.values()].find(({ login }) => login === 'gwen')?.id ?? 0
      deleteAccount(emulator.world, gwen)
    },
    ends: null,
  },
  {
    name: 'the organization is renamed',
    happens: () => renameAccount(emulator.world, owning(), 'acme-corp'),
    ends: () => renameAccount(emulator.world, owning(), 'acme'),
  },
  {
    name: 'the default branch is renamed',
    happens: () => {
      const main = refOid(emulator.world.state, acme, 'refs/heads/main') ?? ''
      createRef(emulator.world, byDana(), acme, 'refs/heads/trunk', main)
      updateRepository(emulator.world, null, acme, { defaultBranch: 'trunk' })
    },
    ends: null,
  },
  {
    name: 'the App is uninstalled and installed again',
    happens: () => emulator.uninstall(installation()),
    ends: () => void emulator.install('acme'),
  },
]

const owning = () => [...emulator.world.state.accounts.values()].find(({ login }) => login.startsWith('acme'))?.id ?? 0

test.each(events.map((event, index) => ({ ...event, index })))('$name', async ({ happens, ends, silent, index }) => {
  const said = `what dana saw when ${index}`
  const other = `what vera saw when ${index}`
  const note = (): Promise<unknown> => {
    const { name } = emulator.world.state.repositories.get(acme) ?? { name: '' }
    const owner = emulator.world.state.accounts.get(owning())?.login ?? ''
    return ask('dana', 'POST', `${owner}/${name}/issues/1/comments`, { body: `/timeline ${said}` })
  }
  happens()
  try {
    if (silent !== true) await note()
    await ask('vera', 'POST', 'globex/incidents/issues/1/comments', { body: `/timeline ${other}` })
    expect(await recorded(idOf('globex'), other)).toBe(1)
  } finally {
    ends?.()
  }
  if (silent === true) await note()
  expect(await recorded(acme, said)).toBe(1)
})

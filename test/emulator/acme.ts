import {
  accountByLogin,
  addOrganization,
  addRepository,
  addTeam,
  addUser,
  type Emulator,
  type EmulatorOptions,
  type Role,
  setRole,
  startEmulator,
  type World,
} from 'github-emulator'

const roles: { [login: string]: Role } = {
  alice: 'admin',
  erin: 'maintain',
  bob: 'write',
  dave: 'triage',
  carol: 'read',
}

/** An organisation with one private repository, somebody in every role, and mallory without any. */
export function setUpAcme(world: World) {
  for (const login of [...Object.keys(roles), 'mallory']) addUser(world, { login })
  addOrganization(world, { login: 'acme', members: ['carol'], admins: ['alice'] })
  addTeam(world, { organization: 'acme', slug: 'responders', members: ['alice', 'carol'] })
  const files = { 'README.md': '# Incidents\n', 'docs/a.md': 'one\ntwo\nthree\n' }
  const repository = addRepository(world, { owner: 'acme', name: 'incidents', files })
  for (const [login, role] of Object.entries(roles)) setRole(world, repository.id, idOf(world, login), role)
}

export function idOf(world: World, login: string): number {
  const found = accountByLogin(world.state, login)
  if (!found) throw new Error(`nobody is called ${login}`)
  return found.id
}

export const startAcme = (options: EmulatorOptions = {}): Promise<Emulator> =>
  startEmulator({
    inProcess: true,
    clock: { frozen: '2026-03-01T10:00:00Z', step: 10 },
    setUp: setUpAcme,
    instantTimeouts: true,
    ...options,
  })

export type Reply = { status: number; headers: Headers; body: unknown }

/** One REST request in process. `body` is as it came: tests say what they expect of it. */
export async function ask(emulator: Emulator, token: string | null, line: string, body?: unknown): Promise<Reply> {
  const [method = 'GET', path = '/'] = line.split(' ')
  const answer = await emulator.fetch(`${emulator.api}${path}`, {
    method,
    headers: token === null ? {} : { authorization: `Bearer ${token}` },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  const text = await answer.text()
  return { status: answer.status, headers: answer.headers, body: text === '' ? undefined : read(text) }
}

function read(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

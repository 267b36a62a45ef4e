import { Octokit } from '@octokit/rest'
import {
  addOrganization,
  addRepository,
  addUser,
  createIssue,
  type Emulator,
  startEmulator,
  type World,
} from 'github-emulator'
import { describe, expect, test } from 'vitest'
import { connect, type GitHub } from '../../src/adapters/github/client/client.ts'
import type { Job } from '../../src/runtime/job.ts'
import { type Listing, resyncInstallation } from '../../src/runtime/resync.ts'

// Three tenants with an open incident in each of two repositories: the trouble of the middle one is its own.

const tenants = ['acme', 'blue', 'cyan'] as const

const setUp = (world: World): void => {
  const { id } = addUser(world, { login: 'dana' })
  for (const login of tenants) {
    addOrganization(world, { login, members: [], admins: ['dana'] })
    for (const name of ['one', 'two']) {
      const { id: repository } = addRepository(world, { owner: login, name })
      createIssue(world, { kind: 'user', user: id }, repository, { title: 'x', labels: ['incident'] })
    }
  }
}

const open = (): Promise<Emulator> => startEmulator({ inProcess: true, instantTimeouts: true, setUp })

const silent = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} }

const through = (emulator: Emulator, installationId: number): GitHub => {
  const auth = emulator.installationToken({ installationId })
  const { request } = new Octokit({ auth, baseUrl: emulator.api, request: { fetch: emulator.fetch }, log: silent })
  return connect({ request, sleep: async () => {} })
}

const ids = (emulator: Emulator): readonly number[] => [...emulator.installations.keys()]

/** A resync of all three, and what came of it. */
const look = async (emulator: Emulator, more: { connect?: (id: number) => Promise<GitHub> } = {}) => {
  const jobs: Job[] = []
  const unlisted: string[] = []
  const listing: Listing = {
    connect: more.connect ?? (async id => through(emulator, id)),
    add: job => void jobs.push(job),
    settled: { isSettled: () => false, look: () => undefined },
    inUse: async () => undefined,
    unlisted: (where, why) =>
      void unlisted.push(`${'repo' in where ? `${where.owner}/${where.repo}` : where.installation}: ${String(why)}`),
  }
  for (const id of ids(emulator)) await resyncInstallation(id, listing)
  return { looked: jobs.map(({ owner, repo }) => `${owner}/${repo}`), unlisted }
}

const others = ['acme/one', 'acme/two', 'cyan/one', 'cyan/two']

test('all are well: every incident of every tenant is looked at, and nothing is told', async () => {
  const { looked, unlisted } = await look(await open())
  expect(looked).toEqual(['acme/one', 'acme/two', 'blue/one', 'blue/two', 'cyan/one', 'cyan/two'])
  expect(unlisted).toEqual([])
})

describe('one tenant’s trouble keeps no other from being looked at', () => {
  test('it is suspended', async () => {
    const emulator = await open()
    const [, blue = 0] = ids(emulator)
    emulator.suspend(blue, true)
    const { looked, unlisted } = await look(emulator)
    expect(looked).toEqual(others)
    expect(unlisted).toEqual([`${blue}: This installation has been suspended`])
  })

  test('it gives no token', async () => {
    const emulator = await open()
    const [, blue = 0] = ids(emulator)
    const refuses = async (id: number): Promise<GitHub> => {
      if (id === blue) throw new Error('no token')
      return through(emulator, id)
    }
    const { looked, unlisted } = await look(emulator, { connect: refuses })
    expect(looked).toEqual(others)
    expect(unlisted).toEqual([`${blue}: Error: no token`])
  })

  test('a bug of ours strikes at one of its repositories: the other is looked at', async () => {
    const emulator = await open()
    const [, blue = 0] = ids(emulator)
    const bitten = async (id: number): Promise<GitHub> => {
      const github = through(emulator, id)
      return id === blue
        ? {
            ...github,
            query: (document, variables) => {
              if ('repo' in variables && variables.repo === 'one') throw new TypeError('not a function')
              return github.query(document, variables)
            },
          }
        : github
    }
    const { looked, unlisted } = await look(emulator, { connect: bitten })
    expect(looked).toEqual(['acme/one', 'acme/two', 'blue/two', 'cyan/one', 'cyan/two'])
    expect(unlisted).toEqual(['blue/one: TypeError: not a function'])
  })

  test('GitHub breaks at the list of its repositories', async () => {
    const emulator = await open()
    const [, blue = 0] = ids(emulator)
    const where = { identity: `installation:${blue}`, path: '/installation/repositories' }
    for (const request of [1, 2, 3]) emulator.faults.add({ request, mode: '502-before', where })
    const { looked, unlisted } = await look(emulator)
    expect(looked).toEqual(others)
    expect(unlisted).toHaveLength(1)
  })
})

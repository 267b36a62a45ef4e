import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Octokit } from '@octokit/rest'
import { addRepository, addUser, startEmulator } from 'github-emulator'
import { expect, test } from 'vitest'

// packages/github-emulator/README.md: what it shows is what runs here.

const home = join(import.meta.dirname, '../../packages/github-emulator')
const readme = readFileSync(join(home, 'README.md'), 'utf8')

test('the example of the README opens an issue, and nothing about it is a violation', async () => {
  const emulator = await startEmulator({
    inProcess: true,
    clock: { frozen: '2026-03-01T10:00:00Z' },
    setUp: world => {
      addUser(world, { login: 'bob' })
      addRepository(world, { owner: 'bob', name: 'notes' })
    },
  })

  const octokit = new Octokit({
    auth: emulator.tokenFor('bob'),
    baseUrl: emulator.api,
    request: { fetch: emulator.fetch },
  })
  await octokit.rest.issues.create({ owner: 'bob', repo: 'notes', title: 'Hello' })

  const { data } = await octokit.rest.issues.listForRepo({ owner: 'bob', repo: 'notes' })
  expect(data).toMatchObject([{ number: 1, title: 'Hello', user: { login: 'bob' } }])
  expect(emulator.violations).toEqual([])

  const shown = readme.match(/```ts\n([\s\S]*?)```/)?.[1]?.split('\n') ?? []
  const here = readFileSync(import.meta.filename, 'utf8')
    .split('\n')
    .map(line => line.trim())
  expect(shown.length).toBeGreaterThan(15)
  expect(shown.filter(line => !line.startsWith('import ') && !here.includes(line.trim()))).toEqual([])
})

test('the table of faults names every mode that there is', async () => {
  const emulator = await startEmulator({ inProcess: true })
  const body = JSON.stringify({ mode: 'gremlin' })
  const answer = await emulator.fetch(`${emulator.url}/_emulator/faults`, { method: 'POST', body })
  const { message } = (await answer.json()) as { message: string }
  const modes = message.match(/must be one of ([^;]*);/)?.[1]?.split(', ') ?? []
  const rows = readme.match(/\| mode \|[\s\S]*?\n\n/)?.[0] ?? ''
  const named = rows
    .split('\n')
    .flatMap(row => [...(row.split('|')[1] ?? '').matchAll(/`([^`]+)`/g)])
    .map(match => match[1] ?? '')
  expect(named.toSorted()).toEqual(modes.toSorted())
})

test('the table of folders names every folder of the source, and no other', () => {
  const rows = readme.match(/\| folder \|[\s\S]*?\n\n/)?.[0] ?? ''
  const named = rows
    .split('\n')
    .flatMap(row => [...(row.split('|')[1] ?? '').matchAll(/`src\/([^`]+)`/g)])
    .map(match => match[1] ?? '')
  const folders = readdirSync(join(home, 'src'), { withFileTypes: true })
    .filter(entry => entry.isDirectory())
    .map(entry => entry.name)
  expect(named.toSorted()).toEqual(folders.toSorted())
})

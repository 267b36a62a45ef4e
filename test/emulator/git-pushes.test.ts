import { gzipSync } from 'node:zlib'
import { addRepository, addUser, createRef, refOid, repositoryByName, startEmulator } from 'github-emulator'
import { expect, test } from 'vitest'

// Pushes that no git program makes, but that anybody with write access can send.

const line = (text: string): string => `${(Buffer.byteLength(text) + 4).toString(16).padStart(4, '0')}${text}`
const zero = '0'.repeat(40)

const open = async () => {
  const emulator = await startEmulator({
    inProcess: true,
    setUp: world => {
      addUser(world, { login: 'mallory' })
      addRepository(world, { owner: 'mallory', name: 'notes', files: { 'README.md': '# Notes\n' } })
    },
  })
  const { state } = emulator.world
  const home = repositoryByName(state, 'mallory', 'notes')
  const ref = (name: string) => refOid(state, home?.id ?? 0, name)
  const send = (body: Buffer, headers: Record<string, string> = {}): Promise<Response> =>
    emulator.fetch(`${emulator.url}/mallory/notes.git/git-receive-pack`, {
      method: 'POST',
      body: new Uint8Array(body),
      headers: {
        authorization: `token ${emulator.tokenFor('mallory')}`,
        'content-type': 'application/x-git-receive-pack-request',
        ...headers,
      },
    })
  const push = (commands: readonly string[], capabilities = ' report-status'): Buffer =>
    Buffer.from(`${commands.map((command, i) => line(i === 0 ? `${command}\0${capabilities}` : command)).join('')}0000`)
  return { emulator, ref, send, push, main: ref('refs/heads/main') ?? '' }
}

test('the control: a branch that is pushed is there, packed or not', async () => {
  const { ref, send, push, main } = await open()
  expect((await send(push([`${zero} ${main} refs/heads/a`]))).status).toBe(200)
  await send(gzipSync(push([`${zero} ${main} refs/heads/b`])), { 'content-encoding': 'gzip' })
  expect([ref('refs/heads/a'), ref('refs/heads/b')]).toEqual([main, main])
})

test('one ref twice, all or none: none, and an answer', async () => {
  const { ref, send, push, main } = await open()
  const twice = [`${zero} ${main} refs/heads/a`, `${zero} ${main} refs/heads/t`, `${zero} ${main} refs/heads/t`]
  expect((await send(push(twice, ' report-status atomic'))).status).toBe(200)
  expect([ref('refs/heads/a'), ref('refs/heads/t')]).toEqual([null, null])
})

test('a body that says it is packed and is not: 400', async () => {
  const { ref, send, push, main } = await open()
  const answer = await send(push([`${zero} ${main} refs/heads/z`]), { 'content-encoding': 'gzip' })
  expect([answer.status, ref('refs/heads/z')]).toEqual([400, null])
})

test('a branch where another has its folder, or below another: git can keep no such two, nor does the API', async () => {
  const { emulator, ref, send, push, main } = await open()
  await send(push([`${zero} ${main} refs/heads/incident/1`]))
  await send(push([`${zero} ${main} refs/heads/incident`]))
  await send(push([`${zero} ${main} refs/heads/incident/1/x`]))
  expect(['incident/1', 'incident', 'incident/1/x'].map(name => ref(`refs/heads/${name}`))).toEqual([main, null, null])
  const home = repositoryByName(emulator.world.state, 'mallory', 'notes')
  const user = { kind: 'user', user: home?.ownerId ?? 0 } as const
  expect(() => createRef(emulator.world, user, home?.id ?? 0, 'refs/heads/incident', main)).toThrow(
    'Reference update failed',
  )
})

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { channelsOfApp } from '../../src/entrypoints/channels-of-app.ts'
import { type Receiver, receiver, says } from '../adapters/channels/receiver.ts'
import { typed } from './typed.ts'

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tocsin-channels-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const fileOf = (text: string): string => {
  const path = join(folder, 'channels.yml')
  writeFileSync(path, text)
  return path
}

const pathInRoom = 'T0-secret'
const room = 'room:\n  kind: slack\n  url_env: ROOM\n  allow_private_addresses: true\n  installations: all\n'
const at = ({ url }: Receiver) => ({ ROOM: `${url}/services/${pathInRoom}` })

describe('tocsin channels test', () => {
  test('sends one message that says that it is a test', async () => {
    const slack = await receiver(says(200, 'ok'))
    const env = { ...at(slack), TOCSIN_CHANNELS: fileOf(room) }
    expect(await typed(['channels', 'test', 'room'], env)).toEqual({
      code: 0,
      stdout: 'room: accepted. Check that it arrived; in a pager, resolve it there.\n',
      stderr: '',
    })
    expect(slack.received.map(({ body }) => JSON.parse(body).text)).toEqual([
      'Test of Tocsin: this channel works. Nobody is needed.',
    ])
  })

  test('says why it failed, and not where to', async () => {
    const slack = await receiver(says(404, 'no_service'))
    const said = await typed(['channels', 'test', 'room', '--file', fileOf(room)], at(slack))
    expect(said).toEqual({
      code: 1,
      stdout: '',
      stderr: 'room: failed: it did not accept the key or URL, or no longer does.\n',
    })
  })

  test('reads the file of a workflow, whose channels name no installations', async () => {
    const slack = await receiver(says(200, 'ok'))
    const file = fileOf(room.replace('  installations: all\n', ''))
    expect(await typed(['channels', 'test', 'room', '--file', file], at(slack))).toMatchObject({ code: 1 })
    expect(await typed(['channels', 'test', 'room', '--file', file, '--action'], at(slack))).toMatchObject({ code: 0 })
    expect(slack.received).toHaveLength(1)
  })

  test('tells what is wrong with the file, and what can be tried', async () => {
    const file = fileOf(`${room}pager:\n  kind: pagerduty\n  installations: all\n`)
    const said = await typed(['channels', 'test', 'pager', '--file', file], { ROOM: 'https://hooks.slack.test/x' })
    expect(said).toEqual({
      code: 1,
      stdout: '',
      stderr: `${file}:7: \`routing_key\` of channel \`pager\` is missing. Expected: the integration key of an Events API v2 integration, for example \`routing_key_env: PAGERDUTY_KEY\`\ntocsin channels test: the file defines no such channel that can be used. It defines room.\n`,
    })
  })

  test('needs a file', async () => {
    expect(await typed(['channels', 'test', 'room'])).toMatchObject({
      code: 2,
      stderr:
        'tocsin channels test: set TOCSIN_CHANNELS, or give --file, to the path of the file with the channels. See tocsin channels test --help\n',
    })
    expect(await typed(['channels', 'test', 'room', '--file', join(folder, 'none.yml')])).toMatchObject({
      code: 1,
      stderr: 'tocsin channels test: the file with the channels cannot be read.\n',
    })
  })
})

describe('the App at its start', () => {
  const start = (path: string | undefined, env: Readonly<Record<string, string>> = {}) => {
    const log: string[] = []
    const hear = (level: string) => (line: string) => void log.push(`${level}: ${line}`)
    const defined = channelsOfApp(path, env, { info: hear('info'), error: hear('error') })
    return { log, ids: defined.map(({ id }) => id) }
  }

  test('without a file has no channels, and says nothing of it', () =>
    expect(start(undefined)).toEqual({ log: [], ids: [] }))

  test('names its channels', () => {
    expect(start(fileOf(room), { ROOM: 'https://hooks.slack.test/x' })).toEqual({
      log: ['info: Channels: room.'],
      ids: ['room'],
    })
  })

  test('starts with a file that is wrong, tells all of it, and uses what is right', () => {
    const file = fileOf(`${room}pager:\n  kind: pagerduty\n  installations: all\n`)
    const { ids, log } = start(file, { ROOM: `https://hooks.slack.test/${pathInRoom}` })
    expect(ids).toEqual(['room'])
    expect(log).toEqual([
      `error: ${file}:7: \`routing_key\` of channel \`pager\` is missing. Expected: the integration key of an Events API v2 integration, for example \`routing_key_env: PAGERDUTY_KEY\``,
      'error: A problem in the file of the channels: a channel with one is not used.',
      'info: Channels: room.',
    ])
  })

  test('starts without its file', () => {
    expect(start(join(folder, 'none.yml'))).toEqual({
      log: [
        'error: TOCSIN_CHANNELS names a file that cannot be read, so there are no channels: nobody can be woken outside GitHub.',
      ],
      ids: [],
    })
  })
})

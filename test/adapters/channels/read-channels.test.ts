import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { channelsFor } from '../../../src/adapters/channels/channels-for.ts'
import { readChannels } from '../../../src/adapters/channels/read-channels.ts'
import { variablesOf } from '../../../src/adapters/channels/source.ts'
import { findingLine } from '../../../src/messages/findings.ts'

import { page } from './a-page.ts'

const env = {
  PAGER: 'K'.repeat(32),
  ROOM: 'https://hooks.slack.test/services/T0/B0/x',
  FLOW: 'https://example.environment.api.powerplatform.com/workflows/x',
  AUTHORIZATION: 'Bearer abc',
  EMPTY: '',
}

const ofApp = (text: string, more: Readonly<Record<string, string>> = {}) =>
  readChannels(text, { file: 'channels.yml', where: 'app', variable: variablesOf({ ...env, ...more }) })

const ofAction = (text: string) =>
  readChannels(text, { file: 'input channels', where: 'action', variable: variablesOf(env) })

const lines = ({ problems }: ReturnType<typeof readChannels>): readonly string[] =>
  problems.map(problem => findingLine({ is: 'problem', ...problem }))

const whole = `
pager:
  kind: pagerduty
  routing_key_env: PAGER
  region: eu
  people: {dana: PDANA01, "@Erin": PERIN01}
  installations: all
room:
  kind: slack
  url_env: ROOM
  private: true
  installations: [acme, 4711]
flow:
  kind: teams
  url_env: FLOW
  installations: [Acme]
push:
  kind: webhook
  url: http://127.0.0.1:8080/
  allow_private_addresses: true
  headers: {X-Team: security}
  headers_env: {Authorization: AUTHORIZATION}
  template: {topic: oncall, message: "{{text}}"}
  installations: all
`

describe('the file of the operator', () => {
  test('that is right defines each channel, its secrets filled in', () => {
    const { definitions, problems, secrets } = ofApp(whole)
    expect(problems).toEqual([])
    expect(definitions).toMatchObject([
      { id: 'pager', isPrivate: false, installations: 'all' },
      { id: 'room', isPrivate: true, installations: ['acme', 4711] },
      { id: 'flow', isPrivate: false, installations: ['acme'] },
      { id: 'push', isPrivate: false, installations: 'all' },
    ])
    const requests = definitions.map(one => one.open(() => 0).requestFor({ ...page, isTest: false }))
    expect(requests).toMatchObject([
      { url: new URL('https://events.eu.pagerduty.com/v2/enqueue'), allowPrivateAddresses: false },
      { url: new URL(env.ROOM), allowPrivateAddresses: false },
      { url: new URL(env.FLOW), allowPrivateAddresses: false },
      { headers: { 'x-team': 'security', authorization: 'Bearer abc' }, method: 'POST', allowPrivateAddresses: true },
    ])
    expect(secrets).toEqual([env.PAGER, env.ROOM, env.FLOW, 'http://127.0.0.1:8080/', 'Bearer abc'])
  })

  test('that is empty defines none', () => expect(ofApp('')).toEqual({ definitions: [], problems: [], secrets: [] }))

  test('that is wrong is told all at once, each with its line, and what is right counts', () => {
    const read = ofApp(`
Pager: {kind: slack}
a: text
b: {kind: mail, installations: all}
c:
  kind: slack
  installations: all
d:
  kind: slack
  url_env: NOT_SET
e:
  kind: slack
  url: https://hooks.slack.test/x
  url_env: ROOM
  installations: all
f:
  kind: teams
  url: https://acme.webhook.office.com/webhookb2/x
  installations: all
  colour: red
g:
  kind: webhook
  url: http://192.168.0.1/
  template: {message: "{{secret}}"}
  installations: [acme, "a b"]
h:
  kind: webhook
  url: https://push.test/
  headers: {Host: other.test}
  template: {message: "{{text}}: {{why}}"}
  installations: all
i:
  kind: webhook
  url: https://push.test/
  template: {message: "{{text}}: {{why}}"}
  installations: all
j:
  kind: pagerduty
  routing_key_env: PAGER
  token_env: EMPTY
  region: mars
  installations: all
k:
  kind: webhook
  url: https://dana:x@push.test/
  template: "{message: broken"
  installations: all
good:
  kind: slack
  url_env: ROOM
  installations: all
`)
    expect(read.definitions.map(({ id }) => id)).toEqual(['good'])
    expect(`\n${lines(read).join('\n')}\n`).toMatchSnapshot()
  })

  test('that is no YAML is told without what stands in it, and what stands whole above counts', () => {
    const read = ofApp(`${whole}\nmore: *anchor\nthen: [x\n`)
    expect(lines(read)).toMatchSnapshot()
    expect(read.definitions.map(({ id }) => id)).toContain('room')
  })

  test('that is far too long is not read', () => {
    expect(lines(ofApp(`#${'x'.repeat(70_000)}`))).toEqual([
      'channels.yml:1: The file has 70001 characters, so no channel is read. Expected: at most 65536',
    ])
  })
})

describe('the input of the Action', () => {
  test('takes the same, but need not name installations', () => {
    const { definitions, problems } = ofAction('room:\n  kind: slack\n  url_env: ROOM\n')
    expect(problems).toEqual([])
    expect(channelsFor(definitions)(null).has('room')).toBe(true)
  })

  test('takes no secret that is written out: a workflow is a file of the repository', () => {
    const read = ofAction('room:\n  kind: slack\n  url: https://hooks.slack.test/services/T0/B0/x\n')
    expect(read.definitions).toEqual([])
    expect(lines(read)).toEqual([
      'input channels:3: `url` of channel `room` is written into the workflow. Expected: `url_env` with the name of a variable that the workflow sets in `env:` of this step, from one of its secrets',
    ])
  })
})

test('an installation uses what the operator allows it, and nothing else', () => {
  const { definitions } = ofApp(whole)
  const idsFor = (installation: number, owner: string) => [...channelsFor(definitions)({ installation, owner }).keys()]
  expect(idsFor(1, 'ACME')).toEqual(['pager', 'room', 'flow', 'push'])
  expect(idsFor(4711, 'renamed')).toEqual(['pager', 'room', 'push'])
  expect(idsFor(2, 'stranger')).toEqual(['pager', 'push'])
})

test('whatever is wrong where: no value of the file or of a variable is in a problem', () => {
  const secret = fc
    .string({ unit: fc.constantFrom(...'abcdefXYZ0123456789'), minLength: 12, maxLength: 32 })
    .map(text => `s3${text}`)
  const places = (value: string) => [
    `room: {kind: slack, url: "${value}", installations: all}`,
    `room: {kind: slack, url_env: "${value}", installations: all}`,
    `room: {kind: slack, ${value}: x, installations: all}`,
    `room: {kind: "${value}"}`,
    `room: "${value}"`,
    `"${value.toUpperCase()}": {kind: slack}`,
    `room: {kind: slack, url_env: HELD, private: "${value}", installations: all}`,
    `room: {kind: teams, url_env: HELD, installations: ["${value}!"]}`,
    `room: {kind: slack, url: "ftp://${value}", installations: all}`,
    `room: {kind: slack, url: *${value}, installations: all}`,
    `room: {kind: slack, url: [${value}`,
    `room:\n  kind: slack\n  url: ${value}: ${value}\n`,
    `room: {kind: slack, url: a, url: ${value}, ${value}: 1, ${value}: 2, installations: all}`,
    `push: {kind: webhook, url_env: HELD, template: {a: "{{${value}}}"}, installations: all}`,
    `push: {kind: webhook, url_env: HELD, template: "{${value}", installations: all}`,
    `push: {kind: webhook, url_env: HELD, headers: {"${value} ": "ü"}, template: {a: b}, installations: all}`,
    `push: {kind: webhook, url_env: HELD, headers: {authorization: "${value}ü"}, template: {a: b}, installations: all}`,
    `push: {kind: webhook, url_env: HELD, headers_env: {authorization: "${value}"}, template: {a: b}, installations: all}`,
    `pager: {kind: pagerduty, routing_key: "${value}ü", people: {"${value} x": "${value}"}, installations: all}`,
    `pager: {kind: pagerduty, routing_key_env: "${value}", region: "${value}", installations: all}`,
  ]
  fc.assert(
    fc.property(secret, value => {
      for (const text of places(value)) {
        const read = ofApp(text, { HELD: `not a URL ${value}` })
        const told = lines(read).join('\n')
        expect(told).not.toBe('')
        expect(told.toLowerCase()).not.toContain(value.toLowerCase())
      }
    }),
    { numRuns: 30 },
  )
})

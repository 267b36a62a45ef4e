import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { kinds as everyKind } from '../../../src/adapters/channels/kinds.ts'
import type { ChannelMessage } from '../../../src/domain/terms/channel-message.ts'
import { deliveryFailures } from '../../../src/domain/terms/channel-message.ts'
import { deliveryFailureSentences } from '../../../src/messages/paging/delivery-failure.ts'
import { channelOf, page } from './a-page.ts'
import { receiver, says } from './receiver.ts'

// A channel's address and its keys are secrets. Whatever its answer, nobody is told them.

const kinds = {
  pagerduty: (url: string) =>
    `kind: pagerduty\nrouting_key_env: SECRET\ntoken_env: SECRET\nevents_url: ${url}/v2/enqueue\napi_url: ${url}`,
  slack: () => 'kind: slack\nurl_env: ADDRESS\nprivate: true',
  teams: () => 'kind: teams\nurl_env: ADDRESS\nprivate: true',
  webhook: () =>
    'kind: webhook\nurl_env: ADDRESS\nheaders_env: {authorization: SECRET}\nsigning_secret_env: SECRET\ntemplate: {text: "{{text}}"}',
} as const

const secretText = fc
  .string({ unit: fc.constantFrom(...'abcdefXYZ0123456789'), minLength: 16, maxLength: 32 })
  .map(text => `s3${text}`)

const answers = fc.constantFrom(200, 202, 302, 400, 401, 404, 429, 500, 0)

test('every kind is tried here', () => expect(Object.keys(kinds)).toEqual(Object.keys(everyKind)))

test.each(Object.entries(kinds))('whatever %s answers, and if it is not there: no secret is told', async (_, yaml) => {
  const said: string[] = []
  const hear = (chunk: unknown): boolean => said.push(String(chunk)) > 0
  vi.spyOn(process.stdout, 'write').mockImplementation(hear)
  vi.spyOn(process.stderr, 'write').mockImplementation(hear)
  let echo = ''
  let status = 200
  // an answer that says everything back, as some error pages do
  const { url } = await receiver((response, received) => {
    if (status === 0) response.socket?.destroy()
    else
      says(status, `${echo} ${JSON.stringify(received)}`, { location: `http://127.0.0.1/${echo}` })(response, received)
  })
  const told = await fc.check(
    fc.asyncProperty(secretText, answers, fc.boolean(), async (secret, answered, isThere) => {
      echo = secret
      status = answered
      const base = isThere ? url : 'http://127.0.0.1:1'
      const env = { SECRET: secret, ADDRESS: `${base}/${secret}` }
      const channel = channelOf(`${yaml(base)}\nallow_private_addresses: true`, env)
      const deliveries = [await channel.send(page), await channel.test()]
      const read = await channel.readAnswers?.(page.key)
      expect(JSON.stringify([deliveries, read, channel, said])).not.toContain(secret)
      for (const delivery of deliveries) if (delivery.is === 'failed') expect(deliveryFailures).toContain(delivery.why)
    }),
    { numRuns: 25 },
  )
  vi.restoreAllMocks()
  expect(told.errorInstance).toBeNull()
})

test('no reason quotes anything: each is one of a closed list, with one sentence', () => {
  expect(Object.keys(deliveryFailureSentences)).toEqual([...deliveryFailures])
})

test('what is said outside never holds severity, link or reason, whatever the incident is called', async () => {
  const message: ChannelMessage = { ...page, why: 'WHY', link: 'https://LINK', call: 'https://CALL' }
  const { url, received } = await receiver(says(200))
  const push = channelOf(`kind: webhook\nurl: ${url}\nallow_private_addresses: true\ntemplate: {text: "{{text}}"}`)
  await push.send(message)
  expect(received[0]?.body).toBe('{"text":"sapphire-basket: please join the call now."}')
})

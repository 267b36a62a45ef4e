import { createHmac, timingSafeEqual } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { channelOf, page } from './a-page.ts'
import { type Received, receiver, says } from './receiver.ts'

const secret = `whsec_${Buffer.from('k'.repeat(32)).toString('base64')}`

const pushAt = (url: string, more: string) =>
  channelOf(`kind: webhook\nurl: ${url}/\nallow_private_addresses: true\n${more}`, {
    AUTHORIZATION: 'Bearer abc',
    SECRET: secret,
    PLAIN: 'any other text',
  })

test('ntfy, as its documentation has it: JSON to the root, the topic in it', async () => {
  const { url, received } = await receiver(says(200, '{"id":"x","event":"message"}'))
  const push = pushAt(
    url,
    'headers_env: {Authorization: AUTHORIZATION}\ntemplate: {topic: oncall, title: Page, message: "{{text}}", priority: 5}',
  )
  expect(await push.send(page)).toEqual({ is: 'accepted' })
  expect(received[0]).toMatchObject({
    method: 'POST',
    path: '/',
    headers: { 'content-type': 'application/json', authorization: 'Bearer abc' },
    body: '{"topic":"oncall","title":"Page","message":"sapphire-basket: please join the call now. +49 30 901820","priority":5}',
  })
})

test('an SMS gateway: to the numbers of those who are paged, the codename and the call', async () => {
  const { url, received } = await receiver(says(201, '{}'))
  const sms = pushAt(
    url,
    'method: PUT\naddresses: {dana: \'+4915100000\', erin: \'+4915100001\', alice: \'+4915100002\'}\ntemplate: |\n  {"from": "+49", "to": "{{addresses}}", "body": "{{ text }}", "reference": "{{key}} to {{to}}"}',
  )
  expect(await sms.send(page)).toEqual({ is: 'accepted' })
  expect(received[0]?.method).toBe('PUT')
  expect(received[0]?.body).toBe(
    '{"from":"+49","to":["+4915100000","+4915100001"],"body":"sapphire-basket: please join the call now. +49 30 901820","reference":"inc-4f2a/1 to dana, Erin"}',
  )
})

test('nobody who is paged has a number: nothing is sent, and that is said', async () => {
  const { url, received } = await receiver(says(201))
  const sms = pushAt(url, "addresses: {alice: '+4915100002'}\ntemplate: {to: '{{addresses}}'}")
  expect(await sms.send(page)).toEqual({ is: 'failed', why: 'no-address' })
  expect(received).toEqual([])
})

test('the call is not said where it is a link: whoever reads the message could join', async () => {
  const { url, received } = await receiver(says(200))
  await pushAt(url, 'template: {message: "{{text}}"}').send({ ...page, call: 'https://meet.example.com/bridge' })
  expect(received[0]?.body).toBe('{"message":"sapphire-basket: please join the call now."}')
})

test('the end of a page is told only where the operator asks for it', async () => {
  const { url, received } = await receiver(says(200))
  expect(await pushAt(url, 'template: {message: "{{text}}"}').send({ ...page, action: 'resolve' })).toEqual({
    is: 'accepted',
  })
  expect(received).toEqual([])
  await pushAt(
    url,
    'actions: [trigger, resolve]\ntemplate: {message: "{{text}}", state: "{{action}}", drill: "{{drill}}"}',
  ).send({
    ...page,
    action: 'resolve',
  })
  expect(received[0]?.body).toBe(
    '{"message":"sapphire-basket: you are no longer needed. Thank you.","state":"resolve","drill":false}',
  )
})

test('whatever is in a field, it stays in its string, and is not filled in again', async () => {
  const sent: (string | null)[] = []
  const push = channelOf(
    'kind: webhook\nurl: https://push.test\nprivate: true\ntemplate: {a: "<{{why}}>", b: "{{ why }}", c: ["{{link}}", {d: "{{codename}}"}], e: 1}',
    {},
    async ({ body }) => {
      sent.push(body)
      return { is: 'answered', status: 200, text: '' }
    },
  )
  const reasons = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('","x":"', '{{key}}', '\\', '\u2028', '$&'))
  await fc.assert(
    fc.asyncProperty(reasons, async why => {
      await push.send({ ...page, why })
      const filled: unknown = JSON.parse(sent.at(-1) ?? '')
      expect(filled).toEqual({ a: `<${why}>`, b: why, c: [page.link, { d: page.codename }], e: 1 })
    }),
  )
})

/** A receiver as Standard Webhooks describes one, with its own clock; it knows nothing of who sends. */
const isGenuine = ({ headers, body }: Received, key: Buffer, now: number): boolean => {
  const { 'webhook-id': id, 'webhook-timestamp': sent, 'webhook-signature': signatures } = headers
  if (Math.abs(now - Number(sent)) > 300) return false
  const expected = createHmac('sha256', key).update(`${id}.${sent}.${body}`).digest()
  return String(signatures)
    .split(' ')
    .map(one => one.split(','))
    .some(([version, signature = '']) => {
      const given = Buffer.from(signature, 'base64')
      return version === 'v1' && given.length === expected.length && timingSafeEqual(given, expected)
    })
}

test('a receiver can tell that a message is ours, whole and new', async () => {
  const { url, received } = await receiver(says(200))
  const push = pushAt(url, 'signing_secret_env: SECRET\ntemplate: {message: "{{text}} ü"}')
  await push.send(page)
  await push.send(page)
  const [first, again] = received
  if (first === undefined || again === undefined) throw new Error('nothing arrived')
  const now = Math.floor(Date.now() / 1000)
  const key = Buffer.from('k'.repeat(32))
  expect(isGenuine(first, key, now)).toBe(true)
  expect(isGenuine(first, Buffer.from('another'), now)).toBe(false)
  expect(isGenuine({ ...first, body: first.body.replace('sapphire', 'amber') }, key, now)).toBe(false)
  expect(isGenuine(first, key, now + 600)).toBe(false)
  // the same message once more has the same id, so that it can be known again
  expect(again.headers['webhook-id']).toBe(first.headers['webhook-id'])
  await push.send({ ...page, key: 'inc-4f2a/2' })
  expect(received[2]?.headers['webhook-id']).not.toBe(first.headers['webhook-id'])
})

test('a secret that is no base64 is the key as it is written', async () => {
  const { url, received } = await receiver(says(200))
  await pushAt(url, 'signing_secret_env: PLAIN\ntemplate: {message: "{{text}}"}').send(page)
  const [first] = received
  expect(first !== undefined && isGenuine(first, Buffer.from('any other text'), Math.floor(Date.now() / 1000))).toBe(
    true,
  )
})

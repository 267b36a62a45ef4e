import { expect, test } from 'vitest'
import { channelOf, page } from './a-page.ts'
import { receiver, says } from './receiver.ts'

// PagerDuty as its Events API v2 and its REST API are described: https://developer.pagerduty.com/docs/send-alert-event

const key = 'K'.repeat(32)
const taken = says(202, JSON.stringify({ status: 'success', message: 'Event processed', dedup_key: page.key }))

const pagerAt = (url: string, more = '') =>
  channelOf(
    `kind: pagerduty\nrouting_key_env: KEY\nevents_url: ${url}/v2/enqueue\napi_url: ${url}\nallow_private_addresses: true\n${more}`,
    { KEY: key, TOKEN: 'read-only' },
  )

test('a page is an event with its key, the codename and nothing of the matter', async () => {
  const { url, received } = await receiver(taken)
  expect(await pagerAt(url).send(page)).toEqual({ is: 'accepted' })
  expect(received).toHaveLength(1)
  expect(received[0]).toMatchObject({
    method: 'POST',
    path: '/v2/enqueue',
    headers: { 'content-type': 'application/json' },
  })
  expect(received[0]?.body).toMatchInlineSnapshot(
    `"{"routing_key":"KKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKK","event_action":"trigger","dedup_key":"inc-4f2a/1","client":"Tocsin","payload":{"summary":"sapphire-basket: please join the call now. +49 30 901820","source":"tocsin","severity":"critical","custom_details":{"Paged":"dana, Erin","The call":"+49 30 901820"}},"links":[{"href":"https://github.com/acme/incidents/issues/7","text":"Open the incident"}]}"`,
  )
})

test('why somebody is paged is in the details of a private pager only', async () => {
  const { url, received } = await receiver(taken)
  await pagerAt(url, 'private: true').send(page)
  expect(JSON.parse(received[0]?.body ?? '').payload.custom_details).toMatchInlineSnapshot(`
    {
      "Paged": "dana, Erin",
      "The call": "+49 30 901820",
      "Why": "Somebody reads our mail",
    }
  `)
})

test('a page is acknowledged and resolved by its key alone', async () => {
  const { url, received } = await receiver(taken)
  const pager = pagerAt(url)
  await pager.send({ ...page, action: 'acknowledge' })
  await pager.send({ ...page, action: 'resolve' })
  expect(received.map(({ body }) => body.replace(key, 'KEY'))).toEqual([
    `{"routing_key":"KEY","event_action":"acknowledge","dedup_key":"${page.key}"}`,
    `{"routing_key":"KEY","event_action":"resolve","dedup_key":"${page.key}"}`,
  ])
})

test.each([
  [
    400,
    '{"status":"invalid event","message":"Event object is invalid","errors":["Invalid routing key"]}',
    'not-accepted',
  ],
  [429, '{"status":"throttle exceeded","message":"Requests are throttled"}', 'rate-limited'],
  [500, '{"status":"error","message":"Internal Server Error"}', 'channel-down'],
  [503, '', 'channel-down'],
  [202, '<html>Please sign in</html>', 'answer-not-understood'],
  [202, '{"status":"invalid event"}', 'answer-not-understood'],
  [200, '{"status":"success"}', 'answer-not-understood'],
] as const)('%i %s is no delivery', async (status, text, why) => {
  const { url } = await receiver(says(status, text))
  expect(await pagerAt(url).send(page)).toEqual({ is: 'failed', why })
})

test('who acknowledged is read back, by login where the operator says whose id it is', async () => {
  const { url, received } = await receiver(
    says(
      200,
      JSON.stringify({
        incidents: [
          {
            id: 'Q1',
            status: 'acknowledged',
            acknowledgements: [
              {
                at: '2026-03-01T05:05:00+02:00',
                acknowledger: { id: 'PERIN01', type: 'user_reference', summary: 'Erin E' },
              },
              {
                at: '2026-03-01T03:04:30Z',
                acknowledger: { id: 'PDANA01', type: 'user_reference', summary: 'Dana D' },
              },
              { at: '2026-03-01T03:06:00Z', acknowledger: { id: 'PSERV01', type: 'service_reference' } },
            ],
          },
        ],
      }),
    ),
  )
  const pager = pagerAt(url, 'token_env: TOKEN\npeople: {dana: PDANA01, Erin: PERIN01}')
  expect(await pager.readAnswers?.(page.key)).toEqual([
    { login: 'dana', name: 'Dana D', at: '2026-03-01T03:04:30Z' },
    { login: 'erin', name: 'Erin E', at: '2026-03-01T03:05:00Z' },
    { login: null, name: 'PSERV01', at: '2026-03-01T03:06:00Z' },
  ])
  expect(received[0]).toMatchObject({
    method: 'GET',
    path: '/incidents?incident_key=inc-4f2a%2F1&limit=100',
    headers: { accept: 'application/vnd.pagerduty+json;version=2', authorization: 'Token token=read-only' },
    body: '',
  })
})

test('nobody has acknowledged yet', async () => {
  const { url } = await receiver(says(200, '{"incidents":[{"id":"Q1","status":"triggered","acknowledgements":[]}]}'))
  expect(await pagerAt(url, 'token_env: TOKEN').readAnswers?.(page.key)).toEqual([])
})

test.each([
  [401, '{}'],
  [429, '{}'],
  [200, '{"incidents":"none"}'],
  [200, '<html></html>'],
])('that acknowledgements cannot be read is not that there are none: %i %s', async (status, text) => {
  const { url } = await receiver(says(status, text))
  expect(await pagerAt(url, 'token_env: TOKEN').readAnswers?.(page.key)).toBeNull()
})

test('without a token nothing is read back', () => {
  expect(pagerAt('http://127.0.0.1:1').readAnswers).toBeNull()
})

test('a test says that it is one', async () => {
  const { url, received } = await receiver(taken)
  expect(await pagerAt(url).test()).toEqual({ is: 'accepted' })
  expect(JSON.parse(received[0]?.body ?? '')).toMatchObject({
    event_action: 'trigger',
    dedup_key: expect.stringMatching(/^tocsin-test-\d+$/),
    payload: { summary: 'Test of Tocsin: this channel works. Nobody is needed.' },
  })
})

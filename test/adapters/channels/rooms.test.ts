import { describe, expect, test } from 'vitest'
import { channelOf, page } from './a-page.ts'
import { receiver, says } from './receiver.ts'

const slackAt = (url: string, more = '') =>
  channelOf(`kind: slack\nurl_env: ROOM\nallow_private_addresses: true\n${more}`, { ROOM: `${url}/services/T0/B0/x` })

const teamsAt = (url: string, more = '') =>
  channelOf(`kind: teams\nurl_env: ROOM\nallow_private_addresses: true\n${more}`, {
    ROOM: `${url}/workflows/x/triggers/manual/paths/invoke?api-version=1&sig=y`,
  })

describe('a Slack room', () => {
  test('of the response team reads who is paged, why, and where', async () => {
    const { url, received } = await receiver(says(200, 'ok'))
    expect(
      await slackAt(url, 'private: true').send({ ...page, why: 'Look at <!channel> & <https://x.example|here>' }),
    ).toEqual({
      is: 'accepted',
    })
    expect(received[0]).toMatchObject({
      method: 'POST',
      path: '/services/T0/B0/x',
      headers: { 'content-type': 'application/json; charset=utf-8' },
    })
    expect(received[0]?.body).toMatchInlineSnapshot(
      `"{"text":"sapphire-basket: please join the call now.\\nThe call: +49 30 901820\\nPaged: dana, Erin\\nWhy: Look at &lt;!channel&gt; &amp; &lt;https://x.example|here&gt;\\nThis is no drill.\\n<https://github.com/acme/incidents/issues/7|Open the incident>","unfurl_links":false,"unfurl_media":false}"`,
    )
  })

  // https://api.slack.com/changelog/2016-05-17-changes-to-errors-for-incoming-webhooks
  test.each([
    [400, 'invalid_payload', 'not-accepted'],
    [403, 'action_prohibited', 'credentials-not-accepted'],
    [404, 'channel_not_found', 'credentials-not-accepted'],
    [410, 'channel_is_archived', 'credentials-not-accepted'],
    [429, '', 'rate-limited'],
    [500, 'rollup_error', 'channel-down'],
    [200, '<!DOCTYPE html><title>Sign in</title>', 'answer-not-understood'],
    [200, 'no_text', 'answer-not-understood'],
  ] as const)('that answers %i %s has not been told', async (status, text, why) => {
    const { url } = await receiver(says(status, text))
    expect(await slackAt(url, 'private: true').send(page)).toEqual({ is: 'failed', why })
  })
})

describe('a channel of Teams', () => {
  test('of the response team reads the same on an Adaptive Card', async () => {
    const { url, received } = await receiver(says(202))
    expect(await teamsAt(url, 'private: true').send({ ...page, why: '[here](https://x.example) **now**' })).toEqual({
      is: 'accepted',
    })
    expect(received[0]?.path).toBe('/workflows/x/triggers/manual/paths/invoke?api-version=1&sig=y')
    expect(received[0]?.body).toMatchInlineSnapshot(
      `"{"type":"message","attachments":[{"contentType":"application/vnd.microsoft.card.adaptive","contentUrl":null,"content":{"$schema":"http://adaptivecards.io/schemas/adaptive-card.json","type":"AdaptiveCard","version":"1.4","body":[{"type":"RichTextBlock","inlines":[{"type":"TextRun","text":"sapphire-basket: please join the call now.","weight":"Bolder"}]},{"type":"RichTextBlock","inlines":[{"type":"TextRun","text":"The call: +49 30 901820","weight":"Default"}]},{"type":"RichTextBlock","inlines":[{"type":"TextRun","text":"Paged: dana, Erin","weight":"Default"}]},{"type":"RichTextBlock","inlines":[{"type":"TextRun","text":"Why: [here](https://x.example) **now**","weight":"Default"}]},{"type":"RichTextBlock","inlines":[{"type":"TextRun","text":"This is no drill.","weight":"Default"}]}],"actions":[{"type":"Action.OpenUrl","title":"Open the incident","url":"https://github.com/acme/incidents/issues/7"}]}}]}"`,
    )
  })

  test('whose workflow is gone has not been told', async () => {
    const { url } = await receiver(says(404, '{"error":{"code":"WorkflowNotFound"}}'))
    expect(await teamsAt(url, 'private: true').send(page)).toEqual({ is: 'failed', why: 'credentials-not-accepted' })
  })
})

describe.each([
  ['slack', slackAt, says(200, 'ok')],
  ['teams', teamsAt, says(202)],
] as const)('a room with other readers: %s', (_, at, yes) => {
  test('is told nothing at all of a confidential incident', async () => {
    const { url, received } = await receiver(yes)
    for (const action of ['trigger', 'acknowledge', 'resolve'] as const)
      expect(await at(url).send({ ...page, action })).toEqual({ is: 'failed', why: 'room-not-private' })
    expect(received).toEqual([])
  })

  test('is told of one that is not confidential, and is asked nothing twice', async () => {
    const { url, received } = await receiver(yes)
    expect(await at(url).send({ ...page, confidential: false })).toEqual({ is: 'accepted' })
    expect(received).toHaveLength(1)
  })

  test('is told of a drill that it is one', async () => {
    const { url, received } = await receiver(yes)
    await at(url).send({ ...page, confidential: false, drill: true })
    expect(received[0]?.body).toContain('Drill. sapphire-basket: please join the call now.')
    expect(received[0]?.body).toContain('This is a drill.')
  })

  test('is tested by a message that says so', async () => {
    const { url, received } = await receiver(yes)
    expect(await at(url).test()).toEqual({ is: 'accepted' })
    expect(received[0]?.body).toContain('Test of Tocsin')
    expect(received[0]?.body).not.toContain('join')
  })
})

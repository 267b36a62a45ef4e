import type { WebhookDefinition } from './definition.ts'
import { judge } from './judge.ts'
import type { Kind, Spoken } from './kind.ts'
import { signatureHeaders } from './sign.ts'
import { fieldsOf, fill } from './template.ts'

/** Anything that takes JSON: a push service, an SMS gateway, another pager. Every 2xx says that it was taken. `clock`: Unix time in seconds. */
export const webhook = (definition: WebhookDefinition, clock: () => number): Kind => ({
  requestFor: message => {
    const { url, method, headers, actions, addresses, allowPrivateAddresses } = definition
    if (!actions.includes(message.action)) return null
    const reached = addressesOf(message, addresses)
    if (addresses !== null && reached.length === 0) return 'no-address'
    const body = JSON.stringify(fill(definition.template, fieldsOf(message, reached)))
    const signed = signatureOf(definition, message, body, clock())
    return {
      method,
      url,
      headers: { 'content-type': 'application/json', ...headers, ...signed },
      body,
      allowPrivateAddresses,
    }
  },
  judge: answer => judge(answer, status => status >= 200 && status < 300),
  readAnswers: null,
})

/** A test goes to everybody who has one. */
const addressesOf = ({ to, isTest }: Spoken, addresses: WebhookDefinition['addresses']): readonly string[] => {
  if (addresses === null) return []
  if (isTest) return [...addresses.values()]
  return to.flatMap(({ login }) => addresses.get(login.toLowerCase()) ?? [])
}

const signatureOf = ({ signingSecret }: WebhookDefinition, { key, action }: Spoken, body: string, seconds: number) =>
  signingSecret === null ? {} : signatureHeaders(signingSecret, { key, action, body }, seconds)

import { z } from 'zod'
import type { ChannelAction } from '../../domain/terms/channel-message.ts'
import { judge } from './judge.ts'
import { address, addressExpected, login, secret } from './keys.ts'
import { defineKind } from './kind.ts'
import { signatureHeaders } from './sign.ts'
import type { Spoken } from './spoken.ts'
import { fieldNames, fieldsOf, fill, mostOfTemplate, onlyPrivate, template } from './template.ts'

const actions = ['trigger', 'acknowledge', 'resolve'] as const satisfies readonly ChannelAction[]

/** What the request itself says of its way is not the operator's to write. */
const ownHeaders = /^(?:host|connection|content-length|transfer-encoding|te|trailer|upgrade|expect|webhook-.*)$/
const headerName = z
  .string()
  .toLowerCase()
  .regex(/^[a-z0-9!#$%&'*+.^_`|~-]{1,64}$/)
  .refine(name => !ownHeaders.test(name))
const headerValue = z
  .string()
  .max(4096)
  .regex(/^[\t\x20-\x7e]*$/)

/** Anything that takes JSON: a push service, an SMS gateway, another pager. Every 2xx says that it was taken. */
export const webhook = defineKind({
  keys: {
    url: address,
    method: z.enum(['POST', 'PUT']).default('POST'),
    headers: z.record(headerName, headerValue).default({}),
    template,
    actions: z.array(z.enum(actions)).min(1).default(['trigger']),
    signing_secret: secret.nullable().default(null),
    addresses: z.record(login, z.string().trim().min(1).max(200)).nullable().default(null),
  },
  expected: {
    url: addressExpected,
    method: '`POST` or `PUT`, for example `method: POST`',
    headers:
      'values by name, those of the request itself excepted, for example `headers_env: {authorization: PUSH_AUTHORIZATION}`',
    template: `a mapping or list of at most ${mostOfTemplate} characters with placeholders for ${fieldNames.join(', ')}, for example \`template: {topic: oncall, message: '{{text}}'}\`; ${onlyPrivate.join(' and ')} only with \`private: true\``,
    actions: `a list of ${actions.join(', ')}, for example \`actions: [trigger, resolve]\``,
    signing_secret: 'a text that the receiver knows too, for example `signing_secret_env: PUSH_SECRET`',
    addresses: "where people are reached by GitHub login, for example `addresses: {dana: '+49 30 901820'}`",
  },
  secrets: ['url', 'signing_secret'],
  open: ({ url, method, headers, template, addresses, allow_private_addresses, ...written }, clock) => ({
    isRoom: false,
    requestFor: message => {
      if (!written.actions.includes(message.action)) return null
      const reached = addresses === null ? [] : addressesOf(message, new Map(Object.entries(addresses)))
      if (addresses !== null && reached.length === 0) return 'no-address'
      const body = JSON.stringify(fill(template, fieldsOf(message, reached)))
      const signed = signatureOf(written.signing_secret, message, body, clock())
      return {
        method,
        url,
        headers: { 'content-type': 'application/json', ...headers, ...signed },
        body,
        allowPrivateAddresses: allow_private_addresses,
      }
    },
    judge: answer => judge(answer, status => status >= 200 && status < 300),
    readAnswers: null,
  }),
})

/** A test goes to everybody who has one. */
const addressesOf = ({ to, isTest }: Spoken, addresses: ReadonlyMap<string, string>): readonly string[] =>
  isTest ? [...addresses.values()] : to.flatMap(({ login }) => addresses.get(login.toLowerCase()) ?? [])

const signatureOf = (signingSecret: string | null, { key, action }: Spoken, body: string, seconds: number) =>
  signingSecret === null ? {} : signatureHeaders(signingSecret, { key, action, body }, seconds)

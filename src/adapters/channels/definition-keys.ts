import { z } from 'zod'
import type { ChannelAction } from '../../domain/terms/channel-message.ts'
import { fieldNames, type Json, onlyPrivate, placeholdersIn } from './template.ts'

// Each kind of channel as the operator writes it: the keys, what each must be, and in words what is expected there.

/** A secret may be written as it is, or under its name with `_env` as the name of an environment variable. */
export type KindKeys = {
  readonly schema: z.ZodObject
  readonly secrets: readonly string[]
  readonly required: readonly string[]
  readonly expected: Readonly<Record<string, string>>
}

const isUrl = (text: string): boolean => {
  const url = URL.parse(text)
  if (url === null || !/^https?:$/.test(url.protocol)) return false
  return url.username === '' && url.password === '' && url.hash === ''
}

const secret = z
  .string()
  .trim()
  .min(1)
  .max(4096)
  .regex(/^[\x20-\x7e]+$/)
const address = secret.refine(isUrl).transform(text => new URL(text))
const login = z
  .string()
  .regex(/^@?[a-z0-9][a-z0-9_-]{0,38}$/i)
  .transform(name => name.replace('@', '').toLowerCase())
const account = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,38}$/i)
  .transform(name => name.toLowerCase())

const shared = {
  private: z.boolean().default(false),
  allow_private_addresses: z.boolean().default(false),
  installations: z.union([z.literal('all'), z.array(z.union([z.int().positive(), account])).min(1)]).default('all'),
}

const sharedExpected = {
  private: '`true` if nobody but the response team reads it, for example `private: true`',
  allow_private_addresses: '`true` or `false`, for example `allow_private_addresses: true`',
  installations: '`all`, or a list of accounts or ids of installations, for example `installations: [acme]`',
}

const urlExpected =
  'an https URL without user name, password and `#`; http only with `allow_private_addresses: true`. For example `url_env: TEAM_ROOM_URL`'

/** A connector of Office 365, which takes nothing any more. */
const isConnector = ({ hostname }: URL): boolean =>
  /(?:^|\.)(?:webhook\.office\.com|outlook\.office(?:365)?\.com)$/.test(hostname)

export const slackKeys = {
  schema: z.object({ ...shared, url: address }),
  secrets: ['url'],
  required: ['url'],
  expected: { ...sharedExpected, url: urlExpected },
} satisfies KindKeys

export const teamsKeys = {
  schema: z.object({ ...shared, url: address.refine(url => !isConnector(url)) }),
  secrets: ['url'],
  required: ['url'],
  expected: {
    ...sharedExpected,
    url: `the URL of a workflow with the trigger *When a Teams webhook request is received*, for connectors are retired: ${urlExpected}`,
  },
} satisfies KindKeys

export const pagerDutyKeys = {
  schema: z.object({
    ...shared,
    routing_key: secret,
    token: secret.nullable().default(null),
    region: z.enum(['us', 'eu']).default('us'),
    events_url: address.nullable().default(null),
    api_url: address.nullable().default(null),
    people: z.record(login, z.string().regex(/^[A-Z0-9]{5,20}$/)).default({}),
  }),
  secrets: ['routing_key', 'token'],
  required: ['routing_key'],
  expected: {
    ...sharedExpected,
    routing_key: 'the integration key of an Events API v2 integration, for example `routing_key_env: PAGERDUTY_KEY`',
    token: 'a read-only key of the REST API, for example `token_env: PAGERDUTY_TOKEN`',
    region: '`us` or `eu`, for example `region: eu`',
    events_url: 'an https URL that takes events, for example `events_url: https://events.eu.pagerduty.com/v2/enqueue`',
    api_url: 'an https URL of the REST API, for example `api_url: https://api.eu.pagerduty.com`',
    people: 'ids of users at PagerDuty by GitHub login, for example `people: {dana: PABC123}`',
  },
} satisfies KindKeys

const headerValue = z
  .string()
  .max(4096)
  .regex(/^[\t\x20-\x7e]*$/)
/** What the request itself says of its way is not the operator's to write. */
const ownHeaders = /^(?:host|connection|content-length|transfer-encoding|te|trailer|upgrade|expect|webhook-.*)$/
const headerName = z
  .string()
  .toLowerCase()
  .regex(/^[a-z0-9!#$%&'*+.^_`|~-]{1,64}$/)
  .refine(name => !ownHeaders.test(name))

const mostOfTemplate = 8_192
const json: z.ZodType<Json> = z.json()

/** A template may be written as YAML, which holds JSON, or as the text of JSON. */
const template = z.unknown().transform((written, context): Json => {
  const value = json.safeParse(typeof written === 'string' ? parsed(written) : written)
  if (value.success && isTemplate(value.data)) return value.data
  context.addIssue('no template')
  return z.NEVER
})

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const isTemplate = (value: Json): boolean =>
  typeof value === 'object' &&
  value !== null &&
  JSON.stringify(value).length <= mostOfTemplate &&
  placeholdersIn(value).every(name => fieldNames.some(one => one === name))

/** Whether a template, as it is written, tells more than a channel may be told that is not private. */
export const tellsTooMuch = (written: unknown): boolean => {
  const read = template.safeParse(written)
  return read.success && placeholdersIn(read.data).some(name => onlyPrivate.includes(name))
}

/** Whether everybody on the way could read what goes to this URL. */
export const isInTheClear = (written: unknown): boolean =>
  typeof written === 'string' && URL.parse(written.trim())?.protocol === 'http:'

const actions = ['trigger', 'acknowledge', 'resolve'] as const satisfies readonly ChannelAction[]

export const webhookKeys = {
  schema: z.object({
    ...shared,
    url: address,
    method: z.enum(['POST', 'PUT']).default('POST'),
    headers: z.record(headerName, headerValue).default({}),
    template,
    actions: z.array(z.enum(actions)).min(1).default(['trigger']),
    signing_secret: secret.nullable().default(null),
    addresses: z.record(login, z.string().trim().min(1).max(200)).nullable().default(null),
  }),
  secrets: ['url', 'signing_secret'],
  required: ['url', 'template'],
  expected: {
    ...sharedExpected,
    url: urlExpected,
    method: '`POST` or `PUT`, for example `method: POST`',
    headers:
      'values by name, those of the request itself excepted, for example `headers_env: {authorization: PUSH_AUTHORIZATION}`',
    template: `a mapping or list of at most ${mostOfTemplate} characters with placeholders for ${fieldNames.join(', ')}, for example \`template: {topic: oncall, message: '{{text}}'}\`; ${onlyPrivate.join(' and ')} only with \`private: true\``,
    actions: `a list of ${actions.join(', ')}, for example \`actions: [trigger, resolve]\``,
    signing_secret: 'a text that the receiver knows too, for example `signing_secret_env: PUSH_SECRET`',
    addresses: "where people are reached by GitHub login, for example `addresses: {dana: '+49 30 901820'}`",
  },
} satisfies KindKeys

import { describe, expect, test } from 'vitest'
import { parse, stringify } from 'yaml'
import { kinds } from '../../src/adapters/channels/kinds.ts'
import { type ReadChannels, readChannels } from '../../src/adapters/channels/read-channels.ts'
import { variablesOf } from '../../src/adapters/channels/source.ts'
import { fieldNames } from '../../src/adapters/channels/template.ts'
import { deliveryFailureSentences } from '../../src/messages/paging/delivery-failure.ts'
import { bare, read, section, table } from './pages.ts'

const page = 'docs/paging.md'

/** Every variable that an example names is set, each to what its kind takes. */
const env = Object.fromEntries(
  [...read(page).matchAll(/\b[A-Z][A-Z_]*_(?:KEY|TOKEN|URL|AUTHORIZATION|SECRET)\b/g)].map(([name]) => [
    name,
    name.endsWith('_URL') ? 'https://channel.test/x' : 'word',
  ]),
)

/** The YAML under a heading, its blocks together. */
const yamlUnder = (heading: string): string =>
  [...section(page, heading).matchAll(/^( *)```yaml\n([\s\S]*?)^ *```$/gm)]
    .map(([, indent = '', text = '']) => text.replace(new RegExp(`^${indent}`, 'gm'), ''))
    .join('')

const readAs = (where: 'app' | 'action', text: string): ReadChannels =>
  readChannels(text, { file: page, where, variable: variablesOf(env) })

describe.each([
  ['PagerDuty', 'pagerduty'],
  ['Slack', 'slack'],
  ['Microsoft Teams', 'teams'],
  ['ntfy', 'webhook'],
  ['An SMS gateway', 'webhook'],
])('the example under %s', (heading, kind) => {
  const read = readAs('app', yamlUnder(heading))

  test('is right as it stands', () => {
    expect(read.problems).toEqual([])
    expect(read.definitions).toMatchObject([{ installations: ['acme'] }])
    expect(yamlUnder(heading)).toContain(`kind: ${kind}\n`)
  })
})

test('the example of a workflow is right, and sets each variable that it names', () => {
  const [step]: { env: Record<string, string>; with: { channels: string } }[] = parse(yamlUnder('With the Action'))
  const { definitions, problems } = readAs('action', step?.with.channels ?? '')
  expect(problems).toEqual([])
  expect(definitions.map(({ id }) => id)).toEqual(['pager', 'room'])
  const named = [...(step?.with.channels ?? '').matchAll(/_env: (\w+)/g)].map(([, name]) => name)
  expect(Object.keys(step?.env ?? {})).toEqual(named)
})

test('the reader of the examples is not content with anything', () => {
  const broken = stringify({ ...parse(yamlUnder('Slack')), other: { kind: 'slack' } })
  expect(readAs('app', broken).problems).not.toEqual([])
})

test('every key of a webhook is documented, beside those that all kinds have', () => {
  const rows = table(section(page, 'Anything that takes JSON'), 'key', 'unless set', 'meaning')
  const documented = rows.flatMap(([key = '']) => key.split(', ').map(bare))
  const shared = ['private', 'allow_private_addresses', 'installations']
  expect(documented.filter(key => !/_env$/.test(key)).toSorted()).toEqual(
    Object.keys(kinds.webhook?.schema.shape ?? {})
      .filter(key => !shared.includes(key))
      .toSorted(),
  )
  for (const key of shared) expect(read(page)).toContain(`\`${key}`)
})

test('every placeholder is documented', () => {
  const rows = table(section(page, 'Anything that takes JSON'), 'placeholder', 'what it is')
  const documented = rows.flatMap(([names = '']) => names.split(', ').map(bare))
  expect(documented.toSorted()).toEqual([...fieldNames].toSorted())
})

test('for every reason of a failure there is something to look at', () => {
  const told = table(section(page, 'How it is sent'), 'reason', 'what to look at').flatMap(([reasons = '']) =>
    reasons.split(', it').map((part, index) => (index === 0 ? part : `it${part}`)),
  )
  const reasons = told.flatMap(one => (one.startsWith('no connection') ? one.split(', ') : one))
  const sentences = Object.values(deliveryFailureSentences)
  expect(sentences.filter(sentence => !reasons.some(reason => sentence.startsWith(reason)))).toEqual([])
})

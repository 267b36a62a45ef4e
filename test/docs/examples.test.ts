import { readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { commands } from '../../src/commands/index.ts'
import { commandLines } from '../../src/commands/parse/comment.ts'
import { obey } from '../../src/commands/parse/obey.ts'
import type { Decision, IncidentEvent } from '../../src/domain/events/event.ts'
import type { CommandContext } from '../../src/domain/incident/command-context.ts'
import type { Incident } from '../../src/domain/incident/incident.ts'
import { reduceEvents } from '../../src/domain/incident/reduce.ts'
import { builtInPlaybooks } from '../../src/domain/playbook/built-in.ts'
import { snapshotStep } from '../../src/domain/playbook/step-snapshot.ts'
import type { Member } from '../../src/domain/terms/person.ts'
import { declared, doer, known, members, type Name, recordAs, who } from '../incident-of.ts'
import { stepWith } from '../playbook-of.ts'
import { pages, read } from './pages.ts'

// Every command that somebody may copy from what we write is typed here, on incidents that it fits.

const names = commands.map(command => command.name)

/** Whom the examples name, beside those of the tests. */
const others: readonly Member[] = ['somebody', 'login', 'user', 'lena', 'mallory'].map((login, index) => ({
  id: 50 + index,
  login,
  node: `U_${50 + index}`,
  role: 'write',
  assignable: true,
}))

const playbooks = builtInPlaybooks()

/** The steps of every playbook, and those of examples that are of no playbook. */
const steps = [
  ...new Map(
    [...playbooks.flatMap(playbook => playbook.steps), stepWith('eject'), stepWith('clean')].map(step => [
      step.id,
      { ...step, after: [], gate: null, required: false },
    ]),
  ).values(),
]

const opening = (more: Partial<Extract<Decision, { is: 'declared' }>> = {}): IncidentEvent => {
  if (declared.is !== 'declared') throw new Error('the first event declares')
  return { ...declared, steps: steps.map(step => snapshotStep(step, 'server')), ...more }
}

type Said = readonly [Name, Decision]

const incidentWith = (...said: readonly Said[]): Incident => incidentFrom(opening(), said)

/** With three steps only: GitHub has room for a hundred on an incident. */
const small = (...said: readonly Said[]): Incident =>
  incidentFrom(
    opening({ steps: ['isolate', 'eject', 'analyse'].map(id => snapshotStep(stepWith(id), 'server')) }),
    said,
  )

const incidentFrom = (first: IncidentEvent, said: readonly Said[]): Incident => {
  const events = said.map(([name, decision]) => recordAs(name)(decision))
  const incident = reduceEvents([first, ...events], playbooks)
  if (incident === null) throw new Error('no incident')
  return incident
}

const dana: Said = ['dana', { is: 'commander-set', who: who('dana'), acting: false, how: 'taken' }]
const acting: Said = ['bob', { is: 'commander-set', who: who('bob'), acting: true, how: 'taken' }]
const assets = ['web-1', 'web-2'].map((name): Said => ['bob', { is: 'asset-added', asset: name, name }])
const roles: readonly Said[] = ['forensics', 'scribe', 'responder'].map(
  (role): Said => ['dana', { is: 'role-assigned', role, who: [who('bob')] }],
)
const owned: readonly Said[] = ['analyse', 'eject', 'isolate'].map(
  (step): Said => ['dana', { is: 'step-assigned', step, who: [who('bob')] }],
)
const lowest: Said = ['dana', { is: 'severity-set', to: 'SEV-4', because: 'only a test' }]
const heard: Said = ['gwen', { is: 'external-approved', because: 'the law', as: 'counsel' }]

const link = 'https://github.com/acme/incidents/issues/7#issuecomment-123456'
const comment = {
  comment: 'IC_123456',
  page: 7,
  at: link,
  author: who('bob'),
  written: '2026-03-01T10:40:00Z',
  kinds: [],
  digest: 'd'.repeat(64),
}
const askedOf: Said = ['bob', { is: 'redaction-asked', ...comment, waits: 'second-person', says: 'it waits' }]

/** How an incident may stand when somebody types the example. */
const situations: readonly Incident[] = [
  incidentWith(),
  incidentWith(dana),
  incidentWith(acting),
  incidentWith(dana, ...assets),
  incidentWith(dana, ...roles, ...owned),
  incidentWith(dana, lowest),
  incidentWith(dana, heard),
  incidentWith(dana, askedOf),
  small(),
  small(dana, ...assets),
]

const here: CommandContext = { ...known, members: [...members, ...others], playbooks, comments: [comment] }

/** Where it is typed: on which page, and whether the incident's own issue is still in the repository. */
type TypedAt = Pick<CommandContext, 'step' | 'isAway'>

const outcomes = (line: string, places: readonly TypedAt[]): readonly (readonly IncidentEvent[])[] =>
  situations.flatMap(incident =>
    places.flatMap(place =>
      (['dana', 'bob', 'gwen'] as const).map(name =>
        obey(
          incident,
          { body: line, byEmail: false, edited: 'no' },
          doer(name),
          { ...here, ...place, said: '2026-03-01T15:42:00Z' },
          recordAs(name),
        ),
      ),
    ),
  )

const works = (events: readonly IncidentEvent[]): boolean =>
  events.length > 0 && events.every(event => event.is !== 'refused')

/** Only what a mention leaves out is missing. */
const isMention = (events: readonly IncidentEvent[]): boolean =>
  events.length === 1 &&
  events.every(event => event.is === 'refused' && /is missing|^Which (?:step|playbook)/.test(event.says))

const placeholders: Readonly<Record<string, string>> = {
  link,
  'link to the comment': link,
  name: 'web-9',
  id: 'cloud-key',
  title: 'Call the bank',
  count: '3',
  step: 'isolate',
  'that machine': 'web-9',
  'its owner’s name': 'lena',
  "its owner's name": 'lena',
}

/** What stands for itself in place of each word in angle brackets. */
const filled = (example: string): string =>
  example
    .replace(/<([^<>]+)>/g, (_, word: string) => placeholders[word] ?? 'the text is checked')
    .replace(/ \(terms\)$/, ' (Contain)')
    .replace(/^(\/playbook (?:add|preview)) web-9$/, '$1 cloud-key')

type Example = { readonly page: string; readonly line: string }

/** In code: a line of a block, or a span that begins with a slash and a word, and has no other one. */
const blocks = (page: string): readonly Example[] =>
  [...read(page).matchAll(/^ *```\w*\n([\s\S]*?)^ *```$/gm)]
    .flatMap(([, block = '']) => block.split('\n'))
    .map(line => line.trim().replace(/\s{3,}.*$/, ''))
    .filter(line => /^\/[a-z-]+(?: |$)/.test(line))
    .map(line => ({ page, line }))

const spans = (page: string): readonly Example[] =>
  [...read(page).matchAll(/`(\/[a-z-]+(?: [^`\n]*)?)`/g)].map(([, line = '']) => ({ page, line: line.trim() }))

/** What the documentation shows as no command, or as one that is not carried out; and a folder. */
const counterexamples = new Set([
  '/tmp',
  '/home',
  '/home was wiped',
  '/timeline of the attack is unclear',
  '/cancel button does nothing',
  '/asset add the database',
])

/** A usage is grammar, not something to type. */
const isUsage = ({ line }: Example): boolean => /[|[\]]/.test(line)

const inPages = (take: (page: string) => readonly Example[]): readonly Example[] =>
  pages
    .flatMap(take)
    .filter(example => !isUsage(example) && !counterexamples.has(example.line) && !/\$\{/.test(example.line))

const anywhere: readonly TypedAt[] = [
  { step: null, isAway: false },
  { step: 'isolate', isAway: false },
  { step: 'isolate', isAway: true },
]

test('what stands in a block is carried out as it stands', () => {
  const examples = inPages(blocks)
  expect(examples.length).toBeGreaterThan(30)
  const failing = examples.filter(({ line }) => !outcomes(filled(line), anywhere).some(works))
  expect(failing).toEqual([])
})

test('what stands in a sentence is carried out, or lacks only what a mention leaves out', () => {
  const examples = inPages(spans)
  expect(examples.length).toBeGreaterThan(100)
  const failing = [...new Set(examples.map(({ line }) => line))].filter(
    line => !outcomes(filled(line), anywhere).some(events => works(events) || isMention(events)),
  )
  expect(failing).toEqual([])
})

test('every name that is written is that of a command', () => {
  const written = inPages(spans).flatMap(({ line }) => /^\/([a-z-]+)/.exec(line)?.[1] ?? [])
  expect(written.filter(name => !names.includes(name))).toEqual([])
})

test('an example is one line that is read as it stands', () => {
  for (const { line } of [...inPages(blocks), ...inPages(spans)])
    expect(commandLines(line, false, names)).toMatchObject([{ line, more: [], read: { is: 'command' } }])
})

test('the example of a rejection is carried out by somebody on that very incident', () => {
  for (const incident of [small(), small(dana, ...assets)])
    for (const command of commands) {
      const line = command.example(incident)
      expect({ line, works: outcomes(line, anywhere).some(works) }).toEqual({ line, works: true })
    }
})

test('what a message says to type is a command with arguments of its kind', () => {
  const folder = 'test/messages/__snapshots__'
  const examples = readdirSync(folder)
    .flatMap(file => [
      ...read(`${folder}/${file}`).matchAll(/(?:Example|Examples|To [a-z ]+|If you mean it, write):? (`\/[^\n]*)/g),
    ])
    .flatMap(([, told = '']) => [...told.matchAll(/`(\/[^`]+)`/g)].map(([, line = '']) => line))
    .filter(line => !isUsage({ page: folder, line }))
  expect(examples.length).toBeGreaterThan(30)
  for (const line of new Set(examples)) {
    const says = outcomes(filled(line), anywhere).flat()
    expect(
      says.filter(event => event.is === 'refused' && /There is no command|Usage: `\/help/.test(event.says)),
    ).toEqual([])
    expect({ line, read: commandLines(line, false, names).map(one => one.read.is) }).toEqual({
      line,
      read: ['command'],
    })
  }
})

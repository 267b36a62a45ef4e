import { expect, test } from 'vitest'
import { importPlaybooks } from '../../src/interop/import.ts'

type Workflow = Record<string, Record<string, unknown>>

const file = (workflow: Workflow, more: Record<string, unknown> = {}) => ({
  type: 'playbook',
  spec_version: 'cacao-2.0',
  id: 'playbook--1',
  name: 'Stolen laptop',
  created_by: 'identity--1',
  severity: 75,
  workflow_start: 'start--1',
  workflow: { 'start--1': { type: 'start', on_completion: 'action--a' }, 'end--1': { type: 'end' }, ...workflow },
  ...more,
})

const act = (name: string, next: string | null, more: Record<string, unknown> = {}) => ({
  type: 'action',
  name,
  ...(next === null ? {} : { on_completion: next }),
  ...more,
})

const bringOne = (content: unknown) => {
  const [result] = importPlaybooks([
    { name: 'laptop.json', text: typeof content === 'string' ? content : JSON.stringify(content) },
  ])
  if (result === undefined) throw new Error('nothing came back')
  return result
}

const come = (content: unknown) => {
  const result = bringOne(content)
  if ('says' in result) throw new Error(`${result.says}. ${result.expected}`)
  return result
}

const order = (workflow: Workflow) =>
  come(file(workflow)).playbook.steps.map(({ id, after }) => (after.length === 0 ? id : `${id} < ${after.join(' ')}`))

const refusal = (content: unknown): string => {
  const result = bringOne(content)
  return 'says' in result ? `${result.says} (wanted: ${result.expected})` : 'it came in'
}

test('one action is one step, with its file as the source', () => {
  expect(come(file({ 'action--a': act('Wipe the laptop', 'end--1') })).text).toBe(`---
title: Stolen laptop
severity: SEV-2
confidential: true
source: CACAO playbook--1; Stolen laptop; by identity--1
---
## Contain

- [ ] \`wipe-laptop\` Wipe the laptop
`)
})

test('actions that follow each other wait for each other', () => {
  const workflow = { 'action--a': act('Lock it', 'action--b'), 'action--b': act('Wipe it', 'end--1') }
  expect(order(workflow)).toEqual(['lock-it', 'wipe-it < lock-it'])
})

test('branches in parallel do not wait for each other, and what follows waits for the last of each', () => {
  expect(
    order({
      'action--a': act('Lock it', 'parallel--1'),
      'parallel--1': { type: 'parallel', next_steps: ['action--b', 'action--d'], on_completion: 'action--e' },
      'action--b': act('Ask the owner', 'action--c'),
      'action--c': act('Write it down', 'end--1'),
      'action--d': act('Read the log', 'end--1'),
      'action--e': act('Wipe it', 'end--1'),
    }),
  ).toEqual([
    'lock-it',
    'ask-owner < lock-it',
    'write-it-down < ask-owner',
    'read-log < lock-it',
    'wipe-it < write-it-down read-log',
  ])
})

const choice = {
  'action--a': act('Lock it', 'if-condition--1'),
  'if-condition--1': {
    type: 'if-condition',
    condition: '__disk__:value = "plain"',
    on_true: 'action--b',
    on_false: 'action--c',
    on_completion: 'action--d',
  },
  'action--b': act('Tell counsel', 'end--1'),
  'action--c': act('Write it down', 'end--1'),
  'action--d': act('Replace it', 'end--1'),
}

test('both sides of a condition are steps that say when, and what follows waits for both', () => {
  expect(order(choice)).toEqual([
    'lock-it',
    'tell-counsel < lock-it',
    'write-it-down < lock-it',
    'replace-it < tell-counsel write-it-down',
  ])
  const { playbook, notes } = come(file(choice))
  expect(playbook.steps.map(step => step.guidance)).toEqual([
    '',
    'Only if this holds: `__disk__:value = "plain"`.',
    'Only if this does not hold: `__disk__:value = "plain"`.',
    '',
  ])
  expect(notes).toEqual(['kept as text only: the condition `if-condition--1`'])
})

test('a step that both sides lead to is not under the condition', () => {
  const joined = {
    ...choice,
    'action--b': act('Tell counsel', 'action--d'),
    'action--c': act('Write it down', 'action--d'),
  }
  expect(come(file(joined)).playbook.steps.at(-1)).toMatchObject({
    guidance: '',
    after: ['tell-counsel', 'write-it-down'],
  })
})

test('a loop is gone through once, and says that it is one', () => {
  const workflow = {
    'action--a': act('Lock it', 'while-condition--1'),
    'while-condition--1': {
      type: 'while-condition',
      name: 'Until found',
      condition: '__found__:value = false',
      on_true: 'action--b',
      on_completion: 'action--c',
    },
    'action--b': act('Look for it', 'while-condition--1'),
    'action--c': act('Replace it', 'end--1'),
  }
  expect(order(workflow)).toEqual(['lock-it', 'look-for-it < lock-it', 'replace-it < look-for-it'])
  const { playbook, notes } = come(file(workflow))
  expect(playbook.steps[1]?.guidance).toBe(
    'Repeat as long as this holds: `__found__:value = false`.\n\nGo on with `Until found`.',
  )
  expect(notes).toEqual(['kept as text only: the loop `Until found`'])
})

test('each case of a switch says its value', () => {
  const { playbook } = come(
    file({
      'action--a': act('Lock it', 'switch-condition--1'),
      'switch-condition--1': {
        type: 'switch-condition',
        switch: '__os__',
        cases: { mac: 'action--b', default: 'action--c' },
      },
      'action--b': act('Use the console', 'end--1'),
      'action--c': act('Call IT', 'end--1'),
    }),
  )
  expect(playbook.steps.map(step => step.guidance)).toEqual([
    '',
    'Only if `__os__` is `mac`.',
    'Only if `__os__` is `default`.',
  ])
})

test('what is done when something fails is a step after it that says so', () => {
  const { playbook, notes } = come(
    file({
      'action--a': act('Lock it', null, { on_success: 'action--b', on_failure: 'action--c' }),
      'action--b': act('Wipe it', 'end--1'),
      'action--c': act('Call the provider', 'action--b'),
    }),
  )
  expect(playbook.steps.map(({ id, after }) => [id, ...after])).toEqual([
    ['lock-it'],
    ['wipe-it', 'lock-it'],
    ['call-provider', 'lock-it'],
  ])
  expect(playbook.steps[2]?.guidance).toBe('Only if this fails: `Lock it`.\n\nGo on with `Wipe it`.')
  expect(notes).toEqual(['kept as text only: what happens if `Lock it` fails'])
})

test('commands stand in code that nothing in them can end, with who and on what', () => {
  const commands = [
    { type: 'bash', command: 'echo "```"\nexit' },
    { type: 'powershell', description: 'by hand', command_b64: btoa('Get-Item') },
  ]
  const parties = { agent: 'group--1', targets: ['net-address--1'] }
  const content = file(
    { 'action--a': act('Lock it', 'end--1', { description: 'At once.', commands, ...parties }) },
    {
      agent_definitions: { 'group--1': { type: 'group', name: 'Security' } },
      target_definitions: { 'net-address--1': { type: 'net-address', name: 'The laptop' } },
    },
  )
  const [step] = come(content).playbook.steps
  expect(step?.role).toBe('security')
  expect(step?.guidance).toBe(
    [
      'At once.',
      'Command (`bash`):',
      '````\necho "```"\nexit\n````',
      'Command (`powershell`): by hand',
      '```\nGet-Item\n```',
      'By: Security (group)',
      'On: The laptop (net-address)',
    ].join('\n\n'),
  )
})

test.each([
  [{ name: 'Notify the owner' }, {}, 'Communicate'],
  [{ name: 'Do it' }, { playbook_types: ['investigation'] }, 'Investigate'],
  [{ name: 'Do it' }, { playbook_types: ['remediation', 'detection'] }, 'Contain'],
  [{ name: 'Do it' }, {}, 'Contain'],
])('the phase of %j in %j is %s', (named, more, phase) => {
  const [step] = come(file({ 'action--a': { ...act('', 'end--1'), ...named } }, more)).playbook.steps
  expect(step?.phase).toBe(phase)
})

test.each([
  [100, 'SEV-1'],
  [90, 'SEV-1'],
  [89, 'SEV-2'],
  [69, 'SEV-3'],
  [39, 'SEV-4'],
  [0, 'SEV-3'],
  [undefined, 'SEV-3'],
])('a severity of %s is %s', (severity, ours) => {
  expect(come(file({ 'action--a': act('Lock it', 'end--1') }, { severity })).playbook.severity).toBe(ours)
})

const outer = file({ 'action--a': { type: 'playbook-action', name: 'Lock it', playbook_id: 'playbook--2' } })
const inner = file({ 'action--a': act('Lock it', 'end--1') }, { id: 'playbook--2', name: 'Lock a laptop' })

test('a playbook within a playbook is named', () => {
  const { playbook, notes } = come(outer)
  expect(playbook.steps[0]?.guidance).toBe('Work through the playbook `playbook--2`.')
  expect(playbook.include).toEqual([])
  expect(notes).toEqual(['kept as text only: the playbook `playbook--2`'])
})

test('one that is brought in with it is included, and no step of either is taken for the other’s', () => {
  const results = importPlaybooks(
    [outer, inner].map((content, i) => ({ name: `${i}.json`, text: JSON.stringify(content) })),
  )
  const [first, second] = results.map(result => ('playbook' in result ? result.playbook : null))
  expect(first?.include).toEqual(['lock-a-laptop'])
  expect(first?.steps.map(({ id }) => id)).toEqual(['lock-it-2'])
  expect(second?.steps.map(({ id }) => id)).toEqual(['lock-it'])
})

const long = Object.fromEntries(
  Array.from({ length: 101 }, (_, i) => [
    i === 0 ? 'action--a' : `action--${i}`,
    act(`Do ${i}`, i === 100 ? 'end--1' : `action--${i + 1}`),
  ]),
)

test.each([
  ['{', 'This is not JSON (wanted: a CACAO 2.0 playbook, `{"type": "playbook", ...}`)'],
  ['[]', 'The file has a list (wanted: an object, `{"type": "playbook", "spec_version": "cacao-2.0", ...}`)'],
  [file({}, { type: 'bundle' }), '`type` has `bundle` (wanted: `"playbook"`)'],
  [
    file({}, { spec_version: '1.1' }),
    '`spec_version` has `1.1` (wanted: `"cacao-2.0"`: convert an older one to 2.0 first)',
  ],
  [file({}, { workflow_start: undefined }), '`workflow_start` is missing (wanted: a text)'],
  [file({}, { severity: 900 }), '`severity` has `900` (wanted: a whole number from 0 to 100)'],
  [
    file({ 'action--a': act('Lock it', 'action--z') }),
    '`action--a` leads to `action--z`, which is not a step of `workflow` (wanted: the id of an existing step)',
  ],
  [
    file({}, { workflow_start: 'start--9' }),
    '`start--1` leads to `action--a`, which is not a step of `workflow` (wanted: the id of an existing step)',
  ],
  [
    file({ 'action--a': act('Lock it', 'action--b'), 'action--b': act('Wipe it', 'action--a') }),
    '`action--a` leads to `action--b` leads to `action--a`: an endless loop (wanted: an order with an end, or a `while-condition`)',
  ],
  [
    JSON.stringify(file({ 'action--a': act('Lock it', 'end--1') })).replace('"end--1":', '"action--a":{},"end--1":'),
    '`action--a` appears more than once in one object (wanted: each id and each key once)',
  ],
  [
    file({ 'start--1': { type: 'start', on_completion: 'end--1' } }),
    'The workflow has no `action` and no `playbook-action` (wanted: at least one of them)',
  ],
  [
    file(long),
    'It has 101 steps (wanted: at most 100, GitHub’s limit for sub-issues: split the file, and let one playbook `include` the other)',
  ],
])('%# is refused by name', (content, says) => expect(refusal(content)).toBe(says))

test('an action that nothing leads to is kept, at the end, and says so', () => {
  const { playbook } = come(file({ 'action--a': act('Lock it', 'end--1'), 'action--b': act('Wipe it', 'end--1') }))
  expect(playbook.steps.at(-1)).toMatchObject({
    id: 'wipe-it',
    after: [],
    guidance: 'No step of the workflow leads here.',
  })
})

test('a key that we would take for a refusal of our own is only a key', () => {
  expect(refusal(file({ 'action--a': act('Lock it', 'end--1') }, { says: 'no', expected: 'yes' }))).toBe('it came in')
})

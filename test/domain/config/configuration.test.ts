import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readConfiguration } from '../../../src/domain/config/configuration.ts'

const nothing = {
  roster: {},
  reviewers: [],
  timezone: null,
  playbook: 'security-incident',
  severity: null,
  allowInternal: false,
  identities: [],
  assignAtDeclaration: [],
  channel: null,
  privilegePrefix: 'Attorney Work Project',
  legalHold: false,
}

const told = (text: string) =>
  readConfiguration(text).problems.map(p => `${p.line}: ${p.says} (expected: ${p.expected})`)

test('without a file everything has its default', () => {
  expect(readConfiguration(null)).toEqual({ configuration: nothing, problems: [] })
  expect(readConfiguration('# nothing yet\n')).toEqual({ configuration: nothing, problems: [] })
})

test('a whole configuration is read', () => {
  const text = `
roster:
  incident-commander: [alice, "@bob"]
  security:
    - @carol
    - dave_corp
  constructor: [erin]
reviewers: [alice]
timezone: Europe/Paris
playbook: leaked-key
severity: SEV-3
allow_internal: true
identities: [41898282]
assign_at_declaration: [security]
channel: https://meet.example.com/bridge
privilege_prefix: Privileged and confidential
legal_hold: true
`
  expect(readConfiguration(text)).toEqual({
    configuration: {
      roster: Object.fromEntries([
        ['incident-commander', ['alice', 'bob']],
        ['security', ['carol', 'dave_corp']],
        ['constructor', ['erin']],
      ]),
      reviewers: ['alice'],
      timezone: 'Europe/Paris',
      playbook: 'leaked-key',
      severity: 'SEV-3',
      allowInternal: true,
      identities: [41898282],
      assignAtDeclaration: ['security'],
      channel: 'https://meet.example.com/bridge',
      privilegePrefix: 'Privileged and confidential',
      legalHold: true,
    },
    problems: [],
  })
})

test('a role that nobody has is absent, whatever it is called', () => {
  const { roster } = readConfiguration('roster: {security: [alice]}').configuration
  expect(roster.security).toHaveLength(1)
  for (const role of ['constructor', '__proto__', 'toString']) expect(roster[role]).toBeUndefined()
})

const logins = 'a list of GitHub logins for each role, for example `security: [alice, bob]`'

test.each<[string, string, string[]]>([
  [
    'a bad login: the others stay',
    'roster:\n  security: [alice, "b c", no, true, 12, "@bob"]',
    ['b c', 'true', '12'].map(came => `2: \`roster.security\` has \`${came}\` (expected: ${logins})`),
  ],
  [
    'a role without a list: nobody has it',
    'roster:\n  security: alice\n  scribe:\n  counsel: [carol]',
    [
      `2: \`roster.security\` has \`alice\` (expected: ${logins})`,
      `3: \`roster.scribe\` has nothing (expected: ${logins})`,
    ],
  ],
  [
    'a name that can be no role',
    'roster:\n  __proto__: [alice]\n  Ünï: [bob]',
    ['2: `__proto__`', '3: `Ünï`'].map(came => `${came} in \`roster\` is not allowed there (expected: ${logins})`),
  ],
  ['a roster that is none', 'roster: 5', [`1: \`roster\` has \`5\` (expected: ${logins})`]],
  [
    'a zone that there is not',
    'timezone: Mars/Olympus',
    ['1: `timezone` has `Mars/Olympus` (expected: the name of a time zone, for example `timezone: Europe/Paris`)'],
  ],
  [
    'an offset for a zone',
    'timezone: "+01:00"',
    ['1: `timezone` has `+01:00` (expected: the name of a time zone, for example `timezone: Europe/Paris`)'],
  ],
  [
    'a playbook elsewhere',
    'playbook: ../../secrets',
    [
      "1: `playbook` has `../../secrets` (expected: the name of a playbook's file without `.md`, for example `playbook: security-incident`)",
    ],
  ],
  [
    'yes, which is a word in YAML 1.2',
    'allow_internal: yes',
    ['1: `allow_internal` has `yes` (expected: `true` or `false`, for example `allow_internal: false`)'],
  ],
  [
    'a number too large to be exact',
    'identities: [99999999999999999999, -1, 1.5, "7"]',
    ['100000000000000000000', '-1', '1.5', '7'].map(
      came =>
        `1: \`identities\` has \`${came}\` (expected: numeric ids of other bot accounts trusted to write the record, for example \`identities: [41898282]\`)`,
    ),
  ],
  [
    'a key that is not known',
    'severity: SEV-9\nrooster: {}',
    [
      '1: `severity` has `SEV-9` (expected: one of SEV-1, SEV-2, SEV-3, SEV-4, for example `severity: SEV-2`)',
      '2: Unknown key `rooster` (expected: one of `roster`, `reviewers`, `timezone`, `playbook`, `severity`, `allow_internal`, `identities`, `assign_at_declaration`, `channel`, `privilege_prefix`, `legal_hold`)',
    ],
  ],
  [
    'a key that is there twice, for which none counts',
    'allow_internal: true\nallow_internal: true',
    ['1', '2'].map(
      line =>
        `${line}: \`allow_internal\` appears more than once (expected: each key once; until then all of them are ignored)`,
    ),
  ],
  [
    'aliases',
    'x: &a [alice]\nreviewers: *a',
    [
      '2: `*` is an alias for `a` (expected: the value itself, written out: aliases are not supported)',
      '1: Unknown key `x` (expected: one of `roster`, `reviewers`, `timezone`, `playbook`, `severity`, `allow_internal`, `identities`, `assign_at_declaration`, `channel`, `privilege_prefix`, `legal_hold`)',
    ],
  ],
  ['no mapping at all', '- alice', ['1: No keys with values here (expected: lines such as `severity: SEV-2`)']],
  [
    'a tag',
    'channel: !!js/function "x"',
    ['1: Invalid YAML: Unresolved tag: tag:yaml.org,2002:js/function (expected: lines such as `severity: SEV-2`)'],
  ],
])('told, and nothing else is lost: %s', (_, text, problems) => {
  expect(told(text)).toEqual(problems)
  expect(readConfiguration(text).configuration.allowInternal).toBe(false)
})

test('what is right counts beside what is wrong', () => {
  const text = 'severity: SEV-9\nroster:\n  security: [alice, "b c"]\n  scribe: 3\ntimezone: UTC\n'
  expect(readConfiguration(text).configuration).toEqual({
    ...nothing,
    roster: { security: ['alice'], scribe: [] },
    timezone: 'UTC',
  })
})

test('after a mistake in the YAML nothing counts, for nobody knows how it was meant', () => {
  const text = 'timezone: UTC\nroster:\n  security: [alice\nallow_internal: true\n'
  expect(readConfiguration(text).configuration).toEqual({
    ...nothing,
    timezone: 'UTC',
    roster: { security: ['alice'] },
  })
  expect(told(text)).toHaveLength(1)
})

test('a crowd is cut to what an event can hold', () => {
  const crowd = Array.from({ length: 25 }, (_, i) => `u${i}`)
  const { configuration, problems } = readConfiguration(`roster: {security: [${crowd}]}`)
  expect(configuration.roster.security).toEqual(crowd.slice(0, 20))
  expect(problems[0]?.says).toBe('`security` names 25 people; only the first 20 count')
})

test('an aliases bomb, a huge file and deep nesting are told, and quickly', () => {
  const bomb = `a: &a [x, x]\n${[...'bcdefghij'].map((c, i) => `${c}: &${c} [${`*${'abcdefghij'[i]},`.repeat(9)}]`).join('\n')}`
  for (const text of [bomb, 'x'.repeat(70_000), '['.repeat(60_000), '{a: '.repeat(15_000), '- '.repeat(30_000)]) {
    const { configuration, problems } = readConfiguration(text)
    expect(configuration).toEqual(nothing)
    expect(problems.length).toBeGreaterThan(0)
  }
})

test('whatever stands in the file, reading it does not fail, and nothing is allowed by accident', () => {
  const lines = fc.constantFrom(
    'roster:',
    '  security: [a, *x]',
    'allow_internal:',
    ' - &x y',
    '<<: *x',
    '? ',
    '%YAML 1.1',
    '---',
    '"',
    '}',
    '\t',
  )
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.array(lines).map(all => all.join('\n')),
      ),
      text => {
        expect(readConfiguration(text).configuration.allowInternal).toBe(false)
      },
    ),
  )
})

test.each([
  ['nothing at all', "''", null, 0],
  ['`none`', 'None', null, 0],
  ['sixty characters', 'x'.repeat(60), 'x'.repeat(60), 0],
  ['more', 'x'.repeat(61), 'Attorney Work Project', 1],
  ['two lines', '"a\\nb"', 'Attorney Work Project', 1],
])('the privilege prefix may be %s', (_, written, prefix, problems) => {
  const read = readConfiguration(`privilege_prefix: ${written}`)
  expect([read.configuration.privilegePrefix, read.problems.length]).toEqual([prefix, problems])
})

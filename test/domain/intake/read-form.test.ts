import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { formFor, questions } from '../../../src/domain/intake/form.ts'
import { readForm } from '../../../src/domain/intake/read-form.ts'
import { builtInPlaybooks } from '../../../src/domain/playbook/built-in.ts'

type Field = {
  type: string
  id?: string
  attributes: { label?: string; options?: string[] }
  validations?: { required: boolean }
}

const playbook = builtInPlaybooks().find(({ id }) => id === 'security-incident')
const fields: Field[] = playbook ? parse(formFor(playbook)).body : []

/** An issue's body as GitHub makes it of the form's answers, in the order of the form. */
const filled = (answers: Record<string, string>) =>
  fields
    .filter(field => field.type !== 'markdown')
    .map(field => `### ${field.attributes.label}\n\n${answers[field.id ?? ''] ?? '_No response_'}`)
    .join('\n\n')

const nothing = {
  seen: '',
  noticed: null,
  assets: null,
  impact: null,
  working: null,
  data: null,
  access: null,
  down: null,
  severity: null,
  unreadSeverity: null,
  proposed: null,
}

test('the answers are read as GitHub renders them', () => {
  const answers = {
    seen: 'Odd logins.\n\n### Details\n\nFrom abroad.',
    noticed: '14:02 UTC',
    assets: 'db-3\ndb-4',
    impact: 'None yet',
    severity: fields.at(-1)?.attributes.options?.[0] ?? '',
  }
  expect(readForm(filled(answers))).toEqual({ ...nothing, ...answers, severity: 'SEV-1' })
  expect(readForm(filled(answers).replaceAll('\n', '\r\n'))).toEqual({ ...nothing, ...answers, severity: 'SEV-1' })
})

test('the questions about harm propose a severity, and stand with the impact', () => {
  const read = readForm(filled({ seen: 'x', impact: 'No orders.', working: 'No', access: 'Yes', down: 'Not known' }))
  expect(read).toMatchObject({
    working: false,
    data: null,
    access: true,
    down: null,
    severity: null,
    proposed: 'SEV-2',
  })
  expect(read.impact).toBe(
    'No orders.\n\n' +
      'Is an attacker active in our systems right now? No\n' +
      'Did somebody get unauthorised access? Yes\n' +
      'Is a service down or tampered with? Not known',
  )
})

test('a severity that was chosen stands beside what the answers propose', () => {
  expect(readForm(filled({ seen: 'x', data: 'Yes', severity: 'SEV-4 low' }))).toMatchObject({
    severity: 'SEV-4',
    proposed: 'SEV-1',
  })
})

test('an answer that is none of the three proposes nothing, and is kept in its own words', () => {
  const read = readForm(filled({ seen: 'x', working: 'Ja', data: 'no.', down: 'Yes\n\nand the shop too' }))
  expect(read).toMatchObject({ working: null, data: false, down: true, proposed: 'SEV-3' })
  expect(read.impact).toContain('right now? Ja\n')
  expect(read.impact).toContain('tampered with? Yes\n\nand the shop too')
})

test('what stands below the severity, or below a heading that was mistyped, is not lost', () => {
  const body = filled({ seen: 'x', down: 'No', severity: 'SEV-2 major' })
  expect(readForm(`${body}\n\nLater: db-4 too.`)).toMatchObject({ severity: 'SEV-2' })
  expect(readForm(`${body}\n\nLater: db-4 too.`).impact).toContain('Later: db-4 too.')
  const mistyped = readForm(body.replace(questions.severity, 'How bad dose it look?'))
  expect(mistyped).toMatchObject({ down: false, severity: null })
  expect(mistyped.impact).toContain('How bad dose it look?\n\nSEV-2 major')
})

test('the headings of earlier forms are read too, for a team may have copied one', () => {
  const body = `### What did you see?

Odd logins.

### When was it noticed?

14:02 UTC

### What does it do to people?

No orders.

### Is somebody at work in our systems right now?

Yes

### How bad does it look?

SEV-2 major
`
  expect(readForm(body)).toMatchObject({
    seen: 'Odd logins.',
    noticed: '14:02 UTC',
    impact: 'No orders.\n\nIs an attacker active in our systems right now? Yes',
    working: true,
    severity: 'SEV-2',
  })
})

test('a long impact leaves room for the answers', () => {
  const { impact } = readForm(filled({ seen: 'x', impact: 'y'.repeat(60_000), data: 'Yes' }))
  expect(impact?.length).toBeLessThan(3_900)
  expect(impact).toMatch(/could it be\? Yes$/)
})

test('what was not answered is null', () => {
  expect(readForm(filled({ seen: 'Odd logins.' }))).toEqual({ ...nothing, seen: 'Odd logins.' })
  expect(readForm(filled({ seen: 'x', severity: 'None' })).severity).toBeNull()
})

test.each<[string, string, object]>([
  ['an empty body', '', {}],
  ['free text', 'Something is odd.\n\n### Where\n\ndb-3', { seen: 'Something is odd.\n\n### Where\n\ndb-3' }],
  [
    'another language',
    '### Was?\n\nKomisch\n\n### Wann?\n\nJetzt',
    { seen: '### Was?\n\nKomisch\n\n### Wann?\n\nJetzt' },
  ],
  [
    'a heading that somebody edited: its answer stays with the one before',
    filled({ seen: 'a', noticed: 'b' }).replace(questions.noticed, 'When, roughly'),
    { seen: 'a\n\n### When, roughly\n\nb' },
  ],
  [
    'a heading in other letters',
    filled({ seen: 'a', noticed: 'b' }).replace(questions.noticed, 'WHEN WAS IT  NOTICED'),
    { seen: 'a', noticed: 'b' },
  ],
  [
    'a heading of another rank, without its mark',
    filled({ seen: 'a', noticed: 'b' }).replace(`### ${questions.noticed}`, '## When was it noticed'),
    { seen: 'a', noticed: 'b' },
  ],
  ['words above the form', `Hello.\n\n${filled({ seen: 'a' })}`, { seen: 'Hello.\n\n\na' }],
  [
    'a heading within code is text',
    filled({ seen: `\`\`\`\n### ${questions.severity}\n\nSEV-4\n\`\`\``, severity: 'SEV-1 critical' }),
    { seen: `\`\`\`\n### ${questions.severity}\n\nSEV-4\n\`\`\``, severity: 'SEV-1' },
  ],
  [
    'a fence that nobody closed does not swallow the other answers',
    filled({ seen: '```\nlog', severity: 'SEV-1 critical' }),
    { seen: '```\nlog', severity: 'SEV-1' },
  ],
])('read without failing: %s', (_, body, expected) => {
  expect(readForm(body)).toEqual({ ...nothing, ...expected })
})

test('whatever was answered comes back', () => {
  const words = fc.string({ unit: 'grapheme' }).map(text => `x${text.replace(/[\r`~]/g, '')}x`)
  fc.assert(
    fc.property(words, words, words, (seen, assets, impact) => {
      expect(readForm(filled({ seen, assets, impact }))).toEqual({ ...nothing, seen, assets, impact })
    }),
  )
})

test('no body makes it fail, and no line of it is lost', () => {
  const line = fc.oneof(
    fc.constantFrom('```', '~~~~', '````x', '', '_No response_', ...Object.values(questions).map(q => `### ${q}`)),
    fc.string({ unit: 'binary' }),
  )
  fc.assert(
    fc.property(fc.array(line), lines => {
      const body = lines.join('\n')
      const read = Object.values(readForm(body)).join('\n')
      for (const word of ['log1', 'log2'])
        expect(Object.values(readForm(`${word}\n${body}`)).join('\n')).toContain(word)
      expect(typeof read).toBe('string')
    }),
  )
})

test('64 KB of fences are read at once', () => {
  const odd = [
    '```\n',
    '```x\n',
    '```\n```\n',
    '`',
    '#',
    '# ',
    ' ',
    `### ${questions.seen}\n`,
    `### ${questions.data}\nNo\n`,
  ]
  for (const piece of odd) readForm(piece.repeat(65_536 / piece.length))
})

test.each([
  'SEV1 - all customers',
  'P1',
  'Critical',
  'S1',
  'sev 1',
  'Severity 1: everything',
  '**SEV-1**',
  '1 - critical',
  '🔴 Sev-1',
])('the severity is read as the command reads it: %s', severity =>
  expect(readForm(filled({ seen: 'x', severity }))).toMatchObject({
    severity: 'SEV-1',
    unreadSeverity: null,
    impact: null,
  }),
)

test('a severity that is not understood stays with the impact, and is known as such', () => {
  const read = readForm(filled({ seen: 'x', impact: 'No orders.', severity: 'All hands on deck' }))
  expect(read).toMatchObject({ severity: null, unreadSeverity: 'All hands on deck' })
  expect(read.impact).toBe('No orders.\n\nSeverity All hands on deck')
})

test.each(['Not known', 'not sure', 'None', 'n/a', 'I don’t know', '?'])(
  '%s is no severity that must be understood',
  severity =>
    expect(readForm(filled({ seen: 'x', severity }))).toMatchObject({
      severity: null,
      unreadSeverity: null,
      impact: null,
    }),
)

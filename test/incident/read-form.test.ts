import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { builtInPlaybooks } from '../../src/incident/built-in.ts'
import { formChooser, formFor, questions } from '../../src/incident/form.ts'
import { readForm } from '../../src/incident/read-form.ts'

type Field = {
  type: string
  id?: string
  attributes: { label?: string; options?: string[] }
  validations?: { required: boolean }
}

const playbook = builtInPlaybooks().find(({ id }) => id === 'security-incident')
const form = (changes = {}) => (playbook ? parse(formFor({ ...playbook, ...changes })) : null)
const fields: Field[] = form().body

/** An issue's body as GitHub makes it of the form's answers, in the order of the form. */
const filled = (answers: Record<string, string>) =>
  fields
    .filter(field => field.type !== 'markdown')
    .map(field => `### ${field.attributes.label}\n\n${answers[field.id ?? ''] ?? '_No response_'}`)
    .join('\n\n')

const nothing = { seen: '', noticed: null, assets: null, impact: null, severity: null }

test('the form of a confidential playbook has a title that tells nothing, and names the playbook in a label', () => {
  expect(form()).toMatchObject({ title: 'Report', labels: ['incident', 'playbook: security-incident'] })
  expect(form({ confidential: false, title: 'Outage' })).toMatchObject({ name: 'Outage', title: 'Outage' })
})

test('the form has only the keys that GitHub knows, and one question that must be answered', () => {
  expect(Object.keys(form())).toEqual(['name', 'description', 'title', 'labels', 'body'])
  expect(fields.filter(field => field.validations?.required).map(field => field.id)).toEqual(['seen'])
  expect(new Set(fields.map(field => field.attributes.label)).size).toBe(fields.length)
  expect(form({ summary: '' }).description).not.toBe('')
  expect(parse(formChooser())).toEqual({ blank_issues_enabled: false })
})

test('the answers are read as GitHub renders them', () => {
  const answers = {
    seen: 'Odd logins.\n\n### Details\n\nFrom abroad.',
    noticed: '14:02 UTC',
    assets: 'db-3\ndb-4',
    impact: 'None yet',
    severity: fields.at(-1)?.attributes.options?.[0] ?? '',
  }
  expect(readForm(filled(answers))).toEqual({ ...answers, severity: 'SEV-1' })
  expect(readForm(filled(answers).replaceAll('\n', '\r\n'))).toEqual({ ...answers, severity: 'SEV-1' })
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
  for (const piece of ['```\n', '```x\n', '```\n```\n', `### ${questions.seen}\n`])
    readForm(piece.repeat(65_536 / piece.length))
})

import fc from 'fast-check'
import type { Playbook } from '../../src/domain/playbook/playbook.ts'
import { readPlaybook } from '../../src/domain/playbook/read-playbook.ts'
import { phases } from '../../src/domain/terms/phase.ts'

/** The playbook that a text is read as; null: none. */
export const read = (name: string, text: string): Playbook | null => {
  const result = readPlaybook(name, text)
  return 'playbook' in result ? result.playbook : null
}

const nasty = [
  '---',
  '## Contain',
  '# Top',
  'Setext\n---',
  '```',
  '~~~~',
  '    indented',
  '\ttab',
  '> quoted',
  '- item',
  '- [ ] box',
  '- `code` item',
  '1. one',
  '<!-- open',
  '<div>',
  '| a | b |',
  '|---|---|',
  '(security, required)',
  'ends (so)',
  '`tick',
  '[x]: /y',
  '\u00a0',
  '\\',
  '',
  '',
  'plain words',
  'weird \u2028 \u0000 \u0085 mix',
]
const line = fc.oneof(
  fc.constantFrom(...nasty),
  fc.string({ unit: 'grapheme', maxLength: 12 }).map(text => text.replace(/[\r\n]/g, ' ')),
)
const lines = fc.array(
  fc.tuple(fc.constantFrom('', '', '  ', '   ', '\t', '     '), line).map(parts => parts.join('')),
  {
    maxLength: 7,
  },
)
const word = fc.constantFrom(
  'a',
  'Isolate it',
  'of (the) key',
  'with `code`',
  'x)',
  '(y)',
  '*em* \\',
  '# no',
  'null',
  '"q"',
)
const value = fc.oneof(
  word,
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.constantFrom('---', 'a\n---\nb', ' #', 'a: b', '@x'),
)
const terms = fc.subarray(['per asset', 'required', 'within 90m', 'security', 'after `one`', 'gate internal'])

const step = fc.record({ title: word, terms, guidance: lines, by: fc.constantFrom('  ', '      ', '\t') }).map(
  ({ title, terms, guidance, by }) =>
    (id: string) =>
      [
        `- [ ] \`${id}\` ${title}${terms.length === 0 ? '' : ` (${terms.join(', ')})`}`,
        ...guidance
          .join('\n')
          .split('\n')
          .map(text => (text === '' ? '' : by + text)),
      ].join('\n'),
)

const file = fc.record({
  title: value,
  summary: fc.option(value, { nil: undefined }),
  source: fc.option(value, { nil: undefined }),
  kind: fc.constantFrom('incident', 'readiness', 'part'),
  confidential: fc.option(fc.boolean(), { nil: undefined }),
  roles: fc.constantFrom(undefined, '[security]', '[security, "null"]'),
  include: fc.constantFrom(undefined, undefined, '["other", "null"]'),
  introduction: lines,
  steps: fc.array(fc.tuple(fc.constantFrom(...phases), step), { maxLength: 4 }),
})

const names = ['one', 'two', 'three', 'four']

/** Playbooks as `readPlaybook` makes them, out of text that is hard to write again. */
export const playbooks: fc.Arbitrary<Playbook> = file
  .map(({ introduction, steps, ...front }) => {
    const keys = Object.entries(front).flatMap(([key, said]) =>
      said === undefined ? [] : [`${key}: ${key === 'roles' || key === 'include' ? said : JSON.stringify(said)}`],
    )
    const body = steps.map(([phase, write], i) => `## ${phase}\n\n${write(names[i] ?? '')}`)
    return ['---', ...keys, 'severity: SEV-3', '---', ...introduction, '', ...body].join('\n')
  })
  .map(text => read('scenario.md', text))
  .filter(playbook => playbook !== null)

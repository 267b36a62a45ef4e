import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv } from 'ajv'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parse, stringify } from 'yaml'
import { formChooser, formFor } from '../../src/domain/intake/form.ts'
import { readIssueChooser, readIssueForm } from '../../src/validate/read-issue-form.ts'
import { playbookWith } from '../playbook-of.ts'

const file = '.github/ISSUE_TEMPLATE/leak.yml'
const whole = formFor(playbookWith('leak', []))
const told = (text: string) =>
  readIssueForm(file, text).problems.map(({ line, says, expected }) => `${line}: ${says}. Expected: ${expected}`)

test('the forms that we make are right', () => {
  expect(told(whole)).toEqual([])
  expect(told(formFor(playbookWith('ready', [], { kind: 'readiness' })))).toEqual([])
  expect(readIssueForm(file, whole).read?.form.labels).toEqual(['incident', 'playbook: leak'])
  expect(readIssueChooser('config.yml', formChooser())).toEqual([])
})

const form = (...body: readonly string[]) =>
  `name: Leak\ndescription: A leak\nbody:\n${body.map(line => `  ${line}\n`).join('')}`

test('questions that differ in marks alone are told apart by ids, and letters of another script are no marks', () => {
  const apart = [
    '- type: input',
    '  id: whose',
    '  attributes:',
    '    label: Name?',
    '- type: input',
    '  attributes:',
    '    label: Name!',
  ]
  expect(told(form(...apart))).toEqual([])
  const script = [
    '- type: input',
    '  attributes:',
    '    label: 名前',
    '- type: input',
    '  attributes:',
    '    label: 場所',
  ]
  expect(told(form(...script))).toEqual([])
})

test.each<[string, string, readonly string[]]>([
  ['an empty file', '', ['1: `name` is missing', '1: `description` is missing', '1: `body` is missing']],
  ['a key that GitHub does not know', `${whole}labelz: []\n`, [`${whole.split('\n').length}: Unknown key \`labelz\``]],
  ['a type that there is not', form('- type: text', '  attributes:', '    label: x'), ['4: `type` has `text`']],
  [
    'a question without a label',
    form('- type: input', '  attributes:', '    placeholder: x'),
    ['5: `label` is missing'],
  ],
  ['a question without anything', form('- type: input'), ['4: `attributes` is missing']],
  [
    'a key at the wrong place',
    form('- type: input', '  label: x', '  attributes:', '    label: x'),
    ['5: Unknown key `label`'],
  ],
  [
    'options that are none',
    form('- type: dropdown', '  attributes:', '    label: x', '    options: []'),
    ['7: `options` has a list'],
  ],
  [
    'options that are there twice',
    form('- type: dropdown', '  attributes:', '    label: x', '    options: [a, a]'),
    ['7: `options` has a list'],
  ],
  [
    'what GitHub takes for true and false',
    form('- type: dropdown', '  attributes:', '    label: x', '    options:', '      - Yes', '      - "No"'),
    ['8: `Yes` is a boolean to GitHub, which then rejects the form'],
  ],
  [
    'the same in a list on one line, and behind a key',
    form('- type: dropdown', '  attributes:', '    label: on', '    options: [Yes, "No", Off]'),
    [
      '6: `on` is a boolean to GitHub, which then rejects the form',
      '7: `Yes` is a boolean to GitHub, which then rejects the form',
      '7: `Off` is a boolean to GitHub, which then rejects the form',
    ],
  ],
  [
    'an empty title',
    `${form('- type: input', '  attributes:', '    label: x')}title: ""\n`,
    ['7: `title` has nothing'],
  ],
  [
    'an empty description, and one of spaces',
    form('- type: input', '  attributes:', '    label: x', '    description: ""', '    placeholder: "  "'),
    ['7: `description` has nothing', '8: `placeholder` has nothing'],
  ],
  [
    'an option that GitHub keeps for itself',
    form('- type: dropdown', '  attributes:', '    label: x', '    options: [a, None]'),
    ['7: `options` has `None`'],
  ],
  [
    'questions that differ in marks alone',
    form(
      '- type: input',
      '  attributes:',
      '    label: Name?',
      '- type: input',
      '  attributes:',
      '    label: Name???????',
    ),
    ['3: `Name?` and `Name???????` are the same to GitHub'],
  ],
  [
    'an id that another question is called',
    form(
      '- type: input',
      '  attributes:',
      '    label: Name?',
      '- type: input',
      '  id: name',
      '  attributes:',
      '    label: Whose',
    ),
    ['3: `Name?` and `Whose` are the same to GitHub'],
  ],
  [
    'a box that is called like a question',
    form(
      ...['- type: input', '  attributes:', '    label: Name', '- type: checkboxes', '  attributes:', '    label: x'],
      ...['    options:', '      - label: Name!'],
    ),
    ['3: `Name` and `Name!` are the same to GitHub'],
  ],
  [
    'a question that GitHub does not ask',
    form('- type: input', '  attributes:', '    label: Password of the account'),
    ['3: The question `Password of the account` asks for a password'],
  ],
  [
    'a requirement that is no truth value',
    form('- type: input', '  attributes:', '    label: x', '  validations:', '    required: yes'),
    ['8: `required` has `yes`'],
  ],
  ['no question', form('- type: markdown', '  attributes:', '    value: x'), ['3: The form has no question']],
  [
    'two questions of one name',
    form(...[1, 2].flatMap(() => ['- type: input', '  id: a', '  attributes:', '    label: x'])),
    ['3: The question `x` appears more than once', '3: The id `a` appears more than once'],
  ],
  ['no list', 'name: x\ndescription: x\nbody: x\n', ['3: `body` has `x`']],
])('told: %s', (_, text, problems) => {
  expect(told(text).map(line => line.replace(/\. Expected: .*$/, ''))).toEqual(problems)
  for (const line of told(text)) expect(line).toMatch(/\. Expected: .{10}/)
})

test('what is no YAML is told by its line', () => {
  expect(told('name: x\nbody: [\n')[0]).toMatch(/^\d: Invalid YAML/)
})

test('a chooser with a key that GitHub does not know', () => {
  expect(readIssueChooser('config.yml', 'blank_issues: false\n')).toMatchObject([
    { line: 1, says: 'Unknown key `blank_issues`' },
  ])
  expect(readIssueChooser('config.yml', 'contact_links:\n  - name: x\n    url: ftp://x\n    about: x\n')).toMatchObject(
    [{ line: 3, says: '`url` has `ftp://x`' }],
  )
})

test('a huge file is refused by its size', () => {
  expect(told('#'.repeat(300_000))).toEqual(['1: The file has 300000 characters. Expected: at most 262144'])
})

describe('beside the published schema', () => {
  const schema = readFileSync(
    join(import.meta.dirname, '../domain/intake/issue-form-schema/github-issue-forms.json'),
    'utf8',
  )
  const isForm = new Ajv({ strict: false }).compile(JSON.parse(schema))
  const base = parse(whole)
  // every part of the form in turn is taken away or made into something else
  const paths = (value: unknown, path: readonly (string | number)[] = []): (readonly (string | number)[])[] =>
    typeof value === 'object' && value !== null
      ? [path, ...Object.entries(value).flatMap(([key, inner]) => paths(inner, [...path, key]))]
      : [path]
  const spoiled = (path: readonly (string | number)[], by: unknown): unknown => {
    const copy = structuredClone(base)
    const owner = path.slice(0, -1).reduce((inner, key) => inner[key], copy)
    if (by === undefined) delete owner[path.at(-1) ?? '']
    else owner[path.at(-1) ?? ''] = by
    return Array.isArray(copy.body) ? { ...copy, body: copy.body.filter((one: unknown) => one !== undefined) } : copy
  }

  test('whatever it refuses is refused', () => {
    const places = paths(base).filter(path => path.length > 0)
    const values = fc.constantFrom<unknown>(undefined, '', 7, true, [], {}, ['x'], { x: 1 }, [7], 'x')
    let refused = 0
    fc.assert(
      fc.property(fc.constantFrom(...places), values, (path, by) => {
        const form = spoiled(path, by)
        if (isForm(JSON.parse(JSON.stringify(form)))) return
        refused += 1
        expect(told(stringify(form, { aliasDuplicateObjects: false }))).not.toEqual([])
      }),
      { numRuns: 300 },
    )
    expect(refused).toBeGreaterThan(50)
  })
})

test('no text makes it fail', () => {
  const line = fc.oneof(fc.constantFrom(...whole.split('\n')), fc.string({ unit: 'binary' }))
  fc.assert(
    fc.property(fc.array(line), lines => {
      expect(Array.isArray(told(lines.join('\n')))).toBe(true)
    }),
  )
})

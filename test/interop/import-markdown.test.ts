import { expect, test } from 'vitest'
import { importPlaybooks } from '../../src/interop/import.ts'

const bringOne = (text: string, name = 'stolen-laptop.md') => {
  const [result] = importPlaybooks([{ name, text }])
  if (result === undefined) throw new Error('nothing came back')
  return result
}

const come = (text: string, name?: string) => {
  const result = bringOne(text, name)
  if ('says' in result) throw new Error(`${result.says}. ${result.expected}`)
  return result
}

const steps = (text: string) => come(text).playbook.steps
const titles = (text: string) => steps(text).map(({ phase, title }) => `${phase}: ${title}`)
const refusal = (text: string): string => {
  const result = bringOne(text)
  return 'says' in result ? `${result.says} (wanted: ${result.expected})` : 'it came in'
}

test('one of ours stays as it is', () => {
  const ours = '---\ntitle: Leaked key\nseverity: SEV-2\n---\n\n## Contain\n\n- [ ] `rotate` Rotate\n'
  expect(come(ours, 'leaked-key.md')).toMatchObject({ text: ours, notes: [] })
})

test('phases, lists and what is nested come in as they stand there', () => {
  const runbook = `# Stolen laptop

Call first, write later.

## Detection and analysis

1. **Find the owner.**
   - by its sticker
   - by [the inventory](https://inventory.example.com)
2. Note the time

## Containment

Do both.

* Lock it
* Wipe it, once \`lock\` says so

That was all.
`
  expect(come(runbook).text).toBe(`---
title: Stolen laptop
severity: SEV-3
confidential: true
source: Imported from stolen-laptop.md
---
Call first, write later.

## Investigate

- [ ] \`find-owner\` Find the owner

  - by its sticker
  - by [the inventory](https://inventory.example.com)

- [ ] \`note-time\` Note the time

## Contain

- [ ] \`lock-it\` Lock it

  ### Containment

  Do both.

- [ ] \`wipe-it-once-lock-says-so\` Wipe it, once \`lock\` says so

  That was all.
`)
})

test.each([
  ['Preparation', 'Prepare'],
  ['Part 1 — Prepare', 'Prepare'],
  ['Identification', 'Investigate'],
  ['Detection & Analysis', 'Investigate'],
  ['Triage', 'Investigate'],
  ['Containment, Eradication, and Recovery', 'Contain'],
  ['Eradication', 'Eradicate'],
  ['Remediate', 'Eradicate'],
  ['(R) Recovery', 'Recover'],
  ['Lessons Learned', 'Learn'],
  ['Post-Incident Activity', 'Learn'],
  ['Communication', 'Communicate'],
  ['Notification', 'Communicate'],
  ['Assemble the team', 'Assemble'],
  ['Step four', 'Contain'],
])('under “%s” a step is in %s', (heading, phase) => {
  expect(steps(`# Title\n\n## ${heading}\n\n- do it\n`)[0]?.phase).toBe(phase)
})

test('a heading without a phase has that of the one above it, and a line in bold is a heading', () => {
  const runbook =
    '## Recovery\n\n### Servers\n\n- restore\n\n**(L) Lessons learned**\n\n- meet\n\n## Other\n\n- sleep\n'
  expect(titles(runbook)).toEqual(['Recover: restore', 'Learn: meet', 'Contain: sleep'])
})

test('of a section with boxes only those are steps', () => {
  expect(
    titles('## Containment\n\n- as you know\n- as you do not\n\n<!-- -->\n\n1. [ ] lock it\n2. [x] wipe it\n'),
  ).toEqual(['Contain: lock it', 'Contain: wipe it'])
})

test('a table of actions gives a step for each row, and the other columns stand below it', () => {
  const runbook = `## Containment

| # | Owner | Action | By |
|---|:-----:|--------|----|
| 1 | IT | Lock it | 10:00 |
| 2 | | Wipe \\| burn it | |
`
  expect(steps(runbook).map(({ title, guidance }) => [title, guidance])).toEqual([
    ['Lock it', '- #: 1\n- Owner: IT\n- By: 10:00'],
    ['Wipe | burn it', '- #: 2'],
  ])
})

test('a table that only informs stays what it is', () => {
  const table = '| Port | Name |\n|---|---|\n| 22 | ssh |'
  const runbook = `## Containment\n\n${table}\n\n- lock it\n`
  expect(steps(runbook).map(({ title, guidance }) => [title, guidance])).toEqual([
    ['lock it', `### Containment\n\n${table}`],
  ])
})

test('lists of references are no steps, and are kept', () => {
  const { playbook } = come(
    '# T\n\n## Containment\n\n- lock it\n\n## References\n\n- [NIST](https://nist.example.com)\n',
  )
  expect(playbook.steps.map(step => step.title)).toEqual(['lock it'])
  expect(playbook.introduction).toBe('### References\n\n- [NIST](https://nist.example.com)')
})

test('with headings and no list, each heading with text is a step', () => {
  const { playbook, notes } = come('# T\n\nHello\n\n## Containment\n\nLock it.\n\n### Wiping\n\nWipe it.\n')
  expect(playbook.steps.map(({ title, guidance }) => [title, guidance])).toEqual([
    ['Containment', 'Lock it.'],
    ['Wiping', 'Wipe it.'],
  ])
  expect(playbook.introduction).toBe('Hello')
  expect(notes[0]).toBe('kept as text only: its lists, because each heading became a step: there is no list of tasks')
})

test('more than 100 items become a step for each heading, with all of them below it', () => {
  const list = Array.from({ length: 101 }, (_, i) => `- do ${i}`).join('\n')
  const { playbook, notes } = come(`# T\n\n## Scope\n\nAll.\n\n## Containment\n\n${list}\n`)
  expect(playbook.introduction).toBe('### Scope\n\nAll.')
  expect(playbook.steps.map(({ title, guidance }) => [title, guidance])).toEqual([['Containment', list]])
  expect(notes[0]).toBe(
    'kept as text only: its lists, because each heading became a step: 101 items would be more than 100 steps',
  )
})

test('their front matter is kept as far as ours knows it, and the rest is named', () => {
  const { playbook, notes } = come(
    '---\ntitle: A laptop\nseverity: high\ndescription: It is gone.\ncover: a.png\n---\n- lock it\n',
  )
  expect(playbook).toMatchObject({ title: 'A laptop', severity: 'SEV-2', summary: 'It is gone.' })
  expect(notes).toEqual(['front matter not kept: cover'])
})

test.each([
  ['**Lock it** now', 'Lock it now', ''],
  [
    `**Find the owner** Usually ${'they '.repeat(20)}call`,
    'Find the owner',
    `**Find the owner** Usually ${'they '.repeat(20)}call`,
  ],
  ['Ask [the owner](https://a.example.com)', 'Ask the owner', 'Ask [the owner](https://a.example.com)'],
  ['Lock it (at once)', 'Lock it (at once)', ''],
  ['Monitor for:\n  a. logins', 'Monitor for', 'Monitor for:\n  a. logins'],
  [`Say${' word'.repeat(60)}`, `Say${' word'.repeat(22)} …`, `Say${' word'.repeat(60)}`],
])('%j is titled %j, and what is missing stands below it', (item, title, guidance) => {
  const [step] = steps(`# T\n\n## Containment\n\n- ${item}\n`)
  expect([step?.title, step?.guidance]).toEqual([title, guidance])
})

test.each([
  ['- Forensics', 'do-forensics'],
  ['- 3 things', 'things'],
  ['- Step 2.1: Isolate the host', 'isolate-host'],
  ['- 2fa', 'do-2fa'],
  ['- Überprüfe die Lage', 'uberprufe-die-lage'],
  ['- 隔離する', 'do-step'],
  ['- lock\n- lock', 'lock lock-2'],
])('the ids of %j are %j', (list, ids) => {
  expect(
    steps(`# T\n\n## Step one\n\n${list}\n`)
      .map(({ id }) => id)
      .join(' '),
  ).toBe(ids)
})

test('a runbook may begin with a brace, and JSON may have any name', () => {
  expect(titles('{{% alert %}}\n\n## Recovery\n\n- restore\n')).toEqual(['Recover: restore'])
  expect(importPlaybooks([{ name: 'playbook', text: '{"type": 1}' }])).toMatchObject([{ says: '`type` has `1`' }])
})

test('one heading and text under it are one step', () => {
  expect(steps('# Lock the laptop\n\nFrom the console.\n').map(({ title, guidance }) => [title, guidance])).toEqual([
    ['Lock the laptop', 'From the console.'],
  ])
})

test('what would pass for ours in their introduction is kept, and does not', () => {
  const boxes = '- [ ] `a` A\n- `b` B'
  const { playbook } = come(`# T\n\n## References\n\n${boxes}\n\n<!-- open\n\n-->\n\n## Containment\n\n- lock it\n`)
  expect(playbook.steps.map(({ title }) => title)).toEqual(['`a` A', '`b` B', 'lock it'])
  const fence = come('Setext\n---\n\n- lock it\n\n~~~\nnever closed\n\n## Contain\n')
  expect(fence.playbook.steps.map(({ title, guidance }) => [title, guidance])).toEqual([
    ['lock it', '~~~\nnever closed\n\n## Contain'],
  ])
})

test.each([
  [
    'Only words.\n',
    'The file has no list, no table and no heading with text under it (wanted: Markdown with tasks, for example under a heading `## Containment`: `1. Isolate the host`)',
  ],
  [
    Array.from({ length: 101 }, (_, i) => `## H${i}\n\n- do ${i}\n`).join('\n'),
    'It has 101 items in lists and tables, and 101 headings with text under them (wanted: at most 100 steps: split the file, and let one playbook `include` the other)',
  ],
  [`${'- '.repeat(50)}a`, 'Lists or quotes are nested 40 deep (wanted: less nesting)'],
  ['x'.repeat(300_000), 'The file has 300000 characters (wanted: at most 262144)'],
  ['a\0b', 'The file is not text (wanted: JSON or Markdown, in UTF-8)'],
])('%# is refused, and told what is wanted', (text, says) => expect(refusal(text)).toBe(says))

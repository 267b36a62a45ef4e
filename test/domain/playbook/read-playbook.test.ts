import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readPlaybook } from '../../../src/domain/playbook/read-playbook.ts'

const numbers = (count: number) => Array.from({ length: count }, (_, n) => n)
const steps = (count: number) =>
  numbers(count)
    .map(n => `- [ ] \`do-${n}\` Do`)
    .join('\n')
const ids = (count: number) =>
  numbers(count)
    .map(n => `\`do-${n}\``)
    .join(' ')

const front = '---\ntitle: Leaked key\nseverity: SEV-2\n---\n'

/** Problems of a body under good front matter; its first line is line 5 of the file. */
const problemsOf = (body: string, head = front) => {
  const result = readPlaybook('leaked-key.md', head + body)
  return 'problems' in result ? result.problems.map(p => `${p.line}: ${p.says} (expected: ${p.expected})`) : []
}

const playbookOf = (text: string) => {
  const result = readPlaybook('leaked-key.md', text)
  if ('problems' in result) throw new Error(JSON.stringify(result.problems))
  return result.playbook
}

test('a playbook is read as it is written', () => {
  const text = `---
title: Leaked key
severity: SEV-2
summary: A key is where it should not be.
confidential: false
source: https://response.example.com
---
Do not panic.

### In short

Rotate.

## Contain

- [ ] \`rotate\` Rotate the key (security, within 1h, required)
      At the provider's console.
- [ ] \`pull-logs\` Pull the logs (forensics)

  \`\`\`sh
    journalctl  # two more spaces
  \`\`\`

  - [ ] one of the guidance's own boxes

## Communicate

- [ ] \`tell-company\` Tell the company (of the key) (gate internal, after \`rotate\` \`pull-logs\`)
- [x] \`thank-finder\` Thank whoever found it
`
  expect(playbookOf(text)).toEqual({
    id: 'leaked-key',
    title: 'Leaked key',
    severity: 'SEV-2',
    summary: 'A key is where it should not be.',
    confidential: false,
    source: 'https://response.example.com',
    introduction: 'Do not panic.\n\n### In short\n\nRotate.',
    kind: 'incident',
    phases: {},
    roles: [],
    include: [],
    steps: [
      {
        id: 'rotate',
        title: 'Rotate the key',
        phase: 'Contain',
        guidance: "At the provider's console.",
        role: 'security',
        after: [],
        gate: null,
        required: true,
        within: 60,
        perAsset: false,
        from: 'leaked-key',
        confidential: false,
      },
      {
        id: 'pull-logs',
        title: 'Pull the logs',
        phase: 'Contain',
        guidance: "```sh\n  journalctl  # two more spaces\n```\n\n- [ ] one of the guidance's own boxes",
        role: 'forensics',
        after: [],
        gate: null,
        required: false,
        within: null,
        perAsset: false,
        from: 'leaked-key',
        confidential: false,
      },
      {
        id: 'tell-company',
        title: 'Tell the company (of the key)',
        phase: 'Communicate',
        guidance: '',
        role: null,
        after: ['rotate', 'pull-logs'],
        gate: 'internal',
        required: false,
        within: null,
        perAsset: false,
        from: 'leaked-key',
        confidential: false,
      },
      {
        id: 'thank-finder',
        title: 'Thank whoever found it',
        phase: 'Communicate',
        guidance: '',
        role: null,
        after: [],
        gate: null,
        required: false,
        within: null,
        perAsset: false,
        from: 'leaked-key',
        confidential: false,
      },
    ],
  })
})

test('what it does not say is confidential, without summary, without source', () => {
  expect(playbookOf(`${front}## Contain\n- [ ] \`rotate\` Rotate (responder)`)).toMatchObject({
    confidential: true,
    summary: '',
    source: null,
    introduction: '',
    steps: [{ role: null }],
  })
})

test('Windows line ends and a byte order mark change nothing', () => {
  const text = `${front}Hello\n\n## Contain\n\n- [ ] \`rotate\` Rotate\n\n  At once.\n`
  expect(playbookOf(`\ufeff${text.replaceAll('\n', '\r\n')}`)).toEqual(playbookOf(text))
})

test.each(['```', '~~~', '<!--'])(
  'guidance that ends in %s, which nobody closed, takes nothing of the next step',
  open => {
    const body = `## Contain\n\n- [ ] \`rotate\` Rotate\n\n  ${open}\n\n- [ ] \`tell\` Tell\n`
    expect(playbookOf(front + body).steps.map(step => step.guidance)).toEqual([open, ''])
  },
)

test('headings and tasks inside of code, quotes and guidance are none', () => {
  const body =
    '```\n## Nothing\n- [ ] `no` No\n```\n\n## Contain\n> - [ ] `nor` Nor\n\n- [ ] `rotate` Rotate\n- a plain item\n'
  expect(playbookOf(front + body).steps.map(step => step.id)).toEqual(['rotate'])
})

test.each([
  ['15m', 15],
  ['1h', 60],
  ['2d', 2880],
])('`within %s` is %i minutes', (words, minutes) => {
  expect(playbookOf(`${front}## Contain\n- [ ] \`a\` A (within ${words})`).steps[0]?.within).toBe(minutes)
})

const phases = 'Prepare, Assemble, Contain, Investigate, Eradicate, Recover, Communicate, Learn'
const terms =
  'a role, `within 15m`, ``after `isolate` ``, `gate`, `gate internal`, `gate external`, `per asset` or `required`'

test.each<[string, string, string[]]>([
  ['an unknown phase', '## Panic\n- [ ] `a` A', [`5: Unknown phase \`Panic\` (expected: one of ${phases})`]],
  [
    'a step before the first phase',
    '- [ ] `a` A',
    [`5: A step before the first phase (expected: one of ${phases} above it, for example \`## Contain\`)`],
  ],
  [
    'the same id twice',
    '## Contain\n- [ ] `a` A\n- [ ] `a` A again',
    ['7: The id `a` is already used in line 6 (expected: a different id for each step)'],
  ],
  [
    'a bad id',
    '## Contain\n- [ ] `../../x` A',
    [
      '6: The id `../../x` is not valid (expected: a verb in lower-case letters, digits and hyphens, at most 60 characters, for example `tell-company`)',
    ],
  ],
  [
    'an id that is a role',
    '## Contain\n- [ ] `forensics` A',
    ['6: The id `forensics` is also a role (expected: a verb, for example `analyse` rather than `forensics`)'],
  ],
  [
    "an id that is one of the team's own roles",
    '## Contain\n- [ ] `dba` A (security)\n- [ ] `b` B (dba)',
    ['6: The id `dba` is also a role (expected: a verb, for example `analyse` rather than `forensics`)'],
  ],
  [
    'waiting for nothing that there is',
    '## Contain\n- [ ] `a` A (after `b`)',
    ['6: `after` names the unknown step `b` (expected: the id of a step of this playbook)'],
  ],
  [
    'rings, and what waits behind one',
    '## Contain\n- [ ] `z` Z (after `a`)\n- [ ] `a` A (after `b`)\n- [ ] `b` B (after `a`)\n- [ ] `c` C (after `c`)',
    [
      '7: `a` comes after `b` comes after `a`: none of them could start (expected: an order without a cycle: remove one `after`)',
      '9: `c` comes after `c`: none of them could start (expected: an order without a cycle: remove one `after`)',
    ],
  ],
  [
    'an unknown term, a second role and an empty term',
    '## Contain\n- [ ] `a` A (security, required soon, marketing, )',
    [
      `6: Unknown term \`required soon\` (expected: ${terms})`,
      '6: Duplicate term `marketing` (expected: one role, and each other term once)',
      `6: Unknown term nothing (expected: ${terms})`,
    ],
  ],
  [
    'an unreadable duration',
    '## Contain\n- [ ] `a` A (within 5 minutes)\n- [ ] `b` B (within 0m)\n- [ ] `c` C (within)',
    ['5 minutes', '0m', ''].map(
      (came, i) =>
        `${6 + i}: \`within\` has ${came ? `\`${came}\`` : 'nothing'} (expected: minutes, hours or days, for example \`within 15m\`, \`within 1h\`, \`within 2d\`)`,
    ),
  ],
  [
    'after without backticks',
    '## Contain\n- [ ] `a` A\n- [ ] `b` B (after a)',
    ['7: `after` has `a` (expected: step ids in backticks, separated by spaces: ``after `isolate` `mitigate` ``)'],
  ],
  [
    'an unknown gate',
    '## Contain\n- [ ] `a` A (gate public)',
    ['6: `gate` has `public` (expected: `gate`, `gate internal` or `gate external`)'],
  ],
  [
    'a step after more than GitHub lets block one',
    `## Contain\n${steps(51)}\n- [ ] \`last\` Last (after ${ids(51)})`,
    [
      '57: `after` names 51 steps (expected: at most 50, GitHub’s limit for issues that block one: name only the last ones)',
    ],
  ],
  [
    'a parenthesis that is never closed',
    '## Contain\n- [ ] `a` A\n- [ ] `b` B (communications, gate external, after `a`',
    [
      "7: Terms in the middle of the title are ignored: `B (communications, gate external, after 'a'` (expected: terms in parentheses at the end of the line)",
    ],
  ],
  [
    'words after the terms',
    '## Contain\n- [ ] `a` A (security, required) at once',
    [
      '6: Terms in the middle of the title are ignored: `A (security, required) at once` (expected: terms in parentheses at the end of the line)',
    ],
  ],
  [
    'a box without a space before it',
    '## Contain\n- [ ] `a` A\n-[ ] `b` B (required)',
    ['7: A checkbox without a space before it (expected: ``- [ ] `step-id` Title (terms)``)'],
  ],
  [
    'a gate that nothing keeps closed',
    '## Contain\n- [ ] `a` A (gate)',
    ['6: A gate that nothing blocks (expected: ``after `step-id` `` as well, or `gate internal`, or `gate external`)'],
  ],
  [
    'no steps',
    'Nothing but words.',
    [
      '1: The playbook has no steps (expected: under a heading such as `## Contain`: ``- [ ] `isolate` Isolate the machine (security)``)',
    ],
  ],
  [
    'a task without an id',
    '## Contain\n- [ ] A',
    ['6: A step without an id (expected: ``- [ ] `step-id` Title (terms)``)'],
  ],
  [
    'a task without its box',
    '## Contain\n- `a` A (required)\n- [] `b` B\n- [ ] `c` C',
    ['6', '7'].map(line => `${line}: A step without its checkbox (expected: \`\`- [ ] \`step-id\` Title (terms)\`\`)`),
  ],
  [
    'no title',
    '## Contain\n- [ ] `a` (required)',
    ['6: A step without a title (expected: ``- [ ] `step-id` Title (terms)``)'],
  ],
  [
    'a long title',
    `## Contain\n- [ ] \`a\` ${'A'.repeat(201)}`,
    ['6: The title has 201 characters (expected: at most 200: the rest goes below it, indented)'],
  ],
  [
    'terms on the second line, where they would be lost',
    '## Contain\n- [ ] `a` A title that\n      goes on (security, required)',
    ['6: The terms are on the second line (expected: id, title and terms on one line)'],
  ],
  [
    'lists that stand too deep in each other',
    `${'>'.repeat(100_000)} x`,
    ['5: Lists or quotes are nested 40 deep (expected: less nesting)'],
  ],
])('refused: %s', (_, body, problems) => {
  expect(problemsOf(body)).toEqual(problems)
})

test('refused: more steps than GitHub allows, with advice', () => {
  const steps = (n: number) => `## Contain\n${Array.from({ length: n }, (_, i) => `- [ ] \`a${i}\` A`).join('\n')}`
  expect(problemsOf(steps(100))).toEqual([])
  for (const n of [101, 500])
    expect(problemsOf(steps(n))).toEqual([
      `106: The playbook has ${n} steps (expected: at most 100, GitHub’s limit for sub-issues: combine several into one step, as a list in its guidance)`,
    ])
})

const body = '## Contain\n- [ ] `a` A\n'
const title =
  '`title` is missing (expected: a line of at most 200 characters, for example `title: Server access compromised`)'
const severity = '(expected: one of SEV-1, SEV-2, SEV-3, SEV-4, for example `severity: SEV-2`)'

test.each<[string, string, string[]]>([
  [
    'no front matter',
    '',
    ['1: The front matter is missing (expected: a first line `---`, then `title:` and `severity:`, then a line `---`)'],
  ],
  ['nothing in it', '---\n---\n', [`1: ${title}`, `1: \`severity\` is missing ${severity}`]],
  ['an unknown severity', '---\ntitle: A\nseverity: SEV-9\n---\n', [`3: \`severity\` has \`SEV-9\` ${severity}`]],
  [
    'an unknown key',
    '---\ntitle: A\nseverity: SEV-1\nowner: me\n---\n',
    [
      '4: Unknown key `owner` (expected: one of `title`, `severity`, `summary`, `confidential`, `kind`, `phases`, `roles`, `include`, `source`)',
    ],
  ],
  [
    'a key twice',
    '---\ntitle: A\nseverity: SEV-1\nseverity: SEV-4\n---\n',
    [
      '3: `severity` appears more than once (expected: each key once; until then all of them are ignored)',
      '4: `severity` appears more than once (expected: each key once; until then all of them are ignored)',
      `1: \`severity\` is missing ${severity}`,
    ],
  ],
  [
    'what is no boolean in YAML 1.2',
    '---\ntitle: A\nseverity: SEV-1\nconfidential: no\n---\n',
    ['4: `confidential` has `no` (expected: `true` or `false`, for example `confidential: true`)'],
  ],
  [
    'broken YAML',
    '---\nseverity: SEV-1\ntitle: "A\n---\n',
    ['3: Invalid YAML: Missing closing "quote (expected: lines such as `severity: SEV-2`)', `1: ${title}`],
  ],
])('refused in the front matter: %s', (_, head, problems) => {
  expect(problemsOf(body, head)).toEqual(problems)
})

test('everything wrong is told at once, in the order of the lines', () => {
  const text = '---\ntitle: A\nseverity: bad\n---\n## Nope\n- [ ] `A` Title (within x)\n## Contain\n- [ ] no id\n'
  const result = readPlaybook('leaked-key.md', text)
  expect('problems' in result && result.problems.map(p => [p.file, p.line])).toEqual([
    ['leaked-key.md', 3],
    ['leaked-key.md', 5],
    ['leaked-key.md', 6],
    ['leaked-key.md', 6],
    ['leaked-key.md', 8],
  ])
})

test.each(['../../etc/passwd', 'Leaked Key.md', '.md', 'a/../b.txt', `${'a'.repeat(41)}.md`, 'kéy.md', '-rf.md'])(
  'a file called %s is refused',
  name => {
    const result = readPlaybook(name, front + body)
    expect('problems' in result && result.problems).toEqual([
      expect.objectContaining({
        line: 1,
        expected:
          'lower-case letters, digits and hyphens, at most 40 characters, then `.md`, for example `leaked-key.md`',
      }),
    ])
  },
)

test('a file called by-hand.md is refused: its id stands for steps that people add', () => {
  const result = readPlaybook('.github/incidents/by-hand.md', front + body)
  expect('problems' in result && result.problems).toEqual([
    {
      file: '.github/incidents/by-hand.md',
      line: 1,
      says: 'The file name `.github/incidents/by-hand.md` is reserved',
      expected: 'another name: `by-hand` stands for steps that people add in an incident',
    },
  ])
})

test('what the front matter says of kind, phases, roles and includes is kept', () => {
  const kinds = playbookOf(
    `---\ntitle: Part\nkind: part\nphases:\n  Contain: Respond (RS.MI)\nroles: [security]\ninclude: [notify-parties]\n---\n${'## Contain\n- [ ] `isolate` Isolate (security, per asset, after `elsewhere`)\n'}`,
  )
  expect(kinds).toMatchObject({
    kind: 'part',
    phases: { Contain: 'Respond (RS.MI)' },
    roles: ['security'],
    include: ['notify-parties'],
    severity: 'SEV-4',
    steps: [{ id: 'isolate', perAsset: true, after: ['elsewhere'], from: 'leaked-key' }],
  })
})

test('a role or a phase that the front matter leaves out is told with its line', () => {
  const head = '---\ntitle: Leaked key\nseverity: SEV-2\nphases: {Learn: Identify (ID.IM)}\nroles: [security]\n---\n'
  expect(problemsOf('## Contain\n- [ ] `rotate` Rotate (requird)\n', head)).toEqual([
    '8: `Contain` is missing from `phases` (expected: `phases` with each phase used here, or left out)',
    '8: The role `requird` is missing from `roles` (expected: one of security, or `roles` with it)',
  ])
})

test('a review that recurs is confidential only if it says so', () => {
  const review = playbookOf('---\ntitle: Review\nkind: readiness\n---\n## Prepare\n- [ ] `look` Look\n')
  expect(review).toMatchObject({ kind: 'readiness', confidential: false })
})

test('a huge file is refused before it is read', () => {
  expect(problemsOf('x'.repeat(300_000))).toEqual([
    `1: The file has ${300_000 + front.length} characters (expected: at most 262144)`,
  ])
})

test('the example of the documentation is a playbook', () => {
  const page = readFileSync(join(import.meta.dirname, '../../../docs/playbooks.md'), 'utf8')
  const example = /```markdown\n(.*?)```\n/s.exec(page)?.[1] ?? ''
  expect(playbookOf(example).steps.map(step => step.id)).toEqual(['rotate', 'pull-logs', 'tell-company'])
})

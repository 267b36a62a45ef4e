import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formChooser, formFor } from '../../src/domain/intake/form.ts'
import { knownRoles } from '../../src/domain/terms/roles.ts'
import { check, type Files } from '../../src/validate/validate.ts'
import { playbookWith } from '../playbook-of.ts'
import { templates } from '../templates.ts'

const people = knownRoles.map(role => `  ${role}: [alice]\n`)
const roster = `roster:\n${people.join('')}`
/** A roster with nobody for this role, of a team that uses a playbook of its own. */
const without = (role: string) => `${roster.replace(`  ${role}: [alice]\n`, '')}playbook: leak\n`
const playbook = (title: string, front: string, ...steps: readonly string[]) =>
  `---\ntitle: ${title}\nseverity: SEV-2\n${front}---\n## Contain\n${steps.map(step => `- [ ] ${step}\n`).join('')}`
const leak = playbook('Leak', 'confidential: false\n', '`rotate` Rotate (security)')
const form = formFor(playbookWith('leak', [], { title: 'Leak' }))

const files = (texts: Record<string, string>): Files => {
  const all = Object.entries(texts).map(([name, text]) => ({ name: `.github/${name}`, text, truncated: false }))
  return {
    configuration: all.find(({ name }) => name === '.github/incidents.yml') ?? null,
    playbooks: all.filter(({ name }) => name.startsWith('.github/incidents/')),
    forms: all.filter(({ name }) => name.startsWith('.github/ISSUE_TEMPLATE/')),
    refused: [],
  }
}
const told = (texts: Record<string, string>) =>
  check(files({ 'incidents.yml': roster, ...texts })).findings.map(
    ({ is, file, line, says }) => `${is} ${file.replace('.github/', '')}:${line}: ${says}`,
  )
const withForm = (text: string) => told({ 'incidents/leak.md': leak, 'ISSUE_TEMPLATE/leak.yml': text })

test('of a repository in order nothing is told', () => {
  const texts = {
    'incidents/leak.md': leak,
    'ISSUE_TEMPLATE/leak.yml': form,
    'ISSUE_TEMPLATE/config.yml': formChooser(),
  }
  expect(told(texts)).toEqual([])
  expect(check(files({ 'incidents.yml': roster, ...texts })).files).toBe(4)
})

test('no files are no files', () => expect(check(files({})).files).toBe(0))

test('what an incident would be told is told here, first of the configuration, then by file and line', () => {
  expect(
    told({
      'ISSUE_TEMPLATE/config.yml': 'blank: true\n',
      'incidents/z.md': playbook('Z', '', '`a` A (security, after `b`)', '`b` B (security, after `a`)'),
      'incidents/y.md': playbook('Y', 'include: [nowhere]\n', '`a` A (secruity)', '`security` B (security)').replace(
        '## C',
        '## Repair\n\n## C',
      ),
      'incidents.yml': `${roster}severity: SEV-9\nplaybook: gone\n`,
    }),
  ).toEqual([
    'problem incidents.yml:1: `playbook` names the unknown playbook `gone`',
    `problem incidents.yml:${people.length + 2}: \`severity\` has \`SEV-9\``,
    'problem ISSUE_TEMPLATE/config.yml:1: Unknown key `blank`',
    'problem incidents/y.md:6: Unknown phase `Repair`',
    'problem incidents/y.md:10: The id `security` is also a role',
    'problem incidents/z.md:6: `a` comes after `b` comes after `a`: none of them could start',
  ])
})

test('more sub-issues than GitHub takes are told, with what is included', () => {
  const steps = (start: number, count: number) =>
    Array.from({ length: count }, (_, i) => `\`step-${start + i}\` Title (security)`)
  expect(
    told({
      'incidents/more.md': playbook('More', '', ...steps(0, 60)),
      'incidents/most.md': playbook('Most', 'include: [more]\n', ...steps(60, 41)),
    }),
  ).toEqual(['problem incidents/most.md:4: With the playbooks it includes, it has 101 steps'])
})

describe('who owns the steps', () => {
  test('a step of ours whose role nobody has is a problem', () => {
    expect(
      told({
        'incidents.yml': without('counsel'),
        'incidents/leak.md': playbook('Leak', '', '`a` A', '`tell` Tell (counsel)'),
      }),
    ).toEqual(['problem incidents/leak.md:7: Nobody is on the roster for `counsel`, so nobody is assigned `tell`'])
  })

  test('so it is when the roster has a place for the role, and nobody in it', () => {
    const own = playbook('Leak', '', '`mend` Mend (dba)')
    expect(told({ 'incidents.yml': `${roster}  dba: []\nplaybook: leak\n`, 'incidents/leak.md': own })).toEqual([
      'problem incidents/leak.md:6: Nobody is on the roster for `dba`, so nobody is assigned `mend`',
    ])
  })

  test('what another file of the team brings in is told there, once', () => {
    const notify = playbook('Notify', '', '`tell` Tell (counsel)')
    const including = playbook('Leak', 'include: [notify]\n', '`a` A')
    expect(
      told({ 'incidents.yml': without('counsel'), 'incidents/leak.md': including, 'incidents/notify.md': notify }),
    ).toEqual(['problem incidents/notify.md:6: Nobody is on the roster for `counsel`, so nobody is assigned `tell`'])
  })

  test('a role that nobody knows is told once, as that', () => {
    expect(told({ 'incidents/leak.md': playbook('Leak', '', '`tell` Tell (counsle)') })).toEqual([
      'problem incidents/leak.md:6: Unknown role `counsle`',
    ])
  })

  test('without any roster one warning does', () => {
    const none = 'roster:\n  security: []\n'
    expect(told({ 'incidents.yml': none, 'incidents/leak.md': leak })).toEqual([
      'warning incidents.yml:1: The roster is empty, so steps are assigned to nobody and every incident commander is an acting one',
    ])
  })

  test('the built-in playbook in use lacks people: a warning', () => {
    const few = without('security').replace('playbook: leak\n', '')
    const [first, ...others] = told({ 'incidents.yml': few })
    expect(others).toEqual([])
    expect(first).toMatch(
      /^warning incidents\.yml:1: The built-in playbook `security-incident` has steps for .*`security`.*, and nobody/,
    )
    expect(told({ 'incidents.yml': without('counsel'), 'incidents/leak.md': leak })).toEqual([])
  })

  test('what is included of the built-in ones: a warning where it is included', () => {
    const text = playbook('Leak', 'include: [security-incident]\n', '`a` A')
    expect(told({ 'incidents.yml': without('security'), 'incidents/leak.md': text })).toEqual([
      'warning incidents/leak.md:4: The playbooks it includes have steps for `security`, and nobody is on the roster for them',
    ])
  })
})

describe('a review of readiness', () => {
  const review = (front: string, ...steps: readonly string[]) =>
    playbook('Ready?', `kind: readiness\n${front}`, ...steps)

  test('has steps for anybody but a commander', () => {
    const steps = ['`log` Log (security)', '`plan` Plan (incident-commander)', '`try` Try']
    expect(told({ 'incidents/ready.md': review('', ...steps) })).toEqual([
      'problem incidents/ready.md:8: A review has no incident commander to do `plan`',
    ])
    expect(told({ 'incidents/leak.md': playbook('Leak', '', ...steps) })).toEqual([])
  })

  test('is told so once, with and without a commander on the roster', () => {
    const texts = { 'incidents/ready.md': review('', '`plan` Plan (incident-commander)') }
    for (const configuration of [without('incident-commander').replace('playbook: leak\n', ''), 'roster: {}\n'])
      expect(told({ 'incidents.yml': configuration, ...texts }).filter(line => line.includes('ready.md'))).toEqual([
        'problem incidents/ready.md:7: A review has no incident commander to do `plan`',
      ])
  })

  test('may include a part that has some: a warning where it is included', () => {
    expect(told({ 'incidents/ready.md': review('include: [notify-parties]\n', '`log` Log (security)') })).toEqual([
      'warning incidents/ready.md:5: A review has no incident commander to do `ask-prevention`',
    ])
  })

  test('in which somebody commands is not among the built-in ones', () => {
    const builtInOnes = templates.map(({ name, text }) => [`incidents/${name}`, text])
    const all = told(Object.fromEntries(builtInOnes))
    const commanded = ['incidents/ready.md', review('', '`plan` Plan (incident-commander)')]
    const withOne = told(Object.fromEntries([...builtInOnes, commanded]))
    expect(withOne.filter(line => line.includes('A review has no incident commander'))).toHaveLength(1)
    expect(all.filter(line => line.includes('A review has no incident commander'))).toEqual([])
  })
})

describe('a form', () => {
  test('that declares nothing is only read', () => {
    const bug = 'name: Bug\ndescription: A bug\nbody:\n  - type: input\n    attributes:\n      label: What?\n'
    expect(withForm(bug)).toEqual([])
    expect(withForm(bug.replace('input', 'inptu'))).toEqual(['problem ISSUE_TEMPLATE/leak.yml:4: `type` has `inptu`'])
  })

  test.each<[string, string, string]>([
    [
      'names a playbook that there is not',
      form.replace('playbook: leak', 'playbook: laek'),
      'problem :4: The label `playbook: laek` names an unknown or broken playbook',
    ],
    [
      'lost its label',
      form.replace('  - incident\n', ''),
      'problem :4: The label `playbook: leak` is set without `incident`, so no incident opens',
    ],
    [
      'has the wrong label',
      form.replace('- incident', '- readiness'),
      'problem :4: `readiness` is set with `playbook: leak`, which is of kind `incident`',
    ],
    [
      'has both labels',
      form.replace('- incident', '- incident\n  - Readiness'),
      'problem :4: `incident` and `readiness` are both set',
    ],
    [
      'lost its one question',
      form.replace('What did you see?', 'What now?'),
      'warning :7: No field asks `What did you see?`',
    ],
    [
      'does not require it',
      form.replace('required: true', 'required: false'),
      'warning :7: `What did you see?` is optional',
    ],
  ])('that %s', (_, text, finding) => {
    expect(withForm(text).map(line => line.replace('ISSUE_TEMPLATE/leak.yml', ''))).toEqual([finding])
  })

  test('takes its labels with commas, and the heading in other letters', () => {
    const labels = form.replace(/labels:\n.*\n.*\n/, 'labels: "Incident, Playbook: leak"\n')
    expect(labels).not.toBe(form)
    expect(withForm(labels.replace('What did you see?', 'what did YOU see'))).toEqual([])
  })

  test('of a confidential playbook may not tell by its title', () => {
    const secret = { 'incidents/leak.md': leak.replace('confidential: false', 'confidential: true') }
    const titled = (line: string) => told({ ...secret, 'ISSUE_TEMPLATE/leak.yml': form.replace('title: Leak\n', line) })
    expect(titled('title: Keys of Example Ltd are out\n')).toEqual([
      'warning ISSUE_TEMPLATE/leak.yml:3: The title is preset to `Keys of Example Ltd are out`, and is e-mailed to everyone who watches the repository',
    ])
    expect(titled('')).toEqual([
      'warning ISSUE_TEMPLATE/leak.yml:1: The title is left to the reporter, and is e-mailed to everyone who watches the repository',
    ])
    for (const title of ['Report', '"Attorney Work Project: "']) expect(titled(`title: ${title}\n`)).toEqual([])
    const ours = { ...secret, 'incidents.yml': `${roster}privilege_prefix: Under counsel\n` }
    expect(told({ ...ours, 'ISSUE_TEMPLATE/leak.yml': form.replace('title: Leak', 'title: under counsel') })).toEqual(
      [],
    )
  })
})

test('whatever the files say, it is told in one line each', () => {
  const line = fc.oneof(
    fc.constantFrom(...form.split('\n'), ...leak.split('\n'), ...roster.split('\n'), '`x`', '| a |'),
    fc.string({ unit: 'binary' }),
  )
  const text = fc.array(line).map(lines => lines.join('\n'))
  fc.assert(
    fc.property(text, text, text, (configuration, own, issue) => {
      const { findings } = check(
        files({ 'incidents.yml': configuration, 'incidents/leak.md': own, 'ISSUE_TEMPLATE/leak.yml': issue }),
      )
      for (const { line: at, says, expected } of findings) {
        expect(at).toBeGreaterThan(0)
        expect(says + expected).not.toMatch(/[\r\n]/)
      }
    }),
  )
})

describe('the options of a severity', () => {
  const severityOptions = (options: readonly string[], label = 'Severity'): readonly string[] =>
    withForm(`name: Leak
description: A leak
labels: [incident, "playbook: leak"]
title: Report
body:
  - type: textarea
    attributes: { label: "What did you see?" }
    validations: { required: true }
  - type: dropdown
    attributes:
      label: ${label}
      options: ${JSON.stringify(options)}
`)

  test('are read as the form of an incident is', () => {
    expect(severityOptions(['SEV1 - all customers', 'P2', 'Minor', 'sev 4', 'Not sure'])).toEqual([])
  })

  test('are told where none can be read from them, under a former heading too', () => {
    const unread = (label: string) => [
      `problem ISSUE_TEMPLATE/leak.yml:5: No severity can be read from the option \`All hands on deck\` of \`${label}\``,
    ]
    expect(severityOptions(['All hands on deck', 'SEV-2'])).toEqual(unread('Severity'))
    expect(severityOptions(['All hands on deck', 'SEV-2'], 'How bad does it look?')).toEqual(
      unread('How bad does it look?'),
    )
    expect(severityOptions(['All hands on deck', 'SEV-2'], 'How urgent is it?')).toEqual([])
  })
})

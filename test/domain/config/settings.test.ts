import { expect, test } from 'vitest'
import { readSettings } from '../../../src/domain/config/settings.ts'
import { builtIn, builtInPlaybooks } from '../../../src/domain/playbook/built-in.ts'

const file = (name: string, text: string, truncated = false) => ({ name, text, truncated })
const own = (title: string, terms = 'security') =>
  `---\ntitle: ${title}\nseverity: SEV-3\n---\n## Contain\n- [ ] \`rotate\` Rotate (${terms})\n`
const read = (configuration: string | null, ...playbooks: ReturnType<typeof file>[]) =>
  readSettings(
    { configuration: configuration === null ? null : file('incidents.yml', configuration), playbooks },
    builtIn(),
  )

test('a team without files has the built-in playbooks and no problems', () => {
  const { playbooks, problems } = read(null)
  expect(playbooks).toEqual(builtInPlaybooks())
  expect(problems).toEqual([])
})

test("a team's own playbook is added, and takes the place of the built-in one of its name", () => {
  const { playbooks, problems } = read(
    'playbook: leaked-key',
    file('security-incident.md', own('Ours')),
    file('leaked-key.md', own('Leaked key')),
    file('README.md', 'How we work'),
    file('notes.txt', ''),
  )
  expect(playbooks.filter(p => p.id === 'security-incident').map(p => p.title)).toEqual(['Ours'])
  expect(playbooks.some(p => p.id === 'leaked-key')).toBe(true)
  expect(problems).toEqual([])
})

test('a broken or cut playbook is left out and told; the built-in one of its name serves', () => {
  const { playbooks, problems } = read(
    null,
    file('security-incident.md', own('Ours', 'within soon')),
    file('big.md', own('Big'), true),
  )
  expect(playbooks).toEqual(builtInPlaybooks())
  expect(problems.map(p => `${p.file}:${p.line}: ${p.says}`)).toEqual([
    '.github/incidents/security-incident.md:6: `within` has `soon`',
    '.github/incidents/big.md:1: GitHub gave only the beginning of the file, so none of it was read',
  ])
})

test('a role that nobody knows is told and takes nothing away; one of the roster is known', () => {
  const told = read('roster: {dba: [alice]}', file('a.md', own('A', 'requird')), file('b.md', own('B', 'dba')))
  expect(told.problems.map(p => `${p.file}:${p.line}: ${p.says}`)).toEqual([
    '.github/incidents/a.md:6: `requird` is a role that nobody knows',
  ])
  expect(told.playbooks.some(p => p.id === 'a')).toBe(true)
})

test('a playbook that there is not gives way to the general one', () => {
  const { configuration, problems } = read('playbook: nowhere')
  expect(configuration.playbook).toBe('security-incident')
  expect(problems.map(p => p.says)).toEqual(['`playbook` has `nowhere`, which there is not'])
})

test('a configuration that was cut short is not read', () => {
  const { configuration, problems } = readSettings(
    { configuration: file('incidents.yml', 'allow_internal: true', true), playbooks: [] },
    builtIn(),
  )
  expect(configuration.allowInternal).toBe(false)
  expect(problems.map(p => p.file)).toEqual(['.github/incidents.yml'])
})

import { expect, test } from 'vitest'
import { readSettings } from '../../src/domain/config/settings.ts'
import { builtIn } from '../../src/domain/playbook/built-in.ts'
import { playbookInUse } from '../../src/validate/playbook-in-use.ts'
import { templates } from '../templates.ts'

const file = (name: string, text: string, truncated = false) => ({ name: `.github/incidents/${name}`, text, truncated })
const text = (title: string, include: string, steps: string) =>
  `---\ntitle: ${title}\nseverity: SEV-3\n${include}---\n## Contain\n- [ ] ${steps}\n`

const used = (...playbooks: ReturnType<typeof file>[]) => {
  const settings = readSettings({ configuration: null, playbooks }, builtIn())
  return playbooks.map(one => playbookInUse(one, settings.playbooks)?.steps.map(({ id }) => id) ?? null)
}

test('a playbook is used with what it includes', () => {
  expect(
    used(file('a.md', text('A', 'include: [b]\n', '`one` One')), file('b.md', text('B', '', '`two` Two'))),
  ).toEqual([['one', 'two'], ['two']])
})

test('nor is it where only its front matter is another', () => {
  const builtInText = templates.find(({ name }) => name === 'security-incident.md')?.text ?? ''
  const ours = builtInText.replace('\nroles:', '\ninclude: [nowhere]\nroles:')
  expect(ours).not.toBe(builtInText)
  expect(used(file('security-incident.md', ours))).toEqual([null])
})

test('one that is broken, cut, or cannot be composed is not, nor is the built-in one in its place taken for it', () => {
  expect(
    used(
      file('security-incident.md', text('Ours', 'include: [nowhere]\n', '`one` One')),
      file('a.md', 'nothing'),
      file('b.md', text('B', '', '`two` Two'), true),
    ),
  ).toEqual([null, null, null])
})

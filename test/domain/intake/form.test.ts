import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv } from 'ajv'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { formChooser, formFor, harmAnswers, questions } from '../../../src/domain/intake/form.ts'
import { builtInPlaybooks } from '../../../src/domain/playbook/built-in.ts'
import type { Playbook } from '../../../src/domain/playbook/playbook.ts'
import { isPlaybookId } from '../../../src/domain/playbook/playbook-id.ts'
import { playbookWith } from '../../playbook-of.ts'

type Field = {
  type: string
  id?: string
  attributes: { label?: string; value?: string; description?: string; options?: string[] }
  validations?: { required: boolean }
}
type Form = { name: string; description: string; title: string; labels: string[]; body: Field[] }

const form = (changes: Partial<Playbook> = {}): Form =>
  parse(formFor(playbookWith(changes.id ?? 'server', [], changes)))
const ids = ({ body }: Form) => body.flatMap(({ id }) => id ?? [])

const published = (name: string) => {
  const file = join(import.meta.dirname, 'issue-form-schema', name)
  return new Ajv({ strict: false }).compile(JSON.parse(readFileSync(file, 'utf8')))
}

describe('the published schema', () => {
  const folder = join(import.meta.dirname, '../../../.github/ISSUE_TEMPLATE')
  const isForm = published('github-issue-forms.json')
  const isChooser = published('github-issue-config.json')

  test('takes every form that is there, by YAML 1.1 as by 1.2', () => {
    const forms = readdirSync(folder).filter(name => name !== 'config.yml')
    expect(forms).toContain('security-incident.yml')
    for (const name of forms) {
      const text = readFileSync(join(folder, name), 'utf8')
      expect([name, isForm(parse(text)), isForm.errors]).toEqual([name, true, null])
      expect(parse(text, { version: '1.1' })).toEqual(parse(text))
      expect(text).not.toMatch(/[&*]a\d/)
    }
  })

  test('takes those of playbooks with less to say, and of readiness', () => {
    for (const changes of [{}, { summary: '' }, { confidential: true }, { kind: 'readiness' }] as const)
      expect([isForm(form(changes)), isForm.errors]).toEqual([true, null])
  })

  test('takes the chooser, which has no blank issues', () => {
    expect(parse(formChooser())).toEqual({ blank_issues_enabled: false })
    expect(isChooser(parse(formChooser()))).toBe(true)
  })

  test('refuses what is none', () => {
    expect(isForm(form())).toBe(true)
    expect(isForm({ ...form(), labelz: [] })).toBe(false)
    expect(isForm({ ...form(), body: [{ type: 'dropdown', attributes: { label: 'x', options: [true] } }] })).toBe(false)
  })
})

test('every built-in playbook has its form, and parts have none', () => {
  const folder = join(import.meta.dirname, '../../../.github/ISSUE_TEMPLATE')
  const declared = builtInPlaybooks().filter(({ kind }) => kind !== 'part')
  const forms = readdirSync(folder).map(name => name.replace('.yml', ''))
  expect(forms.filter(isPlaybookId).toSorted()).toEqual(['config', ...declared.map(({ id }) => id)].toSorted())
})

test('the form of a confidential playbook is titled with the privilege prefix, which tells nothing', () => {
  expect(form({ id: 'leaked-key', confidential: true })).toMatchObject({
    title: 'Attorney Work Project',
    labels: ['incident', 'playbook: leaked-key'],
  })
  expect(form({ confidential: false, title: 'Outage' })).toMatchObject({ name: 'Outage', title: 'Outage' })
})

test('only what was seen must be answered, and every question has a heading of its own', () => {
  const { body } = form({ kind: 'incident' })
  expect(body.filter(field => field.validations?.required).map(field => field.id)).toEqual(['seen'])
  expect(ids({ ...form(), body })).toEqual(Object.keys(questions))
  expect(new Set(body.map(field => field.attributes.label)).size).toBe(body.length)
  expect(form({ summary: '' }).description).not.toBe('')
})

test('the questions about harm can be answered with Yes, No and Not known, and the severity comes last', () => {
  const dropdowns = form({ severity: 'SEV-3' }).body.filter(({ type }) => type === 'dropdown')
  expect(dropdowns.slice(0, -1).map(({ attributes }) => attributes.options)).toEqual(
    [1, 2, 3, 4].map(() => harmAnswers),
  )
  expect(dropdowns.at(-1)?.attributes.description).toContain('the incident opens as SEV-3')
})

test('every form says not to write secrets', () => {
  for (const kind of ['incident', 'readiness'] as const)
    expect(form({ kind }).body[0]?.attributes.value).toContain('Write no secret here')
})

test('readiness is no incident: its own label and title, one question, no severity', () => {
  const readiness = form({ id: 'readiness', kind: 'readiness', title: 'Are we ready?', confidential: true })
  expect(readiness).toMatchObject({ title: 'Are we ready?', labels: ['readiness', 'playbook: readiness'] })
  expect(ids(readiness)).toEqual(['assets'])
  expect(readiness.body.some(field => field.validations?.required)).toBe(false)
  expect(readiness.body[0]?.attributes.value).toContain('not an incident')
})

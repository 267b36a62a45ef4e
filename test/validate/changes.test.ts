import { expect, test } from 'vitest'
import { playbookChanges } from '../../src/validate/changes.ts'

const file = (path: string, status = 'modified', before: string | null = null) => ({ path, status, before })

test('no files change no playbooks', () => expect(playbookChanges([])).toEqual({ changed: [], deleted: [] }))

test('only Markdown directly in the folder is a playbook, and its README is none', () => {
  const others = [
    '.github/incidents.yml',
    '.github/incidents/README.md',
    '.github/incidents/a/b.md',
    '.github/incidents/a.txt',
    'incidents/a.md',
  ]
  expect(playbookChanges(others.map(path => file(path)))).toEqual({ changed: [], deleted: [] })
})

test('added and changed ones are shown, deleted ones named, and a renamed one is both', () => {
  expect(
    playbookChanges([
      file('.github/incidents/a.md', 'added'),
      file('.github/incidents/b.md'),
      file('.github/incidents/c.md', 'removed'),
      file('.github/incidents/e.md', 'renamed', '.github/incidents/d.md'),
      file('docs/f.md', 'renamed', '.github/incidents/f.md'),
      file('.github/incidents/h.md', 'copied', '.github/incidents/a.md'),
    ]),
  ).toEqual({
    changed: ['a', 'b', 'e', 'h'].map(id => `.github/incidents/${id}.md`),
    deleted: ['c', 'd', 'f'].map(id => `.github/incidents/${id}.md`),
  })
})

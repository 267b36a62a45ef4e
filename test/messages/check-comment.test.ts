import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkComment } from '../../src/messages/check-comment.ts'
import { playbookWith, stepWith } from '../playbook-of.ts'

const nothing = { findings: [], files: 1, changed: [], deleted: [] }
const playbook = playbookWith('leak', [stepWith('rotate')])

test('of a change in order', () => {
  expect(checkComment(nothing, 65_000)).toBe('## Tocsin check: 0 problems, 0 warnings in 1 file')
})

test('what was found, what went, and what each changed playbook would open', () => {
  const found = { is: 'problem', file: 'a.md', line: 2, says: 'It is so', expected: 'otherwise' } as const
  const changed = [
    { file: '.github/incidents/leak.md', playbook },
    { file: '.github/incidents/a.md', playbook: null },
  ]
  expect(checkComment({ findings: [found], files: 2, changed, deleted: ['.github/incidents/b.md'] }, 65_000)).toBe(
    `## Tocsin check: 1 problem, 0 warnings in 2 files

- **problem** \`a.md:2\` It is so. Expected: otherwise.

Deleted: \`.github/incidents/b.md\`. Open incidents keep the playbook they started with.

### Title of leak

\`leak\` · incident · SEV-2

**1 step**

| phase | step | role | after | terms |
|---|---|---|---|---|
| Contain | \`rotate\` Title of rotate | anyone |  |  |

### \`.github/incidents/a.md\`

This playbook cannot be used until the problems above are fixed.`,
  )
})

test('with nothing to check it says what was looked for', () => {
  expect(checkComment({ ...nothing, files: 0 }, 65_000)).toMatch(
    /nothing to check\n\nNo files to check .* Looked for: /,
  )
})

test('it is never longer than it may be', () => {
  const word = fc.string({ unit: 'binary', maxLength: 3_000 })
  const findings = fc.array(
    fc.record({
      is: fc.constantFrom('problem' as const, 'warning' as const),
      file: word,
      line: fc.nat(),
      says: word,
      expected: word,
    }),
    { maxLength: 60, size: 'max' },
  )
  fc.assert(
    fc.property(findings, fc.array(word, { maxLength: 60 }), fc.nat(40), (found, deleted, count) => {
      const steps = Array.from({ length: 100 }, (_, i) => stepWith(`step-${i}`, { title: 'x'.repeat(200) }))
      const changed = Array.from({ length: count }, (_, i) => ({
        file: `${i}.md`,
        playbook: i % 7 === 3 ? null : playbookWith('long', steps),
      }))
      const body = checkComment({ findings: found, files: 9, changed, deleted }, 65_000)
      expect(body.length).toBeLessThanOrEqual(65_000)
      if (count > 12) expect(body).toContain(`and ${count - 12} more changed`)
    }),
    { numRuns: 50 },
  )
})

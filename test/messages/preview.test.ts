import fc from 'fast-check'
import { expect, test } from 'vitest'
import { builtInPlaybooks } from '../../src/domain/playbook/built-in.ts'
import { preview } from '../../src/messages/preview.ts'
import { playbookWith, stepWith } from '../playbook-of.ts'

const nothing = new Set<string>()
const many = (count: number) => Array.from({ length: count }, (_, i) => stepWith(`step-${i}`))

test('a playbook of one step', () => {
  expect(preview(playbookWith('leak', [stepWith('rotate')]), nothing, 3_500)).toBe(`### Title of leak

\`leak\` · incident · SEV-2

**1 step**

| phase | step | who | waits for | terms |
|---|---|---|---|---|
| Contain | \`rotate\` Title of rotate | whoever is there |  |  |`)
})

test('what waits for what, who does it, and what is there already', () => {
  const playbook = playbookWith(
    'leak',
    [
      stepWith('rotate', { role: 'security', within: 90, required: true, perAsset: true }),
      stepWith('tell', { phase: 'Communicate', after: ['rotate'], gate: 'external', within: 2880 }),
    ],
    { confidential: true, source: 'https://example.com', include: ['notify'] },
  )
  const steps = [...playbook.steps, stepWith('notify', { from: 'notify', gate: 'steps', after: ['tell'], within: 60 })]
  expect(preview({ ...playbook, steps }, new Set(['rotate', 'elsewhere']), 3_500)).toBe(`### Title of leak

\`leak\` · incident · SEV-2 · confidential: titles carry codename and number only
Source: https://example.com
Includes \`notify\`

**3 steps**, 1 already there, 1 required, 2 behind a gate, 1 for each asset

| phase | step | who | waits for | terms |
|---|---|---|---|---|
| Contain | \`rotate\` Title of rotate **already there** | security |  | required, within 90 min, per asset |
| Communicate | \`tell\` Title of tell | whoever is there | \`rotate\` | gate external, within 2 d |
| Contain | \`notify\` Title of notify (from \`notify\`) | whoever is there | \`tell\` | gate, within 1 h |`)
})

test('what does not fit is counted, in whole rows', () => {
  const playbook = playbookWith('long', many(100))
  const text = preview(playbook, nothing, 1_000)
  const shown = text.split('\n').filter(line => line.startsWith('| Contain'))
  expect(text.length).toBeLessThanOrEqual(1_000)
  expect(text).toContain('**100 steps**')
  expect(text.endsWith(`\n\nand ${100 - shown.length} more steps, not shown here.`)).toBe(true)
  expect(shown.length).toBeGreaterThan(5)
  expect(preview(playbook, nothing, 100_000)).not.toContain('more steps')
})

test('the built-in playbooks fit into a comment', () => {
  for (const playbook of builtInPlaybooks()) {
    const text = preview(playbook, nothing, 20_000)
    expect(text).toContain(`\`${playbook.steps.at(-1)?.id}\``)
    expect(text).not.toContain('more step')
  }
})

test('what people wrote calls nobody, links nothing, and cannot leave its cell', () => {
  const odd = '@dana #1 | <img src=x> [a](http://b) `x`\n| b |'
  const text = preview(
    playbookWith('odd', [stepWith('one', { title: odd })], { title: odd, source: odd }),
    nothing,
    3_500,
  )
  expect(text).toMatch(/dana.*1 .*img src=x/)
  expect(text).not.toMatch(/@dana|#1|<img|[^\\]\[a|[^\\]\| <|\n\| b/)
})

test('whatever the words and the room, it is never longer than it may be', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.integer({ min: 0, max: 5_000 }), fc.nat(30), (words, max, count) => {
      const steps = many(count).map(step => ({ ...step, title: words }))
      const text = preview(playbookWith('any', steps, { title: words, source: words }), nothing, max)
      expect(text.length).toBeLessThanOrEqual(max)
    }),
  )
})

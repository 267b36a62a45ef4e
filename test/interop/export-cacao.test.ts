import fc from 'fast-check'
import { expect, test } from 'vitest'
import { builtInPlaybooks } from '../../src/domain/playbook/built-in.ts'
import type { Playbook } from '../../src/domain/playbook/playbook.ts'
import { exportCacao } from '../../src/interop/cacao/export-cacao.ts'
import { undated } from '../../src/interop/cacao/timestamp.ts'
import { importPlaybooks } from '../../src/interop/import.ts'
import { stepWith } from '../playbook-of.ts'
import { cacao } from './cacao-2.0.ts'
import { playbooks } from './playbooks.ts'

const written = (playbook: Playbook) => exportCacao(playbook, undated)

/** As it comes back: all in one file, so that it includes nothing and every step is its own. */
const alone = (playbook: Playbook): Playbook => ({
  ...playbook,
  include: [],
  steps: playbook.steps.map(step => ({ ...step, from: playbook.id, confidential: playbook.confidential })),
})

const back = (playbook: Playbook) => {
  const [result] = importPlaybooks([{ name: 'some.json', text: written(playbook) }])
  if (result === undefined || 'says' in result) throw new Error(JSON.stringify(result))
  return result
}

test.each(builtInPlaybooks())('the built-in $id comes back as it went', playbook => {
  expect(back(playbook).playbook).toEqual(alone(playbook))
  expect(back(playbook).notes).toEqual([])
})

test.each(builtInPlaybooks())('the built-in $id is CACAO 2.0', playbook => {
  expect(cacao.safeParse(JSON.parse(written(playbook))).error).toBeUndefined()
})

// one that includes others may wait for their steps, which only composing could say
const whole = playbooks.filter(playbook => playbook.include.length === 0)

test('whatever can be read comes back as it went, and is CACAO 2.0', () => {
  fc.assert(
    fc.property(whole, playbook => {
      expect(back(playbook).playbook).toEqual(playbook)
      expect(cacao.safeParse(JSON.parse(written(playbook))).error).toBeUndefined()
    }),
    { numRuns: 300 },
  )
})

const step = (id: string, after: readonly string[] = []) => stepWith(id, { title: id, after })

const shape = (steps: Playbook['steps']) => {
  const [first] = builtInPlaybooks()
  if (!first) throw new Error('there is a built-in playbook')
  const { workflow, workflow_start } = cacao.parse(JSON.parse(written({ ...first, phases: {}, roles: [], steps })))
  const said: string[] = []
  for (let id = workflow_start; ; ) {
    const at = workflow[id]
    if (!at) throw new Error(id)
    const nameOf = (one: string): string => {
      const named = workflow[one]
      return named?.type === 'action' ? named.name : ''
    }
    said.push('next_steps' in at ? at.next_steps.map(nameOf).join(' | ') : at.type === 'action' ? at.name : at.type)
    if (!('on_completion' in at)) return said
    id = at.on_completion
  }
}

test('one step alone is a start, an action and an end', () => {
  expect(shape([step('isolate')])).toEqual(['start', 'isolate', 'end'])
})

test('what can begin at once is in parallel, and what waits comes after it', () => {
  expect(
    shape([step('isolate'), step('tell', ['isolate', 'rotate']), step('rotate'), step('learn', ['tell'])]),
  ).toEqual(['start', 'isolate | rotate', 'tell', 'learn', 'end'])
})

test('the same playbook is the same text, and another date is the only difference', () => {
  const [playbook] = builtInPlaybooks()
  if (!playbook) throw new Error('there is a built-in playbook')
  const dated = exportCacao(playbook, '2031-02-03T04:05:06Z')
  expect(written(playbook)).toBe(written(playbook))
  expect(dated.replaceAll('2031-02-03T04:05:06Z', undated)).toBe(written(playbook))
})

test('a step that another tool has added comes in beside ours', () => {
  const [playbook] = builtInPlaybooks()
  if (!playbook) throw new Error('there is a built-in playbook')
  const file = JSON.parse(written(playbook))
  const added = 'action--11111111-1111-4111-8111-111111111111'
  const { [file.workflow_start]: start } = file.workflow
  file.workflow[added] = { type: 'action', name: 'Call the insurer', on_completion: start.on_completion }
  start.on_completion = added
  const [result] = importPlaybooks([{ name: 'some.json', text: JSON.stringify(file) }])
  expect(result && 'playbook' in result && result.playbook.steps.map(({ id }) => id)).toContain('call-insurer')
})

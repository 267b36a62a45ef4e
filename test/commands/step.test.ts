import fc from 'fast-check'
import { expect, test } from 'vitest'
import { eventSchema } from '../../src/domain/events/event.ts'
import { isSlug } from '../../src/domain/text/slug.ts'
import { commands, incidentOf, isDone, recordAs } from '../incident-of.ts'
import { refusal, say } from './say.ts'

const added = (line: string) => say(incidentOf(), 'bob', line)

test('a title is enough: it becomes an id, and takes no status away', () => {
  expect(added('/step add Call the bank')).toEqual([
    { is: 'step-added', step: { id: 'call-the-bank', title: 'Call the bank', phase: 'Investigate' } },
  ])
})

test('terms as a playbook writes them, with a phase among them, and ids without backticks', () => {
  expect(added('/step add Warn the night shift (communications, contain, within 1h, required, after eject)')).toEqual([
    {
      is: 'step-added',
      step: {
        id: 'warn-the-night-shift',
        title: 'Warn the night shift',
        phase: 'Contain',
        role: 'communications',
        within: 60,
        required: true,
        after: ['eject'],
      },
    },
  ])
  expect(added('/step add `unplug` Unplug the printer (after `eject`)')).toMatchObject([
    { step: { id: 'unplug', after: ['eject'] } },
  ])
})

test('an id is never one that is there, nor a role', () => {
  expect(added('/step add Eject')).toMatchObject([{ step: { id: 'eject-2' } }])
  expect(added('/step add Security!')).toMatchObject([{ step: { id: 'security-2' } }])
  expect(added('/step add Réveiller l’équipe')).toMatchObject([{ step: { id: 'reveiller-l-equipe' } }])
  expect(added('/step add 東京に電話する')).toMatchObject([{ step: { id: 'step-6', title: '東京に電話する' } }])
  expect(refusal(incidentOf(), 'bob', '/step add `eject` Throw them out again')).toContain(
    'The id `eject` is already taken',
  )
})

test.each([
  ['/step add', 'The title is missing'],
  ['/step add Call the bank (again)', 'Unknown role `again` in the parentheses'],
  ['/step add Call the bank (within soon)', 'within 15m'],
  ['/step add Call the bank (after ejcet)', 'Did you mean `eject`?'],
  ['/step add `Call Bank` Call the bank', 'lower-case letters'],
  [`/step add ${'very '.repeat(50)}long`, 'at most 200'],
  ['/step remove eject', 'Unknown action `remove`'],
])('%s teaches', (line, words) => expect(refusal(incidentOf(), 'bob', line)).toContain(words))

test('adding is for those with write access, while the incident is open, and while there is room', () => {
  expect(refusal(incidentOf(), 'carol', '/step add Call the bank')).toContain('anyone with write access')
  expect(refusal(incidentOf(['dana', { is: 'closed' }]), 'bob', '/step add Call the bank')).toContain('Reopen')
  expect(refusal(incidentOf(), 'bob', '/step add Call', { known: { otherPages: 95 } })).toContain('there is room for 0')
})

test('whatever is written, it is a step that can be recorded, or words that teach', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', maxLength: 300 }),
      fc.constantFrom('', '(', '`', ' (within 1h)', ' (after eject)'),
      (text, end) => {
        const events = added(`/step add ${text.replace(/[\r\n]/g, ' ')}${end}`)
        for (const event of events) {
          if (event.is === 'step-added') {
            const { step } = event as unknown as { step: { id: string } }
            expect(isSlug(step.id)).toBe(true)
            expect(eventSchema.safeParse(recordAs('bob')({ is: 'step-added', step: step as never })).success).toBe(true)
          } else expect(String(event.says).length).toBeGreaterThan(20)
        }
      },
    ),
  )
})

test('the example of a refusal names a step that is open here', () => {
  const commanded = incidentOf(commands('dana'))
  expect(refusal(commanded, 'dana', '/step remove eject')).toContain('(communications, after eject)`')
  const over = incidentOf(commands('dana'), isDone('eject'), isDone('analyse'), isDone('clean'))
  expect(refusal(over, 'dana', '/step remove eject')).toContain('Example: `/step add Call the bank`')
})

test('a step per asset needs room for each affected asset, and none for what is exposed', () => {
  const named = (count: number) =>
    Array.from(
      { length: count },
      (_, n) => ['bob', { is: 'asset-added', asset: `web-${n}`, name: `web-${n}` }] as const,
    )
  const incident = incidentOf(...named(3), [
    'bob',
    {
      is: 'exposed',
      what: 'credential',
      asset: 'credential-key',
      name: 'key',
      playbook: 'exposed-credential',
      steps: [],
    },
  ])
  const line = '/step add Reimage it (per asset)'
  expect(say(incident, 'bob', line, { known: { otherPages: 92 } })).toMatchObject([{ is: 'step-added' }])
  expect(refusal(incident, 'bob', line, { known: { otherPages: 93 } })).toContain('open 3 more steps')
  expect(say(incident, 'bob', '/step add Call', { known: { otherPages: 94 } })).toMatchObject([{ is: 'step-added' }])
})

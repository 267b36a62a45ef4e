import { describe, expect, test } from 'vitest'
import type { Decision } from '../../src/domain/events/event.ts'
import { commands, incidentOf, isDone, type Name, who } from '../incident-of.ts'
import { byBot, byHand } from './by-hand.ts'

const assign = (name: Name) => ({ is: 'assigned', who: who(name) }) as const
const unassign = (name: Name) => ({ is: 'unassigned', who: who(name) }) as const
const close = (reason: 'completed' | 'not-planned' | 'duplicate' = 'completed') => ({ is: 'closed', reason }) as const

const commanded = incidentOf(commands('dana'))
const gives = (by: Name, step: string, name: Name): readonly [Name, Decision] => [
  by,
  { is: 'step-assigned', step, who: [who(name)] },
]
const given = incidentOf(commands('dana'), gives('dana', 'eject', 'bob'))

describe('assigning', () => {
  test('as the events say already is nothing', () => {
    expect(byHand(given, 'alice', 'eject', assign('bob'))).toEqual([])
    expect(byBot(given, 50, 'eject', assign('bob'))).toEqual([])
    expect(byHand(commanded, 'bob', 'eject', { is: 'assigned', who: null })).toEqual([])
    expect(byHand(commanded, 'bob', 'no-such-step', assign('bob'))).toEqual([])
  })

  test('by the commander or the deputy is an order', () => {
    const event = { is: 'step-assigned', step: 'eject', who: [who('alice')] }
    expect(byHand(commanded, 'dana', 'eject', assign('alice'))).toEqual([event])
    const deputised = incidentOf(commands('dana'), ['dana', { is: 'role-assigned', role: 'deputy', who: [who('bob')] }])
    expect(byHand(deputised, 'bob', 'eject', assign('alice'))).toEqual([event])
  })

  test('oneself to an unassigned step is taking it, ready or blocked', () => {
    expect(byHand(commanded, 'bob', 'eject', assign('bob'))).toMatchObject([{ is: 'step-assigned' }])
    expect(byHand(commanded, 'bob', 'clean', assign('bob'))).toMatchObject([{ is: 'step-assigned' }])
  })

  test('others, or oneself to a step that somebody has, is reverted and explained', () => {
    expect(byHand(commanded, 'bob', 'eject', assign('alice'))).toMatchInlineSnapshot(`
      [
        {
          "is": "reverted",
          "manualChange": "assigned",
          "says": "You assigned **alice** to \`eject\`. Reverted: only the incident commander or the deputy assigns work; anyone with write access can take unassigned steps. Incident commander: **dana**.
      Ask them to comment \`/assign eject @alice\`.",
          "step": "eject",
          "who": {
            "id": 4,
            "login": "alice",
          },
        },
      ]
    `)
    expect(byHand(given, 'alice', 'eject', assign('alice'))).toMatchObject([
      { is: 'reverted', manualChange: 'assigned' },
    ])
    expect(byHand(commanded, 'carol', 'eject', assign('carol'))).toMatchObject([{ is: 'reverted' }])
  })

  test('while nobody commands nothing is reverted: to a gate, or by a bot, it is left as it is', () => {
    expect(byHand(incidentOf(), 'bob', 'eject', assign('alice'))).toMatchObject([{ is: 'step-assigned' }])
    expect(byHand(incidentOf(), 'bob', 'tell-company', assign('alice'))).toEqual([
      { is: 'manual-change-left', manualChange: 'assigned', step: 'tell-company', who: who('alice') },
    ])
    expect(byBot(incidentOf(), 50, 'eject', assign('bob'))).toMatchObject([{ is: 'manual-change-left' }])
  })

  test('to a gate that is still closed is reverted, with what opens it', () => {
    expect(byHand(commanded, 'dana', 'tell-company', assign('dana'))).toMatchObject([
      { is: 'reverted', says: expect.stringContaining('`/rule-out insider <reason>`') },
    ])
  })

  test('by a bot or by nobody never counts, whatever it may do in the repository', () => {
    expect(byBot(commanded, 50, 'eject', assign('bob'))).toMatchObject([
      { is: 'reverted', says: expect.stringContaining('The bot **robot**') },
    ])
    expect(byBot(commanded, null, 'eject', assign('bob'))).toMatchObject([
      { is: 'reverted', says: expect.stringContaining('GitHub does not say who') },
    ])
  })
})

describe('unassigning', () => {
  test('who has it not is nothing', () => expect(byHand(commanded, 'bob', 'eject', unassign('alice'))).toEqual([]))

  test('from a finished step, or from a gate that is closed again, is nothing: it stays who had it', () => {
    const done = incidentOf(commands('dana'), gives('bob', 'eject', 'bob'), isDone('eject'))
    const shut = incidentOf(commands('dana'), gives('bob', 'tell-company', 'bob'))
    for (const name of ['dana', 'bob', 'alice'] as const) {
      expect(byHand(done, name, 'eject', unassign('bob'))).toEqual([])
      expect(byHand(shut, name, 'tell-company', unassign('bob'))).toEqual([])
    }
  })

  test('by the commander is an order', () => {
    expect(byHand(given, 'dana', 'eject', unassign('bob'))).toEqual([
      { is: 'step-unassigned', step: 'eject', who: [who('bob')] },
    ])
  })

  test('oneself counts for what one took, not for what one was given', () => {
    const taken = incidentOf(commands('dana'), gives('bob', 'eject', 'bob'))
    expect(byHand(taken, 'bob', 'eject', unassign('bob'))).toMatchObject([{ is: 'step-unassigned' }])
    expect(byHand(given, 'bob', 'eject', unassign('bob'))).toMatchObject([
      { is: 'reverted', manualChange: 'unassigned' },
    ])
  })

  test('oneself counts for what one took, whatever the commander gave to whom since', () => {
    const since = (step: string, name: Name) =>
      byHand(
        incidentOf(commands('dana'), gives('bob', 'eject', 'bob'), gives('dana', step, name)),
        'bob',
        'eject',
        unassign('bob'),
      )
    const letGo = [{ is: 'step-unassigned', step: 'eject', who: [who('bob')] }]
    expect(since('clean', 'bob')).toEqual(letGo)
    expect(since('eject', 'alice')).toEqual(letGo)
    expect(since('eject', 'bob')).toMatchObject([{ is: 'reverted', manualChange: 'unassigned' }])
  })

  test('somebody who has it by their role is reverted and explained', () => {
    const held = incidentOf(commands('dana'), ['dana', { is: 'role-assigned', role: 'forensics', who: [who('alice')] }])
    expect(byHand(held, 'dana', 'analyse', unassign('alice'))).toMatchObject([
      { is: 'reverted', says: expect.stringContaining('`/unassign forensics @alice`') },
    ])
  })
})

describe('again and again', () => {
  const back: readonly [Name, Decision] = [
    'bob',
    { is: 'reverted', manualChange: 'assigned', step: 'eject', who: who('alice'), says: 'No.' },
  ]
  const contested = [commands('dana'), back, back, back] as const

  test('three times it is reverted, then the commander is asked, then there is silence', () => {
    expect(byHand(incidentOf(commands('dana'), back, back), 'bob', 'eject', assign('alice'))).toMatchObject([
      { is: 'reverted' },
    ])
    const [asked, ...more] = byHand(incidentOf(...contested), 'bob', 'eject', assign('alice'))
    expect(more).toEqual([])
    expect(asked).toMatchObject({ is: 'manual-change-questioned', says: expect.stringContaining('@dana: `eject`') })
    const question: readonly [Name, Decision] = [
      'bob',
      {
        is: 'manual-change-questioned',
        manualChange: 'assigned',
        step: 'eject',
        who: who('alice'),
        says: String(asked?.says),
      },
    ]
    expect(asked).toEqual(question[1])
    expect(byHand(incidentOf(...contested, question), 'bob', 'eject', assign('alice'))).toEqual([])
    const other: readonly [Name, Decision] = ['bob', { is: 'step-assigned', step: 'clean', who: [who('bob')] }]
    expect(byHand(incidentOf(...contested, question, other), 'bob', 'eject', assign('alice'))).toEqual([])
  })

  test('the commander’s word settles it, and the count begins anew', () => {
    const settled: readonly [Name, Decision] = ['dana', { is: 'step-assigned', step: 'eject', who: [who('bob')] }]
    expect(byHand(incidentOf(...contested, settled), 'bob', 'eject', assign('alice'))).toMatchObject([
      { is: 'reverted' },
    ])
  })
})

describe('closing', () => {
  test('what is finished is nothing', () =>
    expect(byHand(incidentOf(isDone('eject')), 'bob', 'eject', close())).toEqual([]))

  test('is doing it, out of order too', () => {
    expect(byHand(commanded, 'bob', 'clean', close())).toEqual([
      { is: 'step-done', step: 'clean', waitedFor: ['analyse'] },
    ])
  })

  test('as not planned is skipping, which is the full commander’s', () => {
    expect(byHand(commanded, 'dana', 'eject', close('not-planned'))).toEqual([
      { is: 'step-skipped', step: 'eject', because: 'closed as not-planned by hand' },
    ])
    expect(byHand(commanded, 'bob', 'eject', close('duplicate'))).toMatchObject([
      { is: 'reverted', manualChange: 'closed', says: expect.stringContaining('`/skip eject <reason>`') },
    ])
  })

  test('of a gate that is still closed, or by a bot or a reader, is reverted', () => {
    expect(byHand(commanded, 'dana', 'tell-authority', close())).toMatchObject([
      { is: 'reverted', says: expect.stringContaining('`/approve external <reason>`') },
    ])
    expect(byBot(commanded, 50, 'eject', close())).toMatchObject([{ is: 'reverted', manualChange: 'closed' }])
    expect(byHand(commanded, 'carol', 'eject', close())).toMatchObject([{ is: 'reverted', manualChange: 'closed' }])
  })
})

describe('reopening', () => {
  test('what is open is nothing', () => expect(byHand(commanded, 'bob', 'eject', { is: 'reopened' })).toEqual([]))

  test('says that there is more to do', () => {
    const finished = incidentOf(commands('dana'), isDone('eject'))
    expect(byHand(finished, 'bob', 'eject', { is: 'reopened' })).toEqual([{ is: 'step-reopened', step: 'eject' }])
    expect(byHand(finished, 'carol', 'eject', { is: 'reopened' })).toMatchObject([
      { is: 'reverted', manualChange: 'reopened' },
    ])
  })
})

test('labels of a step change nothing', () =>
  expect(byHand(commanded, 'bob', 'eject', { is: 'unlabelled', label: 'SEV-2' })).toEqual([]))

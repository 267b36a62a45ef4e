import { describe, expect, test } from 'vitest'
import { commands, incidentOf, isDone, type Name, reviewOf, who } from '../incident-of.ts'
import { byBot, byHand } from './by-hand.ts'

const commanded = incidentOf(commands('dana'))
const assign = (name: Name) => ({ is: 'assigned', who: who(name) }) as const
const unassign = (name: Name) => ({ is: 'unassigned', who: who(name) }) as const
const label = (name: string) => ({ is: 'labelled', label: name }) as const
const unlabel = (name: string) => ({ is: 'unlabelled', label: name }) as const
const close = { is: 'closed', reason: 'completed' } as const
const reopen = { is: 'reopened' } as const

describe('assigning to the incident', () => {
  const helped = incidentOf(commands('dana'), ['bob', { is: 'role-assigned', role: 'responder', who: [who('bob')] }])

  test('the commander, or who responds already, is nothing', () => {
    expect(byHand(commanded, 'bob', null, assign('dana'))).toEqual([])
    expect(byHand(helped, 'bob', null, assign('bob'))).toEqual([])
  })

  test('oneself is joining, others are brought in by the commander', () => {
    expect(byHand(commanded, 'bob', null, assign('bob'))).toMatchObject([{ role: 'responder', who: [who('bob')] }])
    expect(byHand(helped, 'dana', null, assign('alice'))).toMatchObject([{ who: [who('bob'), who('alice')] }])
    expect(byHand(commanded, 'bob', null, assign('alice'))).toMatchObject([
      { is: 'reverted', manualChange: 'assigned' },
    ])
  })

  test('a twentieth joins, a twenty-first does not: an event names no more', () => {
    const among = (count: number) =>
      incidentOf(commands('dana'), [
        'dana',
        {
          is: 'role-assigned',
          role: 'responder',
          who: Array.from({ length: count }, (_, index) => ({ id: 100 + index, login: `helper-${index}` })),
        },
      ])
    const [joined] = byHand(among(19), 'bob', null, assign('bob'))
    expect(joined).toMatchObject({ is: 'role-assigned', role: 'responder' })
    expect(joined?.is === 'role-assigned' && joined.who).toHaveLength(20)
    expect(byHand(among(20), 'bob', null, assign('bob'))).toMatchObject([{ is: 'reverted' }])
    expect(byHand(among(20), 'dana', null, assign('bob'))).toMatchObject([{ is: 'reverted' }])
  })

  test('nobody joins for another, and nobody without write access joins', () => {
    expect(byHand(commanded, 'alice', null, assign('bob'))).toMatchObject([{ is: 'reverted' }])
    expect(byHand(commanded, 'carol', null, assign('carol'))).toMatchObject([{ is: 'reverted' }])
  })

  test('responders leave or are sent', () => {
    expect(byHand(commanded, 'bob', null, unassign('alice'))).toEqual([])
    expect(byHand(helped, 'bob', null, unassign('bob'))).toEqual([
      { is: 'role-unassigned', role: 'responder', who: [who('bob')] },
    ])
    expect(byHand(helped, 'dana', null, unassign('bob'))).toEqual([
      { is: 'role-unassigned', role: 'responder', who: [who('bob')] },
    ])
    expect(byHand(helped, 'alice', null, unassign('bob'))).toMatchObject([
      { is: 'reverted', manualChange: 'unassigned' },
    ])
    expect(byBot(helped, 50, null, unassign('bob'))).toMatchObject([{ is: 'reverted', manualChange: 'unassigned' }])
  })

  test('command is not taken off by hand, not even one’s own', () => {
    expect(byHand(commanded, 'dana', null, unassign('dana'))).toMatchObject([
      { is: 'reverted', says: expect.stringContaining('`/handoff @login`') },
    ])
  })
})

describe('labels', () => {
  test('that say what is so, or nothing of ours, are nothing', () => {
    expect(byHand(commanded, 'bob', null, label('SEV-2'))).toEqual([])
    expect(byHand(commanded, 'bob', null, label('bug'))).toEqual([])
    expect(byHand(commanded, 'bob', null, unlabel('SEV-3'))).toEqual([])
    expect(byHand(commanded, 'bob', null, unlabel('bug'))).toEqual([])
  })

  test('a worse severity counts for anyone with write access', () => {
    expect(byHand(commanded, 'bob', null, label('sev-1'))).toEqual([{ is: 'severity-set', to: 'SEV-1' }])
    expect(byBot(commanded, 50, null, label('SEV-1'))).toMatchObject([{ is: 'reverted', manualChange: 'labelled' }])
  })

  test('a lighter one is the commander’s, and needs words', () => {
    expect(byHand(commanded, 'bob', null, label('SEV-3'))).toMatchObject([{ is: 'reverted', manualChange: 'labelled' }])
    expect(byHand(commanded, 'dana', null, label('SEV-3'))).toMatchObject([
      { is: 'reverted', says: expect.stringContaining('`/severity SEV-3 <reason>`') },
    ])
  })

  test('what makes it an incident stays', () => {
    expect(byHand(commanded, 'dana', null, unlabel('incident'))).toMatchObject([{ manualChange: 'unlabelled' }])
    expect(byHand(commanded, 'dana', null, unlabel('SEV-2'))).toMatchObject([{ manualChange: 'unlabelled' }])
  })

  test('of the severity, again and again: reverted three times, asked once, then silence', () => {
    const back = ['bob', { is: 'reverted', manualChange: 'unlabelled', says: 'No.' }] as const
    const contested = [commands('dana'), back, back, back] as const
    const [asked] = byHand(incidentOf(...contested), 'bob', null, unlabel('SEV-2'))
    expect(asked).toMatchObject({ is: 'manual-change-questioned', manualChange: 'unlabelled' })
    const question = [
      'bob',
      { is: 'manual-change-questioned', manualChange: 'unlabelled', says: 'Settle it.' },
    ] as const
    expect(byHand(incidentOf(...contested, question), 'bob', null, unlabel('SEV-2'))).toEqual([])
  })

  test.each([
    ['while dana commands', [commands('dana')]],
    ['while nobody commands', []],
  ] as const)(
    'of the incident, %s: reverted each time, explained three times, then once that it goes on',
    (_, before) => {
      const back = ['bob', { is: 'reverted', manualChange: 'unlabelled', says: 'No.' }] as const
      const after = (times: number) => incidentOf(...before, ...Array.from({ length: times }, () => back))
      const taken = (times: number) => byHand(after(times), 'bob', null, unlabel('incident'))
      for (const times of [0, 1, 2])
        expect(taken(times)).toMatchObject([{ is: 'reverted', says: expect.stringContaining('You removed the label') }])
      expect(taken(3)).toMatchObject([{ is: 'reverted', says: expect.stringContaining('keeps restoring it') }])
      expect(taken(4)).toEqual([])
    },
  )
})

describe('closing the incident', () => {
  test('that is closed is nothing', () =>
    expect(byHand(incidentOf(commands('dana'), ['dana', { is: 'closed' }]), 'bob', null, close)).toEqual([]))

  test('by the full commander, with all that is required done or skipped', () => {
    expect(byHand(incidentOf(commands('dana'), isDone('eject')), 'dana', null, close)).toEqual([{ is: 'closed' }])
  })

  test('with something missing it is opened again with the list', () => {
    expect(byHand(commanded, 'dana', null, close)).toMatchInlineSnapshot(`
      [
        {
          "is": "reverted",
          "manualChange": "closed",
          "says": "Blocked from closing: 1 required step open. The incident is open again.

      - \`eject\`: \`/done eject\` or \`/skip eject <reason>\`

      Then close it again. A false alarm needs none of them: \`/cancel <reason>\`",
        },
      ]
    `)
  })

  test('by others, an acting commander or a bot, it is opened again', () => {
    expect(byHand(commanded, 'bob', null, close)).toMatchObject([{ is: 'reverted', manualChange: 'closed' }])
    expect(byHand(incidentOf(commands('bob'), isDone('eject')), 'bob', null, close)).toMatchObject([
      { is: 'reverted', says: expect.stringContaining('not an acting one') },
    ])
    expect(byBot(commanded, 50, null, close)).toMatchObject([{ is: 'reverted', manualChange: 'closed' }])
  })

  test('while nobody commands it does not count, and is not fought', () => {
    expect(byHand(incidentOf(), 'bob', null, close)).toMatchObject([
      {
        is: 'manual-change-questioned',
        manualChange: 'closed',
        says: expect.stringContaining('(**dana** and **erin**)'),
      },
    ])
  })
})

describe('closing a review of readiness', () => {
  test('is for whoever works here, whatever it leaves undone: nobody commands it', () =>
    expect(byHand(reviewOf(), 'bob', null, close)).toEqual([{ is: 'closed' }]))

  test('by a reader or a bot is reverted', () => {
    expect(byHand(reviewOf(), 'carol', null, close)).toMatchObject([{ is: 'reverted', manualChange: 'closed' }])
    expect(byBot(reviewOf(), 50, null, close)).toMatchObject([{ is: 'reverted', manualChange: 'closed' }])
  })
})

describe('reopening the incident', () => {
  const over = incidentOf(commands('dana'), ['dana', { is: 'cancelled', because: 'a test' }])

  test('that is open is nothing', () => expect(byHand(commanded, 'bob', null, reopen)).toEqual([]))

  test('takes it up again', () => {
    expect(byHand(over, 'bob', null, reopen)).toEqual([{ is: 'reopened' }])
    expect(byHand(over, 'carol', null, reopen)).toMatchObject([{ is: 'reverted', manualChange: 'reopened' }])
  })
})

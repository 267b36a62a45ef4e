import { expect, test } from 'vitest'
import type { Timestamp } from '../../src/domain/terms/timestamp.ts'
import { withIndex } from '../../src/domain/view/index-snapshot.ts'
import type { Item } from '../../src/domain/view/snapshot.ts'
import { deriveEvents } from '../../src/planner/derive-events.ts'
import { commands, incidentOf, said } from '../incident-of.ts'
import { comment, snapshotOf, us, user } from '../snapshot-of.ts'

const incident = incidentOf(commands('dana'))
const later = (seconds: number): Timestamp => new Date(Date.parse(said) + seconds * 1000).toISOString()

/** What is recorded of what stands on the incident's page, and on that of the step `eject`. */
const recorded = (thread: readonly Item[], onStep: readonly Item[] = []) =>
  deriveEvents(
    incident,
    withIndex(snapshotOf(incident, { issue: { thread }, steps: { eject: { thread: onStep } } })),
    'run-1',
  )
const kinds = (thread: readonly Item[]): readonly string[] => recorded(thread).map(event => event.is)

const noted = (id: string, at: Timestamp, words = 'it began') =>
  comment(id, user('bob'), `/timeline 10:00Z ${words}`, { at })
const labelled = (at: Timestamp, by: 'dana' | 'bob' = 'bob'): Item => ({
  is: 'labelled',
  id: 'E_1',
  at,
  by: user(by),
  url: 'https://github.com/acme/ops/issues/7#event-1',
  label: 'SEV-1',
})

test('of talk, and of what we said ourselves, nothing is recorded', () => {
  expect(kinds([comment('IC_1', user('bob'), 'Thank you.'), comment('IC_2', us, '/timeline 10:00Z it began')])).toEqual(
    [],
  )
  expect(kinds([noted('IC_3', later(5))])).toEqual(['timeline-noted'])
})

test('of what we changed ourselves, on a step or on the incident, nothing is recorded', () => {
  const at = later(5)
  const url = 'https://github.com/acme/ops/issues/11#event-1'
  const assigned = (id: string, by: Item['by']): Item => ({ is: 'assigned', id, at, by, url, who: user('bob') })
  expect(recorded([assigned('E_1', us)], [assigned('E_2', us)])).toEqual([])
  expect(recorded([assigned('E_1', user('dana'))], [assigned('E_2', user('dana'))])).toHaveLength(2)
})

test('what was said in the second of the declaration counts, what was said before it belongs to it', () => {
  expect(kinds([noted('IC_1', later(0))])).toEqual(['timeline-noted'])
  expect(kinds([noted('IC_1', later(-1))])).toEqual([])
})

test('labels set while opening the issue, two seconds long, belong to the declaration; afterwards they are somebody’s own change', () => {
  expect(kinds([labelled(later(2))])).toEqual([])
  expect(kinds([labelled(later(3))])).toHaveLength(1)
  expect(kinds([labelled(later(2), 'dana')])).toHaveLength(1)
})

test('within one second the pages follow each other by number, and a page keeps its own order', () => {
  const words = recorded(
    [noted('IC_3', later(5), 'third'), noted('IC_1', later(4), 'first')],
    [noted('IC_4', later(5), 'fourth'), noted('IC_2', later(4), 'second')],
  )
  expect(words.map(event => event.source)).toEqual(['IC_1', 'IC_2', 'IC_3', 'IC_4'])
})

test('edited by its own author it counts as said then; edited by another, as said when it was', () => {
  const mine = { editedAt: later(9), editor: user('bob') }
  const theirs = { editedAt: later(9), editor: user('dana') }
  const order = '/timeline 10:00Z it began'
  const said = (more: object) => recorded([comment('IC_1', user('bob'), order, { at: later(5), ...more })])[0]
  expect(said({})?.said).toBe(later(5))
  expect(said(mine)).toMatchObject({ said: later(9), flags: ['edited'] })
  expect(said(theirs)?.said).toBe(later(5))
})

test('what is in the ledger is not recorded again', () => {
  const source = incident.events.at(-1)?.source ?? ''
  expect(kinds([noted(source, later(5))])).toEqual([])
  expect(source).not.toBe('')
})

test('a manual change that changes nothing is noticed on its page: a step’s, or the incident’s own', () => {
  const at = later(5)
  const of = { at, by: user('bob'), url: 'https://github.com/acme/ops/issues/11#event-1' }
  const bare: Item = { is: 'unlabelled', id: 'E_1', ...of, label: 'incident-step' }
  const gone: Item = { is: 'assigned', id: 'E_2', ...of, who: null }
  expect(recorded([gone], [bare])).toMatchObject([
    { is: 'noticed', manualChange: 'assigned' },
    { is: 'noticed', manualChange: 'unlabelled', step: 'eject' },
  ])
  expect(recorded([gone])[0]).not.toHaveProperty('step')
})

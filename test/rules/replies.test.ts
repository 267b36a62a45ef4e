import { expect, test } from 'vitest'
import { replies } from '../../src/rules/replies.ts'
import { incidentOf, recordAs } from '../incident-of.ts'
import { action, comment, marker, owed, us, user, words } from '../snapshot-of.ts'

const rule = replies(() => true)
const incident = incidentOf()
const refused = {
  ...recordAs('bob')({ is: 'refused', what: 'command', command: '/cancel', says: 'The reason is missing.' }),
  on: 7,
}
const events = [...incident.events, refused]
const ourReply = (id = 'IC_1', by = us) => comment(id, by, `@bob No.\n\n${marker('reply', refused.source)}`)

test('what has its reply gets no second one, hidden or not, from whichever deployment', () => {
  expect(words(rule, incident, { events, issue: { thread: [ourReply()] } })).toEqual([])
  expect(words(rule, incident, { events, issue: { thread: [{ ...ourReply(), minimized: true }] } })).toEqual([])
  expect(words(rule, incident, { events, issue: { thread: [ourReply('IC_1', action)] } })).toEqual([])
})

test('what was followed is not talked about', () => expect(words(rule, incident)).toEqual([]))

test('a refusal is told to whom it concerns, owed by its own line', () => {
  expect(owed(rule, incident, { events })).toMatchObject([
    { do: 'reply', cause: 2, key: refused.source, body: expect.stringMatching(/^@bob `\/cancel` was rejected/) },
  ])
})

test('on the page where it was said; one that was taken away from the incident is not talked on', () => {
  const on = (number: number) => [...incident.events, { ...refused, on: number }]
  expect(words(rule, incident, { events: on(12) })).toEqual(['reply on #12'])
  expect(words(rule, incident, { events: on(12), without: ['analyse'] })).toEqual([])
})

test('of one comment everything is said at once', () => {
  const answered = { ...recordAs('bob')({ is: 'answered', command: '/help', says: 'So.' }), source: refused.source }
  const [reply, ...more] = owed(rule, incident, { events: [...events, answered] })
  expect(more).toEqual([])
  expect(reply?.do === 'reply' && reply.body).toContain('So.')
})

test('of two comments each has its own reply, owed by the line of its own refusal', () => {
  const other = { ...recordAs('alice')({ is: 'refused', what: 'command', command: '/ic', says: 'Not now.' }), on: 12 }
  const [first, second, ...more] = owed(rule, incident, { events: [...events, other] })
  expect(more).toEqual([])
  expect(first).toMatchObject({ cause: 2, on: { number: 7 }, body: expect.stringContaining('The reason is missing.') })
  expect(second).toMatchObject({ cause: 3, on: { number: 12 }, body: expect.stringMatching(/^@alice /) })
  expect(first?.do === 'reply' && first.body).not.toContain('Not now.')
  expect(second?.do === 'reply' && second.body).not.toContain('The reason is missing.')
})

test('what else a comment said was carried out, and the reply says so; of other comments it says nothing', () => {
  const carriedOut = 'The other commands in this comment were carried out.'
  const followed = { ...recordAs('bob')({ is: 'confirmed' }), source: refused.source }
  const [both] = owed(rule, incident, { events: [...incident.events, followed, refused] })
  expect(both).toMatchObject({ do: 'reply', cause: 3, body: expect.stringContaining(carriedOut) })
  const [alone] = owed(rule, incident, { events })
  expect(alone?.do === 'reply' && alone.body).not.toContain(carriedOut)
  const elsewhere = recordAs('bob')({ is: 'confirmed' })
  const [apart] = owed(rule, incident, { events: [...incident.events, elsewhere, refused] })
  expect(apart?.do === 'reply' && apart.body).not.toContain(carriedOut)
})

test('an absence where nobody looked means nothing', () => {
  expect(
    words(
      replies((_, line) => line > 2),
      incident,
      { events },
    ),
  ).toEqual([])
  expect(
    words(
      replies((_, line) => line === 2),
      incident,
      { events },
    ),
  ).toEqual(['reply on #7'])
})

test('replies that somebody deletes again and again stay deleted, but for the question whether they should', () => {
  const no = ['bob', { is: 'refused', what: 'command', command: '/cancel', says: 'The reason is missing.' }] as const
  const back = ['alice', { is: 'reverted', manualChange: 'deleted', says: 'Posted again.' }] as const
  const asked = ['alice', { is: 'manual-change-questioned', manualChange: 'deleted', says: 'Leave it?' }] as const
  const fought = [no, back, back, back] as const
  expect(owed(rule, incidentOf(...fought))).toHaveLength(4)
  expect(owed(rule, incidentOf(...fought, asked))).toMatchObject([
    { cause: 6, body: expect.stringContaining('Leave it?') },
  ])
  const again = ['alice', { is: 'noticed', manualChange: 'deleted' }] as const
  expect(owed(rule, incidentOf(...fought, asked, again))).toEqual([])
  expect(owed(rule, incidentOf(...fought, asked, again, no))).toMatchObject([{ cause: 8 }])
})

test('on a locked page it waits', () => {
  expect(words(rule, incident, { events, issue: { locked: true } })).toEqual([])
})

test('our marker in a comment of theirs silences nothing', () => {
  const thread = [ourReply('IC_1', user('mallory')), comment('IC_2', us, marker('reply', refused.source, 6))]
  expect(words(rule, incident, { events, issue: { thread } })).toEqual(['reply on #7'])
})

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

test('an absence where nobody looked means nothing', () => {
  expect(
    words(
      replies((_, line) => line > 2),
      incident,
      { events },
    ),
  ).toEqual([])
})

test('on a locked page it waits', () => {
  expect(words(rule, incident, { events, issue: { locked: true } })).toEqual([])
})

test('our marker in a comment of theirs silences nothing', () => {
  const thread = [ourReply('IC_1', user('mallory')), comment('IC_2', us, marker('reply', refused.source, 6))]
  expect(words(rule, incident, { events, issue: { thread } })).toEqual(['reply on #7'])
})

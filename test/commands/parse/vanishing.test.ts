import { describe, expect, test } from 'vitest'
import { commands } from '../../../src/commands/index.ts'
import { commandLines } from '../../../src/commands/parse/comment.ts'
import { eventTarget } from '../../../src/runtime/event-target.ts'

// What looks to its writer like a command is carried out or answered, and the event that brings it wakes a run.

const names = commands.map(command => command.name)
const read = (body: string) => commandLines(body, false, names).map(one => one.read)

/** Whether the event of this comment on an incident wakes a look. */
const wakes = (body: string): boolean =>
  eventTarget(
    'issue_comment',
    {
      action: 'created',
      repository: { owner: { login: 'acme' }, name: 'incidents' },
      sender: { login: 'dana' },
      issue: { number: 1, user: { type: 'User', login: 'bob' }, labels: [{ name: 'incident' }] },
      comment: { body },
    },
    'tocsin[bot]',
  ).is === 'incident'

const before = [
  ['a sign', '✅ '],
  ['a sign without a space', '✅'],
  ['a sign of two code points', '⚠️ '],
  ['the same, without a space', '⚠️'],
  ['a number as a sign', '1️⃣ '],
  ['several signs', '🚨🚨 '],
  ['a sign with a joiner', '👩‍💻 '],
  ['a hand', '👉 '],
  ['an arrow', '→ '],
  ['an arrow of two characters', '=> '],
  ['a dash', '— '],
  ['a bullet', '• '],
  ['a prompt', '$ '],
  ['an exclamation mark', '!'],
  ['a space behind the slash', ''],
  ['bold text of HTML', '<b>'],
  ['a break of HTML', '<br/>'],
  ['a picture', '![x](https://example.com/a.png) '],
  ['a picture of HTML', '<img src="https://example.com/a.png"> '],
  ['a quotation mark', '“'],
  ['a French one', '«'],
  ['a German one', '„'],
  ['a number without a space', '1)'],
  ['a letter of a list', 'a) '],
  ['a clock', '14:02 '],
  ['a clock with its zone', '14:02Z - '],
  ['a clock in brackets', '[14:02] '],
  ['a yes', 'OK! '],
  ['what was done', 'Done. '],
  ['a greeting', 'Hi @tocsin, '],
  ['a question', '@tocsin can you '],
  ['a word of politeness', 'bitte '],
  ['thanks', 'thanks '],
  ['more thanks', 'Thanks all, '],
  ['thanks, in short', 'thx! '],
  ['thanks, in French', 'merci '],
  ['two of them', 'ok thanks '],
  ['an excuse', 'sorry, '],
  ['what one is about to do', 'I’ll do '],
  ['what all are about to do', "let's "],
] as const

describe('before a command', () => {
  test.each(before)('%s', (_, mark) => {
    const body = `${mark}/${mark === '' ? ' ' : ''}done eject`
    expect(read(body)).toMatchObject([{ is: 'aside' }])
    expect(wakes(body)).toBe(true)
  })
})

describe('right behind its name', () => {
  test.each([
    ['backticks', '/done`eject`', 'done'],
    ['quotation marks', '/done"eject"', 'done'],
    ['curly ones', '/done“eject”', 'done'],
    ['emphasis', '/done*eject*', 'done'],
    ['braces', '/done{eject}', 'done'],
    ['angle brackets', '/done<eject>', 'done'],
    ['an arrow', '/severity→SEV-1', 'severity'],
    ['an angle', '/severity>SEV-1', 'severity'],
    ['a closing French quotation mark', '/done»', 'done'],
  ])('%s', (_, body, name) => expect(read(body)).toMatchObject([{ is: 'command', name }]))
})

describe('a name of two words, or nearly', () => {
  test.each([
    ['/rule out insider it was a botnet', 'rule-out'],
    ['/rule_out insider it was a botnet', 'rule-out'],
    ['/hand off @erin', 'handoff'],
    ['/un assign @bob', 'unassign'],
    ['/done->eject', 'done'],
  ])('%s', (body, near) => expect(read(body)).toMatchObject([{ is: 'unknown', near }]))
})

describe('a severity in short is answered, whatever follows it', () => {
  test.each([
    '/sev',
    '/sev 1',
    '/sev1',
    '/sev-1',
    '/sev1 it spreads',
    '/sev SEV-1 it spreads',
    '/sev p1',
    '/sev: 2',
    '/sev=1',
    '/sev critical',
  ])('%s', body => expect(read(body)).toMatchObject([{ is: 'unknown' }]))

  test.each(['/severity 1', '/severity=1', '/severity: sev1', '/severity SEV 1', '/Severity P1'])(
    'and %s sets it',
    body => expect(read(body)).toMatchObject([{ is: 'command', name: 'severity' }]),
  )
})

test.each(['x\n       /done eject', 'x\n\t\t/done eject', '\u200b/ic', '⧸done', '╱done', '<p>/done</p>', '{/done}'])(
  'what is read wakes a look: %j',
  body => {
    expect(read(body)).toHaveLength(1)
    expect(wakes(body)).toBe(true)
  },
)

describe('talk stays talk', () => {
  test.each([
    'see /done',
    'thanks /status page is down',
    '/several hosts are down',
    '/sev is what we call it',
    'now /status shows more',
    '/home/alice is full',
    'the page (/login) is down',
    'https://example.com/done',
    '/doneness of the steak',
    '/helpful people',
    '/status_page is down',
    '/icu is full',
    'a. b /done',
    '14:02 the page /status was red',
  ])('%s', body => expect(read(body)).toEqual([]))
})

describe('a second command on the line', () => {
  test.each([
    ['/done eject; /done analyse', '/done eject'],
    ['/done eject && /done analyse', '/done eject'],
    ['/done eject and /done analyse', '/done eject'],
    ['/done eject, /skip clean off', '/done eject'],
    ['/done eject /done analyse', '/done eject'],
    ['/ic; /confirm', '/ic'],
    ['/severity SEV-1 it spreads | /ic', '/severity SEV-1 it spreads'],
  ])('%s', (body, command) => expect(read(body)).toEqual([{ is: 'aside', where: 'several', command }]))

  test.each(['/timeline 04:11Z bob wrote /done and left', '/skip eject see /etc/passwd', '/done eject and/or clean'])(
    'none: %s',
    body => expect(read(body)).toMatchObject([{ is: 'command' }]),
  )
})

describe('one word and a question mark ask, and set nothing', () => {
  test.each([
    ['/severity SEV-1?', 'SEV-1'],
    ['/ic @erin?', '@erin'],
    ['/handoff @erin ?', '@erin'],
    ['/done eject??', 'eject'],
  ])('%s', (body, text) => expect(read(body)).toMatchObject([{ is: 'command', text, isQuestion: true }]))
})

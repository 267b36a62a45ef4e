import { describe, expect, test } from 'vitest'
import type { Decision } from '../../src/domain/events/event.ts'
import type { KnownComment } from '../../src/domain/incident/command-context.ts'
import { applyEvent } from '../../src/domain/incident/reduce.ts'
import { commands, incidentOf, recordAs, who } from '../incident-of.ts'
import { refusal, say } from './say.ts'

const link = 'https://github.com/acme/ops/issues/7#issuecomment-4711'
const digest = 'd'.repeat(64)
const comment: KnownComment = {
  comment: 'IC_4711',
  page: 7,
  at: link,
  author: who('bob'),
  written: '2026-03-01T10:40:00Z',
  kinds: [],
  digest,
}
const plain = { known: { comments: [comment] } }
const secret = { known: { comments: [{ ...comment, kinds: ['github'] }] } }
const held = { known: { ...secret.known, legalHold: true } }
const kept = { comment: 'IC_4711', page: 7, at: link, author: who('bob'), written: comment.written, digest }

const asked = (waits: 'second-person' | 'counsel', kinds: string[] = []) =>
  incidentOf(commands('dana'), ['alice', { is: 'redaction-asked', ...kept, kinds, waits, says: 'it waits' }])

test('a comment with a secret in it is deleted at once, and everything but its text is kept', () => {
  expect(say(incidentOf(), 'alice', `/redact ${link} the deploy key`, secret)).toEqual([
    { is: 'comment-redacted', ...kept, kinds: ['github'], because: 'the deploy key' },
  ])
})

test('so is one of which only the record knows, because it is older than what is read', () => {
  const told: Decision = {
    is: 'secret-removed',
    where: 'comment',
    says: 'x',
    kinds: ['jwt'],
    digest,
    written: kept.written,
  }
  const event = { ...recordAs('bob')(told), source: 'IC_4711', on: 7, link }
  const incident = applyEvent(incidentOf(), event, [])
  if (incident === null) throw new Error('there is an incident')
  expect(say(incident, 'alice', `/redact ${link}`)).toEqual([{ is: 'comment-redacted', ...kept, kinds: ['jwt'] }])
})

test('without one it waits for somebody else', () => {
  const [event] = say(incidentOf(), 'alice', `/redact ${link}`, plain)
  expect(event).toMatchObject({ is: 'redaction-asked', ...kept, kinds: [], waits: 'second-person' })
  expect(event?.says).toContain(`/approve redaction ${link} <reason>`)
})

test.each([
  ['as it is', link],
  ['in angle brackets', `<${link}>`],
  ['in Markdown', `[this](${link})`],
  ['at the end of a sentence', `${link}.`],
])('the link %s', (_how, written) => {
  expect(say(incidentOf(), 'alice', `/redact ${written}`, secret)).toMatchObject([{ is: 'comment-redacted' }])
})

describe('is rejected', () => {
  test.each([
    ['without a link', '/redact', 'The link to a comment is missing'],
    ['with another address', '/redact https://github.com/acme/ops/issues/7', 'is not a link to a comment'],
    ['of a comment that is not here', '/redact https://github.com/acme/ops/issues/7#issuecomment-1', 'has not read'],
  ])('%s', (_what, line, says) => expect(refusal(incidentOf(), 'alice', line, secret)).toContain(says))

  test('by somebody without write access, and by e-mail', () => {
    expect(refusal(incidentOf(), 'carol', `/redact ${link}`, secret)).toContain('permission to have a comment deleted')
    expect(refusal(incidentOf(), 'alice', `/redact ${link}`, { ...secret, byEmail: true })).toContain('by e-mail')
  })

  test('a second time', () => {
    expect(refusal(asked('second-person'), 'bob', `/redact ${link}`, plain)).toContain('asked already')
    const gone = incidentOf(['bob', { is: 'comment-redacted', ...kept, kinds: [] }])
    expect(refusal(gone, 'bob', `/redact ${link}`, plain)).toContain('already being deleted')
  })
})

describe('once it is decided', () => {
  const decision: Decision = { is: 'comment-redacted', ...kept, kinds: [] }
  const onceRecorded = (outcome: Decision) => incidentOf(commands('dana'), ['dana', decision], ['dana', outcome])
  const gone = onceRecorded({ is: 'comment-deleted', comment: 'IC_4711', page: 7 })
  const refused = onceRecorded({ is: 'deletion-refused', comment: 'IC_4711', page: 7, says: 'no' })

  test('and gone, both commands say so', () => {
    expect(refusal(gone, 'bob', `/redact ${link}`)).toContain('is deleted already')
    expect(refusal(gone, 'erin', `/approve redaction ${link} yes`)).toContain('is deleted already')
  })

  test('and shown all the same, or refused by GitHub, it is tried again without another approval', () => {
    expect(say(gone, 'bob', `/redact ${link}`, plain)).toEqual([decision])
    expect(say(refused, 'bob', `/redact ${link}`)).toEqual([decision])
    expect(refusal(refused, 'erin', `/approve redaction ${link} yes`)).toContain('could not be deleted')
  })

  test('under a legal hold since, counsel is asked first', () => {
    expect(say(refused, 'bob', `/redact ${link}`, held)).toMatchObject([{ is: 'redaction-asked', waits: 'counsel' }])
  })
})

describe('a second person', () => {
  test('approves, and it is deleted', () => {
    expect(say(asked('second-person'), 'dana', `/approve redaction ${link} a name of a customer`)).toEqual([
      { is: 'comment-redacted', ...kept, kinds: [], because: 'a name of a customer' },
    ])
  })

  test('is neither who asked nor anybody', () => {
    const own = incidentOf(commands('dana'), [
      'dana',
      { is: 'redaction-asked', ...kept, kinds: [], waits: 'second-person', says: 'it waits' },
    ])
    expect(refusal(own, 'dana', `/approve redaction ${link} yes`)).toContain('cannot approve it')
    expect(refusal(own, 'bob', `/approve redaction ${link} yes`)).toContain('approve the deletion of a comment')
    expect(say(own, 'erin', `/approve redaction ${link} yes`)).toMatchObject([{ is: 'comment-redacted' }])
  })

  test('approves what was asked for, once', () => {
    expect(refusal(incidentOf(), 'dana', `/approve redaction ${link} yes`)).toContain('Nobody has asked')
    const gone = incidentOf(['bob', { is: 'comment-redacted', ...kept, kinds: [] }])
    expect(refusal(gone, 'dana', `/approve redaction ${link} yes`)).toContain('already being deleted')
  })
})

describe('under a legal hold', () => {
  test('it waits for counsel, whatever was found', () => {
    const [event] = say(incidentOf(), 'alice', `/redact ${link}`, held)
    expect(event).toMatchObject({ is: 'redaction-asked', waits: 'counsel', kinds: ['github'] })
    expect(event?.says).toContain('Counsel preserves the original first')
  })

  test('counsel approves once the original is preserved, and nobody else does', () => {
    const waiting = asked('counsel', ['github'])
    expect(refusal(waiting, 'dana', `/approve redaction ${link} yes`)).toContain('only counsel')
    expect(refusal(waiting, 'gwen', `/approve redaction ${link}`)).toContain('Where the original is preserved')
    expect(say(waiting, 'gwen', `/approve redaction ${link} vault, item 7`)).toEqual([
      { is: 'comment-redacted', ...kept, kinds: ['github'], because: 'vault, item 7' },
    ])
  })
})

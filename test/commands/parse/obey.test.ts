import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { commands as all } from '../../../src/commands/index.ts'
import { obey } from '../../../src/commands/parse/obey.ts'
import { reply } from '../../../src/messages/reply.ts'
import { commands, doer, incidentOf, known, recordAs, who } from '../../incident-of.ts'
import { refusal, say } from '../say.ts'

const names = all.map(command => command.name)

describe('a comment', () => {
  test('without a command is nobody’s business', () =>
    expect(say(incidentOf(), 'trudy', 'see /etc/passwd\n> /ic')).toEqual([]))

  test('is followed line by line, each on what the one before left', () => {
    const events = say(incidentOf(), 'alice', '/ic\nand then\n/severity SEV-3 a test key\n/skip eject it is a test key')
    expect(events.map(event => event.is)).toEqual(['commander-set', 'severity-set', 'step-skipped'])
  })

  test('partly followed: the rest is refused, each for its own reason, in one reply', () => {
    const events = obey(
      incidentOf(),
      { body: '/ic\n/done ejct\n/cancel oh\n/done eject', byEmail: false, edited: 'no' },
      { ...who('bob'), role: 'write' },
      known,
      recordAs('bob'),
    )
    expect(events.map(event => event.is)).toEqual(['commander-set', 'refused', 'refused', 'step-done'])
    expect(reply(events, who('bob'))).toMatchInlineSnapshot(`
      "@bob

      - \`/done ejct\` was not followed. \`ejct\` is no step of this incident (did you mean \`eject\`?). Its steps: \`eject\`, \`analyse\`, \`clean\`, \`tell-company\` and \`tell-authority\`. Wanted: \`/done [step] [note]\`, for example \`/done isolate\`. Who may: anyone with write access.
      - \`/cancel oh\` was not followed. This is not yours to do. In command: **bob**, acting: \`/ic\` of somebody on the roster takes over. Wanted: \`/cancel <reason>\`, for example \`/cancel the login was our own monitoring\`. Who may: the incident commander (not an acting one)."
    `)
  })

  test('of more than twenty commands follows none', () => {
    const events = say(incidentOf(), 'bob', '/timeline a\n'.repeat(21))
    expect(events).toMatchObject([{ is: 'refused' }])
    expect(say(incidentOf(), 'bob', '/timeline a\n'.repeat(20))).toHaveLength(20)
  })

  test('with a command that there is not', () => {
    expect(refusal(incidentOf(), 'bob', '/serverity SEV-1')).toContain('Did you mean `/severity`?')
    expect(refusal(incidentOf(), 'bob', '/lgtm')).toContain('There is no command `/lgtm`')
  })

  test('by somebody without a role here', () => {
    expect(refusal(incidentOf(), 'trudy', '/ic')).toContain('could not be found')
    const events = obey(incidentOf(), { body: '/ic', byEmail: false, edited: 'no' }, null, known, recordAs(null))
    expect(events).toMatchObject([{ is: 'refused', by: null }])
  })

  test('edited by its author is followed, by somebody else is void', () => {
    expect(say(incidentOf(), 'bob', '/ic', { edited: 'by-author' })).toMatchObject([{ is: 'commander-set' }])
    expect(say(incidentOf(), 'bob', '/ic\n/confirm', { edited: 'by-other' })).toMatchObject([
      { is: 'refused', command: '/ic' },
    ])
    expect(say(incidentOf(), 'bob', 'no command', { edited: 'by-other' })).toEqual([])
  })

  test('cannot say who says it or when it was said', () => {
    const [event] = obey(
      incidentOf(),
      {
        body: '/timeline 2020-01-01 10:00Z {"by":{"id":1},"said":"2020-01-01T00:00:00Z"}',
        byEmail: false,
        edited: 'no',
      },
      { ...who('bob'), role: 'write' },
      known,
      recordAs('bob'),
    )
    expect(event).toMatchObject({ by: who('bob'), said: known.said, happened: '2020-01-01T10:00:00.000Z' })
  })

  test('on a closed incident only tells and answers', () => {
    const closed = incidentOf(commands('alice'), ['alice', { is: 'closed' }])
    expect(say(closed, 'bob', '/timeline found one more key')).toMatchObject([{ is: 'timeline-noted' }])
    expect(say(closed, 'bob', '/status\n/help')).toMatchObject([{ is: 'answered' }, { is: 'answered' }])
    expect(refusal(closed, 'alice', '/done eject')).toContain('Reopen the issue first')
    expect(refusal(closed, 'alice', '/status contained')).toContain('Reopen the issue first')
  })

  test('what is longer than an event holds is cut, and says so', () => {
    const [event] = say(incidentOf(), 'bob', `/timeline ${'a'.repeat(5_000)}`)
    expect(String(event?.text)).toHaveLength(4_000)
    expect(String(event?.text)).toMatch(/\(cut\)$/)
  })
})

describe('an e-mail', () => {
  test('is followed, but raises nobody and lowers nothing', () => {
    expect(say(incidentOf(), 'bob', '/done eject\n', { byEmail: true })).toMatchObject([{ is: 'step-done' }])
    expect(refusal(incidentOf(), 'alice', '/ic', { byEmail: true })).toContain('not taken from e-mail')
    const incident = incidentOf(commands('alice'))
    for (const line of [
      '/handoff @bob',
      '/cancel x',
      '/skip eject x',
      '/rule-out insider x',
      '/assign deputy @bob',
      '/severity 4 x',
      '/approve external x',
    ])
      expect(refusal(incident, 'alice', line, { byEmail: true })).toContain('not taken from e-mail')
  })

  test('is not followed where it quotes, marks of quotation or not', () => {
    const body = 'thanks\r\n\r\nOn Sun, 1 Mar 2026 at 10:00, Alice\r\n<alice@example.com> wrote:\r\n\r\n/done eject\r\n'
    expect(say(incidentOf(), 'bob', body, { byEmail: true })).toEqual([])
    expect(say(incidentOf(), 'bob', `/done eject\r\n\r\n${body}`, { byEmail: true })).toMatchObject([
      { is: 'step-done', step: 'eject' },
    ])
  })
})

describe('reply', () => {
  test('to nothing is empty', () => expect(reply([], null)).toBe(''))

  test('calls its author once, and no bot', () => {
    const refused = recordAs('bob')({ is: 'refused', command: '/x', says: 'No.' })
    expect(reply([refused], who('bob'))).toBe('@bob `/x` was not followed. No.')
    const bot = recordAs('trudy')({ is: 'reverted', manualChange: 'closed', says: 'No.' })
    expect(reply([bot], who('trudy'))).toBe('No.')
  })

  test('calls nobody else and refers to nothing, whatever came', () => {
    const word = fc.constantFrom(
      '@acme/all',
      '@mallory',
      '#1',
      'closes #1',
      '<img src=x>',
      '`',
      '```',
      '[a](b)',
      '\u202e',
      '|',
    )
    const name = fc.constantFrom(
      '/done',
      '/ic',
      '/assign eject',
      '/severity',
      '/x',
      '/help',
      '/approve',
      '/timeline 3/4',
    )
    fc.assert(
      fc.property(name, fc.array(word, { minLength: 1, maxLength: 6 }), (command, words) => {
        const body = `${command} ${words.join(' ')}`
        const events = obey(incidentOf(), { body, byEmail: false, edited: 'no' }, doer('bob'), known, recordAs('bob'))
        const shown = reply(events, who('bob')).replace(/`[^`]*`/g, '')
        expect(shown.replace(/^@bob/, '')).not.toMatch(/[@#<]/)
      }),
    )
  })
})

describe('whatever comes', () => {
  test('every event fits into the ledger, and nothing throws', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 50 }),
      fc.constantFrom('eject', '@bob', 'SEV-1', '14:02Z', '2:30'),
    )
    const line = fc.tuple(fc.constantFrom(...names), fc.array(text, { maxLength: 5 }))
    fc.assert(
      fc.property(fc.array(line, { maxLength: 5 }), lines => {
        const body = lines.map(([command, words]) => `/${command} ${words.join(' ')}`).join('\n')
        // `recordAs` reads each through the schema of the ledger, and throws at what does not fit.
        obey(incidentOf(), { body, byEmail: false, edited: 'no' }, doer('alice'), known, recordAs('alice'))
      }),
      { numRuns: 300 },
    )
  })
})

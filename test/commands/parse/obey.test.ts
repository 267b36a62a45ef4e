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
    expect(say(incidentOf(), 'mallory', 'see /etc/passwd\n> /ic')).toEqual([]))

  test('is followed line by line, each on what the one before left', () => {
    const events = say(incidentOf(), 'dana', '/ic\nand then\n/severity SEV-3 a test key\n/skip eject it is a test key')
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

      - \`/done ejct\` was rejected. Unknown step \`ejct\`. Did you mean \`eject\`? Steps: \`eject\`, \`analyse\`, \`clean\`, \`tell-company\` and \`tell-authority\`.
        Usage: \`/done [step] [note]\` Example: \`/done eject\`
      - \`/cancel oh\` was rejected. You don’t have permission to cancel the incident.
        Allowed for: the incident commander (not an acting one). Acting incident commander: **bob**. Somebody on the roster can take over with \`/ic\`."
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

  test('with another character for the slash is no command, and the reply does not call it one', () => {
    const events = (line: string) =>
      obey(incidentOf(), { body: line, byEmail: false, edited: 'no' }, doer('bob'), known, recordAs('bob'))
    expect(events('\uff0fstatus')).toMatchObject([{ is: 'refused', what: 'lookalike' }])
    expect(reply(events('\uff0fstatus'), who('bob'))).toMatch(/^@bob This looks like a command/)
    expect(events('/st\u0430tus')).toMatchObject([{ is: 'refused', what: 'command' }])
  })

  test('by somebody without a role here', () => {
    expect(refusal(incidentOf(), 'mallory', '/ic')).toContain('Could not find out what access you have')
    const events = obey(incidentOf(), { body: '/ic', byEmail: false, edited: 'no' }, null, known, recordAs(null))
    expect(events).toMatchObject([{ is: 'refused', by: null }])
  })

  test('edited by its author is followed, by somebody else is void', () => {
    expect(say(incidentOf(), 'bob', '/ic', { edited: 'by-author' })).toMatchObject([{ is: 'commander-set' }])
    expect(say(incidentOf(), 'bob', '/ic\n/confirm', { edited: 'by-other' })).toMatchObject([
      { is: 'refused', what: 'command', command: '/ic' },
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
    const closed = incidentOf(commands('dana'), ['dana', { is: 'closed' }])
    expect(say(closed, 'bob', '/timeline found one more key')).toMatchObject([{ is: 'timeline-noted' }])
    expect(say(closed, 'bob', '/status\n/help')).toMatchObject([{ is: 'answered' }, { is: 'answered' }])
    expect(refusal(closed, 'dana', '/done eject')).toContain('can reopen it')
    expect(refusal(closed, 'dana', '/status contained')).toContain('can reopen it')
  })

  test('what is longer than an event holds is cut, and says so', () => {
    const [event] = say(incidentOf(), 'bob', `/timeline ${'a'.repeat(5_000)}`)
    expect(String(event?.text)).toHaveLength(4_000)
    expect(String(event?.text)).toMatch(/\(cut\)$/)
  })
})

describe('an e-mail', () => {
  const worked = incidentOf(commands('dana'), ['dana', { is: 'step-assigned', step: 'eject', who: [who('bob')] }])

  test.each([
    ['dana', '/handoff @bob'],
    ['dana', '/cancel x'],
    ['dana', '/skip eject x'],
    ['dana', '/rule-out insider x'],
    ['dana', '/assign deputy @bob'],
    ['dana', '/assign analyse @bob'],
    ['dana', '/assign eject @alice'],
    ['dana', '/unassign eject @bob'],
    ['bob', '/unassign eject'],
    ['dana', '/severity 4 x'],
    ['dana', '/status resolved'],
    ['dana', '/status contained'],
    ['gwen', '/approve external x'],
  ] as const)('%s: %s lowers, moves or approves something, and is refused', (name, line) => {
    expect(refusal(worked, name, line, { byEmail: true })).toContain('not accepted by e-mail')
    expect(say(worked, name, line)).not.toMatchObject([{ is: 'refused' }])
  })

  test.each([
    ['bob', '/done eject', 'step-done'],
    ['bob', '/assign clean', 'step-assigned'],
    ['bob', '/severity 1 it is out', 'severity-set'],
    ['dana', '/confirm', 'confirmed'],
    ['bob', '/step add Call the bank', 'step-added'],
    ['bob', '/asset add web-2', 'asset-added'],
    ['carol', '/timeline 9:02Z the alert went off', 'timeline-noted'],
    ['carol', '/status', 'answered'],
    ['carol', '/help', 'answered'],
    ['carol', '/asset list', 'answered'],
    ['carol', '/playbook list', 'answered'],
  ] as const)('%s: %s raises, records or asks, and is followed', (name, line, is) =>
    expect(say(worked, name, line, { byEmail: true })).toMatchObject([{ is }]),
  )

  test('takes a vacant command, but not one that somebody holds, nor for another', () => {
    expect(say(incidentOf(), 'bob', '/ic', { byEmail: true })).toMatchObject([{ is: 'commander-set', acting: true }])
    for (const [incident, line] of [
      [incidentOf(commands('bob')), '/ic'],
      [incidentOf(), '/ic @erin'],
    ] as const)
      expect(refusal(incident, 'dana', line, { byEmail: true })).toContain('not accepted by e-mail')
  })

  test('is not followed where it quotes, marks of quotation or not', () => {
    const body = 'thanks\r\n\r\nOn Sun, 1 Mar 2026 at 10:00, Dana\r\n<dana@example.com> wrote:\r\n\r\n/done eject\r\n'
    expect(say(incidentOf(), 'bob', body, { byEmail: true })).toEqual([])
    expect(say(incidentOf(), 'bob', `/done eject\r\n\r\n${body}`, { byEmail: true })).toMatchObject([
      { is: 'step-done', step: 'eject' },
    ])
  })
})

describe('reply', () => {
  test('to nothing is empty', () => expect(reply([], null)).toBe(''))

  test('calls its author once, and no bot', () => {
    const refused = recordAs('bob')({ is: 'refused', what: 'command', command: '/x', says: 'No.' })
    expect(reply([refused], who('bob'))).toBe('@bob `/x` was rejected. No.')
    const bot = recordAs('mallory')({ is: 'reverted', manualChange: 'closed', says: 'No.' })
    expect(reply([bot], who('mallory'))).toBe('No.')
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
        obey(incidentOf(), { body, byEmail: false, edited: 'no' }, doer('dana'), known, recordAs('dana'))
      }),
      { numRuns: 300 },
    )
  })
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { commands as all } from '../../../src/commands/index.ts'
import { obey } from '../../../src/commands/parse/obey.ts'
import { reply } from '../../../src/messages/reply.ts'
import { commands, doer, incidentOf, known, recordAs, who } from '../../incident-of.ts'
import { on, refusal, say } from '../say.ts'

const names = all.map(command => command.name)

describe('a comment', () => {
  test('without a command changes nothing', () =>
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
    expect(refusal(incidentOf(), 'bob', '/serverity SEV-1')).toContain('`/help severity` explains')
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

describe('talk', () => {
  test.each(['/login page is down', '/home was wiped', '/24 network is scanned', '/etc is fine', '/frob all of it'])(
    '%s leaves no trace',
    line => {
      expect(say(incidentOf(commands('dana')), 'dana', line)).toEqual([])
      expect(say(incidentOf(commands('dana')), 'mallory', line)).toEqual([])
    },
  )

  test('among commands does not spoil them', () => {
    const events = say(incidentOf(commands('dana')), 'dana', '/home was wiped\n\n/done eject\n\n/etc is fine')
    expect(events.map(event => event.is)).toEqual(['step-done'])
  })

  test('no answer to an unknown name is something to type that changes anything', () => {
    const readOnly = ['/help', '/status']
    for (const line of [
      '/home',
      '/lgtm',
      '/dnoe',
      '/canel it',
      '/close',
      '/resolved',
      '/end',
      '/assing eject',
      '/ci',
    ]) {
      const typed = [...refusal(incidentOf(), 'bob', line).matchAll(/`(\/[a-z-]+)/g)].map(([, name]) => name)
      expect(typed.filter(name => name !== line.split(' ')[0] && !readOnly.includes(name ?? ''))).toEqual([])
    }
  })
})

describe('a command’s name in a sentence is asked about, and nothing is recorded', () => {
  test.each([
    '/ic is on holiday',
    '/ic?',
    '/ic, was that you',
    '/confirm with alice first',
    '/confirm that it is real',
    '/cancel is what I would do',
    '/cancel page is down',
    '/cancel button does nothing',
    '/cancel should we?',
    '/cancel the whole thing?',
    '/cancel?',
    '/handoff went fine',
    '/handoff of command is at noon',
    '/assign of the work is unclear',
    '/assign that to somebody',
    '/unassign is not what I meant',
    '/done is a strong word',
    '/done deal',
    '/done eject is not true',
    '/done eject?',
    '/done eject not yet',
    '/skip eject is not possible',
    '/skip the meeting',
    '/skip eject or not',
    '/severity of this is high',
    '/severity 1 is too high',
    '/severity 1 really?',
    '/status page is down',
    '/status contained is not true',
    '/status contained?',
    '/timeline of the attack is unclear',
    '/timeline is wrong',
    '/timeline view does not load',
    '/timeline doesn’t show it',
    '/timeline was edited by bob',
    '/asset list is wrong',
    '/asset management is slow',
    '/asset add the database',
    '/asset add is broken',
    '/asset add web 1',
    '/exposed data is in the bucket',
    '/exposed credential of the build user',
    '/exposed credential the deploy key',
    '/playbook for this is missing',
    '/playbook add is broken',
    '/step by step we came closer',
    '/step add is broken',
    '/rule-out everything',
    '/rule-out insider is premature',
    '/rule-out insider can we?',
    '/approve of this',
    '/approve external is not ours to do',
    '/help is on its way',
    '/help desk is closed',
  ])('%s', line => {
    const incident = incidentOf(commands('dana'))
    const told = say(incident, 'dana', line).map(event => event.is)
    expect(told).toHaveLength(1)
    // a list may be shown to whoever talks of it: that records nothing
    expect(['refused', 'answered']).toContain(told[0])
  })

  test.each(['/done is a strong word', '/done not yet', '/done?', '/skip is not an option', '/done button is grey'])(
    'on a step’s own page too: %s',
    line => expect(say(incidentOf(commands('dana')), 'dana', line, on('eject'))).toMatchObject([{ is: 'refused' }]),
  )

  test.each<readonly [string, Record<string, unknown>]>([
    ['/timeline 09:02Z is when it began', { is: 'timeline-noted', text: 'is when it began' }],
    ['/timeline Maybe 3 hosts were lost', { is: 'timeline-noted' }],
    ['/timeline the attack is over', { is: 'timeline-noted', text: 'the attack is over' }],
    ['/timeline who was it?', { is: 'timeline-noted', text: 'who was it?' }],
    ['/timeline isolated web-1', { is: 'timeline-noted', text: 'isolated web-1' }],
    ['/timeline office network is up', { is: 'timeline-noted', text: 'office network is up' }],
    ['/timeline orders are back', { is: 'timeline-noted', text: 'orders are back' }],
    ['/cancel it was our own monitoring', { is: 'cancelled', because: 'it was our own monitoring' }],
    ['/skip eject not needed here', { is: 'step-skipped', because: 'not needed here' }],
    ['/done eject three keys, all hosts', { is: 'step-done', because: 'three keys, all hosts' }],
    ['/asset add web-1 3 disks', { is: 'asset-added', name: 'web-1', note: '3 disks' }],
    ['/asset add db a replica', { is: 'asset-added', name: 'db', note: 'a replica' }],
  ])('what a command is told is no such sentence: %s', (line, event) => {
    const events = say(incidentOf(commands('dana')), 'dana', line)
    // that an incident is cancelled is said aloud
    expect(event.is === 'cancelled' ? events.slice(0, -1) : events).toMatchObject([event])
  })
})

describe('what people put around a word', () => {
  test.each<readonly [string, Record<string, unknown>]>([
    ['/done `eject`', { is: 'step-done', step: 'eject' }],
    ['/done "eject".', { is: 'step-done', step: 'eject' }],
    ['/done **eject**, at last', { is: 'step-done', step: 'eject', because: 'at last' }],
    ['/done (eject)', { is: 'step-done', step: 'eject' }],
    ['/done: eject', { is: 'step-done', step: 'eject' }],
    ['/done <eject>', { is: 'step-done', step: 'eject' }],
    ['/done EJECT!', { is: 'step-done', step: 'eject' }],
    ['/skip `eject` it is off', { is: 'step-skipped', step: 'eject', because: 'it is off' }],
    ['/assign `eject` @bob', { is: 'step-assigned', step: 'eject', who: [who('bob')] }],
    ['/assign `eject` `@bob`', { is: 'step-assigned', step: 'eject', who: [who('bob')] }],
    ['/assign `eject @bob`', { is: 'step-assigned', step: 'eject', who: [who('bob')] }],
    ['/assign eject: @bob, @alice.', { is: 'step-assigned', step: 'eject', who: [who('bob'), who('alice')] }],
    ['/assign `forensics` @alice', { is: 'role-assigned', role: 'forensics', who: [who('alice')] }],
    ['/handoff `@bob`', { is: 'commander-set', who: who('bob') }],
    ['/severity `SEV-1` all is down', { is: 'severity-set', to: 'SEV-1', because: 'all is down' }],
    ['/severity=SEV-1 all is down', { is: 'severity-set', to: 'SEV-1', because: 'all is down' }],
    ['/severity "sev1"', { is: 'severity-set', to: 'SEV-1' }],
    ['/status `contained` the key is dead', { is: 'status-set', to: 'contained', because: 'the key is dead' }],
    ['/asset add `web-1` the login page', { is: 'asset-added', name: 'web-1', note: 'the login page' }],
    ['/rule-out `insider` a botnet', { is: 'insider-ruled-out', because: 'a botnet' }],
    ['/help `severity`', { is: 'answered' }],
    ['/help /severity', { is: 'answered' }],
    ['/help **severity**.', { is: 'answered' }],
  ])('%s', (line, event) => expect(say(incidentOf(commands('dana')), 'dana', line)).toMatchObject([event]))

  test('several in backticks', () =>
    expect(say(incidentOf(), 'bob', '/asset add `web-1`, `web-2`')).toMatchObject([
      { is: 'asset-added', name: 'web-1' },
      { is: 'asset-added', name: 'web-2' },
    ]))

  test('`/step add` keeps the id that stands in them', () =>
    expect(say(incidentOf(), 'bob', '/step add `tell-bank` Call the bank')).toMatchObject([
      { is: 'step-added', step: { id: 'tell-bank' } },
    ]))
})

describe('punctuation after the name', () => {
  test.each(['/done.', '/done!', '/done;', '/done,', '/done:', '/done…', '/Done.', '/done, thanks', '/done please'])(
    '%s',
    line =>
      expect(say(incidentOf(commands('dana')), 'dana', line, on('eject'))).toMatchObject([
        { is: 'step-done', step: 'eject' },
      ]),
  )

  test('a question mark asks: what only answers does, nothing else follows', () => {
    expect(say(incidentOf(), 'bob', '/status?')).toMatchObject([{ is: 'answered' }])
    expect(say(incidentOf(), 'bob', '/help?')).toMatchObject([{ is: 'answered' }])
    expect(refusal(incidentOf(), 'bob', '/ic?')).toContain('reads like a question')
    expect(refusal(incidentOf(), 'bob', '/status? contained')).toContain('reads like a question')
  })
})

describe('the lines of a command', () => {
  const told = (body: string) => say(incidentOf(commands('dana')), 'dana', body)

  test.each<readonly [string, Record<string, unknown>]>([
    [
      '/skip eject the machine is already off\nand its disk was handed to the police',
      { because: 'the machine is already off and its disk was handed to the police' },
    ],
    ['/rule-out insider the login came from\r\na known botnet', { because: 'the login came from a known botnet' }],
    ['/done eject three keys,\n  all hosts  \nand the proxy', { because: 'three keys, all hosts and the proxy' }],
    ['/done eject\nthree keys', { because: 'three keys' }],
    ['/cancel it was\nour own\nmonitoring', { because: 'it was our own monitoring' }],
    ['/severity SEV-1\ncustomer tokens are in the log', { to: 'SEV-1', because: 'customer tokens are in the log' }],
    ['/status contained\nthe key is dead', { because: 'the key is dead' }],
    ['/timeline\n09:00Z the attacker came in', { text: 'the attacker came in', happened: '2026-03-01T09:00:00.000Z' }],
    ['/timeline 09:00Z the attacker\ncame in', { text: 'the attacker came in', happened: '2026-03-01T09:00:00.000Z' }],
    ['/asset add web-1 the login\npage', { name: 'web-1', note: 'the login page' }],
    ['/step add Call the bank\n(communications, within 1h)', { step: { title: 'Call the bank' } }],
    ['/assign eject\n@bob, @alice', { who: [who('bob'), who('alice')] }],
    ['/assign eject @bob\nas he asked for it', { who: [who('bob')] }],
    ['/handoff @bob\nI go to bed', { who: who('bob') }],
    ['/confirm\nthe key was used', { is: 'confirmed' }],
    ['/help severity\nplease', { is: 'answered' }],
  ])('%j', (body, event) => {
    const events = told(body)
    expect(body.startsWith('/cancel') ? events.slice(0, -1) : events).toMatchObject([event])
  })

  test('end at an empty line', () =>
    expect(told('/done eject three keys\n\nLunch?')).toMatchObject([{ because: 'three keys' }]))

  test('end at the next command', () =>
    expect(told('/done eject three\nkeys\n/skip analyse it is\noff')).toMatchObject([
      { is: 'step-done', because: 'three keys' },
      { is: 'step-skipped', because: 'it is off' },
    ]))

  test('are whole in an e-mail, which breaks them anywhere', () => {
    const body = '/timeline 09:00Z the attacker came from an address that belongs to\r\nour own VPN\r\n\r\n> a\r\n'
    expect(say(incidentOf(), 'bob', body, { byEmail: true })).toMatchObject([
      { text: 'the attacker came from an address that belongs to our own VPN' },
    ])
  })

  test('are shown whole where the command was rejected', () => {
    const [event] = told('/cancel is this\nwhat we want')
    expect(event).toMatchObject({ is: 'refused', command: '/cancel is this what we want' })
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

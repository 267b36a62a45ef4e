import { describe, expect, test } from 'vitest'
import { commands, incidentOf, isDone, who } from '../incident-of.ts'
import { on, refusal, say } from './say.ts'

describe('/confirm', () => {
  test('by the commander, the deputy or the roster, once', () => {
    expect(say(incidentOf(), 'alice', '/confirm')).toEqual([{ is: 'confirmed' }])
    expect(refusal(incidentOf(['alice', { is: 'confirmed' }]), 'alice', '/confirm')).toContain('already confirmed')
    expect(refusal(incidentOf(), 'bob', '/confirm')).toContain('nobody commands yet')
  })
})

describe('/cancel', () => {
  test('needs a reason and a full commander', () => {
    expect(say(incidentOf(commands('alice')), 'alice', '/cancel our own monitoring')).toEqual([
      { is: 'cancelled', because: 'our own monitoring' },
    ])
    expect(refusal(incidentOf(commands('alice')), 'alice', '/cancel')).toContain('The reason is missing')
    expect(refusal(incidentOf(commands('bob')), 'bob', '/cancel it was me')).toContain('not an acting one')
  })
})

describe('/handoff', () => {
  test('acting stays acting, unless the other is on the roster', () => {
    const acting = incidentOf(commands('bob'))
    expect(say(acting, 'bob', '/handoff @dave')).toMatchObject([{ who: who('dave'), acting: true, how: 'handed-off' }])
    expect(say(acting, 'bob', '/handoff @carol')).toMatchObject([{ who: who('carol'), acting: false }])
  })

  test('full stays full', () => {
    expect(say(incidentOf(commands('alice')), 'alice', '/handoff @Dave')).toMatchObject([
      { who: who('dave'), acting: false },
    ])
  })

  test('only by the commander, to somebody else with write access', () => {
    const incident = incidentOf(commands('alice'))
    expect(refusal(incident, 'bob', '/handoff @bob')).toContain('In command: **alice**')
    expect(refusal(incident, 'alice', '/handoff @alice')).toContain('already commands')
    expect(refusal(incident, 'alice', '/handoff @erin')).toContain('no write access')
    expect(refusal(incident, 'alice', '/handoff')).toContain('is missing')
  })
})

describe('/severity', () => {
  test('saying what it is already changes nothing', () =>
    expect(refusal(incidentOf(), 'bob', '/severity SEV-2')).toContain('already SEV-2'))

  test.each(['SEV-1', 'sev1', 'SEV1', '1', 'Sev-1'])('%s is raised by anyone with write access', to => {
    expect(say(incidentOf(), 'bob', `/severity ${to} tokens are out`)).toEqual([
      { is: 'severity-set', to: 'SEV-1', because: 'tokens are out' },
    ])
  })

  test('is lowered by a full commander with a reason', () => {
    expect(say(incidentOf(commands('alice')), 'alice', '/severity 3 nobody used it')).toMatchObject([{ to: 'SEV-3' }])
    expect(refusal(incidentOf(commands('alice')), 'alice', '/severity 3')).toContain('needs a reason')
    expect(refusal(incidentOf(commands('bob')), 'bob', '/severity 3 nobody used it')).toContain('not an acting one')
  })

  test('nonsense is told what there is', () => {
    expect(refusal(incidentOf(), 'bob', '/severity SEV-9')).toContain('`SEV-9` is none of these')
    expect(refusal(incidentOf(), 'bob', '/severity')).toContain('SEV-1|SEV-2|SEV-3|SEV-4')
  })
})

describe('/status', () => {
  test('alone answers anyone', () => {
    const [answer] = say(incidentOf(commands('bob')), 'erin', '/status')
    expect(answer).toMatchInlineSnapshot(`
      {
        "command": "/status",
        "is": "answered",
        "says": "**suspected**, SEV-2 (major: access was gained, its extent is not yet known). In command: **bob** (acting). 0 of 5 steps finished.

      - Ready: \`eject\` (required) nobody’s yet
      - Waiting: \`analyse\` after \`eject\`; \`clean\` after \`analyse\`; \`tell-company\` (a shut gate); \`tell-authority\` (a shut gate)",
      }
    `)
  })

  test('with a value is the commander’s word', () => {
    expect(say(incidentOf(commands('bob')), 'bob', '/status contained key is dead')).toEqual([
      { is: 'status-set', to: 'contained', because: 'key is dead' },
    ])
    expect(refusal(incidentOf(commands('alice')), 'bob', '/status contained')).toContain('In command: **alice**')
    expect(refusal(incidentOf(commands('alice')), 'alice', '/status closed')).toContain('none of these')
  })
})

describe('/done', () => {
  test('on the page of a step the step goes without saying', () => {
    expect(say(incidentOf(), 'bob', '/done', on('eject'))).toEqual([{ is: 'step-done', step: 'eject', waitedFor: [] }])
    expect(say(incidentOf(), 'bob', '/done three keys', on('eject'))).toMatchObject([{ because: 'three keys' }])
    expect(say(incidentOf(), 'bob', '/done eject three keys', on('eject'))).toMatchObject([{ because: 'three keys' }])
  })

  test('a note that begins with another step is asked about, not guessed at', () => {
    expect(refusal(incidentOf(), 'bob', '/done analyse shows nothing', on('eject'))).toContain('page of `eject`')
    expect(say(incidentOf(), 'bob', '/done analyse', on('eject'))).toMatchObject([{ step: 'analyse' }])
  })

  test('on the incident it must be said', () => {
    expect(refusal(incidentOf(), 'bob', '/done')).toContain('the step must be named')
    expect(refusal(incidentOf(), 'bob', '/done ejcet')).toContain('did you mean `eject`?')
    expect(say(incidentOf(), 'bob', '/done eject')).toMatchObject([{ step: 'eject' }])
  })

  test('out of order is recorded with what it waited for', () => {
    expect(say(incidentOf(), 'bob', '/done analyse')).toEqual([
      { is: 'step-done', step: 'analyse', waitedFor: ['eject'] },
    ])
  })

  test('a shut gate refuses and says what opens it', () => {
    expect(refusal(incidentOf(), 'bob', '/done tell-company')).toContain('`/rule-out insider`')
    const ruledOut = incidentOf(['alice', { is: 'insider-ruled-out', because: 'a botnet' }])
    expect(say(ruledOut, 'bob', '/done tell-company')).toMatchObject([{ is: 'step-done' }])
  })

  test('what is done is done', () => {
    expect(refusal(incidentOf(isDone('eject', 'dave')), 'bob', '/done eject')).toContain('already done, by **dave**')
  })

  test('somebody who only reads does not finish steps', () => {
    expect(refusal(incidentOf(), 'erin', '/done eject')).toContain('anyone with write access')
  })
})

describe('/skip', () => {
  test('needs a full commander and a reason, and may skip a shut gate', () => {
    const incident = incidentOf(commands('alice'))
    expect(say(incident, 'alice', '/skip tell-company nobody else is affected')).toEqual([
      { is: 'step-skipped', step: 'tell-company', because: 'nobody else is affected' },
    ])
    expect(say(incident, 'alice', '/skip it is already off', on('eject'))).toMatchObject([{ step: 'eject' }])
    expect(refusal(incident, 'alice', '/skip eject')).toContain('The reason is missing')
    expect(refusal(incident, 'bob', '/skip eject boring')).toContain('In command: **alice**')
    expect(refusal(incidentOf(commands('bob')), 'bob', '/skip eject boring')).toContain('acting')
  })
})

describe('/rule-out', () => {
  test('by the full commander, with a reason, once', () => {
    const incident = incidentOf(commands('alice'))
    expect(say(incident, 'alice', '/rule-out insider a botnet')).toEqual([
      { is: 'insider-ruled-out', because: 'a botnet' },
    ])
    expect(refusal(incident, 'alice', '/rule-out outsider a botnet')).toContain('`outsider` is none of these')
    expect(refusal(incident, 'bob', '/rule-out insider a botnet')).toContain('not yours')
  })
})

describe('/approve', () => {
  const incident = incidentOf(commands('alice'))

  test('the commander waits for counsel or leadership', () => {
    expect(refusal(incident, 'alice', '/approve external it is due')).toContain('Who could: **grace**')
  })

  test('counsel first, then the commander', () => {
    expect(say(incident, 'grace', '/approve external the law wants it')).toEqual([
      { is: 'external-approved', because: 'the law wants it', as: 'counsel' },
    ])
    const heard = incidentOf(commands('alice'), ['grace', { is: 'external-approved', because: 'law', as: 'counsel' }])
    expect(say(heard, 'alice', '/approve external text is checked')).toMatchObject([{ as: 'incident-commander' }])
    expect(refusal(heard, 'grace', '/approve external again')).toContain('already on record')
  })

  test('one person is never both', () => {
    const both = incidentOf(['grace', { is: 'commander-set', who: who('grace'), acting: false, how: 'taken' }])
    expect(say(both, 'grace', '/approve external law')).toMatchObject([{ as: 'counsel' }])
    const spoken = incidentOf(
      ['grace', { is: 'commander-set', who: who('grace'), acting: false, how: 'taken' }],
      ['grace', { is: 'external-approved', because: 'law', as: 'counsel' }],
    )
    expect(refusal(spoken, 'grace', '/approve external law')).toContain('be somebody else')
  })

  test('nobody else', () => expect(refusal(incident, 'bob', '/approve external me too')).toContain('not yours'))
})

describe('/help', () => {
  test('lists every command and fits into a fact', () => {
    const [answer] = say(incidentOf(), 'erin', '/help')
    expect(String(answer?.says)).toContain('- `/rule-out insider <reason>`')
    expect(String(answer?.says)).not.toContain('(cut)')
  })

  test('explains one', () => {
    expect(say(incidentOf(), 'erin', '/help /severity')).toMatchObject([{ is: 'answered' }])
    expect(refusal(incidentOf(), 'erin', '/help sevrity')).toContain('`/help severity`')
  })
})

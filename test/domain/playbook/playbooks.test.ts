import { describe, expect, test } from 'vitest'
import { builtIn, builtInPlaybooks } from '../../../src/domain/playbook/built-in.ts'
import { compose } from '../../../src/domain/playbook/compose.ts'
import type { Playbook, Step } from '../../../src/domain/playbook/playbook.ts'
import { readPlaybook } from '../../../src/domain/playbook/read-playbook.ts'
import { phases } from '../../../src/domain/terms/phase.ts'
import { knownRoles } from '../../../src/domain/terms/roles.ts'
import { templates } from '../../templates.ts'

const playbooks = builtInPlaybooks()
const incidents = playbooks.filter(({ kind }) => kind === 'incident')
const names = (some: readonly Playbook[]) => some.map(({ id }) => id)

/** Each playbook's own steps, as they stand in its file. */
const own = builtIn().flatMap(({ playbook }) => playbook.steps)

/** A text as it is read on GitHub, without what stands in code. */
const withoutCode = (text: string) => text.replace(/```[\s\S]*?```/g, '').replace(/`[^`]*`/g, '')

test('every file reads and composes without a problem', () => {
  const problems = templates.flatMap(({ name, text }) => {
    const read = readPlaybook(name, text)
    return 'problems' in read ? read.problems : []
  })
  expect([...problems, ...compose(builtIn()).problems]).toEqual([])
  expect(playbooks).toHaveLength(templates.length)
})

test('a part is there to be included, or to be opened for one exposed thing', () => {
  const included = new Set(playbooks.flatMap(({ include }) => include))
  const parts = names(playbooks.filter(({ kind }) => kind === 'part'))
  expect(parts.length).toBeGreaterThan(0)
  expect(parts.filter(id => !included.has(id) && !/^exposed-(credential|data|account)$/.test(id))).toEqual([])
})

/** The categories of NIST's Cybersecurity Framework 2.0, by function. */
const categories: Readonly<Record<string, readonly string[]>> = {
  Govern: ['GV.OC', 'GV.RM', 'GV.RR', 'GV.PO', 'GV.OV', 'GV.SC'],
  Identify: ['ID.AM', 'ID.RA', 'ID.IM'],
  Protect: ['PR.AA', 'PR.AT', 'PR.DS', 'PR.PS', 'PR.IR'],
  Detect: ['DE.CM', 'DE.AE'],
  Respond: ['RS.MA', 'RS.AN', 'RS.CO', 'RS.MI'],
  Recover: ['RC.RP', 'RC.CO'],
}

const isOfFramework = (text: string): boolean =>
  text.split(/(?<=\)), /).every(part => {
    const [, name = '', list = ''] = /^(\w+) \(([^)]+)\)$/.exec(part) ?? []
    return list !== '' && list.split(', ').every(category => categories[name]?.includes(category))
  })

describe.each(playbooks.map(playbook => [playbook.id, playbook] as const))('%s', (_id, playbook) => {
  test('says what it is for, where it was learned, and what to read first', () => {
    expect(playbook.summary).toMatch(/^[A-Z].{30,}\.$/)
    expect(playbook.source).toMatch(/in our own words$/)
    expect(playbook.introduction.length).toBeGreaterThan(100)
  })

  test('names the function of each of its phases in the framework, and no others', () => {
    const used = phases.filter(phase => playbook.steps.some(step => step.phase === phase))
    expect(phases.filter(phase => playbook.phases[phase] !== undefined)).toEqual(used)
    expect(Object.values(playbook.phases).filter(text => !isOfFramework(text))).toEqual([])
  })

  test('names the roles of its steps and of what it includes, and no others', () => {
    const used = new Set(playbook.steps.flatMap(({ role }) => role ?? []))
    expect(playbook.roles.toSorted()).toEqual([...used].sort())
    expect(playbook.roles.filter(role => !knownRoles.some(known => known === role))).toEqual([])
  })

  test('may be finished: it has far fewer steps than GitHub allows', () => {
    expect(playbook.steps.length).toBeLessThanOrEqual(40)
  })

  test('gives three people something to do at once', () => {
    if (playbook.kind === 'part') return
    const ready = playbook.steps.filter(({ after, gate, perAsset }) => after.length === 0 && gate === null && !perAsset)
    expect(ready.length).toBeGreaterThanOrEqual(3)
  })
})

describe('every step', () => {
  test('helps somebody who was just woken up', () => {
    expect(own.length).toBeGreaterThan(100)
    const thin = own.filter(({ guidance }) => guidance.length <= 150 || guidance.split('\n').length < 3)
    expect(thin.map(({ id }) => id)).toEqual([])
  })

  test('has a name that is no role, and is the same wherever it stands', () => {
    const both = own.filter(({ id }) => knownRoles.some(role => role === id))
    expect(both.map(({ id }) => id)).toEqual([])
    // opened for one exposed thing, whichever kind it is of
    const ofThing = ['revoke', 'rotate-everywhere', 'check-use']
    const ids = own.map(({ id }) => id).filter(id => !ofThing.includes(id))
    expect(ids.filter((id, i) => ids.indexOf(id) < i)).toEqual([])
  })

  test('mentions nobody, for GitHub would call whoever has that name', () => {
    const mentions = (text: string) => /(^|[\s(])@\w/.test(withoutCode(text))
    expect([mentions('Ask @dana (or @erin)'), mentions('Ask `@dana`')]).toEqual([true, false])
    expect(own.filter(({ guidance }) => mentions(guidance)).map(({ id }) => id)).toEqual([])
  })

  test('sends people only to playbooks that can be added', () => {
    const sent = builtIn().flatMap(({ playbook }) =>
      [playbook.introduction, ...playbook.steps.map(({ guidance }) => guidance)].flatMap(text =>
        [...text.matchAll(/`\/playbook add ([a-z-]+)`/g)].map(([, id = '']) => id),
      ),
    )
    expect(sent.length).toBeGreaterThan(20)
    expect(sent.filter(id => !playbooks.some(other => other.id === id && other.kind !== 'readiness'))).toEqual([])
  })
})

describe('what has to wait', () => {
  const before = (id: string) => own.find(one => one.id === id)?.after ?? []

  test.each([
    ['clear-results', ['close-access', 'check-search-engines']],
    ['exclude-crawlers', ['clear-results']],
    ['measure-exposure', ['save-access-logs']],
    ['find-walkers', ['save-access-logs']],
    ['move-files', ['list-exposed-files']],
    ['treat-credentials', ['read-traceback']],
    ['retire-key', ['move-services']],
    ['take-down', ['find-leak']],
    ['restrict-key', ['replace-key']],
    ['undo-changes', ['read-provider-log']],
    ['undo-actions', ['find-tricked']],
    ['find-entry', ['pull-outside-logs']],
    ['trace-intruder', ['pull-inside-logs']],
    ['change-passwords', ['disable-access']],
    ['check-libraries', ['examine-logins']],
    ['test-endpoints', ['examine-logins']],
    ['harden', ['examine-logins']],
    ['ask-prevention', ['list-parties']],
  ])('%s calls nobody before there is something to do it with', (id, after) => {
    expect(before(id)).toEqual(after)
  })

  test('what is learned is asked when something is known, in every incident', () => {
    const learning = incidents.filter(({ steps }) => steps.some(({ phase }) => phase === 'Learn'))
    expect(learning.length).toBeGreaterThan(8)
    const early = playbooks.flatMap(({ kind, steps }) =>
      kind === 'readiness' ? [] : steps.filter(({ phase, after }) => phase === 'Learn' && after.length === 0),
    )
    expect(early).toEqual([])
  })
})

test('what is saved off a machine that is not trusted is written to another one', () => {
  const steps = own.filter(({ perAsset, role }) => perAsset && role === 'forensics')
  const spans = steps.flatMap(({ guidance }) => [...guidance.matchAll(/`([^`]+)`/g)].map(([, code = '']) => code))
  const writing = spans.filter(code => /\S > \S|tar .*-c/.test(code))
  expect(writing.length).toBeGreaterThan(4)
  expect(writing.filter(code => !code.startsWith('ssh -o ForwardAgent=no '))).toEqual([])
  expect(writing.filter(code => /-c?z?f [^-]/.test(code))).toEqual([])
})

describe('what cannot be undone', () => {
  test('nothing is wiped before there is an image of it, and only behind a gate', () => {
    const wipes = playbooks.flatMap(({ steps }) =>
      steps.filter(({ id }) => /^(wipe|erase|delete|terminate)\b/.test(id)),
    )
    expect(wipes.length).toBeGreaterThan(0)
    expect(wipes.filter(({ gate, after }) => gate === null || !after.includes('image-disks'))).toEqual([])
    expect(own.find(({ id }) => id === 'image-disks')?.title).toMatch(/image/)
  })

  test('wherever a machine is replaced its wiping is in the list', () => {
    const replacing = playbooks.filter(({ steps }) => steps.some(({ id }) => id === 'build-replacement'))
    expect(replacing.length).toBeGreaterThan(1)
    expect(replacing.filter(({ steps }) => !steps.some(({ id }) => id === 'wipe'))).toEqual([])
  })

  test('nobody outside the team is told without a gate, in any incident', () => {
    const open = (step: Step) => step.phase === 'Communicate' && step.gate !== 'internal' && step.gate !== 'external'
    expect(playbooks.flatMap(({ steps }) => steps.filter(open)).map(({ id }) => id)).toEqual([])
    const outsiders = own.filter(({ id }) => /^(call|warn|notify|report|ask-experts|tell-(public|customers))/.test(id))
    expect(outsiders.length).toBeGreaterThan(5)
    expect(outsiders.filter(({ gate }) => gate !== 'external').map(({ id }) => id)).toEqual([])
  })

  test('an incident keeps its titles to itself', () => {
    expect(names(incidents)).toContain('security-incident')
    expect(names(incidents.filter(({ confidential }) => !confidential))).toEqual([])
  })
})

describe('the scenarios of the guidelines for developers', () => {
  const theirs = incidents.filter(({ id }) => id !== 'security-incident' && id !== 'breach')

  test('each tells the interested parties, and asks how it could have been prevented', () => {
    const parts = own.filter(({ from }) => from === 'notify-parties').map(({ id }) => id)
    expect(parts).toEqual(['list-parties', 'tell-owners', 'notify-affected', 'ask-prevention'])
    const ids = (playbook: Playbook) => playbook.steps.map(({ id }) => id)
    expect(names(theirs.filter(playbook => !parts.every(id => ids(playbook).includes(id))))).toEqual([])
  })

  test('what is exposed is counted from the logs, whichever way it was found', () => {
    const found = ['directory-listing', 'guessable-urls', 'debug-traceback']
    const counting = theirs.filter(({ steps }) => steps.some(({ id }) => id === 'measure-exposure'))
    expect(names(counting).toSorted()).toEqual(['exposed-content', ...found].toSorted())
  })

  test('each has fourteen steps of its own at most', () => {
    const long = theirs.filter(({ id, steps }) => steps.filter(({ from }) => from === id).length > 14)
    expect(theirs.length).toBeGreaterThan(8)
    expect(names(long)).toEqual([])
  })
})

test.each(['exposed-credential', 'exposed-data', 'exposed-account'])('%s is proved by three steps for each', id => {
  const steps = own.filter(({ from }) => from === id)
  expect(steps.map(step => step.id)).toEqual(['revoke', 'rotate-everywhere', 'check-use'])
  expect(steps.filter(({ perAsset, required, after }) => !perAsset || !required || after.length > 0)).toEqual([])
})

test('a breach goes round for each system: its evidence, its symptom, who did it, their logins', () => {
  const round = own.filter(({ from, perAsset }) => from === 'breach' && perAsset)
  expect(round.map(({ id, after }) => [id, ...after])).toEqual([
    ['preserve-evidence'],
    ['start-from-symptom'],
    ['find-user', 'start-from-symptom'],
    ['examine-logins', 'find-user'],
  ])
})

test('in a cloud key’s first half hour it is deactivated and its sessions are ended, and nothing is deleted', () => {
  const steps = playbooks.find(({ id }) => id === 'cloud-key')?.steps ?? []
  const first = steps.filter(({ within }) => within !== null && within <= 30)
  expect(first.map(({ id }) => id)).toEqual(['deactivate-key', 'end-cloud-sessions'])
  expect(steps.filter(({ id }) => id.startsWith('delete')).map(({ id }) => id)).toEqual([])
})

test('a readiness review is quiet: nothing is a gate, due, or required, and each step asks for evidence', () => {
  const steps = own.filter(({ from }) => from === 'readiness')
  expect(steps.length).toBeGreaterThan(5)
  expect(steps.filter(({ gate, within, required, role }) => gate || within || required || role === null)).toEqual([])
  expect(steps.filter(({ role }) => role === 'incident-commander')).toEqual([])
  expect(steps.filter(({ guidance }) => !guidance.includes('**Evidence:')).map(({ id }) => id)).toEqual([])
})

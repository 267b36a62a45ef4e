import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { commands } from '../../src/commands/index.ts'
import { commandLines } from '../../src/commands/parse/comment.ts'
import { writeMarker } from '../../src/domain/text/marker.ts'
import { eventTarget, jobTarget, type Need, saidIn } from '../../src/runtime/event-target.ts'
import { isWorthALook } from '../../src/runtime/is-worth-a-look.ts'
import { askedAbout, commandForms, nobodysWord, onlyTalk } from '../commands/parse/forms.ts'

const us = 'tocsin[bot]'
const nothing = { is: 'nothing' }
const resync = { is: 'resync', repository: { owner: 'acme', repo: 'ops' } }
const looks = (numbers: readonly number[], ...mentioned: string[]) => ({
  is: 'incident',
  incidents: numbers.map(number => ({ owner: 'acme', repo: 'ops', number })),
  logins: ['bob', ...mentioned],
  needs: null,
})
const look = (number: number, ...mentioned: string[]) => looks([number], ...mentioned)
/** A look at this one, if the comment has this in it. */
const lookFor = (needs: Need, number: number, ...mentioned: string[]) => ({ ...look(number, ...mentioned), needs })

const labels = (...names: string[]) => names.map(name => ({ name }))
const bob = { login: 'bob', type: 'User' }
const bot = (login: string) => ({ login, type: 'Bot' })
const marker = writeMarker({ kind: 'step', incident: 'I_7', number: 7, key: 'eject' })
const incident = { number: 7, body: 'Somebody is in.', labels: labels('bug', 'incident'), user: bob }
const other = { number: 8, body: 'A button is blue.', labels: labels('bug'), user: bob }
const step = { number: 9, body: `Eject them.\n\n${marker}`, labels: labels('incident-step'), user: bot(us) }
/** Copied whole by somebody, or written by hand. */
const forged = { ...other, body: marker }
/** An incident whose text somebody has ended with the marker of a step of another. */
const deafened = { ...incident, body: `Somebody is in.\n\n${marker.replace('of=7', 'of=999')}` }

const says = (body: string, action = 'created', issue: object = incident) => ({ action, issue, comment: { body } })
const pull = (ref: string, action = 'closed') => ({ action, pull_request: { number: 20, head: { ref } } })

type Row = readonly [what: string, event: string, payload: object, expected: object]

const rows: readonly Row[] = [
  // what concerns no incident costs nothing
  ['talk', 'issue_comment', says('I see it too.'), lookFor('secret', 7)],
  ['a path in talk', 'issue_comment', says('see /etc/passwd, and the rest'), lookFor('command', 7)],
  ['a command in a list', 'issue_comment', says('look:\n- /done'), lookFor('command', 7)],
  ['a command in bold', 'issue_comment', says('**/done**'), lookFor('command', 7)],
  ['a command behind other words', 'issue_comment', says('Done: /done eject'), lookFor('command', 7)],
  ['a numbered command', 'issue_comment', says('1) /status'), lookFor('command', 7)],
  ['an issue that is none', 'issues', { action: 'opened', issue: other }, nothing],
  ['an event that we do not know', 'push', { issue: incident }, nothing],

  ...['opened', 'edited', 'closed', 'reopened', 'assigned', 'unassigned', 'locked', 'transferred', 'pinned'].map(
    (action): Row => [`an incident ${action}`, 'issues', { action, issue: incident }, look(7)],
  ),
  ['deleted, with its record and its steps left', 'issues', { action: 'deleted', issue: incident }, look(7)],
  ['some label more', 'issues', { action: 'labeled', issue: incident, label: { name: 'SEV-1' } }, look(7)],
  ['its label taken off', 'issues', { action: 'unlabeled', issue: other, label: { name: 'incident' } }, look(8)],
  ['another label off another issue', 'issues', { action: 'unlabeled', issue: other, label: { name: 'bug' } }, nothing],
  ['a label in capitals', 'issues', { action: 'opened', issue: { ...other, labels: labels('INCIDENT') } }, look(8)],
  ['a step closed', 'issues', { action: 'closed', issue: step }, look(7)],
  [
    'a step, by its marker in the middle',
    'issues',
    { action: 'closed', issue: { ...step, body: `${step.body}\nx` } },
    nothing,
  ],
  ['a forged marker', 'issues', { action: 'edited', issue: forged }, nothing],
  ['an incident with a forged marker', 'issues', { action: 'edited', issue: deafened }, look(7)],
  ['an incident that is opened with one', 'issues', { action: 'opened', issue: deafened }, look(7)],
  [
    'a text from which the marker was taken out',
    'issues',
    { action: 'edited', issue: { ...step, body: 'Nothing.', labels: [] }, changes: { body: { from: step.body } } },
    look(7),
  ],
  [
    'a person’s text from which a marker was taken out',
    'issues',
    { action: 'edited', issue: other, changes: { body: { from: forged.body } } },
    nothing,
  ],
  ...['readiness', 'Incident', 'SEV-2'].map(
    (name): Row => [`${name} taken off`, 'issues', { action: 'unlabeled', issue: other, label: { name } }, look(8)],
  ),
  [
    'a step, of which its own label tells no more',
    'issues',
    { action: 'closed', issue: { ...step, labels: [] } },
    look(7),
  ],
  [
    'a step that somebody calls an incident',
    'issues',
    { action: 'labeled', issue: { ...step, labels: labels('incident') }, label: { name: 'incident' } },
    look(7),
  ],
  ...['github-actions[bot]', 'monitor[bot]'].map(
    (login): Row => [
      `a marker on what ${login} opened: an incident, or a step of one`,
      'issues',
      { action: 'closed', issue: { ...step, user: bot(login) } },
      looks([7, 9]),
    ],
  ),
  ['a pull request called an issue', 'issues', { action: 'opened', issue: { ...incident, pull_request: {} } }, nothing],

  ['a command', 'issue_comment', says('/ic'), lookFor('command', 7)],
  ['a command below words', 'issue_comment', says('It is us.\r\n\r\n   /done eject'), lookFor('command', 7)],
  ['a command with a slash that only looks like one', 'issue_comment', says('\uff0fic'), lookFor('command', 7)],
  ['a command, changed into one later', 'issue_comment', says('/ic', 'edited'), lookFor('command', 7)],
  ['a command, deleted', 'issue_comment', says('/ic', 'deleted'), nothing],
  ['a command on a step', 'issue_comment', says('/done', 'created', step), lookFor('command', 7)],
  [
    'a command on an issue without its label, for its record is not seen here',
    'issue_comment',
    says('/ic', 'created', other),
    look(8),
  ],
  ['a command on an issue with a forged marker', 'issue_comment', says('/ic', 'created', forged), look(8)],
  ['a command on an incident with one', 'issue_comment', says('/ic', 'created', deafened), lookFor('command', 7)],
  ['talk on another issue', 'issue_comment', says('I see it too.', 'created', other), nothing],
  ['a command in a list on another issue', 'issue_comment', says('- /done', 'created', other), nothing],
  ['a command on a pull request', 'issue_comment', says('/ic', 'created', { ...incident, pull_request: {} }), nothing],
  ['a slash within a line', 'issue_comment', says('and/or, see https://example.com/a'), lookFor('secret', 7)],
  ['a slash alone', 'issue_comment', says('/ '), lookFor('secret', 7)],
  ['code, four spaces in, on another issue', 'issue_comment', says('    /ic', 'created', other), nothing],
  [
    'whom it names, once each',
    'issue_comment',
    says('/assign @dana @erin @dana'),
    lookFor('command', 7, 'dana', 'erin'),
  ],
  [
    'an address and a path name nobody',
    'issue_comment',
    says('/timeline x a@example.com b/@c @-'),
    lookFor('command', 7),
  ],

  ...['sub_issue_added', 'sub_issue_removed', 'parent_issue_added', 'parent_issue_removed'].flatMap((action): Row[] => [
    [`${action}: a step`, 'sub_issues', { action, parent_issue: incident, sub_issue: step }, look(7)],
    [`${action}: something of theirs`, 'sub_issues', { action, parent_issue: incident, sub_issue: other }, look(7)],
    [`${action}: a step elsewhere`, 'sub_issues', { action, parent_issue: other, sub_issue: step }, look(7)],
    [
      `${action}: under another incident`,
      'sub_issues',
      { action, parent_issue: { ...incident, number: 3 }, sub_issue: step },
      looks([3, 7]),
    ],
    [`${action}: nothing of ours`, 'sub_issues', { action, parent_issue: other, sub_issue: other }, nothing],
    [`${action}: half of it`, 'sub_issues', { action, sub_issue: step }, look(7)],
  ]),

  ...['blocked_by_added', 'blocked_by_removed', 'blocking_added', 'blocking_removed'].flatMap((action): Row[] => [
    [`${action}: on a step`, 'issue_dependencies', { action, blocked_issue: step, blocking_issue: other }, look(7)],
    [`${action}: a step blocks`, 'issue_dependencies', { action, blocked_issue: other, blocking_issue: step }, nothing],
  ]),

  ...['opened', 'closed', 'reopened', 'synchronize'].map(
    (action): Row => [`a post-mortem ${action}`, 'pull_request', pull('post-mortem/7', action), look(7)],
  ),
  ['the post-mortem of a second close', 'pull_request', pull('post-mortem/7-2'), look(7)],
  ['another branch', 'pull_request', pull('fix/7'), nothing],
  ['a branch that begins like one', 'pull_request', pull('post-mortem/7-2-x'), nothing],
  ['a branch that ends like one', 'pull_request', pull('x/post-mortem/7'), nothing],
  ['a number that no issue has', 'pull_request', pull('post-mortem/1234567890'), nothing],

  ...['refs/heads/incident/7', 'refs/heads/incident/12'].map(
    (ref): Row => [`somebody moves ${ref}`, 'push', { ref, deleted: true }, look(Number(ref.split('/').at(-1)))],
  ),
  ...[
    'refs/heads/main',
    'refs/heads/incident',
    'refs/heads/incident/7/x',
    'refs/heads/incident/0',
    'refs/tags/incident/7',
    'x',
  ].map((ref): Row => [`somebody moves ${ref}`, 'push', { ref }, nothing]),

  ['the clock', 'schedule', { schedule: '17 * * * *' }, resync],
  ['somebody at the button', 'workflow_dispatch', { inputs: {} }, resync],
]

const sent = (payload: object) => ({
  repository: { name: 'ops', owner: { login: 'acme' } },
  sender: { login: 'bob' },
  ...payload,
})

test.each(rows)('%s', (_, event, payload, expected) => {
  expect(eventTarget(event, sent(payload), us)).toEqual(expected)
})

describe('who did it', () => {
  const closed = { action: 'closed', issue: incident }

  test('what we did ourselves needs no second look, whatever it was', () => {
    for (const [, event, payload] of rows.filter(([, event]) => event !== 'schedule' && event !== 'workflow_dispatch'))
      expect(eventTarget(event, sent({ ...payload, sender: { login: us } }), us)).toEqual(nothing)
  })

  test('the clock goes on, also where a workflow runs as us', () => {
    expect(eventTarget('schedule', sent({ sender: { login: us } }), us)).toEqual(resync)
  })

  test('who does not know its own name looks at everything', () => {
    expect(eventTarget('issues', sent({ ...closed, sender: { login: us } }), null)).toMatchObject({ is: 'incident' })
  })

  test('a sender whom GitHub does not name is nobody', () => {
    for (const sender of [null, undefined, {}, { login: null }])
      expect(eventTarget('issues', sent({ ...closed, sender }), us)).toMatchObject({
        incidents: [{ number: 7 }],
        logins: [],
      })
  })

  test('of a crowd that is named only so many are asked for', () => {
    const crowd = Array.from({ length: 90 }, (_, one) => `@user${one}`).join(' ')
    const found = eventTarget('issue_comment', sent(says(`/assign ${crowd}`)), us)
    expect(found.is === 'incident' && found.logins).toHaveLength(21)
  })
})

describe('half a letter', () => {
  const closed = { action: 'closed', issue: incident }

  test.each([
    ['no repository', { ...closed, repository: undefined }],
    ['a repository without its owner', { ...closed, repository: { name: 'ops' } }],
    ['an owner without a login', { ...closed, repository: { name: 'ops', owner: { name: 'acme' } } }],
    ['a repository without its name', { ...closed, repository: { owner: { login: 'acme' } } }],
    ['no issue', { action: 'closed' }],
    ['no number', { action: 'closed', issue: { ...incident, number: null } }],
    ['a number in words', { action: 'closed', issue: { ...incident, number: '7' } }],
    ['no labels', { action: 'closed', issue: { number: 7, body: null, labels: null } }],
    ['labels of another shape', { action: 'closed', issue: { number: 7, labels: ['incident', null, 3] } }],
  ])('%s: nothing', (_, payload) => {
    for (const event of ['issues', 'sub_issues', 'issue_dependencies', 'pull_request'])
      expect(eventTarget(event, sent(payload), us)).toEqual(nothing)
  })

  test('a resync without a repository is none', () => {
    expect(eventTarget('schedule', {}, us)).toEqual(nothing)
    expect(eventTarget('workflow_dispatch', null, us)).toEqual(nothing)
  })

  test('a comment without its words, and one without its action', () => {
    expect(eventTarget('issue_comment', sent({ action: 'created', issue: incident, comment: null }), us)).toEqual(
      nothing,
    )
    expect(eventTarget('issue_comment', sent({ issue: incident, comment: { body: '/ic' } }), us)).toEqual(nothing)
  })

  test('another repository’s incident is looked at there', () => {
    const there = { repository: { name: 'web', owner: { login: 'other' } } }
    expect(eventTarget('issues', sent({ ...closed, ...there }), us)).toMatchObject({
      incidents: [{ owner: 'other', repo: 'web' }],
    })
  })

  test('whatever comes, nothing is thrown', () => {
    const event = fc.constantFrom(...new Set(rows.map(([, name]) => name)), fc.sample(fc.string(), 1)[0] ?? 'x')
    const keys = fc.constantFrom('issue', 'parent_issue', 'sub_issue', 'blocked_issue', 'comment', 'label', 'action')
    const payload = fc.oneof(fc.anything(), fc.dictionary(keys, fc.anything()).map(sent))
    fc.assert(
      fc.property(event, payload, (name, letter) => {
        expect(['incident', 'nothing', 'resync']).toContain(eventTarget(name, letter, us).is)
      }),
    )
  })
})

describe('talk', () => {
  test.each<[what: string, payload: object, expected: object]>([
    ['on an incident', says('I see it too.'), lookFor('secret', 7)],
    ['on a step', says('I see it too.', 'edited', step), lookFor('secret', 7)],
    ['that is deleted', says('I see it too.', 'deleted'), nothing],
    ['on another issue', says('I see it too.', 'created', other), nothing],
    ['of our own', { ...says('I see it too.'), sender: { login: us } }, nothing],
  ])('%s', (_what, payload, expected) => {
    expect(eventTarget('issue_comment', sent(payload), us)).toEqual(expected)
    expect(jobTarget('issue_comment', sent(payload))).toEqual(nothing)
  })

  test('is what the comment says, and nothing of other events', () => {
    expect(saidIn('issue_comment', says('I see it too.'))).toBe('I see it too.')
    for (const payload of [null, {}, { comment: null }, { comment: { body: 7 } }])
      expect(saidIn('issue_comment', payload)).toBe('')
    expect(saidIn('issues', says('I see it too.'))).toBe('')
  })
})

describe('whatever the parser carries out or answers wakes both, on an incident and on a step', () => {
  const names = commands.map(command => command.name)
  const wakes = async (body: string, issue: object): Promise<readonly [app: boolean, job: boolean]> => {
    const payload = sent(says(body, 'created', issue))
    const target = eventTarget('issue_comment', payload, us)
    return [
      target.is === 'incident' && (await isWorthALook(target.needs, saidIn('issue_comment', payload))),
      jobTarget('issue_comment', payload).is === 'incident',
    ]
  }

  test.each([...commandForms, ...askedAbout])('%s', async (_, body) => {
    expect(commandLines(body, false, names)).not.toEqual([])
    for (const issue of [incident, step]) expect(await wakes(body, issue)).toEqual([true, true])
  })

  test.each([...nobodysWord, ...onlyTalk.map(body => [body, body] as const)])(
    'and in the App nothing else does: %s',
    async (_, body) => {
      const isRead = commandLines(body, false, names).length > 0
      expect((await wakes(body, incident))[0]).toBe(isRead)
    },
  )

  test('however they are put together', async () => {
    const pieces = [...commandForms, ...askedAbout].flatMap(([, body]) => body.split(/(?<=\n| )/))
    const text = fc.array(fc.constantFrom(...pieces, '\n', ' ', 'a', '1', '<', '/', '\u200b'), { maxLength: 12 })
    await fc.assert(
      fc.asyncProperty(text, async parts => {
        const body = parts.join('')
        if (commandLines(body, false, names).length > 0) expect(await wakes(body, incident)).toEqual([true, true])
      }),
      { numRuns: 300 },
    )
  })
})

import { commands } from '../../src/commands/index.ts'
import { commandReference } from '../../src/commands/reference.ts'
import { defaultPrivilegePrefix, readConfiguration } from '../../src/domain/config/configuration.ts'
import { digest, eventLine } from '../../src/domain/events/digest.ts'
import type { Incident } from '../../src/domain/incident/incident.ts'
import { drillLabel, incidentLabel, readinessLabel, stepLabel } from '../../src/domain/incident/labels.ts'
import { severities } from '../../src/domain/terms/severity.ts'
import type { Trouble } from '../../src/domain/terms/trouble.ts'
import { board } from '../../src/messages/board.ts'
import { checkComment, notCommented } from '../../src/messages/check-comment.ts'
import * as forms from '../../src/messages/checks/forms.ts'
import * as issueForms from '../../src/messages/checks/issue-form.ts'
import * as owners from '../../src/messages/checks/owners.ts'
import type { Sentence } from '../../src/messages/checks/sentence.ts'
import { type DryRun, dryRunLines, dryRunSummary } from '../../src/messages/dry-run.ts'
import { annotation, findingLine, nothingToCheck, nothingWasChecked } from '../../src/messages/findings.ts'
import { labelDescription } from '../../src/messages/label.ts'
import {
  branchNotMade,
  continuedBody,
  continuedOn,
  continuedTitle,
  goneNotice,
  issueMovedAway,
  ledgerNotWritableNotice,
  notDeclaredNotice,
  rolledBackNotice,
  setAside,
  tamperedNotice,
  unreadableNotice,
} from '../../src/messages/notice.ts'
import {
  commitMessage,
  postMortem,
  pullRequestBody,
  pullRequestTitle,
} from '../../src/messages/post-mortem/post-mortem.ts'
import { recordWords } from '../../src/messages/post-mortem/record.ts'
import { preview } from '../../src/messages/preview.ts'
import { isBeingContinued, isStillHere, nobodyCommands, nobodyKnown } from '../../src/messages/refusal.ts'
import { secretCutOut } from '../../src/messages/reply.ts'
import { commentRemoved, leftRemoved, pageRemoved, skippedByClosing } from '../../src/messages/revert.ts'
import { reviewBoard } from '../../src/messages/review.ts'
import { notListed, unknownRun } from '../../src/messages/run-outcome.ts'
import { secretInFile, secretsInImport, unreadableWithout } from '../../src/messages/secrets/in-files.ts'
import { askedBy, deletionRefused, pageOutOfReach } from '../../src/messages/secrets/redaction.ts'
import {
  keyUnreadable,
  portInUse,
  settingMissing,
  settingNotNumber,
  stopped,
  turnedAwaySentences,
} from '../../src/messages/server.ts'
import { higherCounts } from '../../src/messages/severity.ts'
import { stepBody, stepTitle } from '../../src/messages/step.ts'
import { summary } from '../../src/messages/summary.ts'
import { lookedAtAgain, troubleSentence } from '../../src/messages/trouble.ts'
import { check } from '../../src/validate/validate.ts'
import { channels } from './channels.page.ts'
import { after, afterChange, answer, answerToChange, declared, playbook, review, who } from './conversation.ts'

type Page = {
  readonly title: string
  readonly shown: () => readonly (readonly [what: string, text: string])[]
}

const { configuration } = readConfiguration('channel: "#sapphire in the chat"')
const numbers: Readonly<Record<string, number>> = { eject: 11, analyse: 12, 'tell-company': 13, 'tell-customers': 14 }
const where = { stepNumber: (step: string) => numbers[step] ?? null, postMortem: null }

/** Each incident is played once, however many messages are read in it. */
const once = (play: () => Incident): (() => Incident) => {
  let played: Incident | null = null
  return () => {
    played ??= play()
    return played
  }
}

const vacant = once(() => declared())
const commanded = once(() => after(vacant(), ['dana', '/ic']))
const acting = once(() => after(vacant(), ['bob', '/ic']))
const working = once(() =>
  after(
    commanded(),
    ['dana', '/confirm\n/assign deputy @erin\n/assign forensics'],
    ['bob', '/assign eject'],
    ['bob', '/asset add web-1'],
    ['alice', '/timeline 2026-03-01 09:58Z first sign-in from the unknown address'],
  ),
)
const contained = once(() =>
  after(working(), ['bob', '/done eject'], ['alice', '/done image'], ['alice', '/done analyse']),
)
const approvedOnce = once(() => after(contained(), ['gwen', '/approve external the customers must know']))
const ended = once(() =>
  afterChange(
    after(
      approvedOnce(),
      ['dana', '/approve external counsel agrees'],
      ['bob', '/exposed credential deploy-key 2 in the build log'],
      ['dana', '/rule-out insider the key came from malware on one laptop'],
      ['alice', '/done tell-customers'],
      ['dana', '/skip publish counsel asked for it'],
      ['carol', '/severity SEV-4'],
    ),
    'dana',
    null,
    { is: 'closed', reason: 'completed' },
  ),
)
const fought = once(() => afterChange(working(), 'carol', 'eject', { is: 'unassigned', who: who('bob') }, 3))

const boards: Page = {
  title: 'The board',
  shown: () => [
    ['declared by bob; no incident commander yet', board(vacant(), configuration, [], where)],
    ['bob is acting incident commander', board(acting(), { ...configuration, channel: null }, [], where)],
    ['dana commands, work is under way', board(working(), configuration, [], where)],
    [
      'GitHub has no room for a step',
      board(working(), configuration, [], { ...where, withoutPage: ['eject', 'tell-company'] }),
    ],
    ['no ruleset protects the record', board(working(), configuration, [], { ...where, isRecordOpen: true })],
    ['everything required is done', board(contained(), configuration, [], where)],
    [
      'counsel has approved the disclosure, the incident commander has not',
      board(approvedOnce(), configuration, [], where),
    ],
    [
      'a confidential playbook, a drill, and a playbook that was requested but is missing',
      board(
        { ...vacant(), drill: true, asked: 'leaked-keys', playbook: { ...vacant().playbook, confidential: true } },
        configuration,
        [
          { file: '.github/incidents.yml', line: 3, says: '`severity` has `SEV-9`', expected: 'one of SEV-1, SEV-2' },
          { file: '.github/incidents/other.md', line: 1, says: 'The front matter is missing', expected: '`---`' },
        ],
        where,
      ),
    ],
    ['the roster is empty', board({ ...vacant(), roster: {} }, configuration, [], where)],
    [
      'problems only in other playbooks',
      board(
        commanded(),
        configuration,
        [{ file: '.github/incidents/other.md', line: 1, says: 'x', expected: 'y' }],
        where,
      ),
    ],
    [
      'a report names no severity that can be read',
      board(declared(playbook, { unreadSeverity: 'All hands on deck' }), configuration, [], where),
    ],
    [
      'a report names what is no asset yet',
      board({ ...declared(playbook, { assets: 'the old build server' }) }, configuration, [], where),
    ],
    [
      'a step changed by hand again and again',
      board(afterChange(fought(), 'carol', 'eject', { is: 'unassigned', who: who('bob') }), configuration, [], where),
    ],
    ['closed, the post-mortem is being written', board(ended(), configuration, [], where)],
    ['closed, the post-mortem is there', board(ended(), configuration, [], { ...where, postMortem: { number: 21 } })],
    [
      'closed, the pull request could not be opened',
      board(ended(), configuration, [], {
        ...where,
        postMortem: { compare: 'https://github.com/acme/ops/compare/main...x' },
      }),
    ],
    ['cancelled', board(after(commanded(), ['dana', '/cancel our own monitoring']), configuration, [], where)],
    ['a readiness review', reviewBoard(declared(review), [], where)],
    [
      'a readiness review, closed',
      reviewBoard(afterChange(declared(review), 'bob', null, { is: 'closed', reason: 'completed' }), [], where),
    ],
  ],
}

const stepPages: Page = {
  title: 'The page of a step',
  shown: () =>
    vacant().steps.flatMap(step => [
      [`title of ${step.id}`, stepTitle(vacant(), step, null)] as const,
      ...(step.id === 'eject'
        ? ([
            [
              'title in a confidential playbook',
              stepTitle(
                { ...vacant(), playbook: { ...vacant().playbook, confidential: true } },
                step,
                defaultPrivilegePrefix,
              ),
            ],
          ] as const)
        : []),
      [`page of ${step.id}`, stepBody(step)] as const,
    ]),
}

const rejected = (
  incident: Incident,
  name: Parameters<typeof answer>[1],
  text: string,
  way?: Parameters<typeof answer>[3],
): readonly [string, string] => [
  `${name}${way?.byEmail ? ', by e-mail' : ''}${way?.step === undefined ? '' : `, on the page of ${way.step}`}: ${text.replaceAll('\n', ' ⏎ ').slice(0, 70)}`,
  answer(incident, name, text, way),
]

const rejections: Page = {
  title: 'Rejected commands',
  shown: () => [
    // the comment as a whole
    rejected(working(), 'bob', '/deploy'),
    rejected(working(), 'bob', '/sevrity SEV-1'),
    rejected(working(), 'dana', '/close'),
    rejected(working(), 'bob', '/st\u0430tus'),
    rejected(working(), 'bob', '/done\u200b eject'),
    rejected(working(), 'bob', Array.from({ length: 21 }, () => '/status').join('\n')),
    rejected(working(), 'bob', '/done eject', { edited: 'by-other' }),
    rejected(working(), 'dana', '/skip eject it is off', { byEmail: true }),
    rejected(ended(), 'bob', '/done publish'),
    rejected(working(), 'bob', '/severity SEV-9\n/done eject'),
    // where it stands, and how it is meant
    ...[
      '- /done eject',
      '> it is off\n/done eject',
      '| what |\n|---|\n| /status |',
      '# /done eject',
      '<div>\n/done eject\n</div>',
      '[see\n/done eject\nthere]',
      'so $$\n/done eject\n$$',
      '~~it is\n/done eject\nnow~~',
      '**/done eject**',
      '/ic?',
      '/cancel was it our own monitoring?',
      '/timeline of the attack is unclear',
      '/skip eject is not possible',
      '/asset add the database',
      '/asset add web 1',
    ].map(line => rejected(working(), 'dana', line)),
    // permissions
    rejected(working(), 'bob', '/severity SEV-4 it was only me testing'),
    rejected(working(), 'bob', '/cancel a false alarm'),
    rejected(working(), 'bob', '/skip eject it is off'),
    rejected(working(), 'bob', '/rule-out insider nobody of us'),
    rejected(working(), 'bob', '/approve external they must know'),
    rejected(working(), 'bob', '/assign analyse @bob'),
    rejected(working(), 'bob', '/assign counsel @bob'),
    rejected(working(), 'bob', '/unassign forensics'),
    rejected(working(), 'bob', '/handoff @bob'),
    rejected(working(), 'bob', '/confirm'),
    rejected(working(), 'bob', '/status contained'),
    rejected(working(), 'bob', '/ic'),
    rejected(working(), 'bob', '/ic @bob'),
    rejected(working(), 'carol', '/done eject'),
    rejected(working(), 'carol', '/severity SEV-1'),
    rejected(working(), 'carol', '/assign eject'),
    rejected(working(), 'carol', '/unassign eject'),
    rejected(working(), 'carol', '/asset add web-2'),
    rejected(vacant(), 'carol', '/ic'),
    rejected(vacant(), 'bob', '/skip eject it is off'),
    rejected(acting(), 'bob', '/cancel a false alarm'),
    rejected(declared(review), 'carol', '/done check-roster'),
    // arguments
    rejected(working(), 'bob', '/severity'),
    rejected(working(), 'bob', '/severity SEV-9'),
    rejected(working(), 'bob', '/severity SEV-\uff11'),
    rejected(working(), 'bob', '/severity SEV-2'),
    rejected(working(), 'dana', '/severity SEV-3'),
    rejected(working(), 'dana', '/confirm now'),
    rejected(commanded(), 'dana', '/confirm now'),
    rejected(working(), 'dana', '/confirm'),
    rejected(working(), 'dana', '/cancel'),
    rejected(working(), 'dana', '/status over'),
    rejected(working(), 'dana', '/help sevrity'),
    rejected(working(), 'dana', '/help deploy'),
    // people
    rejected(working(), 'dana', '/assign eject @nobody'),
    rejected(working(), 'dana', '/assign eject @nobody @noone'),
    rejected(working(), 'dana', '/assign eject @acme/security'),
    rejected(working(), 'dana', '/assign eject bob'),
    rejected(working(), 'dana', '/assign eject @carol'),
    rejected(working(), 'dana', `/assign eject ${Array.from({ length: 11 }, (_, i) => `@a${i}`).join(' ')}`),
    rejected(working(), 'dana', '/assign eject @bob'),
    rejected(working(), 'dana', '/assign scribe'),
    rejected(working(), 'dana', '/assign incident-commander @bob'),
    rejected(working(), 'dana', '/unassign eject @alice'),
    rejected(working(), 'dana', '/unassign scribe'),
    rejected(working(), 'dana', '/unassign analyse'),
    rejected(working(), 'dana', '/handoff'),
    rejected(working(), 'dana', '/handoff @dana'),
    rejected(working(), 'dana', '/handoff @carol'),
    rejected(vacant(), 'dana', '/handoff @erin'),
    rejected(working(), 'dana', '/ic'),
    rejected(working(), 'erin', '/ic'),
    rejected(vacant(), 'bob', '/ic @alice'),
    rejected({ ...vacant(), roster: {} }, 'bob', '/ic @alice'),
    rejected(vacant(), 'dana', '/ic @carol'),
    // steps and gates
    rejected(working(), 'bob', '/done'),
    rejected(working(), 'bob', '/done ejct'),
    rejected(working(), 'bob', '/assign ejct'),
    rejected(working(), 'bob', '/done eject, analyse'),
    rejected(working(), 'bob', '/done analyse quickly', { step: 'eject' }),
    rejected(contained(), 'bob', '/done eject'),
    rejected(vacant(), 'bob', '/done image'),
    rejected(after(working(), ['bob', '/asset add web-2']), 'bob', '/done image'),
    rejected(working(), 'bob', '/done tell-company'),
    rejected(working(), 'bob', '/done publish'),
    rejected(working(), 'bob', '/done tell-customers'),
    rejected(approvedOnce(), 'bob', '/done tell-customers'),
    rejected(working(), 'dana', '/assign tell-company @bob'),
    rejected(after(working(), ['dana', '/rule-out insider it was malware']), 'dana', '/rule-out insider again'),
    rejected(working(), 'dana', '/approve external they must know'),
    rejected({ ...working(), roster: {}, roles: {} }, 'dana', '/approve external they must know'),
    rejected(approvedOnce(), 'gwen', '/approve external once more'),
    // times
    rejected(working(), 'bob', '/timeline 14:02 the alert went off'),
    rejected(working(), 'bob', '/timeline 25:00Z the alert went off'),
    rejected(working(), 'bob', '/timeline 3/4 14:00Z the alert went off'),
    rejected(working(), 'bob', '/timeline 20202-01-16 12:00 the alert went off'),
    rejected(working(), 'bob', '/timeline Feb 27 the alert went off'),
    rejected(working(), 'bob', '/timeline 2026-02-30 09:00Z the alert went off'),
    rejected(working(), 'bob', '/timeline 09:00Z 09:30 the alert went off'),
    rejected(working(), 'bob', '/timeline 09:00 IST the alert went off'),
    rejected(working(), 'bob', '/timeline 09:00 GMT-99 the alert went off'),
    rejected(working(), 'bob', '/timeline 09:00-05:00 the alert went off'),
    rejected(working(), 'bob', '/timeline 2025-10-26 2:30 Europe/Berlin the alert went off'),
    rejected(working(), 'bob', '/timeline 14:02Z the alert went off'),
    rejected(working(), 'bob', '/timeline 1999-12-31 23:59Z the alert went off'),
    rejected(working(), 'bob', '/timeline'),
    // the checklist
    rejected(working(), 'bob', '/asset add'),
    rejected(working(), 'bob', '/asset add web-1'),
    rejected(after(working(), ['bob', '/asset add db.example']), 'bob', '/asset add db-example'),
    rejected(working(), 'bob', '/asset add !!!'),
    rejected(working(), 'bob', '/asset add [removed: AWS key]'),
    rejected(working(), 'dana', '/asset remove web-9 never reached'),
    rejected(vacant(), 'dana', '/asset remove web-9 never reached'),
    rejected(contained(), 'dana', '/asset remove web-1 never reached'),
    rejected(vacant(), 'bob', '/asset add web-1, web-2', { known: { otherPages: 94 } }),
    rejected(vacant(), 'bob', '/asset add web-1', { known: { otherPages: 100 } }),
    rejected(working(), 'bob', '/exposed'),
    rejected(working(), 'bob', '/exposed credential deploy-key', { known: { playbooks: [] } }),
    rejected(working(), 'bob', '/playbook add'),
    rejected(working(), 'bob', '/playbook add leaked-keys'),
    rejected(working(), 'bob', '/playbook add exposed-credential'),
    rejected(working(), 'bob', '/playbook add readiness'),
    rejected(working(), 'bob', '/playbook add server-access'),
    rejected(working(), 'bob', '/step add'),
    rejected(working(), 'bob', '/step add `eject` Unplug it'),
    rejected(working(), 'bob', '/step add `Eject!` Unplug it'),
    rejected(working(), 'bob', '/step add Unplug it (soonish)'),
    rejected(working(), 'bob', '/step add Unplug it (within soon)'),
    rejected(working(), 'bob', '/step add Unplug it (after ejct)'),
    // a review
    rejected(declared(review), 'bob', '/severity SEV-1'),
    rejected(declared(review), 'bob', '/status contained'),
  ],
}

const byHand = (
  incident: Incident,
  name: Parameters<typeof answerToChange>[1],
  step: string | null,
  change: Parameters<typeof answerToChange>[3],
): readonly [string, string] => [
  `${name}, ${step === null ? 'on the incident' : `on ${step}`}: ${Object.values(change)
    .map(value => (typeof value === 'object' && value !== null ? value.login : value))
    .join(' ')}`,
  answerToChange(incident, name, step, change),
]

const bob = who('bob')
const bobs = { ...bob, kind: 'user' } as const
const at = 'https://github.com/acme/ops/issues/7#issuecomment-4711'
const trace = { comment: 'IC_4711', page: 7, at, author: bob, written: '2026-03-01T10:40:00Z', digest: 'd'.repeat(64) }
const said = { comments: [{ ...trace, kinds: [] }] }
const held = { comments: [{ ...trace, kinds: ['github'] }], legalHold: true }
const asked = (
  waits: 'second-person' | 'counsel' | null,
  deletion: 'owed' | 'done' | 'refused' | null = null,
): Incident => ({
  ...working(),
  redactions: [{ ...trace, kinds: [], waits, asker: { ...who('dana'), role: 'write' }, deletion }],
})
const redactions: Page = {
  title: 'Comments that are deleted',
  shown: () => [
    rejected(working(), 'bob', '/redact', { known: said }),
    rejected(working(), 'bob', '/redact https://github.com/acme/ops/issues/7', { known: said }),
    rejected(working(), 'bob', `/redact ${at.slice(0, -1)}`, { known: said }),
    rejected(working(), 'bob', `/redact ${at} it names a customer`, { known: said }),
    rejected(working(), 'bob', `/redact ${at}`, { known: held }),
    rejected(asked('second-person'), 'bob', `/redact ${at}`, { known: said }),
    rejected(asked('counsel'), 'bob', `/redact ${at}`, { known: said }),
    rejected(asked(null, 'owed'), 'bob', `/redact ${at}`, { known: said }),
    rejected(asked(null, 'done'), 'bob', `/redact ${at}`, { known: { comments: [] } }),
    rejected(working(), 'erin', `/approve redaction ${at} agreed`),
    rejected(asked('second-person'), 'dana', `/approve redaction ${at} agreed`),
    rejected(asked('counsel'), 'erin', `/approve redaction ${at} agreed`),
    rejected({ ...asked('counsel'), roster: {}, roles: {} }, 'dana', `/approve redaction ${at} agreed`),
    rejected(asked('counsel'), 'gwen', `/approve redaction ${at}`),
    rejected(asked(null, 'owed'), 'erin', `/approve redaction ${at} agreed`),
    rejected(asked(null, 'done'), 'erin', `/approve redaction ${at} agreed`),
    rejected(asked(null, 'refused'), 'erin', `/approve redaction ${at} agreed`),
    ['once GitHub has refused', deletionRefused(at)],
    ['once its page is elsewhere', `${askedBy(bob)} ${pageOutOfReach(at)}`],
    ['of an imported file', secretsInImport(['aws'])],
    ['of one with several', secretsInImport(['aws', 'slack', 'aws'])],
    ['of one that cannot be read without', Object.values(unreadableWithout(['aws'])).join('. Expected: ')],
    ['of a file of the team’s', Object.values(secretInFile(['github', 'jwt'])).join('. Expected: ')],
  ],
}

const reverts: Page = {
  title: 'Manual changes reverted',
  shown: () => [
    byHand(working(), 'bob', 'analyse', { is: 'assigned', who: bob }),
    byHand(working(), 'robot', 'analyse', { is: 'assigned', who: bob }),
    byHand(working(), 'carol', 'eject', { is: 'unassigned', who: bob }),
    byHand(working(), 'bob', 'tell-company', { is: 'assigned', who: bob }),
    byHand(working(), 'dana', 'analyse', { is: 'unassigned', who: who('alice') }),
    byHand(working(), 'carol', null, { is: 'assigned', who: who('carol') }),
    byHand(after(working(), ['bob', '/assign responder @bob']), 'carol', null, { is: 'unassigned', who: bob }),
    byHand(working(), 'bob', null, { is: 'unassigned', who: who('dana') }),
    byHand(working(), 'bob', null, { is: 'labelled', label: 'SEV-4' }),
    byHand(working(), 'dana', null, { is: 'labelled', label: 'SEV-4' }),
    byHand(working(), 'bob', null, { is: 'unlabelled', label: 'incident' }),
    byHand(afterChange(working(), 'bob', null, { is: 'unlabelled', label: 'incident' }, 3), 'bob', null, {
      is: 'unlabelled',
      label: 'incident',
    }),
    byHand(working(), 'bob', 'tell-company', { is: 'closed', reason: 'completed' }),
    byHand(working(), 'bob', 'publish', { is: 'closed', reason: 'completed' }),
    byHand(working(), 'bob', 'eject', { is: 'closed', reason: 'not-planned' }),
    ['of a step closed as not planned, in the timeline', skippedByClosing('not-planned')],
    byHand(working(), 'carol', 'eject', { is: 'closed', reason: 'completed' }),
    byHand(contained(), 'carol', 'eject', { is: 'reopened' }),
    byHand(working(), 'dana', null, { is: 'closed', reason: 'completed' }),
    byHand(working(), 'bob', null, { is: 'closed', reason: 'completed' }),
    byHand(acting(), 'bob', null, { is: 'closed', reason: 'completed' }),
    byHand(vacant(), 'bob', null, { is: 'closed', reason: 'completed' }),
    byHand({ ...vacant(), roster: {} }, 'bob', null, { is: 'closed', reason: 'completed' }),
    byHand(ended(), 'carol', null, { is: 'reopened' }),
    byHand(ended(), 'bob', null, { is: 'labelled', label: 'SEV-1' }),
    byHand(afterChange(ended(), 'bob', null, { is: 'labelled', label: 'SEV-1' }, 3), 'bob', null, {
      is: 'labelled',
      label: 'SEV-1',
    }),
    byHand(fought(), 'carol', 'eject', { is: 'unassigned', who: bob }),
    byHand(afterChange(working(), 'bob', null, { is: 'closed', reason: 'completed' }, 3), 'bob', null, {
      is: 'closed',
      reason: 'completed',
    }),
    ...(['unlinked', 'edited', 'moved'] as const).map(
      how => [`carol, a step’s page: ${how}`, pageRemoved(how, how === 'edited' ? null : 'eject', 12, bobs)] as const,
    ),
    ['a page that is no longer there', pageRemoved('unlinked', 'eject', null, null)],
    ['a comment deleted', commentRemoved(bobs)],
    ...(['unlinked', 'edited', 'deleted'] as const).map(
      how => [`after three times: ${how}`, leftRemoved(working(), how, how === 'unlinked' ? 'eject' : null)] as const,
    ),
    byHand(declared(review), 'carol', null, { is: 'closed', reason: 'completed' }),
    byHand(declared(review), 'carol', 'check-roster', { is: 'assigned', who: bob }),
    byHand(declared(review), 'bob', null, { is: 'unlabelled', label: 'readiness' }),
    byHand(afterChange(declared(review), 'bob', null, { is: 'unlabelled', label: 'readiness' }, 3), 'bob', null, {
      is: 'unlabelled',
      label: 'readiness',
    }),
    byHand(afterChange(declared(review), 'carol', null, { is: 'closed', reason: 'completed' }, 3), 'carol', null, {
      is: 'closed',
      reason: 'completed',
    }),
  ],
}

const commit = '0123456789abcdef0123456789abcdef01234567'
const troubles: readonly Trouble[] = [
  { is: 'host-not-found', host: 'ghe.example.com' },
  { is: 'host-unreachable', host: '127.0.0.1:4000' },
  { is: 'no-answer', host: 'api.github.com' },
  { is: 'connection-lost', host: 'api.github.com' },
  { is: 'tls', host: 'ghe.example.com', code: 'SELF_SIGNED_CERT_IN_CHAIN' },
  { is: 'key-unreadable' },
  { is: 'key-not-accepted' },
  { is: 'clock-wrong' },
  { is: 'app-not-found' },
  { is: 'installation-suspended' },
  { is: 'installation-gone' },
  { is: 'token-not-accepted' },
  { is: 'ip-not-allowed' },
  { is: 'permission-missing', permission: null },
  { is: 'permission-missing', permission: 'contents: write' },
  { is: 'not-found' },
  { is: 'rate-limited' },
  { is: 'github-down', status: 502 },
  { is: 'refused', status: 418 },
  { is: 'bug', name: 'TypeError' },
]

const failures: Page = {
  title: 'What the log says when something fails',
  shown: () => [
    ...troubles.map(trouble => [trouble.is, troubleSentence(trouble)] as const),
    ...Object.entries(turnedAwaySentences),
    ['A setting is missing', settingMissing('APP_ID', 'use the App ID from the settings of the GitHub App')],
    ['A setting is no number', settingNotNumber('PORT', 'x', 'a number from 0 to 65535', '3000')],
    ['The key is none', keyUnreadable()],
    ['The port is taken', portInUse(3000)],
    ['Stopped', stopped('closed')],
    ['Stopped in the middle', stopped('left')],
    ['Where it is tried again', lookedAtAgain(troubleSentence({ is: 'connection-lost', host: 'api.github.com' }), 12)],
    ['A resync that could not list', notListed(troubleSentence({ is: 'installation-suspended' }))],
  ],
}

const notices: Page = {
  title: 'Notices about the record',
  shown: () => [
    ...(['ruleset', 'permission', 'no-commits', 'other'] as const).map(
      why => [`it cannot be written: ${why}`, ledgerNotWritableNotice(why)] as const,
    ),
    ['mallory committed to it, the last good commit is known', tamperedNotice('incident/7', commit, 'mallory', commit)],
    [
      'mallory committed to it, the last good commit is not known',
      tamperedNotice('incident/7', commit, 'mallory', null),
    ],
    ['its branch is gone', goneNotice('incident/7')],
    ...(['moved', 'deleted'] as const).map(
      how =>
        [
          `GitHub says who ${how} it`,
          rolledBackNotice('incident/7', {
            to: commit,
            by: 'mallory',
            at: '2026-03-01T22:10:00Z',
            how,
            restorable: true,
          }),
        ] as const,
    ),
    [
      'GitHub says who pushed it back, and people must look first',
      rolledBackNotice('incident/7', {
        to: commit,
        by: 'mallory',
        at: '2026-03-01T22:10:00Z',
        how: 'moved',
        restorable: false,
      }),
    ],
    ['its own issue is gone from the repository', issueMovedAway(working(), 7)],
    ['the title of the issue on which it continues', continuedTitle(working(), 7)],
    ['the text of that issue', continuedBody(working(), 7)],
    ['a commander asked for it', continuedOn(working(), 12)],
    ['a commander asks while the issue is in its place', isStillHere(null)],
    ['a commander asks while the new issue is in its place', isStillHere(12)],
    ['a commander asks twice', isBeingContinued()],
    ['the branch of its post-mortem is refused', branchNotMade('post-mortem/7')],
    ['a branch was in its way', setAside('incident/7', 'set-aside-incident-7-0123456789ab')],
    ['it cannot be read', unreadableNotice('line 3 is not JSON')],
    ['`/ic` on an issue without its label', notDeclaredNotice('/ic', 'no-label')],
    ['`/page` on an issue without its label', notDeclaredNotice('/page', 'no-label')],
    ['`/ic` on an issue that was closed at once', notDeclaredNotice('/ic', 'closed')],
    ['`/page` on one', notDeclaredNotice('/page', 'closed')],
  ],
}

const replies: Page = {
  title: 'Answers',
  shown: () => [
    rejected(vacant(), 'carol', '/status'),
    rejected(working(), 'bob', '/status'),
    rejected(acting(), 'bob', '/status'),
    rejected(declared(review), 'bob', '/status'),
    rejected(working(), 'bob', '/help'),
    ...commands.map(({ name }) => rejected(working(), 'bob', `/help ${name}`)),
    rejected(vacant(), 'bob', '/asset list'),
    rejected(after(working(), ['bob', '/exposed credential deploy-key 2 in the build log']), 'bob', '/asset list'),
    rejected(working(), 'bob', '/playbook list'),
    rejected(working(), 'bob', '/playbook preview server-access'),
    rejected(working(), 'bob', '/status\n/asset list'),
    [
      'bob: /timeline 09:00 the alert went off, in a team that keeps the time of Berlin',
      answer(working(), 'bob', '/timeline 09:00 the alert went off', { known: { timezone: 'Europe/Berlin' } }),
    ],
    [
      'bob: /timeline 09:00Z on Thu the alert went off',
      answer(working(), 'bob', '/timeline 09:00Z on Thu the alert went off'),
    ],
    ['a comment of somebody whose access is not known', nobodyKnown()],
    ['a hand-off while nobody is incident commander', nobodyCommands()],
    ['an issue opened with a lower severity’s label as well', higherCounts('SEV-1', ['sev-3', 'SEV-4'])],
    [
      'a secret in a comment',
      secretCutOut(
        { where: 'comment', at: 'https://github.com/acme/incidents/issues/7#issuecomment-1' },
        ['github', 'password'],
        'incident',
      ),
    ],
    ['a secret in the report', secretCutOut({ where: 'report' }, ['aws'], 'incident')],
    [
      'a secret in a review',
      secretCutOut(
        { where: 'comment', at: 'https://github.com/acme/incidents/issues/7#issuecomment-1' },
        ['slack'],
        'readiness',
      ),
    ],
  ],
}

const file = (name: string, text: string) => ({ name, text, truncated: false })
const checked = check({
  configuration: file('.github/incidents.yml', 'severity: SEV-9\nroaster: {}\nroster: { counsel: [gwen] }\n'),
  playbooks: [
    file(
      '.github/incidents/leak.md',
      '---\ntitle: A key leaked\nseverity: SEV-2\n---\n\n## Contain\n\n- [ ] `rotate` Rotate it (requird, within soon)\n',
    ),
  ],
  forms: [],
  refused: [],
})
const sentences = (all: readonly Sentence[]): string =>
  all.map(({ says, expected }) => `- ${says}. Expected: ${expected}`).join('\n')

const { formExpectations } = issueForms

const checks: Page = {
  title: 'The check of a team’s files',
  shown: () => [
    ['nothing wrong', checkComment({ findings: [], files: 2, changed: [], deleted: [] }, 60_000)],
    ['no files', checkComment({ findings: [], files: 0, changed: [], deleted: [] }, 60_000)],
    [
      'problems, a changed playbook, a broken one and a deleted one',
      checkComment(
        {
          findings: checked.findings,
          files: checked.files,
          changed: [
            { file: '.github/incidents/server-access.md', playbook },
            { file: '.github/incidents/leak.md', playbook: null },
          ],
          deleted: ['.github/incidents/old.md'],
        },
        60_000,
      ),
    ],
    ['the comment failed', notCommented('GitHub answered 403')],
    ['in a terminal', checked.findings.map(findingLine).join('\n')],
    ['as annotations', checked.findings.map(annotation).join('\n')],
    ['an empty folder, in a terminal', nothingToCheck('/tmp/team')],
    [
      'whether somebody does each step',
      sentences([
        owners.rosterEmpty(),
        owners.noCommanderOnRoster(['incident-comander', 'counsel']),
        owners.stepUnowned('forensics', 'image'),
        owners.includedUnowned(['forensics', 'counsel']),
        owners.builtInUnowned('security-incident', ['forensics']),
        owners.commanderInReview('read-the-contract'),
      ]),
    ],
    [
      'what an issue form declares',
      sentences([
        forms.unknownPlaybook('leaked-keys', 'incident', ['leak', 'security-incident']),
        forms.unknownPlaybook('quarterly', 'readiness', []),
        forms.onlyIncluded('rotate', ['leak', 'security-incident']),
        forms.opensNothing('leak', incidentLabel),
        forms.bothLabels(readinessLabel),
        forms.otherKind('readiness', incidentLabel, 'readiness', readinessLabel),
        forms.seenNotAsked(),
        forms.seenOptional(),
        forms.severityUnreadable('Really bad', 'Severity'),
        forms.titleReveals('', 'Report'),
        forms.titleReveals('Breach: ', defaultPrivilegePrefix),
      ]),
    ],
    [
      'what GitHub takes for an issue form',
      sentences([
        issueForms.tooManyCharacters(300_000, 262_144),
        issueForms.readAsBoolean('yes', true),
        issueForms.readAsBoolean('off', false),
        issueForms.sameToGitHub('What?', 'What!'),
        issueForms.asksForPassword('Your password'),
        issueForms.noQuestion(),
        issueForms.questionTwice('What did you see?'),
        issueForms.idTwice('seen'),
        issueForms.unknownKey('lable', formExpectations.attributes),
        issueForms.unknownKey('colour', undefined),
        issueForms.unknownKey('nam', issueForms.oneOfKeys(['name', 'description', 'body'])),
        issueForms.unexpectedValue('name', null, formExpectations.name),
        issueForms.unexpectedValue('multiple', { scalar: 'often' }, formExpectations.multiple),
        issueForms.unexpectedValue('title', { is: 'list' }, formExpectations.title),
        issueForms.unexpectedValue('style', { is: 'mapping' }, undefined),
      ]),
    ],
    [
      'what is expected at each key of an issue form',
      Object.entries(formExpectations)
        .map(([key, expected]) => `- \`${key}\`: ${expected}`)
        .join('\n'),
    ],
    ['a preview of steps that are partly there', preview(playbook, new Set(['eject']), 3_500)],
  ],
}

const planned: DryRun = {
  incident: { number: 7 },
  outcome: 'planned',
  events: [{ is: 'commander-set', by: { id: 1, login: 'dana', role: 'write' } }],
  commits: true,
  operations: [{ words: 'open step eject under #7' }, { words: 'edit the board of #7' }],
  moreMayFollow: true,
  until: null,
}

const summaries: Page = {
  title: 'The summary of a run of the Action',
  shown: () => [
    ['no open incident', summary([])],
    [
      'two incidents',
      summary([
        { number: 7, outcome: 'settled', recorded: 2, done: ['add label SEV-1 to #7', 'close #12'] },
        { number: 9, outcome: 'settled', recorded: 0, done: [] },
      ]),
    ],
    ['a dry run in the log', dryRunLines(planned).join('\n')],
    ['a dry run in the summary', dryRunSummary([planned])],
    ['a resync that could not list its incidents', notListed('GitHub asked to slow down')],
  ],
}

const place = { number: 7, issueUrl: 'https://github.com/acme/ops/issues/7', stepUrls: {} }
const documentOf = (incident: Incident): string => {
  const ending = incident.endings.at(-1) ?? { line: incident.events.length, at: '', is: 'closed' as const }
  const record = {
    tag: 'incident-7-1',
    foreign: false,
    head: commit,
    digest: digest(incident.events.map(eventLine), ending.line),
    lines: ending.line,
  }
  return postMortem(incident, ending, record, place)
}
const lastOf = (incident: Incident) => incident.endings.at(-1) ?? { line: 1, at: '', is: 'closed' as const }
const postMortems: Page = {
  title: 'The post-mortem',
  shown: () => [
    ['of an incident that was worked on', documentOf(ended())],
    [
      'of one that nobody worked on',
      documentOf(after(declared(playbook, { seen: '' }), ['dana', '/ic\n/cancel our own monitoring'])),
    ],
    ['message of the commit', commitMessage(ended(), 7)],
    ['title of the pull request', pullRequestTitle(ended(), 7, null)],
    ['text of the pull request', pullRequestBody(ended(), lastOf(ended()), place)],
    [
      'text of the pull request of a confidential one',
      pullRequestBody({ ...ended(), playbook: { ...ended().playbook, confidential: true } }, lastOf(ended()), place),
    ],
    [
      'the record, when somebody else created its tag',
      recordWords({ tag: 'incident-7-1', foreign: true, head: commit, digest: 'd'.repeat(64), lines: 9 }, place),
    ],
  ],
}

const setup: Page = {
  title: 'For those who set Tocsin up',
  shown: () => [
    ...[incidentLabel, readinessLabel, stepLabel, drillLabel, ...severities].map(
      label => [`the label ${label}`, labelDescription(label)] as const,
    ),
    ['a job with another value of `run`', unknownRun()],
    ['a job without files to check', nothingWasChecked()],
    ['the page of commands', commandReference()],
  ],
}

export const pages = {
  board: boards,
  'step-page': stepPages,
  rejections,
  redactions,
  reverts,
  notices,
  failures,
  replies,
  check: checks,
  summary: summaries,
  channels,
  'post-mortem': postMortems,
  setup,
} as const satisfies Readonly<Record<string, Page>>

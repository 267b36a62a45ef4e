import { describe, expect, test } from 'vitest'
import { eventLine } from '../../../src/domain/events/digest.ts'
import {
  type EventKind,
  eventSchema,
  isNotified,
  momentText,
  namesIn,
  stateAfter,
  timelineText,
  toldText,
} from '../../../src/domain/events/event.ts'
import { events } from '../../../src/domain/events/index.ts'
import { isKnown, readLine } from '../../../src/domain/events/read-record.ts'
import { stamp } from '../../../src/domain/events/stamp.ts'
import type { StepState } from '../../../src/domain/incident/incident.ts'
import { commands, incidentOf, isDone, recordAs, who } from '../../incident-of.ts'
import { everyEvent } from './every.ts'

// dana commands, bob is scribe, alice has a step to do and another is done: there is something for every event to change
const incident = incidentOf(
  commands('dana'),
  ['dana', { is: 'role-assigned', role: 'scribe', who: [who('bob')] }],
  ['dana', { is: 'step-assigned', step: 'eject', who: [who('alice')] }],
  isDone('tell-company'),
  ['dana', { is: 'closed' }],
)

const kinds = Object.values(events).map(({ is }): EventKind => is)
const eventOf = (kind: EventKind) => recordAs('dana', '2026-03-01T11:15:00Z')(everyEvent[kind])
const after = (kind: EventKind) =>
  stateAfter(incident, eventOf(kind), { line: incident.events.length + 1, playbooks: [] })

/** What of the incident is another after the event, field by field; of the steps those that are new or another. */
const changed = (kind: EventKind): readonly string[] => {
  const { steps, ...before } = incident
  const { steps: later, ...rest } = after(kind)
  const was = new Map<string, unknown>(Object.entries(before))
  const fields = Object.entries(rest).flatMap(([field, value]) => {
    const [from, to] = [JSON.stringify(was.get(field)), JSON.stringify(value)]
    return from === to ? [] : [`${field}: ${from} -> ${to}`]
  })
  return [...fields, ...later.filter(step => !steps.includes(step)).map(stepWords)]
}

const stepWords = ({ id, state, named, ended, waitedFor }: StepState): string =>
  [
    `step ${id} ${state}`,
    ...named.map(({ login }) => `of ${login}`),
    ...(ended === null ? [] : [`by ${ended.by?.login}: ${ended.because}`]),
    ...waitedFor.map(one => `before ${one}`),
  ].join(', ')

describe.each(kinds)('%s', kind => {
  const event = eventOf(kind)

  test('has an example with every field', () => {
    const own = Object.keys(events[kind].schema.shape).filter(field => !(field in stamp))
    expect(Object.keys(everyEvent[kind]).toSorted()).toEqual(own.toSorted())
  })

  test('comes out of the record as it was written', () => {
    const line = readLine(eventLine(event).trimEnd())
    expect(line?.event).toEqual(event)
    expect(line !== null && isKnown(line)).toBe(true)
    expect(line === null || line.event.is === 'unknown' ? '' : eventLine(line.event)).toBe(eventLine(event))
  })

  test('takes no field that it does not know', () => {
    expect(eventSchema.safeParse({ ...event, mood: 'bad' }).success).toBe(false)
  })

  test('leaves the incident before it as it was', () => {
    const before = structuredClone(incident)
    after(kind)
    expect(incident).toEqual(before)
  })

  test('is told to somebody if, and only if, there are words for it', () => {
    expect(toldText(event) !== null).toBe(isNotified(event))
  })
})

const ofEach = <T>(look: (kind: EventKind) => T) => Object.fromEntries(kinds.map(kind => [kind, look(kind)]))

describe('of every kind', () => {
  test('whom it names', () => {
    const named = ofEach(kind =>
      namesIn(eventOf(kind))
        .map(({ login }) => login)
        .join(', '),
    )
    expect(Object.entries(named).filter(([, names]) => names !== '')).toMatchInlineSnapshot(`
      [
        [
          "declared",
          "alice",
        ],
        [
          "commander-set",
          "erin",
        ],
        [
          "role-assigned",
          "bob, alice",
        ],
        [
          "role-unassigned",
          "bob",
        ],
        [
          "step-assigned",
          "bob",
        ],
        [
          "step-unassigned",
          "alice",
        ],
        [
          "manual-change-left",
          "alice",
        ],
        [
          "manual-change-questioned",
          "alice",
        ],
        [
          "reverted",
          "alice",
        ],
      ]
    `)
  })

  test('its text in the timeline', () =>
    expect(ofEach(kind => timelineText(eventOf(kind)))).toMatchInlineSnapshot(`
      {
        "answered": null,
        "asset-added": "Asset affected: WEB-1: behind the proxy",
        "branch-refused": null,
        "branch-set-aside": "Branch incident renamed to set-aside-incident-0123456",
        "cancelled": "Cancelled: it was a test",
        "closed": "Closed",
        "commander-set": "erin was handed command",
        "comment-deleted": "The comment on #7 is deleted",
        "comment-redacted": "Decided to delete a comment by bob on #7, written 2026-03-01T10:40:00Z (github): the deploy key",
        "confirmed": "Confirmed as an incident",
        "continuation-asked": "Asked to continue the incident on a new issue",
        "declared": "Declared as SEV-1",
        "deletion-refused": "The comment on #7 could not be deleted",
        "exposed": "Exposed: the data Customers (1200): names and addresses",
        "external-approved": "External disclosure approved (incident-commander): the law asks for it",
        "insider-ruled-out": "Insider involvement ruled out: the address is foreign",
        "issue-moved": "The incident’s own issue was transferred to another repository, or deleted",
        "issue-replaced": "The incident continues on a new issue, #12",
        "manual-change-left": null,
        "manual-change-questioned": null,
        "noticed": null,
        "playbook-added": "Playbook \`lost-laptop\` added: 1 new step",
        "pull-request-refused": null,
        "record-restored": "The record had been pushed back or deleted at 2026-03-01 11:00, and was restored to commit \`cccccccccccc\`",
        "redaction-asked": "Asked to delete a comment by bob on #7: it names a customer",
        "refused": null,
        "reopened": "Reopened",
        "reverted": null,
        "review-due": "Review due again",
        "role-assigned": "scribe assigned to bob, alice",
        "role-unassigned": "bob unassigned from scribe",
        "secret-removed": null,
        "severity-set": "Severity set to SEV-1: a second machine",
        "status-set": "Status set to contained: they are out",
        "step-added": "\`call-bank\` added: Title of call-bank",
        "step-assigned": "\`clean\` assigned to bob",
        "step-done": "\`analyse\` done: it could not wait",
        "step-reopened": "\`tell-company\` reopened",
        "step-skipped": "\`clean\` skipped: the machine is off",
        "step-unassigned": "alice unassigned from \`eject\`",
        "timeline-noted": "the proxy was restarted",
      }
    `))

  test('its words in the picture of the main moments', () => {
    const shown = ofEach(kind => momentText(eventOf(kind)))
    expect(Object.entries(shown).filter(([, words]) => words !== null)).toMatchInlineSnapshot(`
      [
        [
          "declared",
          "declared as SEV-1",
        ],
        [
          "commander-set",
          "erin incident commander",
        ],
        [
          "confirmed",
          "confirmed",
        ],
        [
          "cancelled",
          "cancelled",
        ],
        [
          "severity-set",
          "severity SEV-1",
        ],
        [
          "status-set",
          "status contained",
        ],
        [
          "timeline-noted",
          "the proxy was restarted",
        ],
        [
          "step-done",
          "analyse done",
        ],
        [
          "asset-added",
          "WEB-1 affected",
        ],
        [
          "exposed",
          "data Customers exposed",
        ],
        [
          "insider-ruled-out",
          "insider involvement ruled out",
        ],
        [
          "external-approved",
          "external disclosure approved",
        ],
        [
          "closed",
          "closed",
        ],
        [
          "reopened",
          "reopened",
        ],
        [
          "issue-replaced",
          "continues on #12",
        ],
      ]
    `)
  })

  test('what it changes', () =>
    expect(ofEach(changed)).toMatchInlineSnapshot(`
      {
        "answered": [],
        "asset-added": [
          "assets: [] -> [{"id":"web-1","name":"WEB-1","exposed":null,"count":null,"note":"behind the proxy"}]",
        ],
        "branch-refused": [],
        "branch-set-aside": [],
        "cancelled": [
          "endings: [{"line":6,"at":"2026-03-01T10:42:00Z","is":"closed"}] -> [{"line":6,"at":"2026-03-01T10:42:00Z","is":"closed"},{"line":7,"at":"2026-03-01T11:15:00Z","is":"cancelled"}]",
          "ended: "closed" -> "cancelled"",
        ],
        "closed": [
          "endings: [{"line":6,"at":"2026-03-01T10:42:00Z","is":"closed"}] -> [{"line":6,"at":"2026-03-01T10:42:00Z","is":"closed"},{"line":7,"at":"2026-03-01T11:15:00Z","is":"closed"}]",
        ],
        "commander-set": [
          "commander: {"who":{"id":1,"login":"dana"},"acting":false,"since":"2026-03-01T10:42:00Z"} -> {"who":{"id":3,"login":"erin"},"acting":false,"since":"2026-03-01T11:15:00Z"}",
        ],
        "comment-deleted": [],
        "comment-redacted": [
          "redactions: [] -> [{"comment":"IC_1","page":7,"at":"https://github.com/acme/ops/issues/7#issuecomment-1","author":{"id":2,"login":"bob"},"written":"2026-03-01T10:40:00Z","kinds":["github"],"digest":"dddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddd","waits":null,"asker":null,"deletion":"owed"}]",
        ],
        "confirmed": [
          "confirmedAt: null -> "2026-03-01T11:15:00Z"",
        ],
        "continuation-asked": [
          "ownIssue: {"replaced":null,"asked":null} -> {"replaced":null,"asked":7}",
        ],
        "declared": [],
        "deletion-refused": [],
        "exposed": [
          "assets: [] -> [{"id":"data-customers","name":"Customers","exposed":"data","count":1200,"note":"names and addresses"}]",
          "step list:data-customers open",
        ],
        "external-approved": [
          "approvals: [] -> [{"by":{"id":1,"login":"dana","role":"write"},"as":"incident-commander"}]",
        ],
        "insider-ruled-out": [
          "insiderRuledOut: false -> true",
        ],
        "issue-moved": [],
        "issue-replaced": [
          "ownIssue: {"replaced":null,"asked":null} -> {"replaced":{"id":"I_12","number":12},"asked":null}",
        ],
        "manual-change-left": [],
        "manual-change-questioned": [],
        "noticed": [],
        "playbook-added": [
          "step wipe open",
        ],
        "pull-request-refused": [],
        "record-restored": [],
        "redaction-asked": [
          "redactions: [] -> [{"comment":"IC_1","page":7,"at":"https://github.com/acme/ops/issues/7#issuecomment-1","author":{"id":2,"login":"bob"},"written":"2026-03-01T10:40:00Z","kinds":["github"],"digest":"dddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddd","waits":"second-person","asker":{"id":1,"login":"dana","role":"write"},"deletion":null}]",
        ],
        "refused": [],
        "reopened": [
          "ended: "closed" -> null",
        ],
        "reverted": [],
        "review-due": [
          "ended: "closed" -> null",
          "step eject open",
          "step analyse open",
          "step clean open",
          "step tell-company open",
          "step tell-authority open",
        ],
        "role-assigned": [
          "roles: {"scribe":[{"id":2,"login":"bob"}]} -> {"scribe":[{"id":2,"login":"bob"},{"id":4,"login":"alice"}]}",
        ],
        "role-unassigned": [
          "roles: {"scribe":[{"id":2,"login":"bob"}]} -> {"scribe":[]}",
        ],
        "secret-removed": [],
        "severity-set": [
          "severity: "SEV-2" -> "SEV-1"",
        ],
        "status-set": [
          "word: null -> {"to":"contained","derivedThen":"suspected"}",
        ],
        "step-added": [
          "step call-bank open",
        ],
        "step-assigned": [
          "step clean open, of bob",
        ],
        "step-done": [
          "step analyse done, by dana: it could not wait, before eject",
        ],
        "step-reopened": [
          "step tell-company open",
        ],
        "step-skipped": [
          "step clean skipped, by dana: the machine is off",
        ],
        "step-unassigned": [
          "step eject open",
        ],
        "timeline-noted": [],
      }
    `))
})

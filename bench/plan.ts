import { readSettings } from '../src/domain/config/settings.ts'
import { builtIn } from '../src/domain/playbook/built-in.ts'
import type { Actor, Member } from '../src/domain/terms/person.ts'
import { later } from '../src/domain/terms/timestamp.ts'
import type { Item, Snapshot } from '../src/domain/view/snapshot.ts'
import { answerTo, applyOptimistic, type Done, type Operation } from '../src/operations/operation.ts'
import { type Plan, type Planner, plan } from '../src/planner/plan.ts'
import { playbookOf } from './hundred.ts'

/** Drawing a plan for ten times as many steps may cost this many times as much. */
export const planBudget = 12

/** What drawing one plan of an incident in order costs, with a command to be answered. */
export type PlanCost = { readonly steps: number; readonly milliseconds: number }

const now = '2026-03-01T21:43:00Z'
const us = { id: 99, login: 'tocsin[bot]' }
const url = 'https://github.com/acme/incidents/issues/1'
const people: readonly string[] = ['dana', 'alice', 'bob', 'gwen', 'hugo']
const actorOf = (login: string): Actor => ({ id: people.indexOf(login) + 1, login, kind: 'user' })
const run: Planner = { id: 'bench', unclear: new Set(), refused: new Map(), ledgerNotWritable: null }

const configuration = `roster:
  incident-commander: [dana]
  forensics: [alice]
  security: [bob]
  engineering-lead: [gwen]
  marketing: [hugo]
assign_at_declaration: [forensics, security, engineering-lead, marketing]
playbook: steps
`

const members: readonly Member[] = people.map(login => {
  const { id } = actorOf(login)
  return { id, login, node: `U_${id}`, role: 'write', assignable: true }
})

/** An issue that was labelled a moment ago, in a repository whose playbook has so many steps. */
export const reported = (steps: number): Snapshot => {
  const file = (name: string, text: string) => ({ name, text, truncated: false })
  const files = {
    configuration: file('.github/incidents.yml', configuration),
    playbooks: [file('steps.md', playbookOf(steps))],
  }
  const settings = { ...readSettings(files, builtIn()), oid: 'b'.repeat(40) }
  return {
    now,
    asked: now,
    us,
    ours: [us.id],
    repository: {
      id: 'R_1',
      owner: 'acme',
      name: 'incidents',
      url: 'https://github.com/acme/incidents',
      visibility: 'private',
      archived: false,
      isRecordGuarded: null,
      defaultBranch: { name: 'main', oid: settings.oid },
      labels: [{ id: 'L_incident', name: 'incident' }],
    },
    settings,
    today: settings.configuration,
    issue: {
      id: 'I_1',
      number: 1,
      url,
      title: 'Somebody is in',
      body: 'The log says so.',
      state: 'open',
      stateReason: null,
      author: actorOf('bob'),
      createdAt: now,
      labels: ['incident'],
      assignees: [],
      locked: false,
      thread: [],
      lastEditedAt: null,
      pinnedComment: null,
      secrets: [],
      board: null,
    },
    lost: [],
    declaredOn: { id: 'I_1', number: 1 },
    successors: [],
    strays: [],
    away: false,
    children: [],
    ledger: { state: 'absent' },
    members,
    tags: {},
    postMortem: { branches: [], pulls: [] },
    readFrom: null,
    paged: false,
    complete: true,
  }
}

/** The view in which nothing is left to do. */
export const settled = (snapshot: Snapshot): Snapshot => {
  let view = snapshot
  for (let turn = 0; turn < 50; turn += 1) {
    const drawn = plan(view, run, view.now)
    if (drawn.append === null && drawn.operations.length === 0) return view
    view = applyOptimistic(appended(view, drawn), drawn.operations.map(doneOf))
  }
  throw new Error('it does not come to rest')
}

const appended = (view: Snapshot, { append }: Plan): Snapshot => {
  if (append === null) return view
  const events = [...(view.ledger.state === 'ready' ? view.ledger.events : []), ...append.events]
  const commits = [{ oid: `${events.length}`.padStart(40, 'c'), lines: events.length }]
  const last = { name: '0001.ndjson', text: '' }
  return {
    ...view,
    ledger: { state: 'ready', oid: commits[0]?.oid ?? '', events, lease: append.lease, commits, last, raw: [] },
  }
}

let numbers = 1

/** As GitHub would answer. */
const doneOf = (operation: Operation): Done => {
  numbers += 1
  const made = { id: `made-${numbers}`, number: numbers, url, createdAt: now, oid: `${numbers}`.padStart(40, 'd') }
  const nodes = 'who' in operation && 'id' in operation.who ? [{ databaseId: operation.who.id }] : []
  const result = answerTo(operation, {
    issue: made,
    commentEdge: { node: made },
    pullRequest: made,
    label: made,
    commit: made,
    assignable: { assignees: { nodes } },
  })
  if (result.is !== 'done') throw new Error(`${operation.do}: ${result.is}`)
  return result.answer
}

/** Somebody says something on the incident's page. */
export const saying = (view: Snapshot, login: string, body: string): Snapshot => {
  const id = `C_${view.issue.thread.length + 1}`
  const item: Item = {
    is: 'comment',
    id,
    at: now,
    by: actorOf(login),
    url,
    body,
    editedAt: null,
    editor: null,
    byEmail: false,
    minimized: false,
    acknowledged: false,
    secrets: [],
    digest: '',
  }
  return { ...view, issue: { ...view.issue, thread: [...view.issue.thread, item] } }
}

/** An incident in order, with its commander and a tenth of its steps done, in which a command was said just now. */
export const commanded = (steps: number): Snapshot => {
  const opened = settled(reported(steps))
  const worked = Array.from({ length: steps / 10 }, (_, index) => `/done step-${index + 1}`).join('\n')
  const at = settled(saying(settled(saying(opened, 'dana', '/ic\n/confirm')), 'dana', worked))
  return saying({ ...at, now: later(at.now, 1) }, 'dana', '/severity SEV-1 the build server signs our releases')
}

const plans = 40
const rounds = 7

/** CPU milliseconds of one plan: the least of several rounds, for whatever else the machine does only adds to it. */
export const measurePlan = (steps: number): PlanCost => {
  const view = commanded(steps)
  const round = (): number => {
    const before = process.cpuUsage()
    for (let index = 0; index < plans; index += 1) plan(view, run, view.now)
    const { user, system } = process.cpuUsage(before)
    return (user + system) / 1000 / plans
  }
  round()
  return { steps, milliseconds: Math.min(...Array.from({ length: rounds }, round)) }
}

/** An incident in order in whose record so many more things were noted, and a command that was said just now. */
export const noted = (events: number): Snapshot => {
  const view = settled(saying(settled(reported(10)), 'dana', '/ic\n/timeline 21:40Z a sign-in'))
  if (view.ledger.state !== 'ready') throw new Error('there is no record')
  const last = view.ledger.events.at(-1)
  if (last?.is !== 'timeline-noted') throw new Error('nothing was noted')
  const more = Array.from({ length: events }, (_, index) => ({ ...last, source: `IC_noted${index}` }))
  const long = { ...view, ledger: { ...view.ledger, events: [...view.ledger.events, ...more] } }
  return saying({ ...settled(long), now: later(view.now, 1) }, 'dana', '/severity SEV-1 it spreads')
}

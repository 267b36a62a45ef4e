import {
  accountByLogin,
  addAssignees,
  addLabels,
  addSubIssue,
  closeIssue,
  commentsOf,
  issuesOf,
  labelByName,
  minimizeComment,
  removeAssignees,
  removeLabels,
  reopenIssue,
  reprioritizeSubIssue,
  setRole,
  setVisibility,
} from 'github-emulator'
import { expect, test } from 'vitest'
import { eventSchema, type IncidentEvent } from '../../src/domain/events/event.ts'
import type { Incident } from '../../src/domain/incident/incident.ts'
import { type Doer, may, type Permission } from '../../src/domain/incident/permissions.ts'
import { applyEvent, reduceEvents } from '../../src/domain/incident/reduce.ts'
import { builtInPlaybooks } from '../../src/domain/playbook/built-in.ts'
import { readPlaybook } from '../../src/domain/playbook/read-playbook.ts'
import { isWorse } from '../../src/domain/terms/severity.ts'
import { findMarker } from '../../src/domain/text/marker.ts'
import type { Name } from '../../src/drill/acme.ts'
import { fill } from '../../src/drill/stage.ts'
import { openScene, outage, parts, type Scene, team } from '../drills/scene.ts'
import type { Identity } from '../scenario.ts'
import { draw } from './sample.ts'

// Anybody does anything, in any order, while runs of both deployments are killed, refused, shown an older world and
// interrupted. Whatever came before, once all is at rest the laws hold. A failure prints the seed, and what was done.

const count = Number(process.env.FUZZ_SEEDS ?? 6)
const first = Number(process.env.FUZZ_FIRST ?? 1)
const all = Array.from({ length: count }, (_, index) => first + index)
/** Who asks for seeds gets them all; otherwise each run plays three of the six. */
const seeds = process.env.FUZZ_SEEDS === undefined ? draw('fuzz', all, 3) : all
const moments = 30

type Dice = ((sides: number) => number) & { readonly of: <T>(list: readonly T[]) => T }

const diceOf = (seed: number): Dice => {
  let state = (seed * 2_654_435_761) >>> 0
  const roll = (sides: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * sides)
  }
  const of = <T>(list: readonly T[]): T => {
    const one = list[roll(list.length)]
    if (one === undefined) throw new Error('nothing to choose from')
    return one
  }
  return Object.assign(roll, { of })
}

const people: readonly Name[] = ['dana', 'dana', 'erin', 'alice', 'bob', 'carol', 'gwen', 'hugo', 'mallory', 'rita']
const pages = [
  null,
  null,
  'stop-harm',
  'find-cause',
  'tell-company',
  'image:web-1',
  'read-images',
  'call-the-bank',
] as const
const steps = [
  'stop-harm',
  'find-cause',
  'tell-company',
  'nonsense',
  'image',
  'image web-1',
  'wipe:web-2',
  'revoke',
] as const
const roles = ['forensics', 'security', 'responder', 'deputy', 'scribe', 'counsel', 'incident-commander'] as const

/** Text as it comes: breaking Markdown, tables, diagrams, our markers, directions and halves of characters. */
const odd = [
  'because it is so',
  '',
  'a | b | c `code` <!-- tocsin:reply key=x of=1 incident=I_kwDO -->',
  '@dana @acme/everybody #1 closes #1 GH-1 [skip ci]',
  '\u202Eabc\u2066 \u0000\ud800 \u200b',
  '```mermaid\nsequenceDiagram',
  '"; end; %% {{timeline}} {{record}} :::x',
  'x'.repeat(9_000),
  '😀'.repeat(2_100),
  '<details><summary>x</summary>',
  '--- \n---\ntitle: x',
] as const

const orderOf = (roll: Dice): string => {
  const who = `@${roll.of([...people, 'nobody-here', 'stale-robot[bot]'])}`
  return roll.of([
    () => '/ic',
    () => `/ic ${who}`,
    () => `/handoff ${who}`,
    () => `/severity SEV-${1 + roll(5)} ${roll.of(odd)}`,
    () => `/assign ${roll.of([...steps, ...roles])} ${roll.of(['', who, `${who} @gwen`])}`,
    () => `/unassign ${roll.of([...steps, ...roles])} ${roll.of(['', who])}`,
    () => '/assign',
    () => `/done ${roll.of(['', ...steps])} ${roll.of(odd)}`,
    () => `/skip ${roll.of(['', ...steps])} ${roll.of(odd)}`,
    () => `/asset ${roll.of(['list', 'add web-1', 'add web-2', `add web-2 ${roll.of(odd)}`, `add ${roll.of(odd)}`])}`,
    () => `/playbook ${roll.of(['list', 'add take-images', 'preview take-images', `add ${roll.of(odd)}`])}`,
    () => `/exposed credential ${roll.of(['deploy-key', 'web-1', 'web-1 3', roll.of(odd)])} ${roll.of(odd)}`,
    () => `/step add ${roll.of(['Call the bank', 'Call the bank (after image, required)', roll.of(odd)])}`,
    () => '/confirm',
    () => `/status ${roll.of(['', 'contained', 'recovered', 'strange'])} ${roll.of(odd)}`,
    () => `/timeline ${roll.of(['21:40Z', '2h ago', 'tomorrow 9:00', ''])} ${roll.of(odd)}`,
    () => `/rule-out insider ${roll.of(odd)}`,
    () => `/approve external ${roll.of(odd)}`,
    () => roll.of(['/help', '/help done', '/halp', '／ic', '/cancel', `/cancel ${roll.of(odd)}`]),
  ])()
}

type Actions = { readonly [what: string]: () => unknown }

/** Everything that somebody can do to an incident at GitHub. What GitHub refuses is not done. */
const actionsOf = (scene: Scene, roll: Dice): Actions => {
  const { world, scenario } = scene
  const who = roll.of(people)
  const whom = roll.of(people)
  const page = roll.of(pages)
  const on = () => scene.issue(page)
  const path = () => `/issues/${on().number}`
  const ask = (method: string, to: string, body?: object) => scenario.ask(who, method, to, body)
  const label = () =>
    labelByName(world.state, scene.home().id, roll.of(['incident', 'incident-step', 'SEV-1', 'SEV-3']))?.id ?? 0
  const comment = () => roll.of(commentsOf(world.state, on().id))
  const robot = scene.robot()
  const id = (login: string) => accountByLogin(world.state, login)?.id ?? 0
  const order = () => Array.from({ length: roll.of([1, 1, 1, 2, 4, 25]) }, () => orderOf(roll)).join('\n')
  const say = () => ask('POST', `${path()}/comments`, { body: order() })
  const close = () => ask('PATCH', path(), { state: 'closed', state_reason: roll.of(['completed', 'not_planned']) })
  return {
    say,
    'say more': say,
    'say again': say,
    'close with a comment': async () => {
      await say()
      await close()
    },
    'go on as one should': async () => {
      const order = roll.of([
        '/ic',
        '/confirm',
        '/done stop-harm',
        '/assign find-cause @alice',
        '/skip find-cause no use',
        '/playbook add take-images\n/asset add web-1',
        '/done image web-1',
        '/step add Call the bank',
        '/exposed credential deploy-key',
      ])
      await scenario.ask('dana', 'POST', `/issues/${scene.issue().number}/comments`, { body: order })
    },
    'come to an end': async () => {
      const path = `/issues/${scene.issue().number}`
      await scenario.ask('dana', 'POST', `${path}/comments`, { body: '/ic\n/done stop-harm' })
      await scenario.ask('dana', 'PATCH', path, { state: 'closed', state_reason: 'completed' })
    },
    close,
    reopen: () => ask('PATCH', path(), { state: 'open' }),
    assign: () => ask('POST', `${path()}/assignees`, { assignees: [whom] }),
    take: () => ask('POST', `${path()}/assignees`, { assignees: [who] }),
    unassign: () => ask('DELETE', `${path()}/assignees`, { assignees: [whom] }),
    label: () => addLabels(world, scene.actor(who), on().id, [label()]),
    unlabel: () => removeLabels(world, scene.actor(who), on().id, [label()]),
    'delete a label': () => ask('DELETE', `/labels/${roll.of(['SEV-2', 'incident-step'])}`),
    'edit a comment': () =>
      ask('PATCH', `/issues/comments/${comment().id}`, { body: roll.of([...odd, order()]) || 'x' }),
    'delete a comment': () => ask('DELETE', `/issues/comments/${comment().id}`),
    'hide a comment': () => minimizeComment(world, scene.actor(who), comment().id, 'outdated'),
    'edit a page': () => ask('PATCH', path(), { title: roll.of(odd).slice(0, 200) || 'x', body: roll.of(odd) }),
    lock: () => ask('PUT', `${path()}/lock`, {}),
    unlock: () => ask('DELETE', `${path()}/lock`),
    'take out a step': () => ask('DELETE', `/issues/${scene.issue().number}/sub_issue`, { sub_issue_id: on().id }),
    'put a page under it': () => {
      const any = roll.of(issuesOf(world.state, scene.home().id))
      return addSubIssue(world, scene.actor(who), scene.issue().id, any.id, { replaceParent: true })
    },
    'put a step elsewhere': () => {
      const any = roll.of(issuesOf(world.state, scene.home().id))
      return addSubIssue(world, scene.actor(who), any.id, on().id, { replaceParent: true })
    },
    reorder: () => reprioritizeSubIssue(world, scene.actor(who), scene.issue().id, on().id, {}),
    'change what somebody may do': () =>
      setRole(world, scene.home().id, id(whom), roll.of(['read', 'triage', 'write', 'maintain'])),
    'a bot assigns': () => addAssignees(world, robot, on().id, [id(whom)]),
    'a bot unassigns': () => removeAssignees(world, robot, on().id, [id(whom)]),
    'a bot closes': () => closeIssue(world, robot, on().id, 'not_planned'),
    'a bot reopens': () => reopenIssue(world, robot, on().id),
    'a bot unlabels': () => removeLabels(world, robot, on().id, [label()]),
    'change the configuration': async () => {
      const file = '/contents/.github/incidents.yml'
      const { sha } = (await ask('GET', file)) as { sha: string }
      const text = roll.of([
        bound(scene),
        `${bound(scene)}channel: "#${roll(99)}"\n`,
        `${bound(scene)}playbook: nonsense\n`,
      ])
      return ask('PUT', file, { message: 'x', sha, content: Buffer.from(text).toString('base64') })
    },
    'change the playbook': async () => {
      const file = '/contents/.github/incidents/outage.md'
      const { sha } = (await ask('GET', file)) as { sha: string }
      const text = roll.of([outage, outage.replace('find-cause', 'seek-cause'), '---\ntitle: [\n---\n- [ ] x'])
      return ask('PUT', file, { message: 'x', sha, content: Buffer.from(text).toString('base64') })
    },
    'decide on the post-mortem': async () => {
      const [pull] = (await ask('GET', '/pulls?state=open')) as { number: number }[]
      if (pull === undefined) return
      await (roll(2) === 0
        ? ask('PUT', `/pulls/${pull.number}/merge`, {})
        : ask('PATCH', `/pulls/${pull.number}`, { state: 'closed' }))
    },
    'delete the post-mortem’s branch': () => ask('DELETE', '/git/refs/heads/post-mortem/1'),
    wait: () => scene.emulator.clock.advance(roll(5_000) * 1000),
  }
}

const bound = (scene: Scene): string => {
  const bots = [...scene.world.state.apps.values()].map(app => app.botId)
  return team.replace('[41898282]', `[41898282, ${bots.join(', ')}]`)
}

/** Some seconds pass, or none: GitHub's moments have no less. */
const act = async (scene: Scene, roll: Dice, told: string[]): Promise<void> => {
  scene.emulator.clock.advance(roll(3) * 20_000)
  const actions = actionsOf(scene, roll)
  const what = roll.of(Object.keys(actions))
  told.push(what)
  try {
    await actions[what]?.()
  } catch (error) {
    told.push(`(no: ${String(error).slice(0, 80)})`)
  }
}

const deployments = ['app', 'action'] as const satisfies Identity[]
const modes = [
  '502-before',
  '502-after',
  'reset-after',
  'timeout-after',
  'partial-errors',
  'stale',
  'stale-lists',
  'stale-refs',
] as const

/** A run that is killed, meets a fault, or during which people go on. */
const disturb = async (scene: Scene, roll: Dice, told: string[]): Promise<void> => {
  const deployment = roll.of(deployments)
  const request = 1 + roll(6)
  switch (roll(4)) {
    case 0: {
      const when = roll.of(['before', 'after'] as const)
      told.push(`${deployment} dies ${when} request ${request}`)
      const process = scene.scenario.start(deployment, { request, when })
      await Promise.race([process.run(), process.killed])
      return
    }
    case 1: {
      const mode = roll.of(modes)
      told.push(`${deployment} meets ${mode} at ${request}`)
      scene.emulator.faults.add({ request, mode })
      await scene.scenario.start(deployment).run()
      scene.emulator.faults.clear()
      return
    }
    case 2: {
      told.push(`people go on during ${deployment}'s request ${request}`)
      let left = request
      scene.emulator.pace = async () => {
        left -= 1
        if (left !== 0) return
        scene.emulator.pace = null
        await act(scene, roll, told)
      }
      await scene.scenario.start(deployment).run()
      scene.emulator.pace = null
      return
    }
    default: {
      told.push(`${deployment} is overtaken at request ${request}`)
      let left = request
      scene.emulator.pace = async () => {
        left -= 1
        if (left !== 0) return
        scene.emulator.pace = null
        await scene.scenario.start(roll.of(deployments)).run()
      }
      await scene.scenario.start(deployment).run()
      scene.emulator.pace = null
    }
  }
}

/** What people wrote, by where it stands. */
const humanText = (scene: Scene): ReadonlyMap<string, string> => {
  const { state } = scene.world
  const bots = new Set([...state.accounts.values()].filter(one => one.type === 'Bot').map(one => one.id))
  const isHuman = ({ authorId }: { authorId: number | null }): boolean => authorId === null || !bots.has(authorId)
  return new Map([
    ...[...state.issues.values()].map(one => [`title of ${one.id}`, one.title] as const),
    ...[...state.issues.values()].filter(isHuman).map(one => [`body of ${one.id}`, one.body] as const),
    ...[...state.comments.values()].filter(isHuman).map(one => [`comment ${one.id}`, one.body] as const),
  ])
}

/** Which right an event needed of whoever is named as its author. */
const permissionOf = (incident: Incident, event: IncidentEvent): Permission | null => {
  switch (event.is) {
    case 'severity-set':
      return isWorse(incident.severity, event.to) ? 'lower-severity' : 'raise-severity'
    case 'confirmed':
      return 'confirm'
    case 'cancelled':
      return 'cancel'
    case 'closed':
      return 'close'
    case 'reopened':
      return 'reopen'
    case 'status-set':
      return 'set-status'
    case 'playbook-added':
    case 'step-added':
    case 'asset-added':
    case 'exposed':
      return 'add-to-checklist'
    case 'step-done':
      return 'finish-step'
    case 'step-skipped':
      return 'skip-step'
    case 'step-reopened':
      return 'reopen-step'
    case 'insider-ruled-out':
      return 'rule-out-insider'
    case 'external-approved':
      return 'approve-disclosure'
    default:
      return null
  }
}

const playbooks = (() => {
  const read = readPlaybook('.github/incidents/outage.md', outage)
  return 'playbook' in read ? [...builtInPlaybooks(), read.playbook] : []
})()

const unlawful = (events: readonly IncidentEvent[]): readonly string[] => {
  let incident = reduceEvents(events.slice(0, 1), playbooks)
  return events.slice(1).flatMap((event, index) => {
    const before = incident
    incident = applyEvent(before, event, playbooks)
    const action = before === null ? null : permissionOf(before, event)
    if (before === null || action === null) return []
    return event.by !== null && may(before, event.by as Doer, action) ? [] : [`line ${index + 2}: ${event.is}`]
  })
}

const repeated = (keys: readonly string[]): readonly string[] => keys.filter((key, i) => keys.indexOf(key) !== i)

/** Steps that are open twice, and sources that were answered twice, as people see them. */
const duplicates = (scene: Scene): readonly string[] => {
  const { state } = scene.world
  const children = scene.issue().subIssueIds.flatMap(id => state.issues.get(id) ?? [])
  const bots = new Set([...state.apps.values()].map(app => app.botId))
  const isOurs = (one: { authorId: number | null }) => one.authorId !== null && bots.has(one.authorId)
  const opened = children.filter(one => isOurs(one) && one.state === 'open')
  const said = [scene.issue(), ...children].flatMap(one => commentsOf(state, one.id)).filter(isOurs)
  const shown = said.filter(one => one.minimizedReason === null)
  return [
    ...repeated(opened.flatMap(one => findMarker(one.body, 'step')?.key ?? [])),
    ...repeated(shown.flatMap(one => findMarker(one.body, 'reply')?.key ?? [])),
  ]
}

const ledgerOf = (scene: Scene): string =>
  scene
    .events()
    .map(event => JSON.stringify(event))
    .join('\n')

const check = async (scene: Scene, before: ReadonlyMap<string, string>, ledger: string): Promise<void> => {
  const after = humanText(scene)
  for (const [where, text] of before) if (after.has(where)) expect(after.get(where), where).toBe(text)
  expect(duplicates(scene), 'duplicates').toEqual([])
  const now = ledgerOf(scene)
  expect(now.startsWith(ledger), 'the ledger only grows').toBe(true)
  const events = scene.events().map(event => eventSchema.parse(event))
  expect(
    repeated(
      events
        .filter(one => one.is !== 'refused' && one.is !== 'answered')
        .map(one => `${one.source} ${one.is} ${JSON.stringify(one)}`),
    ),
  ).toEqual([])
  expect(unlawful(events), 'beyond their rights').toEqual([])
  scene.emulator.clock.advance(120_000)
  for (const deployment of deployments) {
    const from = scene.emulator.requests.length
    const { is, run } = await scene.scenario.start(deployment).run()
    expect([is, run.made, run.recorded], `a fresh run of the ${deployment}`).toEqual(['settled', [], []])
    expect(scene.emulator.requests.slice(from).filter(one => one.mutating)).toEqual([])
  }
}

/** A public repository is written to by nobody. */
const exposed = async (scene: Scene): Promise<void> => {
  setVisibility(scene.world, null, scene.home().id, 'public')
  const writes = scene.writes()
  await scene.scenario.start('app').run()
  await scene.scenario.start('action').run()
  expect(writes(), 'written in public').toBe(0)
  setVisibility(scene.world, null, scene.home().id, 'private')
}

const campaign = async (seed: number, told: string[]): Promise<void> => {
  const roll = diceOf(seed)
  const scene = await openScene({
    validate: false,
    memory: 1,
    setUp: world => {
      const bots = [...world.state.apps.values()].map(app => app.botId)
      fill(world, {
        'README.md': 'x',
        '.github/incidents.yml': team.replace('[41898282]', `[41898282, ${bots.join(', ')}]`),
        '.github/incidents/outage.md': outage,
        ...parts,
      })
    },
  })
  await scene.declare()
  if (roll(2) === 0) await scene.says('dana', '/ic')
  let ledger = ledgerOf(scene)
  for (let moment = 0; moment < moments; moment += 1) {
    told.push(`-- ${moment}`)
    for (let actions = 1 + roll(4); actions > 0; actions -= 1) await act(scene, roll, told)
    if (roll(10) === 0) await exposed(scene)
    if (roll(2) === 0) await disturb(scene, roll, told)
    const before = humanText(scene)
    scene.emulator.clock.advance(1000)
    const writes = scene.writes()
    await scene.scenario.rest(roll.of(deployments))
    expect(writes(), 'requests to come to rest').toBeLessThan(60)
    await check(scene, before, ledger)
    ledger = ledgerOf(scene)
  }
}

test.each(seeds)('anybody does anything, %i', async seed => {
  const told: string[] = []
  try {
    await campaign(seed, told)
  } catch (error) {
    console.log(`seed ${seed}: ${told.join('; ').slice(-2_500)}`)
    throw error
  }
})

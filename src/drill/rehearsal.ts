import { type Asset, exposurePlaybook, exposures } from '../incident/asset.ts'
import { isFinished, type StepState, stepsMeant } from '../incident/incident.ts'
import type { Playbook } from '../incident/playbook.ts'
import { withAsset, withExposed, withSteps } from '../incident/rounds.ts'
import type { Name } from './acme.ts'
import type { Deed, Moment } from './scenario.ts'

/** Who does the steps of a role at acme; counsel may only read there, so the commander ticks its steps off. */
const cast: Readonly<Record<string, Name>> = {
  'incident-commander': 'dana',
  deputy: 'erin',
  scribe: 'alice',
  communications: 'hugo',
  forensics: 'alice',
  security: 'bob',
  service: 'alice',
  counsel: 'dana',
  executive: 'gwen',
  'engineering-lead': 'gwen',
  marketing: 'hugo',
  'site-reliability': 'bob',
}
const playerOf = (role: string | null): Name => cast[role ?? ''] ?? 'bob'

type Checklist = Parameters<typeof withSteps>[0]

const moment = (after: number, who: Name, why: string, deed: Deed): Moment => ({ after, who, why, deed })
const say = (after: number, who: Name, on: string | null, text: string, why: string): Moment =>
  moment(after, who, why, { does: 'say', on, text })

const begin = '2026-03-01T21:43:00Z'
const empty: Checklist = { steps: [], perAsset: [], assets: [] }
const asset = (id: string, exposed: Asset['exposed'] = null): Asset => ({
  id: exposed === null ? id : `${exposed}-${id}`,
  name: id,
  exposed,
  count: null,
  note: null,
})

/** A whole incident, or review, by this playbook: from its form to its end, every step done in an order that it allows. */
export const rehearse = (playbook: Playbook, all: readonly Playbook[]): readonly Moment[] => {
  if (playbook.kind === 'readiness') return reviewing(playbook)
  const host = playbook.kind === 'part' ? hostOf(playbook, all) : playbook
  const own = withSteps(empty, host.steps, begin)
  const { moments, checklist } = addition(playbook, host, own)
  return [
    moment(0, 'bob', `saw what the form “${host.title}” is for, and fills it in`, {
      does: 'report',
      playbook: host.id,
    }),
    say(3, 'dana', null, '/ic\n/confirm', 'is on the roster, takes command, and is sure'),
    say(1, 'dana', null, rolesOf(checklist), 'hands out roles; the roster says who has them'),
    ...moments,
    ...working(checklist),
    say(2, 'dana', null, '/status', 'asks where it stands'),
    moment(3, 'dana', 'closes the incident', { does: 'close', on: null }),
  ]
}

/** A part is added to an incident by a playbook that does not include it. */
const hostOf = (part: Playbook, all: readonly Playbook[]): Playbook => {
  const ids = new Set(part.steps.map(step => step.id))
  const host = all
    .filter(one => one.kind === 'incident' && !one.steps.some(step => ids.has(step.id)))
    .toSorted((a, b) => a.steps.length - b.steps.length)[0]
  if (host === undefined) throw new Error(`there is no playbook that \`${part.id}\` could be added to`)
  return host
}

/** What turns out while it is going on: a part, something exposed, two assets, the second of them later. */
const addition = (playbook: Playbook, host: Playbook, own: Checklist) => {
  const what = exposures.find(one => exposurePlaybook(one) === playbook.id)
  const moments: Moment[] = []
  let checklist = own
  if (what !== undefined) {
    moments.push(say(2, 'bob', null, `/exposed ${what} build-key it was in a log`, 'finds what others may know now'))
    checklist = withExposed(checklist, asset('build-key', what), playbook.steps, begin)
  } else if (playbook !== host) {
    moments.push(
      say(1, 'bob', null, `/playbook preview ${playbook.id}`, 'looks at what else there is to do'),
      say(1, 'bob', null, `/playbook add ${playbook.id}`, 'adds it'),
    )
    checklist = withSteps(checklist, playbook.steps, begin)
  }
  if (checklist.perAsset.length === 0) return { moments, checklist }
  for (const name of ['web-1', 'web-2']) {
    moments.push(say(4, 'alice', null, `/asset add ${name}`, `sees that ${name} is affected`))
    checklist = withAsset(checklist, asset(name), begin)
  }
  return { moments, checklist }
}

const rolesOf = ({ steps }: Checklist): string => {
  const roles = new Set(steps.flatMap(step => step.role ?? []))
  const given = [...roles].filter(role => role !== 'incident-commander' && cast[role] !== undefined)
  return given.length === 0 ? '/help' : given.map(role => `/assign ${role}`).join('\n')
}

/** Every step in an order that its `after` allows, the gates opened when only gates are left. */
const working = (checklist: Checklist): readonly Moment[] => {
  const moments: Moment[] = []
  let { steps } = checklist
  const opened = new Set<StepState['gate']>([null, 'steps'])
  const finish = (step: StepState): void => {
    steps = steps.map(one => (one.id === step.id ? { ...one, state: 'done' } : one))
  }
  const isFree = (step: StepState): boolean =>
    !isFinished(step) && step.after.every(id => stepsMeant({ ...checklist, steps }, id).every(isFinished))
  while (steps.some(step => !isFinished(step))) {
    const next = steps.find(step => isFree(step) && opened.has(step.gate))
    if (next === undefined) {
      const shut = steps.find(isFree)?.gate
      if (shut === undefined || shut === null) throw new Error('there are steps that can never be done')
      moments.push(...opening(shut, steps))
      opened.add(shut)
    } else {
      moments.push(doing(next, moments.length))
      finish(next)
    }
  }
  return moments
}

const doing = (step: StepState, place: number): Moment =>
  place % 3 === 2
    ? moment(7, playerOf(step.role), `has done \`${step.id}\`, and closes its page`, { does: 'close', on: step.id })
    : say(6, playerOf(step.role), step.id, '/done seen to', `has done \`${step.id}\``)

const opening = (gate: NonNullable<StepState['gate']>, steps: readonly StepState[]): readonly Moment[] => {
  const shut = steps.find(step => step.gate === gate && !isFinished(step))
  const tried =
    shut === undefined ? [] : [say(2, playerOf(shut.role), shut.id, '/done', 'would go on, but that gate is shut')]
  if (gate === 'internal')
    return [...tried, say(4, 'dana', null, '/rule-out insider it came from outside', 'knows that it was nobody of us')]
  return [
    ...tried,
    say(3, 'carol', null, '/approve external those concerned must know', 'speaks as counsel'),
    say(2, 'dana', null, '/approve external counsel agrees, the facts are checked', 'opens the gate'),
  ]
}

const reviewing = (playbook: Playbook): readonly Moment[] => [
  moment(0, 'bob', 'opens the review of this quarter', { does: 'report', playbook: playbook.id }),
  ...working(withSteps(empty, playbook.steps, begin)),
  moment(3, 'bob', 'closes the review', { does: 'close', on: null }),
]

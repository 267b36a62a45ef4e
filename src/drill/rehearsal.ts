import type { Playbook } from '../domain/playbook/playbook.ts'
import { type Checklist, emptyChecklist, withAsset, withExposed, withSteps } from '../domain/state/asset-steps.ts'
import { exposurePlaybook, exposures } from '../domain/terms/asset.ts'
import { type Beat, closing, report, say } from './beat.ts'
import { asked, assetOf, cast, working } from './working.ts'

/** A whole incident, or review, by this playbook: from its form to its end, every step done in an order that it allows. */
export const rehearse = (playbook: Playbook, all: readonly Playbook[]): readonly Beat[] => {
  if (playbook.kind === 'readiness') return reviewing(playbook)
  const host = playbook.kind === 'part' ? hostOf(playbook, all) : playbook
  // the report names it
  const own = withAsset(withSteps(emptyChecklist, host.steps, asked), assetOf('build-1'), asked)
  const { beats, checklist } = addition(playbook, host, own)
  return [
    report('bob', host.id, `fills in the form “${host.title}”`),
    say(3, 'dana', null, '/ic\n/confirm', 'is on the roster, takes command and confirms the incident'),
    say(1, 'dana', null, rolesOf(checklist), 'assigns roles; the roster says to whom'),
    ...beats,
    ...working(checklist),
    say(2, 'dana', null, '/status', 'asks for the status'),
    closing(3, 'dana', null, 'closes the incident'),
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
  const beats: Beat[] = []
  let checklist = own
  if (what !== undefined) {
    beats.push(say(2, 'bob', null, `/exposed ${what} build-key it was in a log`, 'finds what is exposed'))
    checklist = withExposed(checklist, assetOf('build-key', what), playbook.steps, asked)
  } else if (playbook !== host) {
    beats.push(
      say(1, 'bob', null, `/playbook preview ${playbook.id}`, 'previews another playbook'),
      say(1, 'bob', null, `/playbook add ${playbook.id}`, 'adds it'),
    )
    checklist = withSteps(checklist, playbook.steps, asked)
  }
  if (checklist.perAsset.length === 0) return { beats, checklist }
  for (const name of ['web-1', 'web-2']) {
    beats.push(say(4, 'alice', null, `/asset add ${name}`, `sees that ${name} is affected`))
    checklist = withAsset(checklist, assetOf(name), asked)
  }
  return { beats, checklist }
}

const rolesOf = ({ steps }: Checklist): string => {
  const roles = new Set(steps.flatMap(step => step.role ?? []))
  const given = [...roles].filter(role => role !== 'incident-commander' && cast[role] !== undefined)
  return given.length === 0 ? '/help' : given.map(role => `/assign ${role}`).join('\n')
}

const reviewing = (playbook: Playbook): readonly Beat[] => [
  report('bob', playbook.id, 'opens the review of this quarter'),
  ...working(withAsset(withSteps(emptyChecklist, playbook.steps, asked), assetOf('build-1'), asked)),
  closing(3, 'bob', null, 'closes the review'),
]

import { defaultPlaybook } from '../domain/config/configuration.ts'
import { builtInPlaybooks } from '../domain/playbook/built-in.ts'
import type { Playbook } from '../domain/playbook/playbook.ts'
import { type Checklist, emptyChecklist, withAsset, withExposed, withSteps } from '../domain/state/asset-steps.ts'
import { exposurePlaybook } from '../domain/terms/asset.ts'
import { type Beat, closing, report, say } from './beat.ts'
import { asked, assetOf, bare, finish, working } from './working.ts'

/** The scenario at acme: from a form, through a checklist. */
const story: readonly Beat[] = [
  report('bob', 'security-incident', 'saw a sign-in that nobody can explain, and fills in the form'),
  say(
    3,
    'dana',
    null,
    '/ic\n/severity SEV-1 the build server signs our releases',
    'is on the roster, and takes command',
  ),
  say(1, 'bob', 'page-commander', '/done dana answered at once', 'has paged an incident commander'),
  say(1, 'dana', null, '/assign security\n/assign forensics', 'assigns roles; the roster says to whom'),
  say(2, 'bob', 'stop-attack', '/assign stop-attack', 'takes an unassigned step'),
  {
    after: 2,
    who: 'mallory',
    why: 'means well, and assigns herself by hand to a step that somebody has',
    action: { does: 'assign', on: 'cut-vector', whom: 'mallory' },
  },
  say(2, 'mallory', null, '/severity SEV-4 it was only me testing', 'tries to lower the severity, without permission'),
  say(4, 'bob', 'stop-attack', 'The instance is stopped, not deleted.\n\n/done', 'has stopped the attack'),
  say(1, 'dana', null, '/confirm', 'is sure that this is an incident'),
  say(2, 'bob', null, '/timeline 21:40Z first sign-in from the unknown address', 'adds what is known to the timeline'),
  say(
    2,
    'alice',
    null,
    '/timeline yesterday 23:10 the key was copied from a laptop',
    'reads the laptop’s log, in local time',
  ),
  say(3, 'dana', 'assemble-team', '/done', 'has everybody on the bridge'),
  say(12, 'bob', 'cut-vector', '/done the key is disabled everywhere, by gwen', 'cuts off the attack vector'),
  say(8, 'bob', 'isolate', '/done', 'has images in cold storage'),
  closing(3, 'mallory', null, 'thinks that it is over, and closes the incident by hand'),
  say(5, 'alice', 'analyse', '/done first pass over the image', 'finishes a step before those that it waits for'),
  closing(4, 'dana', null, 'tries to close too early'),
  say(20, 'alice', 'trace-timeline', '/done', 'has built the timeline'),
  say(9, 'alice', 'identify-data', '/done no customer data, two signing keys', 'knows what was compromised'),
  say(1, 'alice', null, '/asset add web-9 the same key opens it', 'sees that another machine is affected'),
  say(
    1,
    'alice',
    null,
    '/exposed credential signing-key 2 on the disk of build-1',
    'finds what the attacker can use elsewhere',
  ),
  say(6, 'bob', 'assess-systems', '/done', 'has assessed the other systems'),
  say(6, 'bob', 'assess-reattack', '/done', 'has assessed the risk of re-attack'),
  say(11, 'bob', 'mitigate', '/done keys rotated, alert on new addresses', 'has put mitigations in place'),
  say(2, 'gwen', 'tell-company', '/done', 'wants to tell the company, but that gate is blocked'),
  say(5, 'dana', null, '/rule-out insider the key came from malware on one laptop', 'rules out an insider'),
  say(4, 'gwen', 'tell-company', '/done', 'tells the company'),
  say(3, 'carol', null, '/approve external the customers of the last release must know', 'approves as counsel'),
  say(2, 'dana', null, '/approve external counsel agrees, the facts are checked', 'approves as incident commander'),
  say(1, 'dana', 'warn-partners', '/skip nobody else was used as a way in', 'skips what does not apply'),
  say(2, 'bob', null, '/step add Warn the night shift (communications)', 'adds work that no playbook has'),
  say(
    2,
    'dana',
    'watch-return',
    '/skip goes on for thirty days, in an issue of its own',
    'moves long-running work to an issue of its own',
  ),
]

const dawn: readonly Beat[] = [
  say(2, 'dana', null, '/status', 'asks for the status'),
  closing(3, 'dana', null, 'closes the incident'),
]

/**
 * The whole scenario by a playbook of the general security incident: what is told above, as far as the playbook has its
 * steps, and then everything else that is on its checklist.
 */
export const scenarioOf = (playbook: Playbook, all: readonly Playbook[]): readonly Beat[] => {
  const checklist = checklistOf(playbook, all)
  const has = new Set(checklist.steps.map(step => step.id))
  const told = story.filter(({ action }) => action.does === 'report' || action.on === null || has.has(action.on))
  const finished = new Set(
    told.flatMap(({ action }) =>
      action.does === 'say' && action.on !== null && ends.test(action.text) ? [action.on] : [],
    ),
  )
  const own = new Set(playbook.steps.map(step => step.id))
  const rest = working(finish(checklist, finished), ['internal', 'external'], step => own.has(step.id))
  return [...told, ...rest, ...dawn]
}

const ends = /^\/(?:done|skip)\b/m

const checklistOf = (playbook: Playbook, all: readonly Playbook[]): Checklist => {
  const key = all.find(one => one.id === exposurePlaybook('credential'))?.steps ?? []
  const opened = ['build-1', 'web-9'].reduce(
    (list, name) => withAsset(list, assetOf(name), asked),
    withSteps(emptyChecklist, playbook.steps, asked),
  )
  const exposed = withExposed(opened, assetOf('signing-key', 'credential'), key, asked)
  const shift = { ...bare, id: 'warn-the-night-shift', role: 'communications' }
  return withSteps(exposed, [shift], asked)
}

/** The scenario by the playbook that is shipped. */
export const shippedScenario = (): readonly Beat[] => {
  const all = builtInPlaybooks()
  const playbook = all.find(one => one.id === defaultPlaybook)
  if (playbook === undefined) throw new Error(`there is no playbook ${defaultPlaybook}`)
  return scenarioOf(playbook, all)
}

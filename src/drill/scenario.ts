import type { Name } from './acme.ts'

/** What somebody does. `on` is a step's id, or null for the incident's own page. */
export type Deed =
  /** Fills in the form of a playbook. */
  | { readonly does: 'report'; readonly playbook: string }
  | { readonly does: 'say'; readonly on: string | null; readonly text: string }
  | { readonly does: 'assign'; readonly on: string; readonly whom: Name }
  | { readonly does: 'close'; readonly on: string | null }

/** One moment of the drill: so many minutes after the last, somebody does something, and here is why. */
export type Moment = { readonly after: number; readonly who: Name; readonly why: string; readonly deed: Deed }

const say = (after: number, who: Name, on: string | null, text: string, why: string): Moment => ({
  after,
  who,
  why,
  deed: { does: 'say', on, text },
})

const closing = (after: number, who: Name, why: string): Moment => ({
  after,
  who,
  why,
  deed: { does: 'close', on: null },
})

/** A night at acme: from a form, through a checklist, to a post-mortem. */
export const scenario: readonly Moment[] = [
  {
    after: 0,
    who: 'bob',
    why: 'saw a sign-in that nobody can explain, and fills in the form',
    deed: { does: 'report', playbook: 'security-incident' },
  },
  say(
    3,
    'dana',
    null,
    '/ic\n/severity SEV-1 the build server signs our releases',
    'is on the roster, and takes command',
  ),
  say(1, 'dana', null, '/assign security\n/assign forensics', 'hands out roles; the roster says who has them'),
  say(2, 'bob', 'stop-attack', '/assign stop-attack', 'takes what nobody has'),
  {
    after: 2,
    who: 'mallory',
    why: 'means well, and assigns herself by hand to what is somebody’s already',
    deed: { does: 'assign', on: 'cut-vector', whom: 'mallory' },
  },
  say(2, 'mallory', null, '/severity SEV-4 it was only me testing', 'plays it down, which is not hers to do'),
  say(4, 'bob', 'stop-attack', 'The instance is stopped, not deleted.\n\n/done', 'has stopped the attack'),
  say(1, 'dana', null, '/confirm', 'is sure by now'),
  say(2, 'bob', null, '/timeline 21:40Z first sign-in from the unknown address', 'writes down what is known'),
  say(
    2,
    'alice',
    null,
    '/timeline yesterday 23:10 the key was copied from a laptop',
    'reads the laptop’s log, in local time',
  ),
  say(3, 'dana', 'assemble-team', '/done', 'has everybody on the bridge'),
  say(12, 'bob', 'cut-vector', '/done the key is disabled everywhere, by gwen', 'closes the way in'),
  say(8, 'bob', 'isolate', '/done', 'has images in cold storage'),
  closing(3, 'mallory', 'thinks that this was it, and closes the incident by hand'),
  say(5, 'alice', 'analyse', '/done first pass over the image', 'finishes before what it should wait for'),
  closing(4, 'dana', 'closes too early'),
  say(20, 'alice', 'trace-timeline', '/done', 'has put the hours together'),
  say(9, 'alice', 'identify-data', '/done no customer data, two signing keys', 'knows what was touched'),
  say(6, 'bob', 'assess-systems', '/done', 'has looked at the neighbours'),
  say(6, 'bob', 'assess-reattack', '/done', 'has looked at the way back in'),
  say(11, 'bob', 'mitigate', '/done keys rotated, alert on new addresses', 'has put up more'),
  say(2, 'gwen', 'tell-company', '/done', 'would tell the company, but that gate is shut'),
  say(5, 'dana', null, '/rule-out insider the key came from malware on one laptop', 'knows that it was nobody of us'),
  say(4, 'gwen', 'tell-company', '/done', 'tells the company'),
  say(3, 'carol', null, '/approve external the customers of the last release must know', 'speaks as counsel'),
  say(2, 'dana', null, '/approve external counsel agrees, the facts are checked', 'opens the gate'),
  say(10, 'gwen', 'involve-law', '/done reported, reference in the vault', 'has spoken with the police'),
  say(1, 'dana', null, '/skip warn-partners nobody else was used as a way in', 'leaves out what does not apply'),
  say(30, 'hugo', 'tell-public', '/done', 'has published the statement'),
  say(2, 'dana', null, '/status', 'asks where it stands'),
  closing(3, 'dana', 'closes the incident'),
]

import type { Trouble } from '../domain/terms/trouble.ts'
import { troubleSentence } from './trouble.ts'

/** Why the App does not start, or does not let something in. Said to whoever runs it. */

/** A setting that is not there. `what`: where to take it from. */
export const settingMissing = (name: string, what: string): string => `${name} is not set: ${what}.`

/** A setting that is no number in its range. */
export const settingNotNumber = (name: string, given: string, range: string, example: string): string =>
  `${name} is "${given}": give ${range}, for example ${example}.`

/** The port is somebody else's. */
export const portInUse = (port: number): string => `Port ${port} is in use: set PORT to another one.`

/** What was turned away at the web door, and why, each said now and then, for anybody can send anything. */
export const turnedAwaySentences = {
  'too-long': 'Turned away: a request longer than any webhook of GitHub.',
  'too-slow': 'Turned away: a request that did not come to its end in time.',
  'too-many': 'Turned away: too much was being sent at once.',
  unsigned:
    'Turned away: a request without a signature. If GitHub sent it, set the webhook secret in the settings of the App.',
  signature:
    'Turned away: a webhook whose signature does not match WEBHOOK_SECRET. If GitHub sent it, the secret in the settings of the App is another one.',
  malformed: 'Turned away: a request that is no webhook of GitHub.',
} as const

/** At the end of the process. `left`: something was still under way. */
export const stopped = (how: 'closed' | 'left'): string =>
  how === 'closed'
    ? 'Stopped: the runs under way were finished. What waits is looked at after the next start.'
    : 'Stopped after 10 seconds: what was under way is left to the next look at the incident.'

/** The key, found wrong before anything was sent. */
export const keyUnreadable = (): string => troubleSentence({ is: 'key-unreadable' } satisfies Trouble)

import type { Name } from './acme.ts'

/** What somebody does. `on` is a step's id, or null for the incident's own page. */
export type Action =
  /** Fills in the form of a playbook. */
  | { readonly does: 'report'; readonly playbook: string }
  | { readonly does: 'say'; readonly on: string | null; readonly text: string }
  | { readonly does: 'assign'; readonly on: string; readonly whom: Name }
  | { readonly does: 'close'; readonly on: string | null }

/** One beat of a drill: so many minutes after the last, somebody does something, and here is why. */
export type Beat = { readonly after: number; readonly who: Name; readonly why: string; readonly action: Action }

export const say = (after: number, who: Name, on: string | null, text: string, why: string): Beat => ({
  after,
  who,
  why,
  action: { does: 'say', on, text },
})

export const report = (who: Name, playbook: string, why: string): Beat => ({
  after: 0,
  who,
  why,
  action: { does: 'report', playbook },
})

/** Closes the page of a step, or with null the issue itself. */
export const closing = (after: number, who: Name, on: string | null, why: string): Beat => ({
  after,
  who,
  why,
  action: { does: 'close', on },
})

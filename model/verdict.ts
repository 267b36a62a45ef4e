import { type Exploration, explore } from './explore.ts'
import type { Rules } from './rules.ts'

/** One configuration to explore, and exactly what must come out of it. */
export type Variant = {
  name: string
  rules: Rules
  /** Exploration stops at the first violation of this kind: the flaw is shown, the rest does not matter. */
  shows?: RegExp
  states: number
  transitions: number
  /** Each violation that is found, with the number of steps of its shortest trace. Nothing found: everything holds. */
  finds: Readonly<Record<string, number>>
  /** Also lets both writers end from every state, with at most so many more reads each. */
  mostReads?: number
}

export function run({ rules, shows, mostReads }: Variant): Exploration {
  return explore({ rules, checksEnding: mostReads !== undefined, ...(shows && { stopAt: shows }) })
}

/** What came out otherwise than expected, in words. Empty if nothing did. */
export function differences(variant: Variant, result: Exploration): string[] {
  return [
    differs('states', variant.states, result.states),
    differs('transitions', variant.transitions, result.transitions),
    differs('found', inWords(variant.finds), inWords(lengthsOf(result))),
    differs('most reads', variant.mostReads ?? 0, result.mostReads),
    differs('ended', variant.shows ? 'stopped at the first' : 'all explored', result.ended),
  ].filter(difference => difference !== undefined)
}

function differs(what: string, wanted: number | string, came: number | string): string | undefined {
  return wanted === came ? undefined : `${what}: ${came}, expected ${wanted}`
}

/** Each violation found, with the number of steps of its shortest trace. */
export const lengthsOf = ({ found }: Exploration): Record<string, number> =>
  Object.fromEntries([...found].map(([violation, trace]) => [violation, trace.length]))

/** Violations with the steps to each, or that there are none. */
export function inWords(finds: Readonly<Record<string, number>>): string {
  const found = Object.entries(finds).map(([violation, steps]) => `${violation} (${steps} steps)`)
  return found.length ? found.join(', ') : 'everything holds, no duplicate is ever made'
}

import { checkRest, checkState, isAtRest, type Report, readsUntilEnd, restOf } from './invariants.ts'
import type { Rules } from './rules.ts'
import { addRow, addSeen, noRows, nothingSeen, type Rows, rowAt, type Seen } from './seen.ts'
import { at, type State, startState, stateSize, writers } from './state.ts'
import { representative } from './symmetry.ts'
import { type Emit, worldMoves } from './world.ts'
import { writerMoves } from './writer.ts'

export type Exploration = {
  ended: 'all explored' | 'stopped at the first' | 'cut at the limit'
  states: number
  transitions: number
  /** How many different states at rest were resynced. */
  rests: number
  /** The most reads a run still makes once nothing more goes wrong; 0 if that was not asked. */
  mostReads: number
  milliseconds: number
  /** Violation to its shortest trace. */
  found: ReadonlyMap<string, readonly string[]>
}

export type Aim = { rules: Rules; stopAt?: RegExp; checksEnding?: boolean; limit?: number }

/** Where a violation was seen: in the state of this number, or by a step from it. */
type Sighting = { state: number; byStep?: string; lastStep?: string }

type Search = {
  rules: Rules
  rows: Rows
  parents: number[]
  seen: Seen
  restsSeen: Seen
  found: Map<string, Sighting>
  current: number
  transitions: number
  mostReads: number
}

/** Breadth first over all states, so that the first trace found is a shortest one. */
export function explore(aim: Aim): Exploration {
  const started = performance.now()
  const search = newSearch(aim.rules)
  const ended = walk(search, aim)
  return {
    ended,
    states: search.rows.count,
    transitions: search.transitions,
    rests: search.restsSeen.size,
    mostReads: search.mostReads,
    milliseconds: Math.round(performance.now() - started),
    found: new Map([...search.found].map(([violation, sighting]) => [violation, traceTo(search, sighting)])),
  }
}

const newSearch = (rules: Rules): Search => ({
  rules,
  rows: noRows(),
  parents: [],
  seen: nothingSeen(),
  restsSeen: nothingSeen(),
  found: new Map(),
  current: -1,
  transitions: 0,
  mostReads: 0,
})

function walk(search: Search, { rules, stopAt, checksEnding = false, limit = 8_000_000 }: Aim): Exploration['ended'] {
  const report = reporter(search)
  const arrive = arrivals(search)
  arrive(startState(), () => 'start')
  for (search.current = 0; search.current < search.rows.count; search.current++) {
    const s = rowAt(search.rows, search.current)
    checkState(rules, s, report)
    if (isAtRest(s)) resync(search, s, report)
    if (checksEnding) search.mostReads = Math.max(search.mostReads, readsUntilEnd(rules, s, report))
    if (stopAt && [...search.found.keys()].some(violation => stopAt.test(violation))) return 'stopped at the first'
    successors(rules, s, arrive)
    if (search.rows.count > limit) return 'cut at the limit'
  }
  return 'all explored'
}

function reporter(search: Search): Report {
  return (violation, lastStep) => {
    const sighting = lastStep ? { state: search.current, lastStep } : { state: search.current }
    see(search, violation, sighting)
  }
}

function arrivals(search: Search): Emit {
  return (successor, _says, violation) => {
    search.transitions++
    if (addSeen(search.seen, representative(search.rules, successor))) {
      addRow(search.rows, successor)
      search.parents.push(search.current)
    }
    if (violation) see(search, violation, { state: search.current, byStep: violation })
  }
}

/** Each kind of rest is resynced once. */
function resync({ rules, restsSeen }: Search, s: State, report: Report): void {
  const rest = restOf(s)
  if (addSeen(restsSeen, representative(rules, rest))) checkRest(rules, rest, report)
}

function successors(rules: Rules, s: State, emit: Emit): void {
  worldMoves(rules, s, emit)
  for (const writer of writers) writerMoves(rules, s, writer, emit)
}

function see(search: Search, violation: string, sighting: Sighting): void {
  if (!search.found.has(violation)) search.found.set(violation, sighting)
}

/** The steps to a sighting, in words. They are not kept while exploring, so each state of the path is left once more. */
function traceTo(search: Search, { state, byStep, lastStep }: Sighting): string[] {
  const path: number[] = []
  for (let index = state; index > 0; index = search.parents[index] ?? 0) path.unshift(index)
  const steps = path.map((index, position) => {
    const reached = rowAt(search.rows, index)
    return stepFrom(search, path[position - 1] ?? 0, successor => isSame(successor, reached))
  })
  if (byStep) {
    const what = byStep.startsWith('DUPLICATE') ? 'a duplicate' : 'it waits'
    steps.push(`${stepFrom(search, state, (_successor, violation) => violation === byStep)}  <- ${what}`)
  }
  if (lastStep) steps.push(lastStep)
  return steps
}

type IsIt = (successor: State, violation: string | undefined) => boolean

function stepFrom({ rules, rows }: Search, state: number, isIt: IsIt): string {
  let step = ''
  successors(rules, rowAt(rows, state), (successor, says, violation) => {
    if (step) return
    const words = says() // before the state is normalised, which may forget the plan it speaks of
    representative(rules, successor)
    if (isIt(successor, violation)) step = words
  })
  return step
}

function isSame(one: State, other: State): boolean {
  for (let index = 0; index < stateSize; index++) if (at(one, index) !== at(other, index)) return false
  return true
}

import { catchUp, upToDate } from './github.ts'
import { advance, holdsLeaseFor, readAndPlan } from './protocol.ts'
import { askerOf, inWindow, leaseFor, type Rules } from './rules.ts'
import {
  acting,
  at,
  block,
  board,
  childOne,
  children,
  childTwo,
  closed,
  events,
  faultsSpent,
  hidden,
  idle,
  itemNames,
  lateAppend,
  lateEffect,
  leases,
  live,
  made,
  next,
  operations,
  reading,
  recorded,
  refused,
  repliesVisible,
  reply,
  replyThing,
  type State,
  saidAt,
  sent,
  stage,
  thingNames,
  unposted,
  visibility,
  visible,
  watermark,
  windowTicks,
  writers,
} from './state.ts'

/** What must hold. A violation's name begins with its invariant. */
export const invariants = {
  I1: 'No event is recorded twice.',
  I2: 'At rest, everything that was said is recorded.',
  I3: 'At rest, the view is what the events ask for: one open issue for each child, one reply, the board up to date.',
  I4: 'The watermark never moves so far that an unrecorded item lies behind the window.',
  I5: 'At rest, the resync comes to an end: after a few rounds it finds nothing to do.',
  I6: 'From every state, both writers end if nothing more goes wrong.',
  I7: 'At no moment may two runs both make the same thing.',
  I8: 'Whoever records an event may make at once what it asks for.',
  DUPLICATE: 'Nothing is made twice, not even to be repaired.',
} as const

/** Says that an invariant is broken, and by what last step if it is not the state itself. */
export type Report = (violation: string, lastStep?: string) => void

/** The invariants of every single state. Rest is another matter, and is looked at in its own function. */
export function checkState(rules: Rules, s: State, report: Report): void {
  for (const item of rules.items) if (at(s, events + item) > 1) report(`I1 event of ${itemNames[item]} twice`)
  if (inWindow(rules)) checkWatermark(rules, s, report)
  checkRivals(rules, s, report)
}

function checkWatermark(rules: Rules, s: State, report: Report): void {
  for (const item of rules.items) {
    const waiting = at(s, visibility + item) !== unposted && !at(s, events + item)
    const behind = at(s, saidAt + item) < at(s, watermark) - windowTicks
    if (waiting && behind) report(`I4 watermark hides ${itemNames[item]}`)
  }
}

function checkRivals(rules: Rules, s: State, report: Report): void {
  const [a, b] = [block(0), block(1)]
  if (at(s, a + stage) < acting || at(s, b + stage) < acting) return
  for (const creation of [childOne, childTwo, reply]) {
    const wanted = at(s, a + operations) & at(s, b + operations) & creation
    if (wanted && mayMake(rules, s, a, creation) && mayMake(rules, s, b, creation)) report('I7 two runs make one thing')
  }
}

function mayMake(rules: Rules, s: State, my: number, creation: number): boolean {
  if (!rules.looksAtLease || rules.lease === 'none') return true
  if (rules.withoutNewEvents === 'just acts' && !at(s, live + leaseFor(rules, creation, recorded(s)))) return true
  if (holdsLeaseFor(rules, s, my, creation)) return true
  return at(s, my + stage) === sent && next(at(s, my + operations)) === creation
}

/** At rest no run is under way and no request is in flight. */
export const isAtRest = (s: State): boolean =>
  at(s, block(0) + stage) === idle && at(s, block(1) + stage) === idle && !at(s, lateAppend) && !at(s, lateEffect)

/** What a state at rest becomes once all leases have ended and all reads are up to date. Many become the same. */
export function restOf(s: State): State {
  const rest = s.slice()
  rest[faultsSpent] = 0
  endLeases(rest)
  return rest
}

function endLeases(s: State): void {
  catchUp(s)
  for (const lease of leases) s[live + lease] = 0
}

const mostRounds = 8
const mostSteps = 100

/** Resyncs a state at rest with one writer, up-to-date reads and no faults, then looks at what is left. */
export function checkRest(rules: Rules, s: State, report: Report): void {
  for (const item of rules.items) if (at(s, visibility + item) === hidden) s[visibility + item] = visible
  s[repliesVisible] = 7
  let empty = false
  for (let round = 0; round < mostRounds && !empty; round++) {
    endLeases(s)
    empty = readAndPlan(rules, s, 0, upToDate).nothing
    if (!finishRun(rules, s)) {
      report('I6 resync does not end', 'resync')
      return
    }
  }
  const reportResynced = (violation: string) => report(violation, 'resyncs, no faults: nothing planned')
  if (!empty) report('I5 resync keeps finding work', 'resyncs')
  checkEventsAtRest(rules, s, reportResynced)
  checkViewAtRest(rules, s, reportResynced)
}

function finishRun(rules: Rules, s: State): boolean {
  for (let steps = 0; at(s, block(0) + stage) !== idle; steps++) {
    if (steps >= mostSteps) return false
    advance(rules, s, 0)
  }
  return true
}

function checkEventsAtRest(rules: Rules, s: State, report: Report): void {
  for (const item of rules.items) {
    const times = at(s, events + item)
    if (at(s, visibility + item) === unposted || times === 1) continue
    report(times ? `I1 event of ${itemNames[item]} twice` : `I2 ${itemNames[item]} lost`)
  }
}

function checkViewAtRest(rules: Rules, s: State, report: Report): void {
  for (const child of inWindow(rules) ? [] : children) {
    if (!at(s, events + askerOf(rules, 1 << child))) continue
    const open = openCopies(s, child)
    if (open !== 1) report(`I3 ${thingNames[child]} ${open ? 'open twice' : 'missing'}`)
  }
  const replies = openCopies(s, replyThing)
  if (at(s, events + refused) && replies !== 1) report(`I3 r ${replies ? 'twice' : 'missing'}`)
  if (!inWindow(rules) && at(s, board) !== recorded(s)) report('I3 board stale')
}

function openCopies(s: State, thing: number): number {
  const closedCopies = at(s, closed + thing)
  return at(s, made + thing) - ((closedCopies & 1) + ((closedCopies >> 1) & 1) + ((closedCopies >> 2) & 1))
}

/** Lets both writers end in turn, without further faults. Returns the most reads that one of them still makes. */
export function readsUntilEnd(rules: Rules, s: State, report: Report): number {
  return Math.max(...writers.map(first => readsTakingTurns(rules, s, first, report)))
}

function readsTakingTurns(rules: Rules, from: State, first: number, report: Report): number {
  const s = from.slice()
  const reads: [number, number] = [0, 0]
  s[lateAppend] = s[lateEffect] = 0
  for (let turn = 0; at(s, block(0) + stage) !== idle || at(s, block(1) + stage) !== idle; turn++) {
    if (turn > 2 * mostSteps) {
      report('I6 does not end', '')
      break
    }
    const writer = (turn + first) % 2 === 0 ? 0 : 1
    if (at(s, block(writer) + stage) === idle) continue
    if (at(s, block(writer) + stage) === reading) reads[writer]++
    advance(rules, s, writer)
  }
  return Math.max(...reads)
}

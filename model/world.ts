import { acceptCommit, catchUp, takeEffect } from './github.ts'
import { inWindow, leaseFor, type Rules } from './rules.ts'
import {
  at,
  block,
  clock,
  creations,
  faultsSpent,
  firstMoment,
  gone,
  hasBit,
  hidden,
  holder,
  holderId,
  increase,
  itemNames,
  lateAppend,
  lateEffect,
  lateEffectHolder,
  lateEvents,
  lateHolder,
  lateTakes,
  lateWatermark,
  leases,
  leasesHeld,
  live,
  lower,
  made,
  next,
  operationNames,
  operations,
  raise,
  repliedAt,
  repliesVisible,
  replyThing,
  type State,
  saidAt,
  sent,
  stage,
  unposted,
  unseenInThread,
  visibility,
  visible,
  windowTicks,
  writers,
} from './state.ts'

/** Receives each successor of a state, what led to it, and the violation if that step is one. */
export type Emit = (successor: State, says: () => string, violation?: string) => void

/** All that happens without a writer doing anything: people, the clock, leases that end, requests that land late. */
export function worldMoves(rules: Rules, s: State, emit: Emit): void {
  peoplePost(rules, s, emit)
  if (inWindow(rules)) {
    thingsBecomeVisible(rules, s, emit)
    clockTicks(rules, s, emit)
  }
  if (rules.lease !== 'none') for (const lease of leases) leaseEnds(rules, s, lease, emit)
  lateRequestsLand(rules, s, emit)
}

const shownMoment = (moment: number): number => moment - firstMoment

function peoplePost(rules: Rules, s: State, emit: Emit): void {
  for (const item of rules.items) {
    if (at(s, visibility + item) !== unposted) continue
    const q = post(s, item, visible)
    if (!inWindow(rules)) {
      q[unseenInThread] = item + 1
      emit(q, () => `${itemNames[item]} is posted`)
      continue
    }
    emit(q, () => `${itemNames[item]} is posted at ${shownMoment(at(s, clock))}`)
    emit(post(s, item, hidden), () => `${itemNames[item]} is posted at ${shownMoment(at(s, clock))}, not visible yet`)
  }
}

function post(s: State, item: number, how: number): State {
  const q = s.slice()
  q[visibility + item] = how
  q[saidAt + item] = at(s, clock)
  return q
}

function thingsBecomeVisible(rules: Rules, s: State, emit: Emit): void {
  for (const item of rules.items) {
    if (at(s, visibility + item) !== hidden) continue
    const q = s.slice()
    q[visibility + item] = visible
    emit(q, () => `${itemNames[item]} becomes visible`)
  }
  for (let copy = 0; copy < at(s, made + replyThing); copy++) {
    if (hasBit(at(s, repliesVisible), copy)) continue
    const q = s.slice()
    raise(q, repliesVisible, 1 << copy)
    emit(q, () => `reply ${copy + 1} becomes visible`)
  }
}

/** Nothing stays hidden for as long as the window is wide: that is what the window is for. */
function clockTicks(rules: Rules, s: State, emit: Emit): void {
  const later = at(s, clock) + 1
  if (later > rules.lastMoment + firstMoment) return
  for (const item of rules.items) {
    if (at(s, visibility + item) === hidden && later - at(s, saidAt + item) >= windowTicks) return
  }
  for (let copy = 0; copy < at(s, made + replyThing); copy++) {
    if (!hasBit(at(s, repliesVisible), copy) && later - at(s, repliedAt + copy) >= windowTicks) return
  }
  const q = s.slice()
  q[clock] = later
  emit(q, () => `clock: ${shownMoment(later)}`)
}

function leaseEnds(rules: Rules, s: State, lease: number, emit: Emit): void {
  for (const writer of writers) {
    if (!hasBit(at(s, block(writer) + leasesHeld), lease) || outlivesFlight(rules, s, writer, lease)) continue
    const q = s.slice()
    lower(q, block(writer) + leasesHeld, 1 << lease)
    if (at(q, holder + lease) === holderId(writer)) q[live + lease] = 0
    if (rules.world !== 'lag') catchUp(q)
    emit(q, () => `lease of ${'AB'[writer]} ends (still alive)`)
  }
  const ofGone = at(s, holder + lease) === gone && at(s, live + lease) === 1
  if (!ofGone || isCovered(rules, at(s, lateEffect), lease)) return
  const q = s.slice()
  q[live + lease] = 0
  if (rules.world !== 'lag') catchUp(q)
  emit(q, () => 'lease of a finished or dead run ends')
}

/** Under the assumption `strong`, a lease does not end while a creation under it is on its way. */
function outlivesFlight(rules: Rules, s: State, writer: number, lease: number): boolean {
  const my = block(writer)
  if (at(s, my + stage) === sent && isCovered(rules, next(at(s, my + operations)), lease)) return true
  return at(s, lateEffectHolder) === holderId(writer) && isCovered(rules, at(s, lateEffect), lease)
}

const isCovered = (rules: Rules, operation: number, lease: number): boolean =>
  rules.world === 'strong' && (operation & creations) !== 0 && leaseFor(rules, operation, 0) === lease

function lateRequestsLand(rules: Rules, s: State, emit: Emit): void {
  if (at(s, lateAppend)) {
    const q = s.slice()
    acceptCommit(rules, q, {
      events: at(s, lateEvents),
      takes: at(s, lateTakes),
      holder: at(s, lateHolder),
      watermark: at(s, lateWatermark),
    })
    emit(q, () => 'the append given up on lands after all')
  }
  if (at(s, lateEffect)) {
    const q = s.slice()
    const duplicate = takeEffect(rules, q, at(s, lateEffect), 0)
    q[lateEffect] = q[lateEffectHolder] = 0
    emit(q, () => `the ${operationNames.get(at(s, lateEffect))} given up on takes effect after all`, duplicate)
  }
}

/** A copy of a state in which one more thing has gone wrong. */
export function faulty(s: State): State {
  const q = s.slice()
  increase(q, faultsSpent)
  return q
}

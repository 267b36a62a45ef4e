import { type Append, acceptCommit, catchUp, type Stale, takeEffect, upToDate } from './github.ts'
import { type Plan, plan } from './plan.ts'
import { read } from './read.ts'
import { leaseFor, type Rules } from './rules.ts'
import {
  acting,
  appending,
  at,
  block,
  blockSize,
  boardText,
  childOne,
  childTwo,
  creations,
  gone,
  hasBit,
  headIsFresh,
  holder,
  holderBefore,
  holderId,
  judging,
  knowsCommit,
  lateEffectHolder,
  lateHolder,
  leases,
  leasesHeld,
  live,
  lower,
  madeByMe,
  newEvents,
  newWatermark,
  next,
  operations,
  raise,
  reading,
  recorded,
  repliesVisible,
  reply,
  type State,
  stage,
  takes,
  unclear,
} from './state.ts'

/** What came of a read: nothing is to be done, and the run has ended; or the run goes on. */
export type Planned = { nothing: boolean; waits: boolean }

/** Reads and plans in one step. */
export function readAndPlan(rules: Rules, s: State, writer: number, stale: Stale): Planned {
  const my = block(writer)
  const planned = plan(rules, read(rules, s, writer, stale))
  if (!planned.newEvents && !planned.takes && !planned.operations) {
    finish(rules, s, writer)
    return { nothing: true, waits: planned.waits }
  }
  remember(s, my, planned)
  s[my + headIsFresh] = (planned.newEvents || planned.takes) && !stale.ledger ? 1 : 0
  s[my + stage] = rules.leaseJudgedBy === 'answer' ? judging : appends(s, my) ? appending : acting
  return { nothing: false, waits: planned.waits }
}

const appends = (s: State, my: number): boolean => at(s, my + newEvents) !== 0 || at(s, my + takes) !== 0

/** The read is on its way: the leases that are over at this moment are over, whatever the answer takes. */
export function sendRead(s: State, writer: number): void {
  const my = block(writer)
  let over = 0
  for (const lease of leases) if (!isAnothers(s, writer, lease)) over |= 1 << lease
  readAgain(s, writer)
  s[my + takes] = over
  s[my + stage] = judging
}

/** All pages are there, and only now the leases are looked at: what another run's lease covers is left to it. */
export function judge(rules: Rules, s: State, writer: number): void {
  const my = block(writer)
  for (const lease of leases) {
    if (!hasBit(at(s, my + takes), lease) || !isAnothers(s, writer, lease)) continue
    lower(s, my + takes, 1 << lease)
    for (const creation of [childOne, childTwo, reply])
      if (leaseFor(rules, creation, recorded(s)) === lease) lower(s, my + operations, creation)
  }
  s[my + stage] = appends(s, my) ? appending : acting
  if (!appends(s, my) && !at(s, my + operations)) finish(rules, s, writer)
}

const isAnothers = (s: State, writer: number, lease: number): boolean =>
  at(s, live + lease) === 1 && at(s, holder + lease) !== holderId(writer)

/** A run ends of itself. */
export function finish(rules: Rules, s: State, writer: number): void {
  if (rules.givesLeasesBack)
    for (const lease of leases) if (at(s, holder + lease) === holderId(writer)) s[live + lease] = 0
  endRun(s, writer)
}

function remember(s: State, my: number, planned: Plan): void {
  s[my + newEvents] = planned.newEvents
  s[my + takes] = planned.takes
  s[my + operations] = planned.operations
  s[my + boardText] = planned.boardText
  s[my + newWatermark] = planned.watermark
  s[my + unclear] = planned.unclear
}

/** A run ends or dies: its memory is gone, and its id never comes back. */
export function endRun(s: State, writer: number): void {
  const me = holderId(writer)
  s.fill(0, block(writer), block(writer) + blockSize)
  for (const lease of leases) {
    if (at(s, holder + lease) === me) s[holder + lease] = gone
    if (at(s, holderBefore + lease) === me) s[holderBefore + lease] = gone
  }
  if (at(s, lateHolder) === me) s[lateHolder] = gone
  if (at(s, lateEffectHolder) === me) s[lateEffectHolder] = gone
}

/** The plan is thrown away: on to the next read of the same run. */
export function readAgain(s: State, writer: number): void {
  const my = block(writer)
  s[my + operations] =
    s[my + newEvents] =
    s[my + takes] =
    s[my + headIsFresh] =
    s[my + newWatermark] =
    s[my + boardText] =
      0
  s[my + stage] = reading
}

export const appendOf = (s: State, writer: number): Append => ({
  events: at(s, block(writer) + newEvents),
  takes: at(s, block(writer) + takes),
  holder: holderId(writer),
  watermark: at(s, block(writer) + newWatermark),
})

/** Step 10: the commit is made, and the writer knows it. */
export function appendSucceeds(rules: Rules, s: State, writer: number): void {
  const my = block(writer)
  acceptCommit(rules, s, appendOf(s, writer))
  if (rules.ownAnswersCount) s[my + knowsCommit] = 1
  s[my + stage] = acting
  s[my + newEvents] = s[my + takes] = s[my + newWatermark] = 0
  if (!at(s, my + operations)) readAgain(s, writer)
}

/** Step 11: whether a creation must be held back, because its lease is not this run's any more. */
export function leaseIsOver(rules: Rules, s: State, writer: number, operation: number): boolean {
  if (!(operation & creations) || !rules.looksAtLease || rules.lease === 'none') return false
  if (holdsLeaseFor(rules, s, block(writer), operation)) return false
  return rules.withoutNewEvents !== 'just acts' || at(s, live + leaseFor(rules, operation, recorded(s))) === 1
}

/** Whether a run holds the lease that it took a creation to need when it planned it. */
export const holdsLeaseFor = (rules: Rules, s: State, my: number, operation: number): boolean =>
  [0, recorded(s)].some(events => hasBit(at(s, my + leasesHeld), leaseFor(rules, operation, events)))

/** Step 11: a clear answer. */
export function effectAnswered(rules: Rules, s: State, writer: number, operation: number): void {
  const my = block(writer)
  lower(s, my + operations, operation)
  if (rules.ownAnswersCount && operation & creations) raise(s, my + madeByMe, operation)
  s[my + stage] = acting
  if (!at(s, my + operations)) readAgain(s, writer)
}

/** Step 11: no clear answer. Nothing more of this plan is sent. */
export function effectUnclear(s: State, writer: number, operation: number): void {
  if (operation & creations) raise(s, block(writer) + unclear, operation)
  readAgain(s, writer)
}

/** One step of a writer when nothing goes wrong and all reads are up to date. */
export function advance(rules: Rules, s: State, writer: number): void {
  const my = block(writer)
  if (at(s, my + stage) === reading) readAndPlan(rules, s, writer, upToDate)
  else if (at(s, my + stage) === judging && rules.leaseJudgedBy === 'sending') readAndPlan(rules, s, writer, upToDate)
  else if (at(s, my + stage) === judging) judge(rules, s, writer)
  else if (at(s, my + stage) !== appending) act(rules, s, writer)
  else if (at(s, my + headIsFresh)) appendSucceeds(rules, s, writer)
  else readAgain(s, writer)
}

function act(rules: Rules, s: State, writer: number): void {
  const operation = next(at(s, block(writer) + operations))
  if (leaseIsOver(rules, s, writer, operation)) {
    readAgain(s, writer)
    return
  }
  takeEffect(rules, s, operation, at(s, block(writer) + boardText))
  catchUp(s)
  if (rules.world === 'lag') s[repliesVisible] = 7
  effectAnswered(rules, s, writer, operation)
}

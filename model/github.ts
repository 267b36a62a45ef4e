import { inWindow, type Rules } from './rules.ts'
import {
  allButFirst,
  allItems,
  allThings,
  at,
  block,
  board,
  childOne,
  childTwo,
  clock,
  closeDuplicates,
  closed,
  creations,
  editBoard,
  events,
  eventsBefore,
  gone,
  hasBit,
  headIsFresh,
  holder,
  holderBefore,
  increase,
  judging,
  knowsCommit,
  lateAppend,
  lateEvents,
  lateHolder,
  lateTakes,
  lateWatermark,
  leases,
  leasesHeld,
  live,
  lower,
  made,
  raise,
  recorded,
  repliedAt,
  repliesVisible,
  replyThing,
  type State,
  stage,
  takes,
  thingNames,
  unseenChild,
  unseenInThread,
  watermark,
  watermarkBefore,
  writers,
} from './state.ts'

/** What one commit carries. */
export type Append = { events: number; takes: number; holder: number; watermark: number }

/** In place of a moment: the watermark is to be the moment at which the commit lands. */
export const momentOfCommit = 255

/** More copies than this of one thing are not told apart. */
const mostCopies = 3

/** What a stale list hides: 1 and 2 are children, or c1 and c2 in the thread; 4 is the reply in the thread. */
export const hiddenReply = 4

/** The ledger takes a commit: events, leases and watermark change together, and every head read before it is stale. */
export function acceptCommit(rules: Rules, s: State, append: Append): void {
  keepLedgerAsBefore(s)
  for (const item of allItems) if (hasBit(append.events, item)) increase(s, events + item)
  for (const lease of leases) if (hasBit(append.takes, lease)) giveLease(s, lease, append.holder)
  if (inWindow(rules)) s[watermark] = append.watermark === momentOfCommit ? at(s, clock) : append.watermark
  for (const writer of writers) s[block(writer) + headIsFresh] = s[block(writer) + knowsCommit] = 0
  s[lateAppend] = s[lateEvents] = s[lateTakes] = s[lateHolder] = s[lateWatermark] = 0 // its head is stale now, too
}

function giveLease(s: State, lease: number, to: number): void {
  s[holder + lease] = to
  s[live + lease] = 1
  // it lives longer than any read that was sent before
  for (const writer of writers)
    if (at(s, block(writer) + stage) === judging) lower(s, block(writer) + takes, 1 << lease)
  if (to < gone) raise(s, block(to - 1) + leasesHeld, 1 << lease)
}

function keepLedgerAsBefore(s: State): void {
  s[eventsBefore] = recorded(s)
  for (const lease of leases) s[holderBefore + lease] = at(s, holder + lease)
  s[watermarkBefore] = at(s, watermark)
}

/** An operation takes effect. Returns the violation, if it made a duplicate. */
export function takeEffect(rules: Rules, s: State, operation: number, text: number): string {
  if (operation & creations) return create(rules, s, operation)
  if (operation === closeDuplicates) for (const thing of allThings) closeCopies(s, thing)
  if (operation === editBoard) s[board] = text
  return ''
}

function create(rules: Rules, s: State, operation: number): string {
  const thing = operation === childOne ? 0 : operation === childTwo ? 1 : replyThing
  const copies = at(s, made + thing)
  if (copies < mostCopies) {
    if (thing === replyThing) stampReply(rules, s, copies)
    increase(s, made + thing)
  }
  if (!inWindow(rules)) {
    if (thing === replyThing) s[unseenInThread] = hiddenReply
    else s[unseenChild] = thing + 1
  }
  return copies >= 1 ? `DUPLICATE ${thingNames[thing]}` : ''
}

function stampReply(rules: Rules, s: State, copy: number): void {
  s[repliedAt + copy] = at(s, clock)
  if (!(inWindow(rules) && rules.world === 'lag')) raise(s, repliesVisible, 1 << copy)
}

/** Kind to the repair: copies that this run's read did not show are closed too. */
function closeCopies(s: State, thing: number): void {
  if (at(s, made + thing) > 1) s[closed + thing] = allButFirst(at(s, made + thing))
}

/** All reads are up to date from here on. */
export function catchUp(s: State): void {
  for (const writer of writers) s[block(writer) + knowsCommit] = 0
  s[unseenChild] = s[unseenInThread] = 0
  keepLedgerAsBefore(s)
}

/** What a read made now may be too old to show. */
export type Stale = { ledger: boolean; thread: boolean; children: boolean }

export const upToDate: Stale = { ledger: false, thread: false, children: false }

export function whatMayLag(rules: Rules, s: State): Stale {
  if (!rules.staleReads) return upToDate
  return {
    ledger: !inWindow(rules) && ledgerChanged(s),
    thread: at(s, unseenInThread) !== 0,
    children: at(s, unseenChild) !== 0,
  }
}

const ledgerChanged = (s: State): boolean =>
  at(s, eventsBefore) !== recorded(s) ||
  at(s, holderBefore) !== at(s, holder) ||
  at(s, holderBefore + 1) !== at(s, holder + 1)

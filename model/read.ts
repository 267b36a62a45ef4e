import { hiddenReply, type Stale } from './github.ts'
import { inWindow, type Rules } from './rules.ts'
import {
  allButFirst,
  allItems,
  at,
  block,
  board,
  children,
  clock,
  closed,
  eventsBefore,
  firstMoment,
  firstWatermark,
  gone,
  hasBit,
  holder,
  holderBefore,
  holderId,
  idle,
  judging,
  knowsCommit,
  leasesHeld,
  live,
  made,
  madeByMe,
  nobody,
  recorded,
  refused,
  repliedAt,
  repliesVisible,
  replyThing,
  type State,
  saidAt,
  stage,
  takes,
  unclear,
  unseenChild,
  unseenInThread,
  visibility,
  visible,
  watermark,
  watermarkBefore,
  windowTicks,
} from './state.ts'

/** What one read shows a run, its own clear answers laid over it. All that planning may look at. */
export type View = {
  me: number
  now: number
  /** Recorded events and visible items, as bits. */
  events: number
  thread: number
  watermark: number
  windowStart: number
  leases: readonly [LeaseSeen, LeaseSeen]
  /** How many copies of each child, and how many replies in the window, are seen. */
  children: readonly [number, number]
  replies: number
  refusalSaidAt: number
  duplicates: boolean
  board: number
  madeByMe: number
  unclear: number
}

export type LeaseSeen = { mine: boolean; live: boolean }

/** Steps 2 to 4 of the procedure. Writes nothing but the watermark which the run saw first. */
export function read(rules: Rules, s: State, writer: number, stale: Stale): View {
  const my = block(writer)
  const seenWatermark = at(s, stale.ledger ? watermarkBefore : watermark)
  if (at(s, my + stage) === idle) s[my + firstWatermark] = seenWatermark
  const windowStart = startOfWindow(rules, seenWatermark, at(s, my + firstWatermark))
  const [first, second] = [childrenSeen(s, 0, stale), childrenSeen(s, 1, stale)]
  const replies = repliesSeen(s, windowStart, stale)
  return {
    me: holderId(writer),
    now: at(s, clock),
    events: eventsSeen(rules, s, my, stale),
    thread: threadSeen(s, windowStart, stale),
    watermark: seenWatermark,
    windowStart,
    leases: [leaseSeen(rules, s, writer, 0, stale), leaseSeen(rules, s, writer, 1, stale)],
    children: [first, second],
    replies,
    refusalSaidAt: at(s, saidAt + refused),
    duplicates: (first > 1 && someOpen(s, children[0])) || (second > 1 && someOpen(s, children[1])) || replies > 1,
    board: at(s, board),
    madeByMe: rules.ownAnswersCount ? at(s, my + madeByMe) : 0,
    unclear: at(s, my + unclear),
  }
}

function startOfWindow(rules: Rules, seenWatermark: number, first: number): number {
  if (!inWindow(rules)) return firstMoment - windowTicks // the whole thread
  const from = rules.settlingReadFrom === 'first watermark' ? Math.min(seenWatermark, first) : seenWatermark
  return from - windowTicks
}

function eventsSeen(rules: Rules, s: State, my: number, stale: Stale): number {
  const knowsBetter = rules.ownAnswersCount && at(s, my + knowsCommit)
  return stale.ledger && !knowsBetter ? at(s, eventsBefore) : recorded(s)
}

function threadSeen(s: State, windowStart: number, stale: Stale): number {
  let seen = 0
  for (const item of allItems) {
    const missed = stale.thread && at(s, unseenInThread) === item + 1
    if (at(s, visibility + item) === visible && at(s, saidAt + item) >= windowStart && !missed) seen |= 1 << item
  }
  return seen
}

const childrenSeen = (s: State, child: number, stale: Stale): number =>
  at(s, made + child) - (stale.children && at(s, unseenChild) === child + 1 ? 1 : 0)

function repliesSeen(s: State, windowStart: number, stale: Stale): number {
  let seen = stale.thread && at(s, unseenInThread) === hiddenReply ? -1 : 0
  for (let copy = 0; copy < at(s, made + replyThing); copy++) {
    const shown = hasBit(at(s, repliesVisible), copy) && at(s, repliedAt + copy) >= windowStart
    if (shown && !hasBit(at(s, closed + replyThing), copy)) seen++
  }
  return seen
}

const someOpen = (s: State, thing: number): boolean => at(s, closed + thing) !== allButFirst(at(s, made + thing))

function leaseSeen(rules: Rules, s: State, writer: number, lease: number, stale: Stale): LeaseSeen {
  const held = hasBit(at(s, block(writer) + leasesHeld), lease)
  const read = at(s, (stale.ledger ? holderBefore : holder) + lease)
  const seen = rules.ownAnswersCount && held ? holderId(writer) : read
  if (seen === holderId(writer)) return { mine: true, live: held }
  return { mine: false, live: isLeft(rules, s, writer, lease, liveOfAnother(s, lease, seen)) }
}

/** Whether another run's lease counts: by this moment, by that at which the read was sent, or not yet, to be judged later. */
function isLeft(rules: Rules, s: State, writer: number, lease: number, isLive: boolean): boolean {
  const my = block(writer)
  if (rules.leaseJudgedBy === 'answer') return false
  if (rules.leaseJudgedBy === 'read' || at(s, my + stage) !== judging) return isLive
  return isLive || !hasBit(at(s, my + takes), lease)
}

function liveOfAnother(s: State, lease: number, seen: number): boolean {
  if (seen === nobody) return false
  if (seen === at(s, holder + lease)) return at(s, live + lease) === 1
  return seen !== gone && hasBit(at(s, block(seen - 1) + leasesHeld), lease)
}

import { momentOfCommit } from './github.ts'
import type { View } from './read.ts'
import { askerOf, inWindow, leaseFor, type Rules } from './rules.ts'
import { childOne, childTwo, closeDuplicates, editBoard, hasBit, reply } from './state.ts'

/** What a run will append, and do after that. */
export type Plan = {
  newEvents: number
  takes: number
  watermark: number
  operations: number
  boardText: number
  unclear: number
  /** Something that an event of this very plan asks for is left to another run. */
  waits: boolean
}

const allCreations = [childOne, childTwo, reply] as const
const refusedBit = 2

/** Steps 5 to 8 of the procedure: pure, from one view. */
export function plan(rules: Rules, view: View): Plan {
  const newEvents = view.thread & ~view.events
  const events = view.events | newEvents
  const owed = owedChildren(rules, view, events) | owedReply(rules, view, events, newEvents)
  const share = shareOf(rules, view, owed, newEvents)
  const takes = share.takes | takesAnyway(rules, view, newEvents)
  const edits = mayEdit(rules, view, newEvents | takes) ? owedEdits(rules, view, events) : 0
  return {
    newEvents,
    takes,
    watermark: newEvents || takes ? watermarkFor(rules, view, events, owed) : 0,
    operations: share.operations | edits,
    boardText: events,
    unclear: share.unclear,
    waits: share.waits,
  }
}

function owedChildren(rules: Rules, view: View, events: number): number {
  if (inWindow(rules)) return 0
  const isAsked = (child: number): boolean => hasBit(events, askerOf(rules, child))
  const missing =
    (view.children[0] || !isAsked(childOne) ? 0 : childOne) | (view.children[1] || !isAsked(childTwo) ? 0 : childTwo)
  return missing & ~view.madeByMe
}

function owedReply(rules: Rules, view: View, events: number, newEvents: number): number {
  if (!(events & refusedBit) || view.replies > 0 || view.madeByMe & reply) return 0
  return looksForReply(rules, view, newEvents) ? reply : 0
}

function looksForReply(rules: Rules, view: View, newEvents: number): boolean {
  if (!inWindow(rules)) return true
  switch (rules.repliesFor) {
    case 'all':
      return true
    case 'window':
      return view.refusalSaidAt >= view.windowStart
    case 'protocol':
      return (newEvents & refusedBit) !== 0 || view.refusalSaidAt >= view.watermark
  }
}

/** Step 9's watermark: held back by a refusal whose reply was not seen, so that the next read still looks for it. */
function watermarkFor(rules: Rules, view: View, events: number, owed: number): number {
  let moment = rules.watermarkFrom === 'commit' ? momentOfCommit : view.now
  const unanswered = (events & refusedBit) !== 0 && view.replies <= 0
  const lookedAt = ((owed | view.madeByMe) & reply) !== 0 || view.refusalSaidAt >= view.watermark
  if (inWindow(rules) && rules.repliesFor === 'protocol' && unanswered && lookedAt) {
    moment = Math.min(moment, view.refusalSaidAt)
  }
  return rules.watermarkOnlyGrows ? Math.max(moment, view.watermark) : moment
}

type Share = { operations: number; takes: number; unclear: number; waits: boolean }

/** Step 7: of the creations owed, those that this run may do, and the leases it must take for them. */
function shareOf(rules: Rules, view: View, owed: number, newEvents: number): Share {
  const share = { operations: 0, takes: 0, unclear: view.unclear, waits: false }
  for (const creation of allCreations) if (owed & creation) claim(rules, view, creation, newEvents, share)
  return share
}

function claim(rules: Rules, view: View, creation: number, newEvents: number, share: Share): void {
  const lease = leaseFor(rules, creation, view.events | newEvents)
  const { mine, live } = view.leases[lease === 0 ? 0 : 1]
  if (rules.lease === 'none') share.operations |= creation
  else if (mine && live) {
    const wait = rules.afterUnclear === 'wait' && share.unclear & creation
    if (!wait) share.operations |= creation
  } else if (rules.lease === 'renewed' && newEvents) share.operations |= creation
  else if (live) share.waits ||= isNew(rules, creation, newEvents)
  else if (newEvents || rules.withoutNewEvents === 'takes the lease') {
    share.operations |= creation
    share.takes |= 1 << lease
    share.unclear &= ~creation
  } else if (rules.withoutNewEvents === 'just acts') share.operations |= creation
}

/** A child that an event of this plan asks for. */
const isNew = (rules: Rules, creation: number, newEvents: number): boolean =>
  creation !== reply && hasBit(newEvents, askerOf(rules, creation))

/** Where one lease covers everything, new events bring it even if they owe no creation. */
function takesAnyway(rules: Rules, view: View, newEvents: number): number {
  if (!newEvents) return 0
  if (rules.lease === 'renewed') return 1
  return rules.lease === 'everything' && !view.leases[0].live ? 1 : 0
}

function mayEdit(rules: Rules, view: View, appends: number): boolean {
  if (!rules.editsNeedLease || rules.lease === 'none' || appends) return true
  const { mine, live } = view.leases[0]
  return (mine && live) || (rules.withoutNewEvents === 'just acts' && !live)
}

function owedEdits(rules: Rules, view: View, events: number): number {
  const duplicates = rules.closesDuplicates && view.duplicates ? closeDuplicates : 0
  return duplicates | (view.board !== events && !inWindow(rules) ? editBoard : 0)
}

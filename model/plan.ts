import { momentOfCommit } from './github.ts'
import type { View } from './read.ts'
import { inWindow, leaseFor, type Rules } from './rules.ts'
import { childOne, childTwo, closeTwins, editBoard, reply } from './state.ts'

/** What a run will append, and do after that. */
export type Plan = {
  newFacts: number
  takes: number
  watermark: number
  operations: number
  boardText: number
  unclear: number
}

const allCreations = [childOne, childTwo, reply] as const
const openerBit = 1
const refusedBit = 2

/** Steps 5 to 8 of the procedure: pure, from one view. */
export function plan(rules: Rules, view: View): Plan {
  const newFacts = view.thread & ~view.facts
  const facts = view.facts | newFacts
  const owed = owedChildren(rules, view, facts) | owedReply(rules, view, facts, newFacts)
  const share = shareOf(rules, view, owed, newFacts)
  const takes = share.takes | takesAnyway(rules, view, newFacts)
  const edits = mayEdit(rules, view, newFacts | takes) ? owedEdits(rules, view, facts) : 0
  return {
    newFacts,
    takes,
    watermark: newFacts || takes ? watermarkFor(rules, view, facts, owed) : 0,
    operations: share.operations | edits,
    boardText: facts,
    unclear: share.unclear,
  }
}

function owedChildren(rules: Rules, view: View, facts: number): number {
  if (inWindow(rules) || !(facts & openerBit)) return 0
  const missing = (view.children[0] ? 0 : childOne) | (view.children[1] ? 0 : childTwo)
  return missing & ~view.madeByMe
}

function owedReply(rules: Rules, view: View, facts: number, newFacts: number): number {
  if (!(facts & refusedBit) || view.replies > 0 || view.madeByMe & reply) return 0
  return looksForReply(rules, view, newFacts) ? reply : 0
}

function looksForReply(rules: Rules, view: View, newFacts: number): boolean {
  if (!inWindow(rules)) return true
  switch (rules.repliesFor) {
    case 'all':
      return true
    case 'window':
      return view.refusalSaidAt >= view.windowStart
    case 'protocol':
      return (newFacts & refusedBit) !== 0 || view.refusalSaidAt >= view.watermark
  }
}

/** Step 9's watermark: held back by a refusal whose reply was not seen, so that the next read still looks for it. */
function watermarkFor(rules: Rules, view: View, facts: number, owed: number): number {
  let moment = rules.watermarkFrom === 'commit' ? momentOfCommit : view.now
  const unanswered = (facts & refusedBit) !== 0 && view.replies <= 0
  const lookedAt = ((owed | view.madeByMe) & reply) !== 0 || view.refusalSaidAt >= view.watermark
  if (inWindow(rules) && rules.repliesFor === 'protocol' && unanswered && lookedAt) {
    moment = Math.min(moment, view.refusalSaidAt)
  }
  return rules.watermarkOnlyGrows ? Math.max(moment, view.watermark) : moment
}

type Share = { operations: number; takes: number; unclear: number }

/** Step 7: of the creations owed, those that this run may do, and the leases it must take for them. */
function shareOf(rules: Rules, view: View, owed: number, newFacts: number): Share {
  const share = { operations: 0, takes: 0, unclear: view.unclear }
  for (const creation of allCreations) if (owed & creation) claim(rules, view, creation, newFacts, share)
  return share
}

function claim(rules: Rules, view: View, creation: number, newFacts: number, share: Share): void {
  const lease = leaseFor(rules, creation)
  const { mine, live } = view.leases[lease === 0 ? 0 : 1]
  if (rules.lease === 'none') share.operations |= creation
  else if (mine && live) {
    const wait = rules.afterUnclear === 'wait' && share.unclear & creation
    if (!wait) share.operations |= creation
  } else if (rules.lease === 'renewed' && newFacts) share.operations |= creation
  else if (live) return
  else if (newFacts || rules.withoutNewFacts === 'takes the lease') {
    share.operations |= creation
    share.takes |= 1 << lease
    share.unclear &= ~creation
  } else if (rules.withoutNewFacts === 'just acts') share.operations |= creation
}

/** Where one lease covers everything, new facts bring it even if they owe no creation. */
function takesAnyway(rules: Rules, view: View, newFacts: number): number {
  if (!newFacts) return 0
  if (rules.lease === 'renewed') return 1
  return rules.lease === 'everything' && !view.leases[0].live ? 1 : 0
}

function mayEdit(rules: Rules, view: View, appends: number): boolean {
  if (!rules.editsNeedLease || rules.lease === 'none' || appends) return true
  const { mine, live } = view.leases[0]
  return (mine && live) || (rules.withoutNewFacts === 'just acts' && !live)
}

function owedEdits(rules: Rules, view: View, facts: number): number {
  const twins = rules.closesTwins && view.twins ? closeTwins : 0
  return twins | (view.board !== facts && !inWindow(rules) ? editBoard : 0)
}

import { hiddenReply } from './github.ts'
import { inWindow, type Rules } from './rules.ts'
import {
  appending,
  at,
  block,
  blockSize,
  boardText,
  childOne,
  childTwo,
  editBoard,
  gone,
  hasBit,
  headIsFresh,
  holder,
  holderBefore,
  lateEffectHolder,
  lateHolder,
  leases,
  leasesHeld,
  live,
  lower,
  made,
  madeByMe,
  newEvents,
  newWatermark,
  nobody,
  operations,
  reply,
  replyThing,
  type State,
  stage,
  stateSize,
  takes,
  unclear,
  unseenChild,
  unseenInThread,
  writers,
} from './state.ts'

const [blockA, blockB] = [block(0), block(1)]
const holderFields = [holder, holder + 1, holderBefore, holderBefore + 1, lateHolder, lateEffectHolder]
const otherHolder = [0, 2, 1, 3]

/** One buffer for every mirrored state: it is hashed at once and never kept. */
const mirrored = new Uint8Array(stateSize)

/**
 * The state that stands for this one and for its mirror image: the two writers run the same program, so which of them is A
 * makes no difference. Normalises the state it is given, too.
 */
export function representative(rules: Rules, s: State): State {
  forgetIndifferent(rules, s)
  if (!comesAfterItsMirror(s)) return s
  mirrored.set(s)
  mirrored.copyWithin(blockA, blockB)
  for (let offset = 0; offset < blockSize; offset++) mirrored[blockB + offset] = at(s, blockA + offset)
  for (const index of holderFields) mirrored[index] = otherHolder[at(s, index)] ?? nobody
  return mirrored
}

function comesAfterItsMirror(s: State): boolean {
  for (let offset = 0; offset < blockSize; offset++) {
    const difference = at(s, blockA + offset) - at(s, blockB + offset)
    if (difference !== 0) return difference > 0
  }
  return false
}

/** What no later step can tell apart is made equal. */
function forgetIndifferent(rules: Rules, s: State): void {
  for (const lease of leases) forgetEndedHolders(s, lease)
  for (const writer of writers) {
    forgetHopelessPlan(rules, s, block(writer))
    if (!inWindow(rules)) forgetWhatReadsShow(s, block(writer))
  }
}

function forgetEndedHolders(s: State, lease: number): void {
  if (!at(s, live + lease)) s[holder + lease] = nobody
  const before = at(s, holderBefore + lease)
  if (before === nobody || before === at(s, holder + lease)) return
  const stillHeld = before < gone && hasBit(at(s, block(before - 1) + leasesHeld), lease)
  if (!stillHeld) s[holderBefore + lease] = nobody
}

function forgetHopelessPlan(rules: Rules, s: State, my: number): void {
  if (at(s, my + stage) === appending && !at(s, my + headIsFresh) && rules.onStaleHead === 'plan again') {
    s[my + operations] = s[my + newEvents] = s[my + takes] = s[my + boardText] = s[my + newWatermark] = 0
  }
  if (!(at(s, my + operations) & editBoard)) s[my + boardText] = 0
}

/** Own answers matter only while a read may miss the thing, and so does a doubt about a thing that exists. */
function forgetWhatReadsShow(s: State, my: number): void {
  const missable = creationMissable(s)
  s[my + madeByMe] = at(s, my + madeByMe) & missable
  if (at(s, made)) lower(s, my + unclear, childOne & ~missable)
  if (at(s, made + 1)) lower(s, my + unclear, childTwo & ~missable)
  if (at(s, made + replyThing)) lower(s, my + unclear, reply & ~missable)
}

function creationMissable(s: State): number {
  const child = at(s, unseenChild)
  return (child === 1 ? childOne : child === 2 ? childTwo : 0) | (at(s, unseenInThread) === hiddenReply ? reply : 0)
}

import { acceptCommit, type Stale, takeEffect, whatMayLag } from './github.ts'
import {
  appendOf,
  appendSucceeds,
  effectAnswered,
  effectUnclear,
  endRun,
  finish,
  judge,
  leaseIsOver,
  readAgain,
  readAndPlan,
  sendRead,
} from './protocol.ts'
import type { Rules } from './rules.ts'
import {
  acting,
  allItems,
  appending,
  at,
  block,
  boardText,
  creations,
  faultsSpent,
  hasBit,
  headIsFresh,
  holderId,
  idle,
  itemNames,
  judging,
  lateAppend,
  lateEffect,
  lateEffectHolder,
  lateEvents,
  lateHolder,
  lateTakes,
  lateWatermark,
  newEvents,
  next,
  operationNames,
  operations,
  reading,
  type State,
  sent,
  stage,
  takes,
} from './state.ts'
import { type Emit, faulty } from './world.ts'

/** All that one writer may do next, or suffer: a run may start at any moment and end at any read, and die anywhere. */
export function writerMoves(rules: Rules, s: State, writer: number, emit: Emit): void {
  const now = at(s, block(writer) + stage)
  const mayFail = at(s, faultsSpent) < rules.faults
  if (now === reading) ends(rules, s, writer, emit)
  if (now === idle || now === reading) begins(rules, s, writer, emit)
  else if (now === judging) judges(rules, s, writer, emit)
  else if (now === appending) appends(rules, s, writer, mayFail, emit)
  else if (now === acting) acts(rules, s, writer, mayFail, emit)
  else if (now === sent) answers(rules, s, writer, mayFail, emit)
  if (now !== idle && mayFail) dies(s, writer, emit)
}

const nameOf = (writer: number): string => (writer === 0 ? 'A' : 'B')

function ends(rules: Rules, s: State, writer: number, emit: Emit): void {
  const q = s.slice()
  finish(rules, q, writer)
  emit(q, () => `${nameOf(writer)}: has looped enough, ends`)
}

function dies(s: State, writer: number, emit: Emit): void {
  const q = faulty(s)
  endRun(q, writer)
  emit(q, () => `${nameOf(writer)}: dies`)
}

/** Only where a thing is owed by another event than the one that asks for it. */
const leftToAnother = 'I8 what an event asks for is left to another run'

const both = [false, true] as const
const never = [false] as const

/** Where the moment counts at which a read was sent, sending is a step of its own. */
function begins(rules: Rules, s: State, writer: number, emit: Emit): void {
  if (rules.leaseJudgedBy !== 'sending') {
    reads(rules, s, writer, emit)
    return
  }
  const q = s.slice()
  sendRead(q, writer)
  emit(q, () => `${nameOf(writer)}: ${whichRead(s, writer)} is sent`)
}

function judges(rules: Rules, s: State, writer: number, emit: Emit): void {
  if (rules.leaseJudgedBy === 'sending') {
    reads(rules, s, writer, emit)
    return
  }
  const q = s.slice()
  judge(rules, q, writer)
  emit(q, () => {
    const plan = at(q, block(writer) + stage) === idle ? 'nothing to do' : planInWords(q, block(writer))
    return `${nameOf(writer)}: has all pages, looks at the leases: ${plan}`
  })
}

const whichRead = (s: State, writer: number): string =>
  at(s, block(writer) + stage) === reading ? 'settling read' : 'a run starts, its read'

function reads(rules: Rules, s: State, writer: number, emit: Emit): void {
  const lag = whatMayLag(rules, s)
  for (const ledger of lag.ledger ? both : never) {
    for (const thread of lag.thread ? both : never) {
      for (const children of lag.children ? both : never) {
        readsOnce(rules, s, writer, { ledger, thread, children }, emit)
      }
    }
  }
}

function readsOnce(rules: Rules, s: State, writer: number, stale: Stale, emit: Emit): void {
  const q = s.slice()
  const { nothing, waits } = readAndPlan(rules, q, writer, stale)
  // an old ledger may lack the event that this run takes for new; and where one lease covers all, all wait for it
  const isLeft = waits && !stale.ledger && rules.lease === 'events'
  emit(
    q,
    () => {
      const which = readInWords(at(s, block(writer) + stage))
      const lists = [stale.ledger && 'ledger', stale.thread && 'thread', stale.children && 'children'].filter(Boolean)
      const how = lists.length ? ` (stale ${lists.join('+')})` : ''
      return `${nameOf(writer)}: ${which}${how}: ${nothing ? 'nothing to do' : planInWords(q, block(writer))}`
    },
    isLeft ? leftToAnother : undefined,
  )
}

const readInWords = (now: number): string => {
  if (now === judging) return 'the answer to its read'
  return now === reading ? 'settling read' : 'a run starts, reads'
}

function planInWords(s: State, my: number): string {
  const appended = allItems.filter(item => hasBit(at(s, my + newEvents), item)).map(item => `event ${itemNames[item]}`)
  const lease = at(s, my + takes) ? ['lease'] : []
  const done = [...operationNames].filter(([bit]) => at(s, my + operations) & bit).map(([, name]) => name)
  return [...appended, ...lease, ...done].join(', ')
}

function appends(rules: Rules, s: State, writer: number, mayFail: boolean, emit: Emit): void {
  if (at(s, block(writer) + headIsFresh)) appendsOnFreshHead(rules, s, writer, mayFail, emit)
  else appendsOnStaleHead(rules, s, writer, emit)
  if (!mayFail) return
  const q = faulty(s)
  readAgain(q, writer)
  emit(q, () => `${nameOf(writer)}: append fails, unclear`)
}

function appendsOnStaleHead(rules: Rules, s: State, writer: number, emit: Emit): void {
  const q = s.slice()
  if (rules.onStaleHead === 'send again') {
    q[block(writer) + headIsFresh] = 1
    emit(q, () => `${nameOf(writer)}: STALE_DATA, takes the new head and sends the same events`)
    return
  }
  readAgain(q, writer)
  emit(q, () => `${nameOf(writer)}: STALE_DATA, reads again`)
}

function appendsOnFreshHead(rules: Rules, s: State, writer: number, mayFail: boolean, emit: Emit): void {
  const succeeded = s.slice()
  appendSucceeds(rules, succeeded, writer)
  emit(succeeded, () => `${nameOf(writer)}: append succeeds`)
  if (!mayFail) return
  const unanswered = faulty(s)
  acceptCommit(rules, unanswered, appendOf(s, writer))
  readAgain(unanswered, writer)
  emit(unanswered, () => `${nameOf(writer)}: append succeeds, answer lost`)
  if (at(s, lateAppend)) return
  const timedOut = withLateAppend(s, writer)
  readAgain(timedOut, writer)
  emit(timedOut, () => `${nameOf(writer)}: append times out, still in flight`)
  const died = withLateAppend(s, writer)
  endRun(died, writer)
  emit(died, () => `${nameOf(writer)}: dies, append in flight`)
}

function withLateAppend(s: State, writer: number): State {
  const q = faulty(s)
  const append = appendOf(s, writer)
  q[lateAppend] = 1
  q[lateEvents] = append.events
  q[lateTakes] = append.takes
  q[lateHolder] = append.holder
  q[lateWatermark] = append.watermark
  return q
}

function acts(rules: Rules, s: State, writer: number, mayFail: boolean, emit: Emit): void {
  const operation = next(at(s, block(writer) + operations))
  const nothingBetween = rules.world === 'strong' || !(operation & creations)
  if (leaseIsOver(rules, s, writer, operation)) {
    const q = s.slice()
    readAgain(q, writer)
    emit(q, () => `${nameOf(writer)}: lease over, stops before ${operationNames.get(operation)}`)
  } else if (nothingBetween) {
    answers(rules, s, writer, mayFail, emit)
  } else {
    const q = s.slice()
    q[block(writer) + stage] = sent
    emit(q, () => `${nameOf(writer)}: sends ${operationNames.get(operation)}`)
  }
}

/** What may become of a request: done, done without an answer, failed without an answer, or still under way. */
function answers(rules: Rules, s: State, writer: number, mayFail: boolean, emit: Emit): void {
  const operation = next(at(s, block(writer) + operations))
  const text = at(s, block(writer) + boardText)
  const says = (what: string) => () => `${nameOf(writer)}: ${operationNames.get(operation)} ${what}`
  const done = s.slice()
  const duplicate = takeEffect(rules, done, operation, text)
  effectAnswered(rules, done, writer, operation)
  emit(done, says('done'), duplicate)
  if (!mayFail) return
  const unanswered = faulty(s)
  const unansweredDuplicate = takeEffect(rules, unanswered, operation, text)
  effectUnclear(unanswered, writer, operation)
  emit(unanswered, says('done, answer lost'), unansweredDuplicate)
  const failed = faulty(s)
  effectUnclear(failed, writer, operation)
  emit(failed, says('fails, unclear'))
  if (operation & creations && !at(s, lateEffect)) leavesInFlight(s, writer, operation, emit)
}

function leavesInFlight(s: State, writer: number, operation: number, emit: Emit): void {
  const timedOut = withLateEffect(s, writer, operation)
  effectUnclear(timedOut, writer, operation)
  emit(timedOut, () => `${nameOf(writer)}: ${operationNames.get(operation)} times out, still in flight`)
  const died = withLateEffect(s, writer, operation)
  endRun(died, writer)
  emit(died, () => `${nameOf(writer)}: dies, ${operationNames.get(operation)} in flight`)
}

function withLateEffect(s: State, writer: number, operation: number): State {
  const q = faulty(s)
  q[lateEffect] = operation
  q[lateEffectHolder] = holderId(writer)
  return q
}

/**
 * One state of the world as a row of bytes: what GitHub holds, what is still under way, and what each writer remembers.
 * Bytes, because millions of states are kept and compared. Exactly 64 of them: V8 keeps a typed array of that size on its
 * own heap, and a larger one costs an allocation outside it for every transition.
 */
export type State = Uint8Array

/** What people do: `c1` opens the children k1 and k2, `c2` is refused and owed the reply r, `g` is a manual change. */
export const opener = 0
export const refused = 1
export const manualChange = 2
export type Item = typeof opener | typeof refused | typeof manualChange
export const allItems: readonly Item[] = [opener, refused, manualChange]
export const itemNames = ['c1', 'c2', 'g'] as const

/** What a writer does to the view, as bits, in the order in which a plan sends them. The first three are creations. */
export const childOne = 1
export const childTwo = 2
export const reply = 4
export const closeDuplicates = 8
export const editBoard = 16
export const creations = childOne | childTwo | reply
export const operationNames: ReadonlyMap<number, string> = new Map([
  [childOne, 'create k1'],
  [childTwo, 'create k2'],
  [reply, 'reply r'],
  [closeDuplicates, 'close duplicates'],
  [editBoard, 'edit board'],
])

/** Things that can be made twice, in the order of their creations' bits. */
export const allThings = [0, 1, 2] as const
export const children = [0, 1] as const
export const replyThing = 2
export const thingNames = ['k1', 'k2', 'r'] as const

/**
 * Where a writer is in the procedure. `sent` exists only where time may pass between looking at the lease and the effect,
 * `judging` only where it may between sending a read and looking at the leases in it.
 */
export const idle = 0
export const reading = 1
export const appending = 2
export const acting = 3
export const sent = 4
export const judging = 5

/** Who holds a lease: nobody, A, B, or a run that has ended or died and whose id never comes back. */
export const nobody = 0
export const gone = 3
export const writers = [0, 1] as const
export const holderId = (writer: number): number => writer + 1
export const leases = [0, 1] as const

/** Whether people's items are there to be read. */
export const unposted = 0
export const hidden = 1
export const visible = 2

/** The clock starts here, so that a moment less the window never falls below zero. */
export const firstMoment = 2
/** How far behind the watermark a read looks, in ticks. */
export const windowTicks = 2

let width = 0
function field(count = 1): number {
  const first = width
  width += count
  return first
}

// GitHub: the clock, the ledger and its leases. `...Before` is the ledger a stale read still shows: one commit back.
export const clock = field()
export const watermark = field()
export const watermarkBefore = field()
export const visibility = field(3)
export const saidAt = field(3)
export const events = field(3)
export const eventsBefore = field()
export const holder = field(2)
export const live = field(2)
export const holderBefore = field(2)

// GitHub: the view. `unseenChild` and `unseenInThread` name the one write that a stale list does not show yet.
export const made = field(3)
export const closed = field(3)
export const repliedAt = field(3)
export const repliesVisible = field()
export const board = field()
export const unseenChild = field()
export const unseenInThread = field()

// Requests whose sender gave up, but which may still land: at most one append and one creation.
export const lateAppend = field()
export const lateEvents = field()
export const lateTakes = field()
export const lateHolder = field()
export const lateWatermark = field()
export const lateEffect = field()
export const lateEffectHolder = field()
export const faultsSpent = field()

// Each writer's own memory: its place, its plan, and what it knows of its own requests. Offsets within its block.
export const firstBlock = width
export const stage = 0
export const operations = 1
export const newEvents = 2
export const takes = 3
export const headIsFresh = 4
export const knowsCommit = 5
export const madeByMe = 6
export const unclear = 7
export const leasesHeld = 8
export const newWatermark = 9
export const boardText = 10
export const firstWatermark = 11
export const blockSize = 12
export const stateSize = firstBlock + 2 * blockSize

export const block = (writer: number): number => firstBlock + writer * blockSize

/** A typed read: every field is in range, which `noUncheckedIndexedAccess` cannot know. */
export const at = (state: State, index: number): number => state[index] ?? 0

/** Adds bits to a field. */
export function raise(state: State, index: number, bits: number): void {
  state[index] = at(state, index) | bits
}

/** Takes bits from a field. */
export function lower(state: State, index: number, bits: number): void {
  state[index] = at(state, index) & ~bits
}

export function increase(state: State, index: number): void {
  state[index] = at(state, index) + 1
}

/** The lowest bit: the operation a plan sends next. */
export const next = (bits: number): number => bits & -bits

export const hasBit = (bits: number, index: number): boolean => ((bits >> index) & 1) === 1

/** Which items stand in the ledger, as bits. */
export const recorded = (s: State): number =>
  (at(s, events) ? 1 : 0) | (at(s, events + 1) ? 2 : 0) | (at(s, events + 2) ? 4 : 0)

/** The closed set in which every copy but the first is closed. */
export const allButFirst = (count: number): number => ((1 << count) - 1) & ~1

export function startState(): State {
  const state = new Uint8Array(stateSize)
  state[clock] = state[watermark] = state[watermarkBefore] = firstMoment
  return state
}

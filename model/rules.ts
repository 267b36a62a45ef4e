import { childTwo, type Item, manualChange, opener, refused, reply } from './state.ts'

/** What a variant may change: the world it is tried in, and the rules of the protocol, each of which can be broken. */
export type Rules = {
  /**
   * Two slices share one code. `effects`: time stands still and the whole thread is read; leases, crashes, lost answers,
   * requests in flight, stale reads. `window`: a clock, late visibility, the watermark and replies; no children, no stale lists.
   */
  slice: 'effects' | 'window'
  items: readonly Item[]
  faults: number
  /** The last moment of the clock, counted from 0. Only in the window slice. */
  lastMoment: number
  staleReads: boolean
  /**
   * `strong`: a lease outlives read lag and requests in flight, so a creation is sent and takes effect in one step.
   * `pause`: a sent creation may outlive its lease. `lag`: read lag may outlive it too.
   */
  world: 'strong' | 'pause' | 'lag'

  /** What a lease covers: the events it names, or everything; `renewed`: each commit takes it, even a live one. */
  lease: 'events' | 'everything' | 'renewed' | 'none'
  /** A run that owes creations, has no new event, and finds no live lease. */
  withoutNewEvents: 'takes the lease' | 'just acts' | 'does nothing'
  /** Whether a run prefers its own clear answers to what it reads later. */
  ownAnswersCount: boolean
  /** After a creation without a clear answer: wait for the lease to end, or read and decide. */
  afterUnclear: 'wait' | 'decide'
  looksAtLease: boolean
  closesDuplicates: boolean
  onStaleHead: 'plan again' | 'send again'
  editsNeedLease: boolean
  /** Whether a run that ends gives its leases back, so that nobody waits for them. */
  givesLeasesBack: boolean
  /**
   * Where a read takes time: another run's lease is judged by the moment at which the read was sent, or by that at which its
   * last page was there. `read`: reading takes no time.
   */
  leaseJudgedBy: 'read' | 'sending' | 'answer'
  /**
   * Who asks for k2. `c1`, as for k1; or g, which makes the incident grow: it is owed by g, or by c1 as everything is. `both`
   * ask for it, and the latest that is recorded owes it.
   */
  secondChild: 'c1' | 'g' | 'g, owed by c1' | 'both, owed by the latest'
  /** The watermark of a commit is the moment of its read, or that of the commit itself. */
  watermarkFrom: 'read' | 'commit'
  watermarkOnlyGrows: boolean
  /** Which refusals are looked at for a missing reply: as the protocol says, all of them, or those in the window. */
  repliesFor: 'protocol' | 'all' | 'window'
  /** Whether the settling read looks back from the present watermark or from the one this run first saw. */
  settlingReadFrom: 'watermark' | 'first watermark'
}

/** The protocol of docs/protocol.md, in a world where a lease outlives read lag and requests in flight. */
export const protocol: Rules = {
  slice: 'effects',
  items: [opener, refused, manualChange],
  faults: 2,
  lastMoment: 0,
  staleReads: true,
  world: 'strong',
  lease: 'events',
  withoutNewEvents: 'takes the lease',
  ownAnswersCount: true,
  afterUnclear: 'wait',
  looksAtLease: true,
  closesDuplicates: true,
  onStaleHead: 'plan again',
  editsNeedLease: false,
  givesLeasesBack: false,
  leaseJudgedBy: 'read',
  secondChild: 'c1',
  watermarkFrom: 'read',
  watermarkOnlyGrows: false,
  repliesFor: 'protocol',
  settlingReadFrom: 'watermark',
}

/** The same with a clock of five moments. */
export const inTime: Rules = { ...protocol, slice: 'window', items: [opener, refused], lastMoment: 4 }

export const inWindow = (rules: Rules): boolean => rules.slice === 'window'

/**
 * The lease that a creation needs, once these events are recorded. The reply, and what makes an incident grow, have a cause
 * of their own, so another lease where events are covered. No variant has both, so the two share one.
 */
export const leaseFor = (rules: Rules, operation: number, events: number): number => {
  if (rules.lease !== 'events') return 0
  if (operation === reply) return 1
  if (operation !== childTwo) return 0
  if (rules.secondChild === 'g') return 1
  return rules.secondChild === 'both, owed by the latest' && events & (1 << manualChange) ? 1 : 0
}

/** The event that asks for a child first. */
export const askerOf = (rules: Rules, child: number): Item =>
  child === childTwo && (rules.secondChild === 'g' || rules.secondChild === 'g, owed by c1') ? manualChange : opener

import type { RequestRecord } from '../exchange/request-record.ts'

/** Reads answered from an older world. */
export type StaleMode = 'stale' | 'stale-lists' | 'stale-refs' | 'stale-blobs'

/**
 * What goes wrong. `before`: nothing takes effect; `after`: all does, but the answer is lost. `late`: the answer never
 * comes and the effect takes place after `requests` more requests.
 */
export type FaultMode =
  | '502-before'
  | '502-after'
  | 'reset-before'
  | 'reset-after'
  | 'timeout-before'
  | 'timeout-after'
  | 'late'
  | '403-retry-after'
  | '403-secondary'
  | 'partial-errors'
  | StaleMode

export type FaultWhere = {
  readonly method?: string
  /** The beginning of the path, without `/api/v3`, or a pattern. */
  readonly path?: string | RegExp
  /** A GraphQL operation's name, or a field of its first level. */
  readonly operation?: string
  /** `app`, `installation:1`, `actions:owner/repo`, `user:login`. */
  readonly identity?: string
  readonly mutating?: boolean
}

export type FaultOrder = {
  /** The k-th request from now on, counted from 1, among those that match `where`. */
  readonly request: number
  readonly where?: FaultWhere
  /** In a GraphQL mutation: the alias it strikes at, counted from 1. Earlier ones keep their effect, later ones never run. */
  readonly alias?: number
  readonly mode: FaultMode
  /** `403-retry-after`: the seconds it asks for, 60 unless told. */
  readonly seconds?: number
  /** `late`: after how many more requests it takes effect, 2 unless told. */
  readonly requests?: number
  /** `partial-errors` in a mutation: the alias took effect all the same. */
  readonly done?: boolean
  /** `stale`: how many mutating requests ago, 1 unless told. */
  readonly lag?: number
}

export type Fault = FaultOrder & { readonly id: number; left: number }

export type Standing = {
  /** Every read that matches is answered from the world of `lag` mutating requests ago. */
  readonly reads: { readonly mode: StaleMode; readonly lag: number; readonly where: FaultWhere }[]
  /** Permissions that tokens of Apps and workflows have lost. */
  denied: string[]
}

export type Faults = {
  add(order: FaultOrder): Fault
  everyRead(mode: StaleMode, more?: { readonly lag?: number; readonly where?: FaultWhere }): void
  /** Takes a permission (`issues`, `contents`, ...) from every token of an App or a workflow. */
  deny(permission: string): void
  allow(permission: string): void
  clear(): void
  /** What has not struck yet. */
  pending(): readonly Fault[]
  standing(): Readonly<Standing>
  /** The fault that strikes this request. Counts it for every fault it matches. */
  strike(record: RequestRecord): Fault | null
  /** How far back reads may have to go. */
  deepestLag(): number
  save(): FaultState
  load(saved: FaultState): void
}

export type FaultState = { next: number; orders: Fault[]; readonly standing: Standing }

const isStale = (mode: FaultMode): mode is StaleMode => mode.startsWith('stale')

/** Whether a request is one of those a fault is meant for. */
export const matches = (record: RequestRecord, where: FaultWhere = {}): boolean => {
  if (where.method && where.method.toUpperCase() !== record.method) return false
  if (typeof where.path === 'string' && !record.path.startsWith(where.path)) return false
  if (where.path instanceof RegExp && !where.path.test(record.path)) return false
  if (where.identity && where.identity !== record.identity) return false
  if (where.mutating !== undefined && where.mutating !== record.mutating) return false
  if (!where.operation) return true
  return record.operation === where.operation || record.aliases.some(({ field }) => field === where.operation)
}

/** Which mode, if any, a read is stale in: by the fault that struck it, or by a standing one. */
export const staleness = (record: RequestRecord, fault: Fault | null, { reads }: Readonly<Standing>) => {
  if (fault && isStale(fault.mode)) return { mode: fault.mode, lag: fault.lag ?? 1 }
  return reads.find(each => matches(record, each.where)) ?? null
}

/** The faults of one emulator: some strike one request, some stand until cleared. */
export const createFaults = (): Faults => {
  let state: FaultState = { next: 1, orders: [], standing: { reads: [], denied: [] } }
  return {
    add(order) {
      const fault = { ...order, id: state.next++, left: order.request }
      state.orders.push(fault)
      return fault
    },
    everyRead: (mode, { lag = 1, where = {} } = {}) => void state.standing.reads.push({ mode, lag, where }),
    deny: permission => void state.standing.denied.push(permission),
    allow(permission) {
      state.standing.denied = state.standing.denied.filter(each => each !== permission)
    },
    clear() {
      state = { ...state, orders: [], standing: { reads: [], denied: [] } }
    },
    pending: () => state.orders,
    standing: () => state.standing,
    strike(record) {
      const matching = state.orders.filter(each => matches(record, each.where))
      for (const each of matching) each.left -= 1
      const [struck] = matching.filter(each => each.left <= 0)
      state.orders = state.orders.filter(each => each.left > 0)
      return struck ?? null
    },
    deepestLag() {
      const single = state.orders.filter(each => isStale(each.mode)).map(each => each.lag ?? 1)
      return Math.max(0, ...single, ...state.standing.reads.map(each => each.lag))
    },
    save: () => ({
      ...state,
      orders: state.orders.map(each => ({ ...each })),
      standing: structuredClone(state.standing),
    }),
    load(saved) {
      const orders = saved.orders.map(each => ({ ...each }))
      state = { ...saved, orders, standing: structuredClone(saved.standing) }
    },
  }
}

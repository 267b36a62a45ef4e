import type { RequestRecord } from '../exchange/request-record.ts'

/** Reads answered from an older world. */
export type StaleMode = 'stale' | 'stale-lists' | 'stale-refs' | 'stale-blobs' | 'stale-summaries'

/** Refused with this status before anything was done: a token that is not known everywhere yet, or a hiccup. */
export type StatusMode = '401' | '403' | '404'

/**
 * One alias of a mutation is refused, HTTP 200 and null, and the others are done. `too-quickly`: too much was created, and
 * nothing says how long to wait (cli/cli#4801). `priority-taken`: somebody else added to the same parent at that moment
 * (github/github-mcp-server#1842). `forbidden`: this mutation is refused to this token (github/gh-aw#42493).
 */
export type AliasMode = 'too-quickly' | 'priority-taken' | 'forbidden'

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
  /** GraphQL gives up a part of what was asked, HTTP 200: the nodes of long lists, or one alias of a mutation. */
  | 'resource-limits'
  | StatusMode
  | AliasMode
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
  /**
   * `partial-errors`, `forbidden` in a query: the field that is null, by the names in the answer from the top, with dots
   * (`repository.issue`, `repository.issue7`, `repository.issues.nodes.0.subIssues`). Everything else is answered; what may
   * not be null takes what it stands in with it.
   */
  readonly at?: string
  readonly mode: FaultMode
  /** `403-retry-after`: the seconds it asks for, 60 unless told. */
  readonly seconds?: number
  /** `late`: after how many more requests it takes effect, 2 unless told. */
  readonly requests?: number
  /** `partial-errors`, `resource-limits` in a mutation: the alias took effect all the same. */
  readonly done?: boolean
  /** `resource-limits` in a query: lists of so many a page are still answered, none unless told. */
  readonly above?: number
  /** `resource-limits` in a query: what stands on the first level is null with them. */
  readonly parent?: boolean
  /** `stale`: how many mutating requests ago, 1 unless told. */
  readonly lag?: number
}

export type Fault = FaultOrder & { readonly id: number; left: number }

export type StandingFaults = {
  /** Every read that matches is answered from the world of `lag` mutating requests ago. */
  readonly reads: { readonly mode: StaleMode; readonly lag: number; readonly where: FaultWhere }[]
  /** Every query that matches is answered in part: of lists longer than `above`, nothing. */
  readonly given: { readonly above: number; readonly parent: boolean; readonly where: FaultWhere }[]
  /** Mutations that tokens of Apps and workflows are refused, by the name of the field. */
  refused: string[]
  /** Permissions that tokens of Apps and workflows have lost. */
  denied: string[]
}

export type Faults = {
  add(order: FaultOrder): Fault
  everyRead(mode: StaleMode, more?: { readonly lag?: number; readonly where?: FaultWhere }): void
  /** GraphQL gives up lists of more than `above` a page, if there are lists in them, until `clear`. */
  limitResources(above: number, more?: { readonly parent?: boolean; readonly where?: FaultWhere }): void
  /** Refuses one mutation (`pinIssueComment`, ...) to every token of an App or a workflow, until `clear`. */
  refuse(mutation: string): void
  /** Takes a permission (`issues`, `contents`, ...) from every token of an App or a workflow. */
  deny(permission: string): void
  allow(permission: string): void
  clear(): void
  /** What has not struck yet. */
  pending(): readonly Fault[]
  standing(): Readonly<StandingFaults>
  /** The fault that strikes this request. Counts it for every fault it matches. */
  strike(record: RequestRecord): Fault | null
  /** How far back reads may have to go. */
  deepestLag(): number
  save(): FaultState
  load(saved: FaultState): void
}

export type FaultState = { next: number; orders: Fault[]; readonly standing: StandingFaults }

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

/** How much of a query's answer is given up, if any: by the fault that struck it, or by a standing one. */
export const givenUp = (record: RequestRecord, fault: Fault | null, { given }: Readonly<StandingFaults>) => {
  if (record.mutating) return null
  if (fault?.mode === 'resource-limits') return { above: fault.above ?? 0, parent: fault.parent ?? false }
  return given.find(each => matches(record, each.where)) ?? null
}

/** Which mode, if any, a read is stale in: by the fault that struck it, or by a standing one. */
export const staleness = (record: RequestRecord, fault: Fault | null, { reads }: Readonly<StandingFaults>) => {
  if (fault && isStale(fault.mode)) return { mode: fault.mode, lag: fault.lag ?? 1 }
  return reads.find(each => matches(record, each.where)) ?? null
}

const unbroken = (): StandingFaults => ({ reads: [], given: [], refused: [], denied: [] })

/** The faults of one emulator: some strike one request, some stand until cleared. */
export const createFaults = (): Faults => {
  let state: FaultState = { next: 1, orders: [], standing: unbroken() }
  return {
    add(order) {
      const fault = { ...order, id: state.next++, left: order.request }
      state.orders.push(fault)
      return fault
    },
    everyRead: (mode, { lag = 1, where = {} } = {}) => void state.standing.reads.push({ mode, lag, where }),
    limitResources: (above, { parent = false, where = {} } = {}) =>
      void state.standing.given.push({ above, parent, where }),
    refuse: mutation => void state.standing.refused.push(mutation),
    deny: permission => void state.standing.denied.push(permission),
    allow(permission) {
      state.standing.denied = state.standing.denied.filter(each => each !== permission)
    },
    clear() {
      state = { ...state, orders: [], standing: unbroken() }
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

import type { Clock } from '../controls/clock.ts'

/** GitHub's documented numbers; a test or a drill may change them or turn all off with `on`. */
export type LimitNumbers = {
  on: boolean
  /** Points an hour, separately for REST and GraphQL. */
  primary: { installation: number; actions: number; user: number; app: number }
  concurrent: number
  restPointsAMinute: number
  graphqlPointsAMinute: number
  creationsAMinute: number
  creationsAnHour: number
}

/** Whom a request counts for. `key` is one budget: an installation, a repository's workflows, a person. */
export type Budget = { readonly key: string; readonly kind: keyof LimitNumbers['primary'] }

/** What a request costs: `primary` points of the hour, `points` of the minute, and things it creates. */
export type Cost = {
  readonly api: 'rest' | 'graphql'
  primary: number
  readonly points: number
  readonly creations: number
}

export type Window = { readonly limit: number; readonly remaining: number; used: number; readonly reset: number }

export type LimitBreach =
  | { readonly is: 'primary'; readonly reset: number }
  | { readonly is: 'secondary'; readonly retryAfter: number }

export type Limits = LimitNumbers & {
  /** Takes the cost, or says which limit it would break. A refused request costs nothing. */
  take(budget: Budget, cost: Cost): LimitBreach | null
  /** Call once the request has ended. */
  end(budget: Budget): void
  window(budget: Budget, api: Cost['api']): Window
  save(): LimitState
  load(saved: LimitState): void
}

export type LimitState = {
  readonly hours: Map<string, { used: number; readonly reset: number }>
  readonly spent: Map<string, { readonly at: number; readonly points: number }[]>
}

const minute = 60_000
const hour = 3_600_000

/** Primary and secondary rate limits, by the emulator's clock. */
export const createLimits = (clock: Clock, numbers: Partial<LimitNumbers> = {}): Limits => {
  let state: LimitState = { hours: new Map(), spent: new Map() }
  const running = new Map<string, number>()

  const hourOf = (key: string) => {
    const now = clock.now().getTime()
    const found = state.hours.get(key)
    if (found && found.reset > now && found.reset <= now + hour) return found
    const fresh = { used: 0, reset: Math.floor(now / 1000) * 1000 + hour }
    state.hours.set(key, fresh)
    return fresh
  }

  /** When the last `span` milliseconds will again have room for `points`; null when they have it now. */
  const roomAt = (key: string, span: number, limit: number, points: number): number | null => {
    if (points === 0) return null
    const now = clock.now().getTime()
    const spent = (state.spent.get(key) ?? []).filter(each => each.at > now - span)
    let sum = spent.reduce((total, each) => total + each.points, 0) + points
    if (sum <= limit) return null
    for (const each of spent) {
      sum -= each.points
      if (sum <= limit) return each.at + span
    }
    return now + span
  }

  const spend = (key: string, points: number) => {
    const now = clock.now().getTime()
    if (points === 0) return
    const kept = (state.spent.get(key) ?? []).filter(each => each.at > now - hour)
    state.spent.set(key, [...kept, { at: now, points }])
  }

  const secondary = (budget: Budget, cost: Cost): number | null => {
    const pointsAMinute = cost.api === 'rest' ? limits.restPointsAMinute : limits.graphqlPointsAMinute
    const waits = [
      roomAt(`${budget.key} ${cost.api}`, minute, pointsAMinute, cost.points),
      roomAt(`${budget.key} creations`, minute, limits.creationsAMinute, cost.creations),
      roomAt(`${budget.key} creations`, hour, limits.creationsAnHour, cost.creations),
    ].filter(each => each !== null)
    if ((running.get(budget.key) ?? 0) >= limits.concurrent) waits.push(clock.now().getTime() + 1000)
    return waits.length > 0 ? Math.max(...waits) : null
  }

  const limits: Limits = {
    on: true,
    primary: { installation: 5000, actions: 1000, user: 5000, app: 5000 },
    concurrent: 100,
    restPointsAMinute: 900,
    graphqlPointsAMinute: 2000,
    creationsAMinute: 80,
    creationsAnHour: 500,
    ...numbers,

    take(budget, cost) {
      const window = hourOf(`${budget.key} ${cost.api}`)
      if (limits.on) {
        if (window.used + cost.primary > limits.primary[budget.kind])
          return { is: 'primary', reset: window.reset / 1000 }
        const until = secondary(budget, cost)
        const seconds = until === null ? 0 : Math.ceil((until - clock.now().getTime()) / 1000)
        // GitHub's own advice is never under a minute, but for the creations of an hour it is what is left of it
        if (until !== null) return { is: 'secondary', retryAfter: Math.max(1, seconds) }
      }
      window.used += cost.primary
      running.set(budget.key, (running.get(budget.key) ?? 0) + 1)
      if (!limits.on) return null
      spend(`${budget.key} ${cost.api}`, cost.points)
      spend(`${budget.key} creations`, cost.creations)
      return null
    },

    end(budget) {
      running.set(budget.key, Math.max(0, (running.get(budget.key) ?? 0) - 1))
    },

    window(budget, api) {
      const { used, reset } = hourOf(`${budget.key} ${api}`)
      const limit = limits.primary[budget.kind]
      return { limit, used, remaining: Math.max(0, limit - used), reset: reset / 1000 }
    },

    save: () => structuredClone(state),
    load(saved) {
      state = structuredClone(saved)
      running.clear()
    },
  }
  return limits
}

import type { Attempt, Delivery, Subscription } from './delivery.ts'
import { headersOf, post } from './post.ts'

export type Listener = (delivery: Delivery) => void | Promise<void>

/** Where webhooks go. */
export type Webhooks = {
  /** Posts to a URL from now on; the answer ends it. `as: 'app'` (the default) gets only what the App subscribes to. */
  subscribe(to: {
    readonly url: string
    readonly secret?: string
    readonly events?: string[]
    readonly as?: 'app' | 'repository'
  }): () => void
  /** Hears every delivery in this process; the answer ends it. */
  on(listener: Listener): () => void
  subscriptions(): readonly Subscription[]
}

/** What is on its way, and what has been posted. */
export type Deliveries = {
  /** From now on nothing is sent by itself. */
  hold(): void
  /** Sends what was held, and from now on all by itself. */
  release(): void
  /** Takes what is held, oldest first: to drop, double, shuffle, delay and `deliver`. */
  take(): Delivery[]
  pending(): readonly Delivery[]
  /** Sends one to all who want it, at once. */
  deliver(delivery: Delivery): Promise<Attempt[]>
  /** Sends one again, marked so, under its old `guid`, as the deliveries API does. */
  redeliver(delivery: Delivery): Promise<Attempt[]>
  /** When no automatic delivery is under way. */
  idle(): Promise<void>
  /** Every posting to a URL, oldest first. */
  readonly log: readonly Attempt[]
}

export type DeliveryState = { held: boolean; readonly pending: Delivery[]; readonly log: Attempt[]; next: number }

export type Post = Deliveries & {
  readonly webhooks: Webhooks
  /** Takes a new delivery: holds it or sends it. */
  send(delivery: Delivery): void
  nextId(): number
  save(): DeliveryState
  load(saved: DeliveryState): void
}

/** The post office of one emulator: automatic deliveries go one after the other, each waiting for the last. */
export const createPost = (appId: () => number, now: () => Date): Post => {
  let state: DeliveryState = { held: false, pending: [], log: [], next: 1 }
  let subscriptions: Subscription[] = []
  const listeners = new Set<Listener>()
  let tail: Promise<unknown> = Promise.resolve()

  const wanted = ({ toApp, event }: Delivery) =>
    subscriptions.filter(
      each => (toApp || each.as === 'repository' || event === 'ping') && (!each.events || each.events.includes(event)),
    )

  const postTo = async (subscription: Subscription, delivery: Delivery): Promise<Attempt> => {
    const body = JSON.stringify(delivery.payload)
    const request = headersOf(delivery, subscription, appId(), body)
    const at = now().toISOString()
    const outcome = await post(subscription.url, request, body)
    const attempt = { id: state.next++, delivery, subscription, at, request, ...outcome }
    state.log.push(attempt)
    return attempt
  }

  const deliver = async (delivery: Delivery): Promise<Attempt[]> => {
    for (const listener of listeners) await listener(delivery)
    return Promise.all(wanted(delivery).map(each => postTo(each, delivery)))
  }

  const queue = (delivery: Delivery) => {
    if (listeners.size === 0 && subscriptions.length === 0) return
    tail = tail.then(() => deliver(delivery)).catch(error => console.error(error))
  }

  const idle = async () => {
    for (let seen: unknown = null; seen !== tail; ) {
      seen = tail
      await tail
    }
  }

  const webhooks: Webhooks = {
    subscribe({ url, secret = '', events, as = 'app' }) {
      const added = { id: state.next++, url, secret, events: events ?? null, as }
      subscriptions.push(added)
      return () => {
        subscriptions = subscriptions.filter(each => each !== added)
      }
    },
    on(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    subscriptions: () => subscriptions,
  }

  return {
    webhooks,
    deliver,
    idle,
    hold: () => {
      state.held = true
    },
    release() {
      state.held = false
      for (const each of state.pending.splice(0)) queue(each)
    },
    take: () => state.pending.splice(0),
    pending: () => state.pending,
    redeliver: delivery => deliver({ ...delivery, id: state.next++, redelivery: true }),
    send: delivery => (state.held ? void state.pending.push(delivery) : queue(delivery)),
    nextId: () => state.next++,
    get log() {
      return state.log
    },
    // deliveries never change, so copies of the lists suffice
    save: () => ({ ...state, pending: [...state.pending], log: [...state.log] }),
    load(saved) {
      state = { ...saved, pending: [...saved.pending], log: [...saved.log] }
    },
  }
}

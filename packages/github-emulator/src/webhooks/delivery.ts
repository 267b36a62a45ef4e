import type { JsonObject } from '../http/answer.ts'

/** One event on its way to whoever listens. It never changes once made. */
export type Delivery = {
  readonly id: number
  /** `X-GitHub-Delivery`; a redelivery keeps it. */
  readonly guid: string
  readonly at: string
  readonly event: string
  readonly action: string | null
  readonly payload: JsonObject
  readonly repositoryId: number | null
  readonly installationId: number | null
  /** Whether a workflow may start from it: nothing does that GITHUB_TOKEN caused. */
  readonly triggersWorkflows: boolean
  /** Whether the App is told, by its events and its installations. */
  readonly toApp: boolean
  readonly redelivery: boolean
}

/** Where webhooks are posted. Without `events` all are. `app` gets what the App subscribes to, `repository` all. */
export type Subscription = {
  readonly id: number
  readonly url: string
  readonly secret: string
  readonly events: string[] | null
  readonly as: 'app' | 'repository'
}

/** One posting of a delivery, as the deliveries API tells it. */
export type Attempt = {
  readonly id: number
  readonly delivery: Delivery
  readonly subscription: Subscription
  readonly at: string
  /** Seconds. */
  readonly duration: number
  /** `OK`, or what went wrong. */
  readonly status: string
  readonly code: number
  readonly request: { readonly [name: string]: string }
  readonly response: { readonly headers: { readonly [name: string]: string }; readonly body: string }
}

import type { JsonObject } from '../http/answer.ts'

/** One event on its way to whoever listens. It never changes once made. */
export type Delivery = {
  id: number
  /** `X-GitHub-Delivery`; a redelivery keeps it. */
  guid: string
  at: string
  event: string
  action: string | null
  payload: JsonObject
  repositoryId: number | null
  installationId: number | null
  /** Whether a workflow may start from it: nothing does that GITHUB_TOKEN caused. */
  triggersWorkflows: boolean
  /** Whether the App is told, by its events and its installations. */
  toApp: boolean
  redelivery: boolean
}

/** Where webhooks are posted. Without `events` all are. `app` gets what the App subscribes to, `repository` all. */
export type Subscription = {
  id: number
  url: string
  secret: string
  events: string[] | null
  as: 'app' | 'repository'
}

/** One posting of a delivery, as the deliveries API tells it. */
export type Attempt = {
  id: number
  delivery: Delivery
  subscription: Subscription
  at: string
  /** Seconds. */
  duration: number
  /** `OK`, or what went wrong. */
  status: string
  code: number
  request: { [name: string]: string }
  response: { headers: { [name: string]: string }; body: string }
}

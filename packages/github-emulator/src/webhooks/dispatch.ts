import { createHash } from 'node:crypto'
import { checkWebhook } from '../description/validate.ts'
import type { JsonObject } from '../http/answer.ts'
import { installationOf } from '../identity/app.ts'
import type { Shell } from '../shell.ts'
import type { DomainEvent } from '../world/types/domain-events.ts'
import type { Delivery } from './delivery.ts'
import { payloadOf } from './payload.ts'

/** A guid that is the same again in the same run. */
const guidOf = (id: number): string => {
  const digest = createHash('sha1').update(`delivery ${id}`).digest('hex')
  return [
    digest.slice(0, 8),
    digest.slice(8, 12),
    `1${digest.slice(13, 16)}`,
    `8${digest.slice(17, 20)}`,
    digest.slice(20, 32),
  ].join('-')
}

const check = (shell: Shell, { event, action, payload }: Delivery) => {
  if (!shell.validate) return
  shell.exchanges.webhooks += 1
  // as the receiver sees it: without what is undefined
  shell.violations.push(...checkWebhook(event, action, JSON.parse(JSON.stringify(payload))))
}

const deliveryOf = (shell: Shell, what: DomainEvent): Delivery | null => {
  const found = installationOf(shell.world, shell.installations, what.repository)
  const view = { state: shell.world.state, base: shell.base, actor: what.by }
  const payload = payloadOf(view, what, found?.id ?? null)
  if (!payload) return null
  const toApp = found !== null && found.suspendedAt === null && found.events.includes(what.event)
  return make(shell, {
    event: what.event,
    action: what.action,
    payload,
    repositoryId: what.repository,
    installationId: found?.id ?? null,
    triggersWorkflows: what.by.kind !== 'actions-token',
    toApp,
  })
}

type Made = Omit<Delivery, 'id' | 'guid' | 'at' | 'redelivery'>

const make = (shell: Shell, made: Made): Delivery => {
  const id = shell.post.nextId()
  return { id, guid: guidOf(id), at: shell.world.now().toISOString(), redelivery: false, ...made }
}

/** Sends an event that is not of a repository: the App's own installations. */
export const announce = (
  shell: Shell,
  event: string,
  action: string,
  installationId: number,
  payload: JsonObject,
): void => {
  const about = { repositoryId: null, installationId, triggersWorkflows: false, toApp: true }
  const delivery = make(shell, { event, action, payload: { action, ...payload }, ...about })
  check(shell, delivery)
  shell.post.send(delivery)
}

/**
 * Makes deliveries of what happens. GitHub makes its payloads after the request, so that an issue that was opened with
 * labels has them in `opened` already: so they are made here once the running code yields, or when `flush` is called.
 */
export const watchDomainEvents = (shell: Shell): { flush(): void; forget(): void } => {
  let fresh: DomainEvent[] = []
  const flush = () => {
    const now = fresh
    fresh = []
    for (const what of now) {
      const delivery = deliveryOf(shell, what)
      if (!delivery) continue
      check(shell, delivery)
      shell.post.send(delivery)
    }
  }
  shell.world.listeners.push(event => {
    if (fresh.length === 0) queueMicrotask(flush)
    fresh.push(event)
  })
  const forget = () => {
    fresh = []
  }
  return { flush, forget }
}

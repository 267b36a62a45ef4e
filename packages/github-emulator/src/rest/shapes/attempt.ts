import type { JsonObject } from '../../http/answer.ts'
import type { Attempt } from '../../webhooks/delivery.ts'

/** One posting of a webhook in the list of deliveries. */
export const attemptInList = ({ id, delivery, at, duration, status, code }: Attempt): JsonObject => ({
  id,
  guid: delivery.guid,
  delivered_at: at,
  redelivery: delivery.redelivery,
  duration,
  status,
  status_code: code,
  event: delivery.event,
  action: delivery.action,
  installation_id: delivery.installationId,
  repository_id: delivery.repositoryId,
  throttled_at: null,
})

/** The same with what was sent and what came back. */
export const attemptInFull = (attempt: Attempt): JsonObject => ({
  ...attemptInList(attempt),
  url: attempt.subscription.url,
  request: { headers: attempt.request, payload: attempt.delivery.payload },
  response: { headers: attempt.response.headers, payload: attempt.response.body },
})

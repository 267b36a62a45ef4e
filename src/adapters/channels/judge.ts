import type { Delivery, DeliveryFailure } from '../../domain/terms/channel-message.ts'
import type { Answer } from './send.ts'

const failed = (why: DeliveryFailure): Delivery => ({ is: 'failed', why })

/**
 * Whether an answer says that the message was taken. `isYes`: what this kind of channel answers then. A page of HTML
 * is never that: it comes from a proxy, or from a sign-in that stands before the channel.
 */
export const judge = (answer: Answer, isYes: (status: number, text: string) => boolean): Delivery => {
  if (answer.is === 'failed') return answer
  const { status, text } = answer
  const isPage = /^\s*<(?:!doctype|html)/i.test(text)
  if (isYes(status, text) && !isPage) return { is: 'accepted' }
  if (status >= 300 && status < 400) return failed('redirected')
  if ([401, 403, 404, 410].includes(status)) return failed('credentials-not-accepted')
  if (status === 429) return failed('rate-limited')
  if (status >= 500) return failed('channel-down')
  return failed(status >= 400 ? 'not-accepted' : 'answer-not-understood')
}

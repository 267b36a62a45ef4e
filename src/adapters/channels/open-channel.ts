import type { ChannelMessage, Delivery } from '../../domain/terms/channel-message.ts'
import type { Channel } from './channel.ts'
import type { Definition } from './definition.ts'
import { type Send, send } from './send.ts'
import type { Spoken } from './spoken.ts'

type Means = {
  readonly send: Send
  /** Unix time in seconds, for signatures. */
  readonly clock: () => number
}

const usual: Means = { send, clock: () => Math.floor(Date.now() / 1000) }

/** A channel that can be used, from its definition. */
export const openChannel = (definition: Definition, means = usual): Channel => {
  const { isRoom, judge, requestFor, readAnswers } = definition.open(means.clock)
  const deliver = async (message: Spoken): Promise<Delivery> => {
    if (isRoom && message.confidential && !definition.isPrivate) return { is: 'failed', why: 'room-not-private' }
    const request = requestFor(message)
    if (request === null) return { is: 'accepted' }
    return typeof request === 'string' ? { is: 'failed', why: request } : judge(await means.send(request))
  }
  return {
    send: message => deliver({ ...message, isTest: false }),
    test: () => deliver({ ...testMessage, key: `tocsin-test-${means.clock()}`, isTest: true }),
    readAnswers: readAnswers === null ? null : key => readAnswers(key, means.send),
  }
}

const testMessage: ChannelMessage = {
  action: 'trigger',
  key: '',
  to: [],
  codename: 'test',
  call: null,
  drill: true,
  confidential: false,
  link: null,
  why: null,
}

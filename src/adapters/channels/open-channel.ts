import type { ChannelMessage, Delivery } from '../../domain/terms/channel-message.ts'
import type { Channel } from './channel.ts'
import type { Definition } from './definition.ts'
import type { Kind, Spoken } from './kind.ts'
import { pagerDuty } from './pagerduty.ts'
import { type Send, send } from './send.ts'
import { slack } from './slack.ts'
import { teams } from './teams.ts'
import { webhook } from './webhook.ts'

type Means = {
  readonly send: Send
  /** Unix time in seconds, for signatures. */
  readonly clock: () => number
}

const usual: Means = { send, clock: () => Math.floor(Date.now() / 1000) }

const kindOf = (definition: Definition, clock: Means['clock']): Kind => {
  switch (definition.kind) {
    case 'pagerduty':
      return pagerDuty(definition)
    case 'slack':
      return slack(definition)
    case 'teams':
      return teams(definition)
    case 'webhook':
      return webhook(definition, clock)
  }
}

/** A channel that can be used, from its definition. */
export const openChannel = (definition: Definition, means = usual): Channel => {
  const { judge, requestFor, readAnswers } = kindOf(definition, means.clock)
  const deliver = async (message: Spoken): Promise<Delivery> => {
    if (isTooPublic(definition, message)) return { is: 'failed', why: 'room-not-private' }
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

/** A room has readers whom nobody counted; a pager or a number belongs to whom it is set up for, and says only the codename. */
const isTooPublic = ({ kind, isPrivate }: Definition, { confidential, isTest }: Spoken): boolean =>
  (kind === 'slack' || kind === 'teams') && confidential && !isPrivate && !isTest

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

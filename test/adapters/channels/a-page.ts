import type { Channel } from '../../../src/adapters/channels/channel.ts'
import { openChannel } from '../../../src/adapters/channels/open-channel.ts'
import { readChannels } from '../../../src/adapters/channels/read-channels.ts'
import { type Send, send } from '../../../src/adapters/channels/send.ts'
import { variablesOf } from '../../../src/adapters/channels/source.ts'
import type { ChannelMessage } from '../../../src/domain/terms/channel-message.ts'

/** Dana and erin are woken for sapphire-basket. */
export const page: ChannelMessage = {
  action: 'trigger',
  key: 'inc-4f2a/1',
  to: [
    { id: 4, login: 'dana' },
    { id: 5, login: 'Erin' },
  ],
  codename: 'sapphire-basket',
  call: '+49 30 901820',
  drill: false,
  confidential: true,
  link: 'https://github.com/acme/incidents/issues/7',
  why: 'Somebody reads our mail',
}

type Env = Readonly<Record<string, string>>

/** The channel `pager` that an operator's file of an App defines; everything about it must be right. */
export const channelOf = (yaml: string, env: Env = {}, by: Send = send): Channel => {
  const text = `pager:\n${yaml.trim().replace(/^/gm, '  ')}\n  installations: all\n`
  const { definitions, problems } = readChannels(text, {
    file: 'channels.yml',
    where: 'app',
    variable: variablesOf(env),
  })
  const [definition] = definitions
  if (definition === undefined) throw new Error(JSON.stringify(problems))
  return openChannel(definition, { send: by, clock: () => Math.floor(Date.now() / 1000) })
}

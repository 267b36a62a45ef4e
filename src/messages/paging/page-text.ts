import type { ChannelMessage } from '../../domain/terms/channel-message.ts'
import { oneLine } from '../../domain/text/escape.ts'

/** What a page says by push, SMS or voice, and as the title in a pager. A screen that lies on a table shows it: no link, no severity. */
export const pageText = ({ action, codename, call, drill }: ChannelMessage): string => {
  const says = { trigger: joinNow(call), acknowledge: somebodyHasIt, resolve: stoodDown }[action]
  return `${drill ? 'Drill. ' : ''}${codename}: ${says}`
}

const somebodyHasIt = 'an incident commander is there now.'
const stoodDown = 'you are no longer needed. Thank you.'

const joinNow = (call: string | null): string => {
  const number = call === null ? null : telephone(call)
  return `please join the call now.${number === null ? '' : ` ${number}`}`
}

/** A link would let in whoever reads the message; whoever is paged finds the call in the pager, the room or the handbook. */
const telephone = (call: string): string | null => (/:\/\/|www\.|\.\w{2,}\//i.test(call) ? null : oneLine(call))

/** What a test of a channel says. */
export const testText = (): string => 'Test of Tocsin: this channel works. Nobody is needed.'

/** A page as a room reads it: lines of plain text, each to be escaped as the room's format wants it. */
export const roomLines = (message: ChannelMessage): readonly string[] => {
  const { action, to, call, drill, why } = message
  if (action !== 'trigger') return [pageText(message)]
  return [
    pageText({ ...message, call: null }),
    ...(call === null ? [] : [`The call: ${oneLine(call)}`]),
    ...(to.length === 0 ? [] : [`Paged: ${to.map(({ login }) => login).join(', ')}`]),
    ...(why === null ? [] : [`Why: ${reason(why)}`]),
    drill ? 'This is a drill.' : 'This is no drill.',
  ]
}

const mostOfReason = 300

const reason = (why: string): string => {
  const line = oneLine(why)
  return line.length <= mostOfReason ? line : `${line.slice(0, mostOfReason).toWellFormed()}…`
}

/** What the link to the incident's page is called. */
export const pageLink = (): string => 'Open the incident'

/** What the details in a pager are called. */
export const detailNames = { paged: 'Paged', call: 'The call', why: 'Why' } as const

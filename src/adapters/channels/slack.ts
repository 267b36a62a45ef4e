import { pageLink } from '../../messages/paging/page-text.ts'
import { judge } from './judge.ts'
import { address, addressExpected } from './keys.ts'
import { defineKind } from './kind.ts'
import { postTo } from './send.ts'
import { type Spoken, saidInRoom } from './spoken.ts'

/**
 * A Slack room, by an incoming webhook: JSON with `text`, answered by 200 and the word `ok`; 400, 403, 404 and 410 say
 * what is wrong. https://docs.slack.dev/messaging/sending-messages-using-incoming-webhooks
 */
export const slack = defineKind({
  keys: { url: address },
  expected: { url: addressExpected },
  secrets: ['url'],
  open: ({ url, allow_private_addresses: allowPrivateAddresses }) => ({
    isRoom: true,
    requestFor: message =>
      postTo(url, { text: textOf(message), unfurl_links: false, unfurl_media: false }, allowPrivateAddresses),
    judge: answer => judge(answer, (status, text) => status === 200 && text.trim() === 'ok'),
    readAnswers: null,
  }),
})

/** These three are all that Slack reads as more than text, mentions such as `<!channel>` among it. Formatting may stay. */
const plain = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

const textOf = (message: Spoken): string => {
  const { lines, link } = saidInRoom(message)
  return [...lines.map(plain), ...(link === null ? [] : [`<${encodeURI(link)}|${pageLink()}>`])].join('\n')
}

import { pageLink } from '../../messages/paging/page-text.ts'
import { judge } from './judge.ts'
import { address, addressExpected } from './keys.ts'
import { defineKind } from './kind.ts'
import { postTo } from './send.ts'
import { type Spoken, saidInRoom } from './spoken.ts'

/** A connector of Office 365, which takes nothing any more. */
const isConnector = ({ hostname }: URL): boolean =>
  /(?:^|\.)(?:webhook\.office\.com|outlook\.office(?:365)?\.com)$/.test(hostname)

/**
 * A channel or chat of Microsoft Teams, by the trigger *When a Teams webhook request is received* of the Workflows app:
 * a message with one Adaptive Card, answered by 202 when the workflow has started. Office 365 connectors, which took
 * such messages before, are retired.
 * https://learn.microsoft.com/connectors/teams/#microsoft-teams-webhook,
 * https://learn.microsoft.com/microsoftteams/platform/webhooks-and-connectors/how-to/connectors-using
 */
export const teams = defineKind({
  keys: { url: address.refine(url => !isConnector(url)) },
  expected: {
    url: `the URL of a workflow with the trigger *When a Teams webhook request is received*, for connectors are retired: ${addressExpected}`,
  },
  secrets: ['url'],
  open: ({ url, allow_private_addresses: allowPrivateAddresses }) => ({
    isRoom: true,
    requestFor: message => {
      const card = {
        contentType: 'application/vnd.microsoft.card.adaptive',
        contentUrl: null,
        content: cardOf(message),
      }
      return postTo(url, { type: 'message', attachments: [card] }, allowPrivateAddresses)
    },
    judge: answer => judge(answer, status => status === 200 || status === 202),
    readAnswers: null,
  }),
})

/** Text runs are shown as they are; a text block would read Markdown in them. https://adaptivecards.io/explorer/TextRun.html */
const line = (text: string, weight: 'Bolder' | 'Default') => ({
  type: 'RichTextBlock',
  inlines: [{ type: 'TextRun', text, weight }],
})

const cardOf = (message: Spoken) => {
  const {
    lines: [first = '', ...rest],
    link,
  } = saidInRoom(message)
  return {
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    type: 'AdaptiveCard',
    version: '1.4',
    body: [line(first, 'Bolder'), ...rest.map(text => line(text, 'Default'))],
    ...(link === null ? {} : { actions: [{ type: 'Action.OpenUrl', title: pageLink(), url: link }] }),
  }
}

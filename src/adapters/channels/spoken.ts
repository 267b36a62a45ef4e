import type { ChannelMessage } from '../../domain/terms/channel-message.ts'
import { pageText, roomLines, testText } from '../../messages/paging/page-text.ts'

/** A message, or the test of a channel: then it says that it is one. */
export type Spoken = ChannelMessage & { readonly isTest: boolean }

/** What is said by push, SMS or voice, and as the title in a pager. */
export const shortText = (message: Spoken): string => (message.isTest ? testText() : pageText(message))

/** What is said in a room, in lines of plain text, and the link below them; null: none. */
export const saidInRoom = (message: Spoken): { readonly lines: readonly string[]; readonly link: string | null } => ({
  lines: message.isTest ? [testText()] : roomLines(message),
  link: message.action === 'trigger' ? message.link : null,
})

import { quote } from '../domain/text/quote.ts'

/** Where people see a line that is not plain text of the comment's own. */
export type Aside =
  | 'quotation'
  | 'list'
  | 'table'
  | 'heading'
  | 'html'
  | 'link'
  | 'mathematics'
  | 'struck'
  | 'marks'
  | 'several'

const asides: Readonly<Record<Aside, string>> = {
  quotation: 'it belongs to the quotation above it. Put an empty line between them',
  list: 'it stands in a list. Put it outside, after an empty line',
  table: 'it stands in a table. Put it outside, after an empty line',
  heading: 'it stands in a heading. Put it on a line without `#`',
  html: 'it stands in HTML. Put it outside, after an empty line',
  link: 'it stands between brackets that go on over several lines. Put it outside',
  mathematics: 'it stands in a formula. Put it outside',
  struck: 'it is struck out',
  several: 'another command stands behind it on the same line',
  marks: 'other text or formatting stands before it',
}

/** A command that does not stand as plain text at the beginning of a line: where, and what to type if it is meant. */
export const notPlainText = (line: string, where: Aside, command: string): string =>
  `${quote(line)} was not carried out: ${asides[where]}.\nIf you mean it, write ${quote(command)} on a line of its own.`

export const isAQuestion = (line: string, command: string): string =>
  `${quote(line)} was not carried out: it reads like a question.\nIf you mean it, write ${quote(command)}. \`/status\` shows the current status.`

/** Words after a command that go on a sentence, or ask. `thing` is what they would have been: a reason, a note, a text. */
export const notMeant = (text: string, thing: string): string =>
  `${quote(text)} reads like part of a sentence or a question, so nothing was recorded. If it is the ${thing}, begin it with another word. If this is no command, ignore this reply.`

/** For whoever cancelled the incident, so that a line that was only talk is noticed and taken back. */
export const cancelledAloud = (because: string): string =>
  `This incident is now **cancelled as a false alarm**, and its issue is closed. Reason: ${quote(because)}. If that was not meant, take it back with GitHub’s *Reopen issue* button: anyone with write access can, and nothing is lost.`

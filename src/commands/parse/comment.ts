import { slashLike } from '../../domain/text/slashes.ts'
import { paragraphsOf } from './blocks.ts'
import { ownWords } from './email.ts'
import { type ParsedLine, readLine } from './line.ts'
import { type Paragraph, placeOf } from './place.ts'

/** A line that is meant as a command, or may be, and the lines of its paragraph up to the next. */
export type CommandLine = { readonly line: string; readonly more: readonly string[]; readonly read: ParsedLine }

// GitHub lets a comment have 65,536 characters, each of at most two UTF-16 units.
const longest = 131_072

const slashes = new RegExp(`[${slashLike}]`)

/**
 * The commands of a comment in their order, and what looks so much like one that somebody should be told. Only the
 * comment's own lines of text count: nothing in code, quotations, or comments in HTML, nor what an e-mail quotes. `names`
 * are those of the commands.
 */
export const commandLines = (body: string, byEmail: boolean, names: readonly string[]): readonly CommandLine[] => {
  const own = (byEmail ? ownWords(body) : body).slice(0, longest)
  if (!slashes.test(own)) return []
  const text = upToLastSlash(own.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n'))
  const found: CommandLine[] = []
  for (const paragraph of paragraphsOf(text, mayBegin)) {
    if (found.length > mostCommands) break
    found.push(...commandsIn(text, paragraph, names))
  }
  return found
}

/** Nobody means more than this at once, and a paste of a log may look like it. What follows need not be read then. */
export const mostCommands = 20

/** A picture that is pasted stands before the text of its line with an address as long as this. */
const furthest = 800

const mayBegin = (line: string): boolean => line.length > 1 && slashes.test(line.slice(0, furthest))

const commandsIn = (text: string, { to, lines }: Paragraph, names: readonly string[]): readonly CommandLine[] => {
  const found: { line: string; read: ParsedLine; at: number }[] = []
  for (const one of lines) {
    const line = withoutBreak(one.text)
    const read = readLine(line, placeOf(one), names)
    if (read !== null) found.push({ line, read, at: one.at })
    if (found.length > mostCommands) break
  }
  return found.map(({ line, read, at }, index) => {
    const [, ...more] = text.slice(at, found[index + 1]?.at ?? to).split('\n')
    return { line, read, more: more.map(one => withoutBreak(one.trim())).filter(one => one !== '') }
  })
}

/** A backslash at the end of a line breaks it, and is not shown. */
const withoutBreak = (line: string): string => (line.endsWith('\\') ? line.slice(0, -1).trimEnd() : line)

/** Nothing below the paragraph with the last slash can be a command, or close an element. */
const upToLastSlash = (text: string): string => {
  const last = Math.max(...Array.from(slashLike, slash => text.lastIndexOf(slash)))
  const end = /\n[ \t]*\n/.exec(text.slice(last))?.index
  return end === undefined ? text : text.slice(0, last + end)
}

import { cut } from '../../domain/text/escape.ts'
import * as says from '../../messages/secrets/redaction.ts'
import { type Arg, split } from './args.ts'

/** A link to a comment, as GitHub's *Copy link* gives it, in Markdown and in angle brackets too: the comment's number. */
export const commentLink = (): Arg<string> => ({
  usage: key => `<${key}>`,
  take: text => {
    const { word, rest } = split(text.replace(/^\[[^\]\n]{0,200}\]\(([^()\s]{1,500})\)/, '$1 '))
    const number = numberIn(word)
    return number === null ? { says: says.noCommentLink(cut(word, 200)) } : { value: number, rest }
  },
})

/** The comment that an address is of. */
export const isAt = (at: string, number: string): boolean => numberIn(at) === number

const numberIn = (link: string): string | null => /#issuecomment-(\d{1,20})[>).,;:]{0,3}$/.exec(link)?.[1] ?? null

import { severityOf } from '../../domain/terms/severity.ts'
import { slashLike } from '../../domain/text/slashes.ts'
import { trimmed } from '../../domain/text/trim.ts'
import type { Aside } from '../../messages/not-carried-out.ts'
import { oneLetterFrom } from './names.ts'
import type { Place } from './place.ts'
import { readsOn } from './prose.ts'
import { asItLooks, foreign } from './spelling.ts'

/** What somebody meant as a command, or may have meant as one. What is only talk is none of these. */
export type ParsedLine =
  | { readonly is: 'command'; readonly name: string; readonly text: string; readonly isQuestion: boolean }
  /** A command that does not stand at the beginning of a line of plain text. */
  | { readonly is: 'aside'; readonly where: Aside; readonly command: string }
  /** The slash, the name or the space after it is not what it looks like. */
  | { readonly is: 'unclean'; readonly character: string }
  | { readonly is: 'unknown'; readonly name: string; readonly near: string | null }

const word = String.raw`[\p{L}\p{M}\p{Cf}\p{Pd}\d_]+`
const direct = new RegExp(`^([\\p{Cf}\\p{Zs}\\t]*)([${slashLike}])(${word})(.*)$`, 'su')

// an emoji goes on with marks of its own
const symbol = '[^\\p{L}\\p{N}\\s`\\\\/<@~]'
const name = "[\\p{L}\\p{M}'’-]{1,20}"
/** What people put before a command: marks of lists, of emphasis, of citation; pictures; a label; whom they talk to. */
const before = [
  `${symbol}{1,12}(?!${symbol})[ \\t]*`,
  '\\[[xX]\\][ \\t]+',
  '(?:\\d{1,3}[.)]|\\d\\ufe0f?\\u20e3)[ \\t]*',
  '[a-z][.)][ \\t]+',
  '(?:[01]?\\d|2[0-4]):[0-5]\\d(?::\\d\\d)? ?(?:z|utc)?(?![a-z\\d])[\\])]?[ \\t]*',
  ':[a-z0-9_+-]{1,40}:[ \\t]*',
  '!\\[[^[\\]]{0,200}\\]\\([^()\\s]{0,400}\\)[ \\t]*',
  '</?(?:b|big|br|center|em|font|h[1-6]|i|img|ins|li|ol|p|small|span|strong|sub|sup|td|u|ul|div)(?:\\s[^<>]{0,400})?/?>[ \\t]*',
  `(?:${name} ){0,2}${name} ?:(?=[\\s*_])[ \\t]*`,
  '@[\\w-]{1,40}(?:\\[bot\\])?[,:]?[ \\t]+',
  '(?:please|pls|kindly|okay|ok|thanks|thank you|thx|ty|cheers|great|perfect|cool|alright|all right|sure|yes|yep|yeah|agreed|sorry|oops|bitte|danke|por favor|gracias|merci|grazie|obrigad[oa])[.,!:;]*[ \\t]+',
  '(?:done|right|good|now|so|then|no|well|got it|will do|on it|sounds good|makes sense|thanks (?:all|everyone|everybody|team|folks|a lot|so much)|thank you (?:all|everyone|so much|very much))[.,!:;]+[ \\t]+',
  '(?:let.?s|let me|i.?ll|i will|we.?ll|i(?: a|.)m going to|going to|trying|running|typing)[ \\t]+(?:do |try |use |run |type )?',
  '(?:hi|hey|hello)[,!]?[ \\t]+',
  '(?:can|could|would) you[ \\t]+',
].join('|')
const prefixed = new RegExp(`^(?:${before}){0,6}/ ?([a-z][a-z-]*)(.*)$`, 'isu')

/** The text of a link is no word of the writer's. */
const linked = /\[\/ ?[a-z-]+[^\]]*\]\(/i

/** How a line of a comment is meant, by where it stands and how it begins. Null: as talk. */
export const readLine = (line: string, place: Place, names: readonly string[]): ParsedLine | null => {
  if (place === 'hidden') return null
  const [, ahead = '', slash = '', typed, rest = ''] = direct.exec(line) ?? []
  if (typed !== undefined && place === 'text') return readTyped({ ahead, slash, typed, rest }, names)
  const [, named = '', after = ''] = prefixed.exec(line) ?? []
  const parted = names.includes(named.toLowerCase()) ? part(withoutTags(after)) : null
  // "thanks /status page is down" goes on as a sentence
  if (parted === null || linked.test(line.slice(0, 400)) || (place === 'text' && readsOn(parted.text))) return null
  const command = `/${named.toLowerCase()} ${trimmed(parted.text, '', ' *_"\'”’)]|')}`.trim()
  return { is: 'aside', where: place === 'text' ? 'marks' : place, command }
}

/** Without the tags that close what was opened before it. */
const withoutTags = (text: string): string => {
  let left = text.trimEnd()
  while (left.endsWith('>')) {
    const start = left.lastIndexOf('</')
    if (start === -1 || !/^<\/[a-z][a-z0-9]{0,9}>$/i.test(left.slice(start))) break
    left = left.slice(0, start).trimEnd()
  }
  return left
}

type Typed = { readonly ahead: string; readonly slash: string; readonly typed: string; readonly rest: string }

const readTyped = ({ ahead, slash, typed, rest }: Typed, names: readonly string[]): ParsedLine | null => {
  const parted = part(rest)
  if (parted === null) return null
  const { text } = parted
  const looks = asItLooks(typed)
  const isPlain = ahead === '' && slash === '/' && looks === typed.toLowerCase()
  const known = names.includes(looks)
  const isClean = isPlain && foreign(parted.gap) === null
  if (known && isClean) {
    const first = upToSecond(looks, text, names)
    if (first !== null) return { is: 'aside', where: 'several', command: `/${looks} ${first}`.trim() }
    // `/severity SEV-1?`
    const asks = looks !== 'help' && /^[^\s?]+ ?\?+$/.test(text)
    const meant = asks ? trimmed(text, '', '? ') : without(text)
    return { is: 'command', name: looks, text: meant, isQuestion: parted.isQuestion || asks }
  }
  const near = nearTo(looks, text, names)
  // What begins like a command and is none has something else than ASCII in its beginning.
  if (!isClean && (known || near !== null))
    return { is: 'unclean', character: foreign(`${ahead}${slash}${typed}${parted.gap}`) ?? '/' }
  const isName = /^\p{L}/u.test(looks)
  return isName && (text === '' || near !== null) ? { is: 'unknown', name: typed, near } : null
}

/** What belongs to a command that another one follows on its line; null: none does. A note of the timeline may speak of them, and help explains one. */
const upToSecond = (name: string, text: string, names: readonly string[]): string | null => {
  if (name === 'timeline' || name === 'help' || !text.includes('/')) return null
  for (const { index, 0: found } of text.matchAll(/(?<![^\s;,&|+(])\/([a-z-]{2,20})(?=$|[\s.,;!?])/gi)) {
    if (names.includes(found.slice(1).toLowerCase()))
      return trimmed(text.slice(0, index), '', ' ;,&|+(').replace(/\s(?:and|then)$/i, '')
  }
  return null
}

/** A command that one letter was changed of; of a name of two letters every other word of two is that. */
const nearTo = (looks: string, text: string, names: readonly string[]): string | null => {
  // `/hand off`, `/rule out`
  const [next = ''] = /^[a-z]{2,12}(?!\S)/i.exec(text) ?? []
  const parted =
    next === '' ? undefined : names.find(one => one.replaceAll('-', '') === `${looks}${next.toLowerCase()}`)
  if (parted !== undefined) return parted
  if (/^sev-?[0-4]?$/.test(looks) && (/\d/.test(looks) || severityOf(text) !== null)) return 'severity'
  const numbered = /^(.*?)-?(?:sev-?)?\d+$/.exec(looks)?.[1]
  if (numbered !== undefined && names.includes(numbered)) return numbered
  const long = text === '' || text.startsWith('@') ? names : names.filter(one => one.length > 3)
  return oneLetterFrom(looks, long)
}

/** Who asks politely means the same. */
const without = (text: string): string => (/^(?:please|pls|thanks|thank you)[.!]*$/i.test(text) ? '' : text)

type Parted = { readonly gap: string; readonly text: string; readonly isQuestion: boolean }

// Punctuation after the name, and closing marks, before a space or the end.
const punctuated = /^([.,;:!?…=)\]}"'”’“»«›」』】*_~|]*)((?:[\s\p{Zs}]+|$))(.*)$/su
// A value without a space before it: `/severity=SEV-1`, `/ic@alice`, `/done(eject)`, `` /done`eject` ``, `/severity→SEV-1`.
const joined = /^(?:[=:,;]+(?=[^\s/.:=,;])|(?=[([{@#`"“‘«*\p{So}\p{Sm}]))(.*)$/su

/** What stands after a name; null: the name goes on, as a path or a file does. */
const part = (rest: string): Parted | null => {
  const [, marks = '', gap = '', text] = punctuated.exec(rest) ?? []
  if (text !== undefined) return { gap, text: text.trim(), isQuestion: marks.includes('?') }
  const [, value] = joined.exec(rest) ?? []
  return value === undefined ? null : { gap: '', text: value.trim(), isQuestion: false }
}

import { mostWords } from '../../domain/events/stamp.ts'
import type { CommandContext } from '../../domain/incident/command-context.ts'
import type { Incident } from '../../domain/incident/incident.ts'
import { cut } from '../../domain/text/escape.ts'
import { trimmed } from '../../domain/text/trim.ts'
import { notMeant } from '../../messages/not-carried-out.ts'
import * as says from '../../messages/refusal.ts'
import { readsOn } from '../parse/prose.ts'
import { foreign } from '../parse/spelling.ts'
import { type When, whenIn } from './when.ts'

/** What an argument is read against. */
export type Around = { readonly incident: Incident; readonly known: CommandContext; readonly key: string }

export type Taken<Value> = { readonly value: Value; readonly rest: string } | { readonly says: string }

/** One argument: how it is shown, and how it is taken from the beginning of what is left of the line. */
export type Arg<Value> = {
  readonly usage: (key: string) => string
  readonly take: (text: string, around: Around) => Taken<Value>
  /** Whether a line below the command's own is part of it: what people say in words goes on there, a name does not. */
  readonly goesOnWith?: (line: string) => boolean
}

/** May be left out, which is `null`. */
export const optional = <Value>(arg: Arg<Value>): Arg<Value | null> => ({
  usage: key => `[${arg.usage(key).replace(/[<>]/g, '')}]`,
  ...(arg.goesOnWith === undefined ? {} : { goesOnWith: arg.goesOnWith }),
  take: (text, around) => (text === '' ? { value: null, rest: text } : arg.take(text, around)),
})

/** A single word, whatever it is. */
export const word = (): Arg<string> => ({
  usage: key => key,
  take: text => {
    const first = split(text)
    return { value: first.word, rest: first.rest }
  },
})

/** One of a closed list, in any case. `thing` is what they are, for people; `also` reads other ways to write one. */
export const oneOf = <const Value extends string>(
  values: readonly Value[],
  thing: string,
  also: (word: string) => Value | null = () => null,
): Arg<Value> => ({
  usage: () => values.join('|'),
  take: text => {
    const { word, rest } = split(text)
    if (word === '') return { says: says.missing(values.length === 1 ? `\`${values[0]}\`` : `The ${thing}`) }
    const value = values.find(one => one.toLowerCase() === word.toLowerCase()) ?? also(word.toLowerCase())
    return value === null ? { says: oddCharacterOr(word, says.notOneOf(word, thing)) } : { value, rest }
  },
})

/** All that is left, which must be something that can be meant as such. */
export const restOfLine = (): Arg<string> => ({
  usage: key => `<${key === 'because' ? 'reason' : key}>`,
  goesOnWith: () => true,
  take: (text, { key }) => {
    const thing = key === 'because' ? 'reason' : key
    if (text === '') return { says: says.missing(`The ${thing}`) }
    // of a text the beginning was looked at with the time before it
    const isProse = key !== 'text' && (readsOn(text) || /\?$/.test(text))
    return isProse ? { says: notMeant(text, thing) } : { value: cut(text, mostWords), rest: '' }
  },
})

/** The whole of what was written, which stays there for the arguments that follow. */
export const asWritten = (): Arg<string> => ({
  usage: () => '',
  goesOnWith: () => true,
  take: text => (readsOn(text) ? { says: notMeant(text, 'text') } : { value: cut(text, mostWords), rest: text }),
})

/** A time as people write it, if the text begins with one; `null` is now. */
export const when = (): Arg<Extract<When, { is: 'at' }> | null> => ({
  usage: () => '[when]',
  take: (text, { known }) => {
    const found = whenIn(text, known.said, known.timezone)
    switch (found.is) {
      case 'none':
        return { value: null, rest: text }
      case 'unclear':
        return { says: found.says }
      case 'at':
        return { value: found, rest: found.rest }
    }
  },
})

export const split = (text: string): { word: string; rest: string } => {
  const [, word = '', rest = ''] = /^([^ \t]*)[ \t]*(.*)$/s.exec(text) ?? []
  return { word: bare(word), rest }
}

/** A word without what people put around one: backticks, quotation marks, emphasis, and the punctuation after it. */
export const bare = (word: string): string => {
  const inside = trimmed(word, '`*"\'“”‘’„«»<(=', '`*"\'“”‘’«»>),;.!:')
  return inside === '' ? word.replace(/,$/, '') : inside
}

/** Why a word was rejected: a character that only looks right, or the other reason. */
export const oddCharacterOr = (word: string, otherwise: string): string => {
  const character = foreign(word)
  return character === null ? otherwise : says.oddCharacter(word, character)
}

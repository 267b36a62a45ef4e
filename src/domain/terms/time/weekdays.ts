import { after, doubt, type Form, form, type PieceContext } from './piece.ts'

/** The names of the days of the week, as a part of a pattern. */
export const weekday =
  'mon(?:day)?|tue(?:s(?:day)?)?|wed(?:nesday)?|thu(?:r(?:s(?:day)?)?)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?'
const week = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']

/** "sat", "sun" and "mon" are words as well: behind a clock, and with words behind them, they name no day. */
const isWordHere = (match: RegExpExecArray, { hasClock, introduced }: PieceContext): boolean => {
  const [, , name = ''] = match
  const rest = after(match)
  if (!hasClock || !/^(?:sat|sun|mon)$/i.test(name) || /^\s*(?:$|[,:;)\]|*-])/.test(rest)) return false
  if (name === name.toLowerCase()) return !introduced || /^\s+\p{Ll}/u.test(rest)
  return (
    !introduced &&
    /^\s+(?:down|up|in|on|at|for|with|idle|still|there|through|back|quiet|is|was|are|were)(?!\p{L})/u.test(rest)
  )
}

/** Ways to write a day of the week. */
export const weekdays: readonly Form[] = [
  form(String.raw`next\s+(?:${weekday})(?![\p{L}\d])`, () => doubt('future')),
  form(String.raw`(?:(last|this|past)\s+)?(${weekday})(?:\.(?!\d))?(?![\p{L}\d'_/-])`, (match, place) => {
    const [, last, name = ''] = match
    if (isWordHere(match, place)) return null
    const isWord = /^(?:sat|sun|mon|wed)$/i.test(name)
    const isAlone = /^\s*(?:$|[,:)\]|])/.test(after(match))
    return {
      is: 'weekday',
      weekday: week.indexOf(name.slice(0, 3).toLowerCase()) + 1,
      last: last?.toLowerCase() === 'last',
      firm: !isWord || place.introduced || isAlone || last !== undefined,
    }
  }),
]

import type { Permission } from '../../domain/incident/permissions.ts'
import type { Person } from '../../domain/terms/person.ts'
import { quote } from '../../domain/text/quote.ts'
import { grantsOf, permissionWords } from '../permission.ts'

/** A rejection in two lines: what is wrong, and what to type. */
export const refusal = (why: string, usage: string, example: string): string =>
  `${why}\nUsage: \`${usage}\`${example === usage ? '' : ` Example: \`${example}\``}`

/** Who is allowed to do these things, as a responder reads it. */
export const whoMay = (permissions: readonly Permission[]): string => {
  const [only, ...others] = permissions
  if (only !== undefined && others.length === 0) return list(grantsOf(only))
  return permissions.map(permission => `to ${permissionWords[permission]}: ${list(grantsOf(permission))}`).join('; ')
}

/** People without calling them. */
export const names = (people: readonly Person[]): string =>
  list(
    people.map(one => `**${one.login}**`),
    'and',
  )

export const steps = (ids: readonly string[]): string =>
  list(
    ids.map(id => `\`${id}\``),
    'and',
  )

export const list = (parts: readonly string[], word = 'or'): string =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} ${word} ${parts.at(-1)}`

export const didYouMean = (near: string | null): string => (near === null ? '' : ` Did you mean \`${near}\`?`)

/** Said wherever somebody looks for it. */
export const howToClose =
  'The incident commander closes an incident with GitHub’s *Close issue* button, once every required step is done or skipped. A false alarm: `/cancel <reason>`.'

/** A character that looks like another, or like none. */
export const named = (character: string): string => {
  const code = `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
  return /[\p{L}\p{N}\p{S}\p{P}]/u.test(character)
    ? `${quote(character)} (${code}), which only looks like a plain character`
    : `an invisible character (${code})`
}

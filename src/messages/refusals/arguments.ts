import type { Person } from '../../domain/terms/person.ts'
import { quote } from '../../domain/text/quote.ts'
import { didYouMean, list, named, names, steps } from './words.ts'

export const missing = (what: string): string => `${what} is missing.`
export const leftOver = (text: string): string => `Unexpected text ${quote(text)}.`
/** `thing` is what kind of word was expected, `severity` for example. */
export const notOneOf = (came: string, thing: string): string => `Unknown ${thing} ${quote(came)}.`

export const oddCharacter = (came: string, character: string): string =>
  `${quote(came)} contains ${named(character)}. Type it again by hand.`

export const notAPerson = (came: string): string =>
  came.includes('/')
    ? `${quote(came)} is a team. Name its people one by one.`
    : `${quote(came)} has no \`@\`. Write people as \`@login\`: ${quote(`@${came.replace(/^@+/, '')}`)}.`

export const unknownPeople = (logins: readonly string[]): string =>
  `No collaborator named ${list(
    logins.map(login => quote(`@${login}`)),
    'or',
  )}. Check the spelling; a new responder needs access to this repository first.`

export const unassignable = (people: readonly Person[]): string =>
  `GitHub does not allow assigning ${names(people)} in this repository: they are a bot, or need access first. Nobody was assigned.`

export const tooManyPeople = (most: number): string => `Too many people: the limit is ${most}.`

export const whichStep = (ids: readonly string[]): string =>
  `Which step? Name it right after the command, or comment on the step’s own page. Open steps: ${steps(ids)}.`

export const noSuchStep = (came: string, near: string | null, ids: readonly string[]): string =>
  `Unknown step ${quote(came)}.${didYouMean(near)} Steps: ${steps(ids)}.`

export const noSuchStepOrRole = (came: string, near: string | null, ids: readonly string[]): string =>
  `Unknown step or role ${quote(came)}.${didYouMean(near)} Steps: ${steps(ids)}.`

export const oneStepEach = (first: string, second: string): string =>
  `Name one step on each line: here \`${second}\` would become a note on \`${first}\`.`

export const twoSteps = (here: string, named: string): string =>
  `This is the page of \`${here}\`, but the first word is another step, \`${named}\`. If you mean this step, start with \`${here}\`; otherwise comment on the incident’s page.`

export const noSuchHelp = (came: string, near: string | null): string =>
  `There is no command ${quote(came)}.${near === null ? '' : ` Did you mean \`/help ${near}\`?`}`

import { type Incident, isFinished, type StepState, stepOf } from '../incident/incident.ts'
import { type Known, memberOf } from '../incident/known.ts'
import { cut } from '../incident/neutral.ts'
import { isSame, type Person } from '../incident/person.ts'
import { knownRoles } from '../incident/roles.ts'
import type { Member } from '../incident/snapshot.ts'
import * as says from '../words/refusal.ts'
import { foreign, nearest } from './line.ts'
import { whenIn } from './when.ts'

/** What an argument is read against. */
export type Around = { readonly incident: Incident; readonly known: Known; readonly key: string }

type Taken<Value> = { readonly value: Value; readonly rest: string } | { readonly says: string }

/** One argument: how it is shown, and how it is taken from the beginning of what is left of the line. */
export type Arg<Value> = {
  readonly usage: (key: string) => string
  readonly take: (text: string, around: Around) => Taken<Value>
}

/** May be left out, which is `null`. */
export const optional = <Value>(arg: Arg<Value>): Arg<Value | null> => ({
  usage: key => `[${arg.usage(key).replace(/[<>]/g, '')}]`,
  take: (text, around) => (text === '' ? { value: null, rest: text } : arg.take(text, around)),
})

/** Somebody with access to the repository, written `@login`. */
export const person = (): Arg<Member> => ({
  usage: () => '@user',
  take: (text, { known }) => {
    const { word, rest } = split(text)
    const found = peopleOf([word], login => memberOf(known, login))
    if ('says' in found) return found
    const [one] = found.people
    return one === undefined ? { says: says.missing('Somebody, `@login`,') } : { value: one, rest }
  },
})

/** GitHub lets an issue have ten assignees. */
const most = 10

/** None or more, to the end of the line: one who is unknown spoils the line. */
export const people = (): Arg<readonly Member[]> => peopleWho((login, { known }) => memberOf(known, login))

/** The same, and also who holds anything in the incident but has lost their access since. */
export const holders = (): Arg<readonly Person[]> =>
  peopleWho<Person>((login, { incident, known }) => memberOf(known, login) ?? holderOf(incident, login))

const peopleWho = <P extends Person>(find: (login: string, around: Around) => P | null): Arg<readonly P[]> => ({
  usage: () => '[@user ...]',
  take: (text, around) => {
    const found = peopleOf(text.split(/[ \t,]+/), login => find(login, around))
    return 'says' in found ? found : { value: found.people, rest: '' }
  },
})

const holderOf = ({ roles, steps }: Incident, login: string): Person | null =>
  [...Object.values(roles).flat(), ...steps.flatMap(one => one.named)].find(
    one => one.login.toLowerCase() === login.toLowerCase(),
  ) ?? null

// As GitHub writes a login; that of a member of an enterprise ends in `_` and its short name, that of an app in `[bot]`.
const login = /^@[a-z0-9][a-z0-9_-]{0,98}(?:\[bot\])?$/i

const peopleOf = <P extends Person>(
  words: readonly string[],
  find: (login: string) => P | null,
): { people: readonly P[] } | { says: string } => {
  const written = words.filter(word => word !== '')
  if (written.length > most) return { says: says.tooManyPeople(most) }
  const wrong = written.find(word => !login.test(word))
  if (wrong !== undefined) return { says: strangeOr(wrong, says.notAPerson(wrong)) }
  const unknown = written.map(word => word.slice(1)).filter(name => find(name) === null)
  if (unknown.length > 0) return { says: says.unknownPeople(unknown) }
  const found = written.map(word => find(word.slice(1))).filter(one => one !== null)
  return { people: found.filter((one, index) => found.findIndex(other => isSame(one, other)) === index) }
}

/** A step of the incident. On a step's own page it goes without saying. */
export const step = (): Arg<StepState> => ({
  usage: () => '[step]',
  take: (text, { incident, known }) => {
    const here = hereOf(incident, known)
    const { word, rest } = split(text)
    const named = stepOf(incident, word.toLowerCase())
    if (here !== null && named !== null && named.id !== here.id && rest !== '')
      return { says: says.twoSteps(here.id, named.id) }
    if (named !== null) return { value: named, rest }
    if (here !== null) return { value: here, rest: text }
    return { says: word === '' ? says.whichStep(open(incident)) : noStep(word, incident) }
  },
})

export type What = { readonly is: 'step'; readonly step: StepState } | { readonly is: 'role'; readonly role: string }

/** A step or a role. On a step's own page that step goes without saying. */
export const stepOrRole = (): Arg<What> => ({
  usage: () => '[step or role]',
  take: (text, { incident, known }) => {
    const here = hereOf(incident, known)
    if (text === '' || text.startsWith('@')) {
      return here === null
        ? { says: says.whichStep(open(incident)) }
        : { value: { is: 'step', step: here }, rest: text }
    }
    const { word, rest } = split(text)
    const name = word.toLowerCase()
    const named = stepOf(incident, name)
    if (named !== null) return { value: { is: 'step', step: named }, rest }
    const roles = rolesOf(incident)
    if (roles.includes(name)) return { value: { is: 'role', role: name }, rest }
    const ids = incident.steps.map(one => one.id)
    return { says: strangeOr(word, says.noSuchStepOrRole(word, nearest(name, [...ids, ...roles]), ids)) }
  },
})

const hereOf = (incident: Incident, known: Known): StepState | null =>
  known.step === null ? null : stepOf(incident, known.step)

const open = (incident: Incident): readonly string[] =>
  incident.steps.filter(one => !isFinished(one)).map(one => one.id)

const rolesOf = ({ roster, roles, steps }: Incident): readonly string[] => [
  ...new Set([...knownRoles, ...Object.keys(roster), ...Object.keys(roles), ...steps.flatMap(one => one.role ?? [])]),
]

const noStep = (word: string, incident: Incident): string => {
  const ids = incident.steps.map(one => one.id)
  return strangeOr(word, says.noSuchStep(word, nearest(word.toLowerCase(), ids), ids))
}

const strangeOr = (word: string, otherwise: string): string => {
  const character = foreign(word)
  return character === null ? otherwise : says.strange(word, character)
}

/** A single word, whatever it is. */
export const word = (): Arg<string> => ({
  usage: key => key,
  take: text => {
    const first = split(text)
    return { value: first.word, rest: first.rest }
  },
})

/** One of a closed list, in any case; `also` are other ways to write one. */
export const oneOf = <const Value extends string>(
  values: readonly Value[],
  also: (word: string) => Value | null = () => null,
): Arg<Value> => ({
  usage: () => values.join('|'),
  take: text => {
    const { word, rest } = split(text)
    if (word === '') return { says: says.missing(values.map(value => `\`${value}\``).join(' or ')) }
    const value = values.find(one => one.toLowerCase() === word.toLowerCase()) ?? also(word.toLowerCase())
    return value === null ? { says: strangeOr(word, says.notOneOf(word)) } : { value, rest }
  },
})

/** How much of what people write fits into a fact. */
export const longestWords = 4_000

/** All that is left, which must be something. */
export const restOfLine = (): Arg<string> => ({
  usage: key => `<${key === 'because' ? 'reason' : key}>`,
  take: (text, { key }) =>
    text === ''
      ? { says: says.missing(key === 'because' ? 'The reason' : `The ${key}`) }
      : { value: cut(text, longestWords), rest: '' },
})

/** The whole of what was written, which stays there for the arguments that follow. */
export const asWritten = (): Arg<string> => ({
  usage: () => '',
  take: text => ({ value: cut(text, longestWords), rest: text }),
})

/** A time as people write it, if the text begins with one; `null` is now. */
export const when = (): Arg<string | null> => ({
  usage: () => '[when]',
  take: (text, { known }) => {
    const found = whenIn(text, known.said, known.timezone)
    switch (found.is) {
      case 'none':
        return { value: null, rest: text }
      case 'unclear':
        return { says: found.says }
      case 'at':
        return { value: found.happened, rest: found.rest }
    }
  },
})

const split = (text: string): { word: string; rest: string } => {
  const [, word = '', rest = ''] = /^([^ \t]*)[ \t]*(.*)$/s.exec(text) ?? []
  return { word: word.replace(/,$/, ''), rest }
}

import { memberOf } from '../../domain/incident/command-context.ts'
import type { Incident } from '../../domain/incident/incident.ts'
import type { Member } from '../../domain/terms/person.ts'
import { isSame, type Person } from '../../domain/terms/person.ts'
import * as says from '../../messages/refusal.ts'
import { type Arg, type Around, bare, oddCharacterOr, split } from './args.ts'

/** Somebody with access to the repository, written `@login`. */
export const person = (): Arg<Member> => ({
  usage: () => '@user',
  take: (text, { known }) => {
    const { word, rest } = split(text)
    const found = peopleOf([word], login => memberOf(known, login))
    if ('says' in found) return found
    const [one] = found.people
    return one === undefined ? { says: says.missing('The person, `@login`,') } : { value: one, rest }
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
  goesOnWith: line => /^(?:`?@[\w-]+(?:\[bot\])?`?[\s,]*)+$/.test(line),
  take: (text, around) => {
    const found = peopleOf(text.split(/[ \t,]+/).map(bare), login => find(login, around))
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
  if (wrong !== undefined) return { says: oddCharacterOr(wrong, says.notAPerson(wrong)) }
  const unknown = written.map(word => word.slice(1)).filter(name => find(name) === null)
  if (unknown.length > 0) return { says: says.unknownPeople(unknown) }
  const found = written.map(word => find(word.slice(1))).filter(one => one !== null)
  return { people: found.filter((one, index) => found.findIndex(other => isSame(one, other)) === index) }
}

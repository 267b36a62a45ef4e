import { type Incident, isFinished, type StepState, stepOf } from '../incident/incident.ts'
import type { Known } from '../incident/known.ts'
import { knownRoles } from '../incident/roles.ts'
import * as says from '../words/refusal.ts'
import { type Arg, split, strangeOr } from './args.ts'
import { nearest } from './line.ts'

/** A step of the incident. On a step's own page it goes without saying. */
export const step = (): Arg<StepState> => ({
  usage: () => '[step]',
  take: (text, { incident, known }) => {
    const here = hereOf(incident, known)
    const { word, rest } = split(text)
    const named = stepNamed(word, incident, known)
    if (here !== null && named !== null && named.id !== here.id && rest !== '')
      return { says: says.twoSteps(here.id, named.id) }
    const second = stepOf(
      incident,
      split(rest.replace(/^[,;]?\s*(and\s+)?/i, ''))
        .word.replace(/[,;]$/, '')
        .toLowerCase(),
    )
    if (named !== null && second !== null && second.id !== named.id)
      return { says: says.oneStepEach(named.id, second.id) }
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
    const named = stepNamed(word, incident, known)
    if (named !== null) return { value: { is: 'step', step: named }, rest }
    const roles = rolesOf(incident)
    if (roles.includes(name)) return { value: { is: 'role', role: name }, rest }
    const ids = incident.steps.map(one => one.id)
    return { says: strangeOr(word, says.noSuchStepOrRole(word, nearest(name, [...ids, ...roles]), ids)) }
  },
})

/** By its id, or by the number of its page, as the board shows it; a comma after it does no harm. */
const stepNamed = (word: string, incident: Incident, { pages }: Known): StepState | null => {
  const name = word.replace(/[,;]$/, '').toLowerCase()
  const number = /^#(\d{1,9})$/.exec(name)?.[1]
  const id = number === undefined ? name : pages?.[number]
  return id === undefined ? null : stepOf(incident, id)
}

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

import type { CommandContext } from '../../domain/incident/command-context.ts'
import {
  checklistOf,
  type Incident,
  isFinished,
  isUnopened,
  type StepState,
  stepOf,
} from '../../domain/incident/incident.ts'
import { rolesIn } from '../../domain/incident/roles-in.ts'
import { noAssetYet, whichAsset } from '../../messages/checklist.ts'
import * as says from '../../messages/refusal.ts'
import { nearest } from '../parse/names.ts'
import { type Arg, oddCharacterOr, split } from './args.ts'

/** A step of the incident, one that waits for an asset among them. On a step's own page it goes without saying. */
export const anyStep = (): Arg<StepState> => ({
  usage: () => '[step]',
  take: (text, { incident, known }) => {
    const here = hereOf(incident, known)
    const { word, rest } = withRound(text, incident)
    if (here !== null && isOf(here, word)) return { value: here, rest }
    const several = roundsOf(word, incident)
    // what follows may be an asset that is not named yet, and then the only round there is is not meant
    if (several.length > 1 || (several.length === 1 && rest !== ''))
      return { says: whichAsset(word.toLowerCase(), several) }
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

/** A step that has a page, or is to have one. */
export const step = (): Arg<StepState> => {
  const whole = anyStep()
  return {
    usage: whole.usage,
    take: (text, around) => {
      const taken = whole.take(text, around)
      return 'value' in taken && isUnopened(taken.value) ? { says: noAssetYet(taken.value.id) } : taken
    },
  }
}

/** On the page of a round its step needs no asset. */
const isOf = (here: StepState, word: string): boolean => here.asset !== null && here.of === word.toLowerCase()

/** `image web-1` is what `image:web-1` is, and so is either with the asset's name as it was given. */
const withRound = (text: string, incident: Incident): ReturnType<typeof split> => {
  const { word, rest } = split(text)
  if (stepOf(incident, word.toLowerCase()) !== null) return { word, rest }
  const [step = '', ...name] = word.split(':')
  const whole = name.length === 0 ? null : roundFor(step, name.join(':'), incident)
  if (whole !== null) return { word: whole.id, rest }
  const second = split(rest)
  const round = roundFor(word, second.word, incident)
  return round === null ? { word, rest } : { word: round.id, rest: second.rest }
}

const roundFor = (step: string, name: string, { steps, assets }: Incident): StepState | null => {
  const wanted = name.toLowerCase()
  const named = assets
    .filter(asset => asset.id === wanted || asset.name.toLowerCase() === wanted)
    .map(asset => asset.id)
  const found = steps.filter(one => one.of === step.toLowerCase() && one.asset !== null && named.includes(one.asset))
  return found.length === 1 ? (found[0] ?? null) : null
}

/** The rounds of a step per asset, said without an asset. */
const roundsOf = (word: string, incident: Incident): readonly StepState[] => {
  const id = word.replace(/[,;]$/, '').toLowerCase()
  return stepOf(incident, id) === null ? incident.steps.filter(one => one.of === id) : []
}

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
    const { word, rest } = withRound(text, incident)
    const name = word.toLowerCase()
    const several = roundsOf(word, incident)
    const isNote = several.length === 1 && rest !== '' && !rest.startsWith('@')
    if (several.length > 1 || isNote) return { says: whichAsset(name, several) }
    const named = stepNamed(word, incident, known)
    if (named !== null && isUnopened(named)) return { says: noAssetYet(named.id) }
    if (named !== null) return { value: { is: 'step', step: named }, rest }
    const roles = rolesIn(incident)
    if (roles.includes(name)) return { value: { is: 'role', role: name }, rest }
    const ids = incident.steps.map(one => one.id)
    return { says: oddCharacterOr(word, says.noSuchStepOrRole(word, nearest(name, [...ids, ...roles]), ids)) }
  },
})

/** By its id, or by the number of its page, as the board shows it; a comma after it does no harm. */
const stepNamed = (word: string, incident: Incident, { pages }: CommandContext): StepState | null => {
  const name = word.replace(/[,;]$/, '').toLowerCase()
  const number = /^#(\d{1,9})$/.exec(name)?.[1]
  const id = number === undefined ? name : pages?.[number]
  if (id === undefined) return null
  // of a step per asset: the only round that there is, or none yet
  return checklistOf(incident).find(one => one.id === id) ?? roundsOf(id, incident)[0] ?? null
}

const hereOf = (incident: Incident, known: CommandContext): StepState | null =>
  known.step === null ? null : stepOf(incident, known.step)

const open = (incident: Incident): readonly string[] =>
  incident.steps.filter(one => !isFinished(one)).map(one => one.id)

const noStep = (word: string, incident: Incident): string => {
  const ids = incident.steps.map(one => one.id)
  return oddCharacterOr(word, says.noSuchStep(word, nearest(word.toLowerCase(), ids), ids))
}

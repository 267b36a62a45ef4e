import { type Incident, isFinished } from '../domain/incident/incident.ts'
import { roomIn } from '../domain/incident/step-limit.ts'
import { isSecretMark } from '../domain/intake/read-assets.ts'
import { type Asset, assetId, mostOfAssetName } from '../domain/terms/asset.ts'
import * as checklist from '../messages/checklist.ts'
import * as says from '../messages/refusal.ts'
import { type Arg, oddCharacterOr, oneOf, optional, restOfLine, split } from './args/args.ts'
import { answer, defineCommand, type Refusal, refuse, type Verdict } from './command.ts'
import { isFiller } from './parse/prose.ts'

/** What somebody calls an asset, and what its steps call it. */
export type Named = { readonly name: string; readonly id: string }

/** A word that can follow the colon of a step's id. */
export const assetName = (): Arg<Named> => ({
  usage: key => `<${key}>`,
  take: text => {
    const { word, rest } = split(text)
    if (word === '') return { says: says.missing('The asset’s name') }
    if (isSecretMark(word)) return { says: checklist.isAValue() }
    if (isFiller(word)) return { says: checklist.noName(word) }
    const id = assetId(word)
    if (id === null || word.length > mostOfAssetName || !isPlain(word))
      return { says: oddCharacterOr(word, checklist.noAssetName(word)) }
    return { value: { name: word, id }, rest }
  },
})

/** Latin letters, with or without marks: what only looks like one of them could pass for another asset. */
const isPlain = (word: string): boolean => /^[\x21-\x7e]+$/.test(word.normalize('NFKD').replace(/\p{M}/gu, ''))

/** Why its name is too close to that of another asset; null: it is not. */
export const clash = ({ assets }: Incident, { name, id }: Named): Refusal | null => {
  const other: Asset | undefined = assets.find(asset => asset.id === id)
  if (other === undefined) return null
  const same = other.name.toLowerCase() === name.toLowerCase()
  return refuse(same ? checklist.assetKnown(name) : checklist.assetTooAlike(name, other.name))
}

/** The names of one line: with commas between them there are several. */
const assetNames = (): Arg<readonly Named[]> => ({
  usage: () => '[name]',
  take: (text, around) => {
    const names: Named[] = []
    let left = text
    for (;;) {
      const hasMore = /^\S+,(?:\s|$)/.test(left)
      const taken = assetName().take(left, around)
      if ('says' in taken) return names.length === 0 && text === '' ? { value: [], rest: '' } : taken
      names.push(taken.value)
      left = taken.rest
      if (!hasMore || names.length === mostAtOnce) return { value: names, rest: left }
    }
  },
})

const mostAtOnce = 10

/** Whoever finds another affected asset adds it, and its steps open. */
export const asset = defineCommand({
  name: 'asset',
  summary:
    'Add an affected asset and open the steps per asset for it. `list` shows all assets; `remove` skips the open steps of one.',
  args: { what: oneOf(['add', 'list', 'remove'], 'action'), names: assetNames(), note: optional(restOfLine()) },
  examples: [
    '/asset add web-1 the login page runs there',
    '/asset add web-2, db.example.com',
    '/asset list',
    '/asset remove web-2 it was never reached',
  ],
  permissions: ['add-to-checklist', 'ask', 'skip-step'],
  permission: (_incident, { what }) => (what === 'list' ? 'ask' : what === 'remove' ? 'skip-step' : 'add-to-checklist'),
  afterEnd: true,

  decide: (incident, { what, names, note }, _doer, known) => {
    if (what === 'list') return answer(checklist.assetList(incident))
    if (incident.ended !== null) return refuse(says.hasEnded(incident.ended))
    const [name] = names
    if (name === undefined) return refuse(says.missing('The asset’s name'))
    return what === 'remove' ? remove(incident, name, note) : add(incident, names, note, known.otherPages)
  },
})

const add = (incident: Incident, names: readonly Named[], note: string | null, otherPages: number): Verdict => {
  const barred = names.map(name => clash(incident, name)).find(one => one !== null)
  if (barred) return barred
  const [name] = names
  if (name !== undefined && note !== null && isHalf(name, note)) return refuse(checklist.oneWord(name.name, note))
  const twice = names.find((name, index) => names.findIndex(other => other.id === name.id) < index)
  if (twice !== undefined) return refuse(checklist.assetKnown(twice.name))
  const [wanted, left] = [incident.perAsset.length * names.length, roomIn(incident, otherPages)]
  if (wanted > left) return refuse(checklist.noRoom(wanted, left))
  return names.map(({ id, name }) => ({ is: 'asset-added', asset: id, name, ...(note === null ? {} : { note }) }))
}

/** `web 1`: a name of two words, of which one would become the note. */
const isHalf = ({ name }: Named, note: string): boolean =>
  !/\d/.test(name) && /^(?:#?\d+|[b-hj-z])(?![\p{L}\p{N}])/iu.test(note)

/** It was not affected after all: what is open for it is left out, each with the reason. */
const remove = (incident: Incident, { id, name }: Named, because: string | null): Verdict => {
  const assets = incident.assets.filter(one => one.id === id || one.name.toLowerCase() === name.toLowerCase())
  const [one, other] = assets
  if (one === undefined || other !== undefined)
    return refuse(checklist.noSuchAsset(name, other === undefined ? incident.assets : assets))
  if (because === null) return refuse(says.missing('The reason'))
  const open = incident.steps.filter(step => step.asset === one.id && !isFinished(step))
  if (open.length === 0) return refuse(checklist.nothingOpenFor(one.name))
  return open.map(step => ({ is: 'step-skipped', step: step.id, because }))
}

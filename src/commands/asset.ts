import { type Asset, assetId, mostOfAssetName } from '../incident/asset.ts'
import type { Incident } from '../incident/incident.ts'
import { roomIn } from '../incident/room.ts'
import * as checklist from '../words/checklist.ts'
import * as says from '../words/refusal.ts'
import { type Arg, oneOf, optional, restOfLine, split, strangeOr } from './args.ts'
import { answer, defineCommand, type Refusal, refuse } from './command.ts'

/** What somebody calls an asset, and what its steps call it. */
export type Named = { readonly name: string; readonly id: string }

/** A word that can stand behind the colon of a step's id. */
export const assetName = (): Arg<Named> => ({
  usage: key => `<${key}>`,
  take: text => {
    const { word, rest } = split(text)
    if (word === '') return { says: says.missing('The name') }
    const id = assetId(word)
    if (id === null || word.length > mostOfAssetName || !isPlain(word))
      return { says: strangeOr(word, checklist.noAssetName(word)) }
    return { value: { name: word, id }, rest }
  },
})

/** Latin letters, with or without marks: what only looks like one of them could pass for another asset. */
const isPlain = (word: string): boolean => /^[\x21-\x7e]+$/.test(word.normalize('NFKD').replace(/\p{M}/gu, ''))

/** Whether it can be told from what is named already; null: it can. */
export const clash = ({ assets }: Incident, { name, id }: Named): Refusal | null => {
  const other: Asset | undefined = assets.find(asset => asset.id === id)
  if (other === undefined) return null
  const same = other.name.toLowerCase() === name.toLowerCase()
  return refuse(same ? checklist.assetKnown(name) : checklist.assetTooAlike(name, other.name))
}

/** Whoever finds that something more is affected says so, and its round of steps opens. */
export const asset = defineCommand({
  name: 'asset',
  summary: 'Name something that is affected: each step per asset is opened for it. `list` shows what is named.',
  args: { what: oneOf(['add', 'list']), name: optional(assetName()), note: optional(restOfLine()) },
  examples: ['/asset add web-1 the login page runs there', '/asset add db.example.com', '/asset list'],
  deeds: ['add to the checklist', 'ask'],
  deed: (_incident, { what }) => (what === 'list' ? 'ask' : 'add to the checklist'),
  afterEnd: true,

  decide: (incident, { what, name, note }, _doer, known) => {
    if (what === 'list') return answer(checklist.assetList(incident))
    if (incident.ended !== null) return refuse(says.hasEnded(incident.ended))
    if (name === null) return refuse(says.missing('The name'))
    const barred = clash(incident, name)
    if (barred !== null) return barred
    const [wanted, left] = [incident.perAsset.length, roomIn(incident, known.otherPages)]
    if (wanted > left) return refuse(checklist.noRoom(wanted, left))
    return [{ is: 'asset-added', asset: name.id, name: name.name, ...(note === null ? {} : { note }) }]
  },
})

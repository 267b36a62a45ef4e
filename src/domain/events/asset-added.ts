import { withAsset } from '../state/asset-steps.ts'
import { defineEvent } from './define-event.ts'
import { because, inBrief } from './phrases.ts'
import { assetId, assetName, words } from './stamp.ts'

/** Something affected: each step per asset is opened for it. */
export const assetAdded = defineEvent({
  is: 'asset-added',
  shape: { asset: assetId, name: assetName, note: words.optional() },
  apply: (state, { asset: id, name, note = null, said }, { line }) => ({
    ...state,
    ...withAsset(state, { id, name, exposed: null, count: null, note }, { at: said, line }),
  }),
  timeline: ({ name, note }) => `Asset affected: ${inBrief(name)}${because(note)}`,
  told: null,
  moment: ({ name }) => `${name} affected`,
})

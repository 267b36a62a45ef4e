import { z } from 'zod'
import { stepSnapshot } from '../playbook/step-snapshot.ts'
import { mostSteps } from '../playbook/validate-steps.ts'
import { withExposed } from '../state/asset-steps.ts'
import { includedSteps } from '../state/brought-steps.ts'
import { exposures } from '../terms/asset.ts'
import { defineEvent } from './define-event.ts'
import { because, exposedWords } from './phrases.ts'
import { assetId, assetName, roleName, words } from './stamp.ts'

/** Something that others may know now, with the steps that follow from it. */
export const exposed = defineEvent({
  is: 'exposed',
  shape: {
    what: z.enum(exposures),
    asset: assetId,
    name: assetName,
    count: z.number().int().nonnegative().optional(),
    note: words.optional(),
    playbook: roleName,
    steps: z.array(stepSnapshot).max(mostSteps),
  },
  apply: (state, event, { playbooks, line }) => {
    const { asset: id, name, what, count = null, note = null } = event
    const asset = { id, name, exposed: what, count, note }
    const asked = { at: event.said, line }
    return { ...state, ...withExposed(state, asset, includedSteps(event, playbooks), asked) }
  },
  timeline: ({ what, name, count, note }) => `Exposed: ${exposedWords(what, name, count ?? null)}${because(note)}`,
  told: null,
  moment: ({ what, name }) => `${what} ${name} exposed`,
})

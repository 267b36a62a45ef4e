import { z } from 'zod'
import { defineEvent, unchanged } from './define-event.ts'
import { manualChanges } from './manual-change.ts'
import { stepId } from './stamp.ts'

/** A manual change that changes nothing, kept so that it is weighed only once: of a step's page, or of the incident's own. */
export const noticed = defineEvent({
  is: 'noticed',
  shape: { manualChange: z.enum(manualChanges), step: stepId.optional() },
  apply: unchanged,
  timeline: null,
  told: null,
})

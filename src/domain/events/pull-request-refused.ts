import { z } from 'zod'
import { defineEvent, unchanged } from './define-event.ts'

/** GitHub would not open the pull request of this branch: it is asked again another day, not at every run. */
export const pullRequestRefused = defineEvent({
  is: 'pull-request-refused',
  shape: { branch: z.string().max(200) },
  apply: unchanged,
  timeline: null,
  told: null,
})

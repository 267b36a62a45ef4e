import { z } from 'zod'
import { defineEvent } from './define-event.ts'
import { withDeletion } from './redaction.ts'
import { words } from './stamp.ts'

/** A comment that was to be deleted cannot be, by us: it still stands, and whoever asked is told. */
export const deletionRefused = defineEvent({
  is: 'deletion-refused',
  shape: { comment: z.string().min(1).max(300), page: z.number().int().positive(), says: words },
  apply: (state, { comment }) => withDeletion(state, comment, 'refused'),
  timeline: ({ page }) => `The comment on #${page} could not be deleted`,
  told: ({ says }) => says,
})

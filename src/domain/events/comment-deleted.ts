import { z } from 'zod'
import { defineEvent } from './define-event.ts'
import { withDeletion } from './redaction.ts'

/** A comment that was to be deleted is gone: Tocsin deleted it, or a read of its page shows it no more. */
export const commentDeleted = defineEvent({
  is: 'comment-deleted',
  shape: { comment: z.string().min(1).max(300), page: z.number().int().positive() },
  apply: (state, { comment }) => withDeletion(state, comment, 'done'),
  timeline: ({ page }) => `The comment on #${page} is deleted`,
  told: null,
})

import { z } from 'zod'
import { defineEvent, unchanged } from './define-event.ts'
import { inBrief } from './phrases.ts'
import { words } from './stamp.ts'

const branchName = z.string().min(1).max(300)

/** A branch that stood in the way of the record was renamed when the incident was declared; nothing in it was read. */
export const branchSetAside = defineEvent({
  is: 'branch-set-aside',
  shape: { branch: branchName, to: branchName, says: words },
  apply: unchanged,
  timeline: ({ branch, to }) => `Branch ${inBrief(branch)} renamed to ${inBrief(to)}`,
  told: ({ says }) => says,
})

import { defineEvent, unchanged } from './define-event.ts'
import { inBrief } from './phrases.ts'
import { words } from './stamp.ts'

/** Somebody noted what happened. */
export const timelineNoted = defineEvent({
  is: 'timeline-noted',
  shape: { text: words, raw: words },
  apply: unchanged,
  timeline: ({ text }) => inBrief(text),
  told: null,
  moment: ({ text }) => text,
  claimed: true,
})

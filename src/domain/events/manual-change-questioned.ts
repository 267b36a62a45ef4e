import { quote } from '../text/quote.ts'
import { defineEvent, unchanged } from './define-event.ts'
import { contest, contestWords } from './manual-change.ts'
import { words } from './stamp.ts'

/** A manual change that is neither followed nor reverted: the commander is asked, or who closed is told what is missing. */
export const manualChangeQuestioned = defineEvent({
  is: 'manual-change-questioned',
  shape: { ...contest, says: words },
  apply: unchanged,
  timeline: null,
  told: event => `${quote(contestWords(event))} was not followed. ${event.says}`,
})

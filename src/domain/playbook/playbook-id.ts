import { isSlug } from '../text/slug.ts'

/** Stands in the place of a playbook's id where people added the step themselves, so no playbook may have it. */
export const byHand = 'by-hand'

/** A playbook's id is shorter than other names: with `playbook: ` before it, it must fit the 50 characters of a label's name. */
export const isPlaybookId = (text: string): boolean => isSlug(text) && text.length <= 40 && text !== byHand

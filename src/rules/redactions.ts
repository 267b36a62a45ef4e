import { pagesOf, type View } from '../domain/view/index-snapshot.ts'
import type { Rule } from './rule.ts'

/** A comment that is to be deleted, and that the read shows, is deleted. */
export const redactions: Rule = ({ redactions }, view) =>
  redactions.flatMap(({ comment, deletion }) => {
    const page = deletion === 'owed' ? pageWith(view, comment) : null
    return page === null ? [] : [{ do: 'delete-comment', on: { id: page.id, number: page.number }, comment }]
  })

/** The page on which the read shows a comment; null: it is gone, or was not read. */
export const pageWith = (view: View, comment: string) =>
  pagesOf(view).find(({ thread }) => thread.some(item => item.id === comment)) ?? null

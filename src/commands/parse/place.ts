import type { Aside } from '../../messages/not-carried-out.ts'
import type { Hidden } from './html.ts'

/** Where a line stands, as GitHub shows it: as text, as what nobody says (code, a quotation, a comment), or aside. */
export type Place = 'text' | 'hidden' | Aside

/** A line, and where its text begins in the comment. */
export type Line = {
  readonly text: string
  readonly at: number
  readonly place: Place
  readonly inElement: Hidden | null
}

/** From where to where a paragraph goes in the comment, and those of its lines that may begin with a command. */
export type Paragraph = { readonly from: number; readonly to: number; readonly lines: readonly Line[] }

/** The place of a line, once it is known whether the element that it stands in is ever closed. */
export const placeOf = ({ place, inElement }: Line): Place => {
  if (inElement === null || place === 'hidden') return place
  return inElement.isClosed ? 'hidden' : 'html'
}

import type { OpenElements } from './html.ts'
import { lineMarks, type Mark } from './line-marks.ts'
import type { Line, Place } from './place.ts'
import { type Step, stretchesOf } from './stretches.ts'

/**
 * Lines of a paragraph with the place of each: in code, in a comment, in a link that goes on over lines, or as text.
 * `text` is the whole paragraph, which begins at `from`.
 */
export const readParagraph = (
  text: string,
  from: number,
  lines: readonly Line[],
  elements: OpenElements,
): readonly Line[] => {
  if (!hasMarks(text, lines)) return lines.map(line => standing(line, elements))
  const marks = lineMarks(lines.map(({ at }) => at - from))
  const read: Line[] = []
  // a line is looked at once all that stands before it is read, for the elements that are open there
  const reach = (to: number): void => {
    for (let line = lines[read.length]; line !== undefined && line.at - from <= to; line = lines[read.length])
      read.push(standing(line, elements))
  }
  const take = (step: Step): void => {
    if (step.tag !== undefined) {
      reach(step.from)
      elements.meet(step.tag)
    }
    marks.mark(step.place, step.from, step.to)
  }
  stretchesOf(text, take)
  reach(text.length)
  return read.map((line, index) => {
    const mark = marks.at(index)
    return mark === null ? line : { ...line, place: nearer(line.place, mark) }
  })
}

/** Where no line may begin with a command only tags matter, for what stands below. */
const hasMarks = (text: string, lines: readonly Line[]): boolean =>
  lines.length === 0 ? text.includes('<') : /[<`\]~$]/.test(text)

/** A line as it stands among the elements that are open. */
export const standing = (line: Line, elements: OpenElements): Line => ({ ...line, inElement: elements.hidden() })

const nearer = (place: Place, mark: Mark): Place => {
  if (place === 'hidden') return place
  return mark === 'hidden' || place === 'text' ? mark : place
}

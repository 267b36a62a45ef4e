import { readPlaybook } from '../domain/playbook/read-playbook.ts'
import type { File } from '../domain/source/file.ts'

/** A playbook's file, and the lines of its parts. */
export type PositionedPlaybook = {
  readonly id: string
  readonly file: string
  readonly include: number
  readonly lineOf: (step: string) => number
}

/** Where the parts of this file are; null: it is broken. */
export const withPositions = ({ name, text, truncated }: File): PositionedPlaybook | null => {
  const read = truncated ? { problems: [] } : readPlaybook(name, text)
  if ('problems' in read) return null
  const { playbook, places } = read
  return { id: playbook.id, file: name, include: places.include, lineOf: step => places.steps.get(step) ?? 1 }
}

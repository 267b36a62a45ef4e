import { named } from '../../domain/events/phrases.ts'
import type { Author } from '../../domain/incident/incident.ts'

/** Where things stand at GitHub, for links. */
export type PostMortemSource = {
  readonly number: number
  readonly issueUrl: string
  /** By step id; a step without a page of its own is named without a link. */
  readonly stepUrls: Readonly<Record<string, string>>
}

// What could end the link, its cell, or begin something else.
const plainAddress = /^https:\/\/[^\s()<>[\]|\\"'`]+$/

/** A link; without an address that is surely one, the text alone. */
export const linked = (text: string, address: string | undefined): string =>
  address !== undefined && plainAddress.test(address) ? `[${text}](${address})` : text

/** Who said it; GitHub may name nobody. */
export const authorOf = (by: Author): string => (by === null ? 'unknown (GitHub names nobody)' : named(by))

/** Everything in a row's cells is ours or was made neutral for a cell. */
export const row = (...cells: readonly string[]): string => `| ${cells.join(' | ')} |`

export const bullets = (lines: readonly string[], none: string): string =>
  lines.length === 0
    ? none
    : whatFits(
        lines.map(line => `- ${line}`),
        30_000,
        left => `- ${left}`,
      ).join('\n')

/**
 * As many of `lines` as fit, and how many more there are. GitHub hands out half a megabyte of a file: of a longer one
 * we could not see any more whether it is still ours.
 */
export const whatFits = (lines: readonly string[], most: number, more: (left: string) => string): readonly string[] => {
  let length = 0
  const over = lines.findIndex(line => {
    length += line.length + 2
    return length > most
  })
  if (over === -1) return lines
  return [...lines.slice(0, over), more(`and ${lines.length - over} more in the ledger`)]
}

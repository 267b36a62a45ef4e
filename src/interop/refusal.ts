/** Why a file cannot be taken: what came, and what was wanted. */
export type Refusal = { readonly says: string; readonly expected: string }

/** A refusal as a line for people, with the file or the id that they named. */
export const refusalLine = (named: string, { says, expected }: Refusal): string =>
  `${named}: ${says}. Expected: ${expected}`

/** Why a file could not be read or written, out of what was thrown. */
export const refusalOf = (error: unknown): Refusal => {
  const code = error instanceof Error && 'code' in error ? String(error.code) : String(error)
  return { says: `Cannot read or write it (${code})`, expected: 'a file, and a folder that may be written to' }
}

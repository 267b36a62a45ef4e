import { readFile } from 'node:fs/promises'
import type { File } from '../../domain/source/file.ts'
import { type Refusal, refusalOf } from '../../interop/refusal.ts'
import { decodeUtf8 } from './decode-utf8.ts'

/** What cannot be read, by the name that a person gave it, and why. */
export type Refused = Refusal & { readonly named: string }
export type Reading = File | Refused

export const isFile = (reading: Reading): reading is File => 'text' in reading

export const nameOf = (reading: Reading): string => (isFile(reading) ? reading.name : reading.named)

/** A file that a person named, or that lies beside it. */
export const readNamedFile = async (name: string): Promise<Reading> => {
  try {
    const text = decodeUtf8(await readFile(name))
    if (text === null) return { named: name, says: 'The file is no text in UTF-8', expected: 'text in UTF-8' }
    return { name, text, truncated: false }
  } catch (error) {
    return { named: name, ...refusalOf(error) }
  }
}

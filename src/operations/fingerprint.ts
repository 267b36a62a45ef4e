import { createHash } from 'node:crypto'

/** Which text it is, without the text: the first 64 bits of its SHA-256, in hexadecimal. */
export const fingerprint = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 16)

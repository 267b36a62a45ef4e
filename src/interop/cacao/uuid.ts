import { createHash } from 'node:crypto'

/** Ours: what all names below are counted from. */
const namespace = '6f3a1c52-7f0e-4f4b-9a55-2d0f3b7e8c41'

/** The UUID (version 5, RFC 9562) of a name: the same name, the same UUID, everywhere and always. */
export const uuidOf = (name: string): string => {
  const bytes = createHash('sha1').update(namespace.replaceAll('-', ''), 'hex').update(name).digest().subarray(0, 16)
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x50
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
}

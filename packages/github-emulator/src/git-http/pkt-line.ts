/** Git's framing: four hexadecimal digits count the bytes of a line, themselves included; 0000 ends a list. */

export const flush: Uint8Array = Buffer.from('0000')

export const pktLine = (content: string | Uint8Array): Uint8Array => {
  const bytes = Buffer.from(content)
  return Buffer.concat([Buffer.from((bytes.length + 4).toString(16).padStart(4, '0')), bytes])
}

export const pktLines = (lines: readonly string[]): Uint8Array => Buffer.concat([...lines.map(pktLine), flush])

/** The lines before the next flush, and where the bytes after it begin; null where the framing is broken. */
export const readList = (bytes: Uint8Array, start: number): { lines: readonly string[]; next: number } | null => {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const lines: string[] = []
  for (let at = start; at + 4 <= view.length; ) {
    const digits = view.toString('latin1', at, at + 4)
    const length = /^[0-9a-f]{4}$/i.test(digits) ? Number.parseInt(digits, 16) : -1
    if (length === 0) return { lines, next: at + 4 }
    if (length < 4 || at + length > view.length) return null
    lines.push(view.toString('utf8', at + 4, at + length).replace(/\n$/, ''))
    at += length
  }
  return null
}

/** The most that one packet of side-band-64k carries. */
const mostBytes = 65_515

/** Bytes on a band: 1 is the answer itself, 2 what git prints after `remote: `. */
export const band = (number: 1 | 2, bytes: Uint8Array): Uint8Array => {
  const packets: Uint8Array[] = []
  for (let at = 0; at < bytes.length; at += mostBytes) {
    packets.push(pktLine(Buffer.concat([Buffer.from([number]), bytes.subarray(at, at + mostBytes)])))
  }
  return Buffer.concat(packets)
}

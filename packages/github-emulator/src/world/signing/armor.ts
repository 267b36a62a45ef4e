/** The checksum of OpenPGP's armor (RFC 4880, 6.1). */
const crc24 = (bytes: Uint8Array): number => {
  let crc = 0xb704ce
  for (const byte of bytes) {
    crc ^= byte << 16
    for (let bit = 0; bit < 8; bit += 1) {
      crc <<= 1
      if (crc & 0x1000000) crc ^= 0x1864cfb
    }
  }
  return crc & 0xffffff
}

/** Bytes as text between `-----BEGIN PGP ...-----` and its end, with a line break after it. */
export const armor = (label: 'SIGNATURE' | 'PUBLIC KEY BLOCK', bytes: Uint8Array): string => {
  const lines =
    Buffer.from(bytes)
      .toString('base64')
      .match(/.{1,64}/g) ?? []
  const check = crc24(bytes)
  const sum = Buffer.from([check >>> 16, (check >>> 8) & 0xff, check & 0xff]).toString('base64')
  return `-----BEGIN PGP ${label}-----\n\n${lines.join('\n')}\n=${sum}\n-----END PGP ${label}-----\n`
}

/** The bytes inside an armored signature, or null where it is none. Headers of the armor and its checksum say nothing here. */
export const unarmor = (text: string): Uint8Array | null => {
  const inside = /-----BEGIN PGP SIGNATURE-----\n([\s\S]*?)-----END PGP SIGNATURE-----/.exec(text)?.[1]
  if (inside === undefined) return null
  const lines = inside.split(/\r?\n/)
  const body = lines.slice(lines.findIndex(line => line.trim() === '') + 1).filter(line => !line.startsWith('='))
  const encoded = body.join('').trim()
  return encoded !== '' && /^[A-Za-z0-9+/]+=*$/.test(encoded) ? Buffer.from(encoded, 'base64') : null
}

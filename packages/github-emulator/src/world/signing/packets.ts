/**
 * The few OpenPGP packets (RFC 4880, with EdDSA as RFC 9580 keeps it for version 4 keys) that a signing key and its
 * detached signatures need. Libraries sign only asynchronously, and the world answers at once: so the bytes are put
 * together here, and the tests hold them against gpg and openpgp.js.
 */

export const tags = { signature: 2, publicKey: 6, userId: 13 } as const

/** EdDSA of RFC 4880bis with curve Ed25519; SHA-256. */
export const algorithms = { eddsa: 22, sha256: 8 } as const

/** Signature types: over a document's bytes, and of a key over its own user id. */
export const signatureTypes = { binary: 0x00, certification: 0x13 } as const

export const subpackets = { created: 2, issuer: 16, keyFlags: 27, issuerFingerprint: 33 } as const

const uint16 = (value: number): Uint8Array => Buffer.from([value >>> 8, value & 0xff])

export const uint32 = (value: number): Uint8Array => {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(value)
  return bytes
}

/** A number of any size: its bits are counted, then come its bytes without leading zeros. */
export const multiprecision = (bytes: Uint8Array): Uint8Array => {
  const start = bytes.findIndex(byte => byte !== 0)
  if (start < 0) return uint16(0)
  const number = bytes.subarray(start)
  const bits = (number.length - 1) * 8 + (32 - Math.clz32(number[0] ?? 0))
  return Buffer.concat([uint16(bits), number])
}

const length = (count: number): Uint8Array => {
  if (count < 192) return Buffer.from([count])
  return count < 8384
    ? Buffer.from([((count - 192) >>> 8) + 192, (count - 192) & 0xff])
    : Buffer.concat([Buffer.from([0xff]), uint32(count)])
}

/** A packet with a header of the new format. */
export const packet = (tag: number, body: Uint8Array): Uint8Array =>
  Buffer.concat([Buffer.from([0xc0 | tag]), length(body.length), body])

export const subpacket = (type: number, body: Uint8Array): Uint8Array =>
  Buffer.concat([length(body.length + 1), Buffer.from([type]), body])

/** Subpackets with the count of their bytes before them. */
export const counted = (parts: readonly Uint8Array[]): Uint8Array => {
  const bytes = Buffer.concat(parts)
  return Buffer.concat([uint16(bytes.length), bytes])
}

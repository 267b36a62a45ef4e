import { verify } from 'node:crypto'
import { unarmor } from './armor.ts'
import { algorithms, signatureTypes, subpackets, tags } from './packets.ts'
import { signedDigest, type WebFlowKey } from './web-flow-key.ts'

/** What a signature is worth where only GitHub's own key is registered. */
export type Verdict = 'valid' | 'invalid' | 'unknown_key' | 'malformed_signature' | 'unknown_signature_type'

/** The signature packet, taken apart: what it signs of itself, who made it, and Ed25519's 64 bytes where it is one. */
type Parsed = { readonly head: Uint8Array; readonly issuer: string; readonly signature: Uint8Array | null }

/** Judge an armored signature over a document. SSH and S/MIME signatures are by keys nobody registered. */
export const verifySignature = (key: WebFlowKey, document: Uint8Array, armored: string): Verdict => {
  if (/^-----BEGIN (SSH SIGNATURE|SIGNED MESSAGE)-----/.test(armored)) return 'unknown_key'
  if (!armored.startsWith('-----BEGIN PGP')) return 'unknown_signature_type'
  const parsed = parse(armored)
  if (!parsed) return 'malformed_signature'
  if (parsed.issuer !== key.keyId) return 'unknown_key'
  if (!parsed.signature) return 'invalid'
  const good = verify(null, signedDigest(document, parsed.head), key.publicKey, parsed.signature)
  return good ? 'valid' : 'invalid'
}

/** The key id a signature names, in capitals; null where it cannot be read. */
export const issuerOf = (armored: string): string | null => parse(armored)?.issuer ?? null

const parse = (armored: string): Parsed | null => {
  const bytes = unarmor(armored)
  const body = bytes && packetBody(bytes)
  if (body?.[0] !== 4) return null
  const view = Buffer.from(body)
  const hashedEnd = 6 + end(view, 4)
  const unhashedEnd = hashedEnd + 2 + end(view, hashedEnd)
  if (view.length < unhashedEnd + 2) return null
  const [, type, algorithm, hash] = view
  const ours =
    type === signatureTypes.binary && algorithm === algorithms.eddsa && hash === algorithms.sha256
      ? numbers(view.subarray(unhashedEnd + 2))
      : null
  const issuer = issuerIn([view.subarray(6, hashedEnd), view.subarray(hashedEnd + 2, unhashedEnd)])
  return issuer === null ? null : { head: view.subarray(0, hashedEnd), issuer, signature: ours }
}

const end = (view: Buffer, at: number): number => (at + 2 <= view.length ? view.readUInt16BE(at) : view.length)

/** The body of a signature packet, with a header of either format. */
const packetBody = (bytes: Uint8Array): Uint8Array | null => {
  const [first = 0] = bytes
  if ((first & 0xc0) === 0xc0) {
    const size = lengthAt(bytes, 1)
    return (first & 0x3f) === tags.signature && size
      ? bytes.subarray(1 + size.bytes, 1 + size.bytes + size.length)
      : null
  }
  const width = [1, 2, 4][first & 3]
  if ((first & 0x80) === 0 || ((first >>> 2) & 0xf) !== tags.signature || width === undefined) return null
  if (bytes.length < 1 + width) return null
  const length = Buffer.from(bytes).readUIntBE(1, width)
  return bytes.subarray(1 + width, 1 + width + length)
}

const lengthAt = (bytes: Uint8Array, at: number): { bytes: number; length: number } | null => {
  const [first, second = 0] = bytes.subarray(at)
  if (first === undefined) return null
  if (first < 192) return { bytes: 1, length: first }
  if (first < 224) return { bytes: 2, length: ((first - 192) << 8) + second + 192 }
  return first === 255 && bytes.length >= at + 5 ? { bytes: 5, length: Buffer.from(bytes).readUInt32BE(at + 1) } : null
}

const issuerIn = (areas: readonly Uint8Array[]): string | null => {
  for (const area of areas) {
    for (let at = 0; at < area.length; ) {
      const size = lengthAt(area, at)
      if (!size) return null
      const start = at + size.bytes
      const content = area.subarray(start, start + size.length)
      const type = (content[0] ?? 0) & 0x7f
      if (type === subpackets.issuer || type === subpackets.issuerFingerprint) {
        return Buffer.from(content.subarray(-8)).toString('hex').toUpperCase()
      }
      at = start + size.length
    }
  }
  return null
}

/** R and S, each filled up to its 32 bytes. */
const numbers = (bytes: Buffer): Uint8Array | null => {
  const signature = Buffer.alloc(64)
  let at = 0
  for (const end of [32, 64]) {
    if (at + 2 > bytes.length) return null
    const size = Math.ceil(bytes.readUInt16BE(at) / 8)
    if (size > 32 || at + 2 + size > bytes.length) return null
    signature.set(bytes.subarray(at + 2, at + 2 + size), end - size)
    at += 2 + size
  }
  return signature
}

import { createHash, createPrivateKey, createPublicKey, type KeyObject, sign } from 'node:crypto'
import { armor } from './armor.ts'
import {
  algorithms,
  counted,
  multiprecision,
  packet,
  signatureTypes,
  subpacket,
  subpackets,
  tags,
  uint32,
} from './packets.ts'

/** The key GitHub signs with, of one world: its OpenPGP names and the means to sign and verify. */
export type WebFlowKey = {
  /** 16 hexadecimal digits, capitals, as GitHub shows it. */
  readonly keyId: string
  readonly fingerprint: Uint8Array
  /** When it was made, in ISO 8601. */
  readonly createdAt: string
  readonly email: string
  /** The transferable public key: key, user id and its certification. */
  readonly publicBytes: Uint8Array
  readonly publicKey: KeyObject
  readonly privateKey: KeyObject
}

const createdAt = '2017-08-16T00:00:00Z'
const email = 'noreply@github.com'
const userId = `GitHub <${email}>`

/** PKCS #8 around the 32 bytes of an Ed25519 seed (RFC 8410). */
const pkcs8 = Buffer.from('302e020100300506032b657004220420', 'hex')
/** 1.3.6.1.4.1.11591.15.1, Ed25519 as OpenPGP names it, with its length. */
const curve = Buffer.from('092b06010401da470f01', 'hex')

const known = new Map<string, WebFlowKey>()

/** The same seed makes the same key again, so that a world's object ids are the same in every run. */
export const webFlowKey = (seed: string): WebFlowKey => {
  const found = known.get(seed) ?? makeKey(seed)
  known.set(seed, found)
  return found
}

const makeKey = (seed: string): WebFlowKey => {
  const secret = createHash('sha256').update(`web-flow ${seed}`).digest()
  const privateKey = createPrivateKey({ key: Buffer.concat([pkcs8, secret]), format: 'der', type: 'pkcs8' })
  const publicKey = createPublicKey(privateKey)
  const point = publicKey.export({ format: 'der', type: 'spki' }).subarray(-32)
  const body = Buffer.concat([
    Buffer.from([4]),
    uint32(seconds(createdAt)),
    Buffer.from([algorithms.eddsa]),
    curve,
    multiprecision(Buffer.concat([Buffer.from([0x40]), point])),
  ])
  const hashed = Buffer.concat([Buffer.from([0x99, body.length >>> 8, body.length & 0xff]), body])
  const fingerprint = createHash('sha1').update(hashed).digest()
  const keyId = fingerprint.subarray(-8).toString('hex').toUpperCase()
  const unpublished = { keyId, fingerprint, createdAt, email, publicKey, privateKey }
  const id = Buffer.from(userId)
  const certified = Buffer.concat([hashed, Buffer.from([0xb4]), uint32(id.length), id])
  // 0x03: it may certify and sign
  const flags = [subpacket(subpackets.keyFlags, Buffer.from([0x03]))]
  const self = signaturePacket(unpublished, signatureTypes.certification, certified, seconds(createdAt), flags)
  const publicBytes = Buffer.concat([packet(tags.publicKey, body), packet(tags.userId, id), self])
  return { ...unpublished, publicBytes }
}

const seconds = (date: string): number => Math.floor(Date.parse(date) / 1000)

type Signing = Pick<WebFlowKey, 'fingerprint' | 'privateKey'>

const signaturePacket = (
  { fingerprint, privateKey }: Signing,
  type: number,
  document: Uint8Array,
  at: number,
  more: readonly Uint8Array[] = [],
): Uint8Array => {
  const by = subpacket(subpackets.issuerFingerprint, Buffer.concat([Buffer.from([4]), fingerprint]))
  const head = Buffer.concat([
    Buffer.from([4, type, algorithms.eddsa, algorithms.sha256]),
    counted([by, subpacket(subpackets.created, uint32(at)), ...more]),
  ])
  const digest = signedDigest(document, head)
  const signature = sign(null, digest, privateKey)
  const body = Buffer.concat([
    head,
    counted([subpacket(subpackets.issuer, fingerprint.subarray(-8))]),
    digest.subarray(0, 2),
    multiprecision(signature.subarray(0, 32)),
    multiprecision(signature.subarray(32)),
  ])
  return packet(tags.signature, body)
}

/** What an OpenPGP signature of version 4 signs: the document, the signature's own head, and that head's length. */
export const signedDigest = (document: Uint8Array, head: Uint8Array): Uint8Array =>
  createHash('sha256')
    .update(document)
    .update(head)
    .update(Buffer.from([4, 0xff]))
    .update(uint32(head.length))
    .digest()

/** A detached, armored signature over a document; `date` in ISO 8601. */
export const signDocument = (key: WebFlowKey, document: Uint8Array, date: string): string =>
  armor('SIGNATURE', signaturePacket(key, signatureTypes.binary, document, seconds(date)))

export const armoredPublicKey = ({ publicBytes }: WebFlowKey): string => armor('PUBLIC KEY BLOCK', publicBytes)

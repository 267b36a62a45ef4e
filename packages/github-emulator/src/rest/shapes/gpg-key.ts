import type { JsonObject } from '../../http/answer.ts'
import { armoredPublicKey, type WebFlowKey } from '../../world/signing/web-flow-key.ts'

/** A registered OpenPGP key, as `GET /users/{username}/gpg_keys` lists it. */
export const gpgKey = (key: WebFlowKey): JsonObject => ({
  id: 3262,
  name: null,
  primary_key_id: null,
  key_id: key.keyId,
  raw_key: armoredPublicKey(key),
  public_key: Buffer.from(key.publicBytes).toString('base64'),
  emails: [{ email: key.email, verified: true }],
  subkeys: [],
  can_sign: true,
  can_encrypt_comms: false,
  can_encrypt_storage: false,
  can_certify: true,
  created_at: key.createdAt,
  expires_at: null,
  revoked: false,
})

import { issuerOf, type Verdict, verifySignature } from '../signing/verify.ts'
import { webFlowKey } from '../signing/web-flow-key.ts'
import type { Commit } from '../types/git.ts'
import type { WorldState } from '../types/world.ts'
import { signedPayload } from './encode.ts'

/** What GitHub says of a commit's signature. Only its own key is registered here, so what is valid was signed by GitHub. */
export type Verification = {
  readonly reason: Verdict | 'unsigned'
  readonly keyId: string | null
  /** The commit without its signature; null when it has none. */
  readonly payload: string | null
}

const unsigned: Verification = { reason: 'unsigned', keyId: null, payload: null }

/** Commits never change, and lists of them are read again and again: each is judged once for a seed. */
const judged = new WeakMap<Commit, { readonly seed: string; readonly verification: Verification }>()

/** Judges a commit's signature against the key of this world. */
export const verificationOf = ({ signingSeed }: WorldState, commit: Commit): Verification => {
  const known = judged.get(commit)
  if (known?.seed === signingSeed) return known.verification
  const verification = judge(signingSeed, commit)
  judged.set(commit, { seed: signingSeed, verification })
  return verification
}

const judge = (seed: string, commit: Commit): Verification => {
  if (commit.gpgsig === null) return unsigned
  const payload = signedPayload(commit)
  return {
    reason: verifySignature(webFlowKey(seed), payload, commit.gpgsig),
    keyId: issuerOf(commit.gpgsig),
    payload: Buffer.from(payload).toString('utf8'),
  }
}

import { withoutSecrets } from '../adapters/secrets/without-secrets.ts'
import { isTalk } from '../commands/parse/obey.ts'
import type { Need } from './event-target.ts'

/**
 * Whether a comment has in it what its incident would be looked at for; null: it need not. The parser itself says what is a
 * command, or is answered like one, and a secret alone wakes a run too, which reads the comment from GitHub. Of what was
 * scanned nothing is kept.
 */
export const isWorthALook = async (needs: Need | null, said: string): Promise<boolean> => {
  if (needs === null) return true
  // whether it came by e-mail, which quotes what is nobody's word, GitHub does not say here
  if (needs === 'command' && !(isTalk(said, false) && isTalk(said, true))) return true
  return (await withoutSecrets(said)).found.length > 0
}

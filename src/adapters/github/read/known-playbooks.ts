import { readPlaybookFile } from '../../../domain/config/settings.ts'
import type { File } from '../../../domain/source/file.ts'
import { rememberMade } from '../../../domain/text/remember.ts'

/** Characters of files that are kept: a team's sixty playbooks are about a million. */
const most = 8_000_000

/** A team's files come with every read and seldom change: what was made of one is found by its text. */
export const readKnownPlaybook = rememberMade(
  most,
  ({ name, text, truncated }: File) => `${name}\n${truncated}\n${text}`,
  readPlaybookFile,
)

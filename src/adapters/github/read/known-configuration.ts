import { configurationIn } from '../../../domain/config/settings.ts'
import type { File } from '../../../domain/source/file.ts'
import { rememberMade } from '../../../domain/text/remember.ts'

/** Characters of files that are kept: one is at most 64,000. */
const most = 1_000_000

/** A team's configuration comes with every read and seldom changes: what was made of it is found by its text. */
export const readKnownConfiguration = rememberMade(
  most,
  (file: File | null) => (file === null ? '' : `${file.truncated}\n${file.text}`),
  configurationIn,
)

import { type ConfigurationRead, configurationIn } from '../../../domain/config/settings.ts'
import type { File } from '../../../domain/source/file.ts'
import { rememberTexts } from '../../../domain/text/remember.ts'

/** Characters of files that are kept: one is at most 64,000. */
const most = 1_000_000

const known = rememberTexts<ConfigurationRead>(most)

/** A team's configuration comes with every read and seldom changes: what was made of it is found by its text. */
export const readKnownConfiguration = (file: File | null): ConfigurationRead => {
  const key = file === null ? '' : `${file.truncated}\n${file.text}`
  const before = known.get(key)
  if (before !== undefined) return before
  const read = configurationIn(file)
  known.set(key, read)
  return read
}

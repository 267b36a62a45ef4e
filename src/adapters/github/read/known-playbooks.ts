import { readPlaybookFile } from '../../../domain/config/settings.ts'
import type { File } from '../../../domain/source/file.ts'
import { rememberTexts } from '../../../domain/text/remember.ts'

/** Characters of files that are kept: a team's sixty playbooks are about a million. */
const most = 8_000_000

const known = rememberTexts<ReturnType<typeof readPlaybookFile>>(most)

/** A team's files come with every read and seldom change: what was made of one is found by its text. */
export const readKnownPlaybook = (file: File): ReturnType<typeof readPlaybookFile> => {
  const key = `${file.name}\n${file.truncated}\n${file.text}`
  const before = known.get(key)
  if (before !== undefined) return before
  const read = readPlaybookFile(file)
  known.set(key, read)
  return read
}

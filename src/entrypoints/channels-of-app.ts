import { readFileSync } from 'node:fs'
import type { Definition } from '../adapters/channels/definition.ts'
import { type ReadChannels, readChannels } from '../adapters/channels/read-channels.ts'
import { variablesOf } from '../adapters/channels/source.ts'
import { findingLine } from '../messages/findings.ts'
import { channelsRead, channelsTurnedOff, fileUnreadable } from '../messages/paging/channels-file.ts'

type Env = Readonly<Record<string, string | undefined>>
type Log = { readonly info: (line: string) => void; readonly error: (line: string) => void }

/** The operator's file, read; null: there is no such file, or it cannot be read. */
export const readChannelsFile = (path: string, env: Env, where: 'app' | 'action' = 'app'): ReadChannels | null => {
  try {
    return readChannels(readFileSync(path, 'utf8'), { file: path, where, variable: variablesOf(env) })
  } catch {
    return null
  }
}

/** What the App may use, by the file at `path`, if there is one. What is wrong with it is told, and stops nothing else. */
export const channelsOfApp = (path: string | undefined, env: Env, log: Log): readonly Definition[] => {
  if (!path) return []
  const read = readChannelsFile(path, env)
  if (read === null) {
    log.error(fileUnreadable('TOCSIN_CHANNELS'))
    return []
  }
  const { definitions, problems } = read
  for (const problem of problems) log.error(findingLine({ is: 'problem', ...problem }))
  if (problems.length > 0) log.error(channelsTurnedOff(problems.length))
  log.info(channelsRead(definitions.map(({ id }) => id)))
  return definitions
}

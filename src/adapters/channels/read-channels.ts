import type { Problem } from '../../domain/source/problem.ts'
import { type Entry, readYaml } from '../../domain/source/yaml.ts'
import { isSlug } from '../../domain/text/slug.ts'
import {
  badChannelId,
  badChannelIdExpected,
  notYaml,
  tooLong,
  yamlExpected,
} from '../../messages/paging/channels-file.ts'
import type { Definition } from './definition.ts'
import { readChannel } from './read-channel.ts'
import type { Source } from './source.ts'

export type ReadChannels = {
  /** Those without a problem, in the order of the file. */
  readonly definitions: readonly Definition[]
  /** All of them at once, in the order of the file. They repeat no value of it. */
  readonly problems: readonly Problem[]
  /** What must not be printed, in the words in which it would be. */
  readonly secrets: readonly string[]
}

const mostCharacters = 64 * 1024

/** The operator's file: channels by id, in YAML. A channel with a problem is left out, and keeps no other out. */
export const readChannels = (text: string, source: Source): ReadChannels => {
  if (text.length > mostCharacters) {
    const problem = { file: source.file, line: 1, says: tooLong(text.length), expected: `at most ${mostCharacters}` }
    return { definitions: [], problems: [problem], secrets: [] }
  }
  const { entries, problems } = readYaml(source.file, text)
  const read = entries.map(entry => readEntry(entry, source))
  const wrong = [
    // what YAML says of a mistake quotes what stands there
    ...problems.map(({ file, line }) => ({ file, line, says: notYaml(), expected: yamlExpected })),
    ...read.flatMap(one => one.problems.map(problem => ({ file: source.file, ...problem }))),
  ]
  return {
    definitions: read.flatMap(one => one.definition ?? []),
    problems: wrong.toSorted((a, b) => a.line - b.line),
    secrets: [...new Set(read.flatMap(one => one.secrets))],
  }
}

const readEntry = ({ key, line, value }: Entry, source: Source): ReturnType<typeof readChannel> => {
  if (isSlug(key)) return readChannel(key, value, source)
  const problem = { line, says: badChannelId(), expected: badChannelIdExpected }
  return { definition: null, problems: [problem], secrets: [] }
}

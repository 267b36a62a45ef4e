import { configurationFile } from '../../domain/config/configuration.ts'
import type { Problem } from '../../domain/source/problem.ts'
import { quote } from '../../domain/text/quote.ts'

/** A problem for each channel that a configuration names and that is not defined for it. `defined`: those that are. */
export const undefinedChannels = (named: readonly string[], defined: readonly string[]): readonly Problem[] =>
  [...new Set(named)]
    .filter(id => !defined.includes(id))
    .map(id => ({
      file: configurationFile,
      line: 1,
      says: `\`paging\` names the channel ${quote(id)}, which is not defined, so nobody is woken by it`,
      expected: `${known(defined)}. Whoever runs Tocsin defines channels, see docs/paging.md`,
    }))

const known = (defined: readonly string[]): string => {
  const ids = defined.map(quote)
  return ids.length === 0 ? 'no channel, for none is defined' : `one of ${ids.join(', ')}`
}

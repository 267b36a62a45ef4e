import * as core from '@actions/core'
import { type ReadChannels, readChannels } from '../adapters/channels/read-channels.ts'
import { type Source, variablesOf } from '../adapters/channels/source.ts'

const readInput = (variable: Source['variable']): ReadChannels => {
  // the first line may be indented, as all of them are
  const text = core.getInput('channels', { trimWhitespace: false })
  return readChannels(text, { file: 'input channels', where: 'action', variable })
}

/** The channels of the input `channels`, whose secrets the workflow sets in `env:`. They are masked in the log. */
export const channelsOfInput = (): ReadChannels => {
  const read = readInput(variablesOf(process.env))
  for (const secret of read.secrets) core.setSecret(secret)
  return read
}

/** The same text where it is only checked: a check is given no secrets, and takes each for one that fits. */
export const checkedInput = (): ReadChannels => readInput(() => 'https://channel.invalid/')

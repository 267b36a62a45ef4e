import * as core from '@actions/core'
import { type ReadChannels, readChannels } from '../adapters/channels/read-channels.ts'

/** The channels of the input `channels`, whose secrets the workflow sets in `env:`. They are masked in the log. */
export const channelsOfInput = (): ReadChannels => {
  // the first line may be indented, as all of them are
  const text = core.getInput('channels', { trimWhitespace: false })
  const read = readChannels(text, { file: 'input channels', where: 'action', env: process.env })
  for (const secret of read.secrets) core.setSecret(secret)
  return read
}

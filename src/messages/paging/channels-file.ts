/** What is wrong in the operator's file. No value of the file is repeated: any of them may be a secret in the wrong place. */

export const notYaml = (): string => 'This cannot be read'
export const yamlExpected = 'YAML in which each key stands once and nothing is an alias, for example `kind: slack`'

export const tooLong = (characters: number): string => `The file has ${characters} characters, so no channel is read`

export const badChannelId = (): string => 'An id of a channel is not allowed'
export const badChannelIdExpected = 'a name of small letters, digits and hyphens, for example `pager:`'

export const noChannel = (id: string): string => `Channel \`${id}\` has no keys`
export const noKind = (id: string): string => `Channel \`${id}\` has no known kind`

export const unknownChannelKey = (id: string): string => `Channel \`${id}\` has an unknown key`

export const keyMissing = (id: string, key: string): string => `\`${key}\` of channel \`${id}\` is missing`

export const keyWrong = (id: string, key: string): string => `\`${key}\` of channel \`${id}\` is not right`

export const keyTwice = (id: string, key: string): string => `\`${key}\` of channel \`${id}\` is set twice`
export const keyTwiceExpected = (key: string): string => `either \`${key}\` or \`${key}_env\``

/** The value of `…_env` is no name of a variable that is set. */
export const variableMissing = (id: string, key: string): string =>
  `\`${key}_env\` of channel \`${id}\` does not name an environment variable that is set`
export const variableExpected = (where: 'app' | 'action'): string =>
  where === 'app'
    ? 'the name of a variable in the environment of the App'
    : 'the name of a variable that the workflow sets in `env:` of this step, from one of its secrets'

/** A workflow is a file of the repository. */
export const secretWrittenOut = (id: string, key: string): string =>
  `\`${key}\` of channel \`${id}\` is written into the workflow`
export const secretWrittenOutExpected = (key: string): string =>
  `\`${key}_env\` with the name of a variable that the workflow sets in \`env:\` of this step, from one of its secrets`

export const fileUnreadable = (name: string): string =>
  `${name} names a file that cannot be read, so there are no channels: nobody can be woken outside GitHub.`

/** In the log, once what is defined is known. */
export const channelsRead = (ids: readonly string[]): string =>
  ids.length === 0 ? 'Channels: none.' : `Channels: ${ids.join(', ')}.`

export const channelsTurnedOff = (problems: number): string =>
  `${problems === 1 ? 'A problem' : `${problems} problems`} in the file of the channels: a channel with one is not used.`

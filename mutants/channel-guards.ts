import type { Guard } from './guards.ts'

const room = 'src/adapters/channels'
const tests = 'test/adapters/channels'

/** The guards of what leaves GitHub by a channel. */
export const channelGuards: readonly Guard[] = [
  {
    name: 'checked address',
    without: 'a message goes to whatever address a name has',
    patches: [
      {
        file: `${room}/send.ts`,
        from: '!addresses.every(({ address }) => isAllowed(address, request))',
        to: '!addresses.every(({ address }) => isAllowed(address, request)) && 1 > 2',
      },
    ],
    tests: [`${tests}/send.test.ts`],
    // of these tests those that would ask this machine only
    named: 'by what it means',
  },
  {
    name: 'every address',
    without: 'of the addresses of a name one that is allowed is enough',
    patches: [
      {
        file: `${room}/send.ts`,
        from: '!addresses.every(({ address })',
        to: '!addresses.some(({ address })',
      },
    ],
    tests: [`${tests}/send.test.ts`],
    named: 'refused whole',
  },
  {
    name: 'one look at a name',
    without: 'the address that was looked at need not be the one of the connection',
    patches: [
      {
        file: `${room}/send.ts`,
        from: 'return callback(error, [])\n',
        to: 'return callback(error, [])\n      if (addresses.length > 0) return resolve(hostname, { ...options, all: true }, callback)\n',
      },
    ],
    tests: [`${tests}/send.test.ts`],
    named: 'a name is asked for once',
  },
  {
    name: 'never there',
    without: 'whoever allows private addresses allows the next machine’s credentials',
    patches: [
      {
        file: `${room}/send.ts`,
        from: "kind === 'private' && allowPrivateAddresses",
        to: 'allowPrivateAddresses',
      },
    ],
    tests: [`${tests}/send.test.ts`],
    named: 'http://0.0.0.0 is not asked whatever the operator allows',
  },
  {
    name: 'private room',
    without: 'a room with other readers is told of a confidential incident',
    patches: [
      {
        file: `${room}/open-channel.ts`,
        from: 'message.confidential && !definition.isPrivate',
        to: 'message.confidential && !definition.isPrivate && 1 > 2',
      },
    ],
    tests: [`${tests}/rooms.test.ts`],
    named: 'is told nothing at all',
  },
  {
    name: 'no link',
    without: 'whoever reads a message by SMS can join the call',
    patches: [
      {
        file: 'src/messages/paging/page-text.ts',
        from: '? null : oneLine(call)',
        to: '? oneLine(call) : oneLine(call)',
      },
    ],
    tests: [`${tests}/webhook.test.ts`],
    named: 'whoever reads the message could join',
  },
  {
    name: 'template without private',
    without: 'a push service is told the reason and the page',
    patches: [
      {
        file: `${room}/read-channel.ts`,
        from: 'isPrivate !== true && tellsTooMuch(value)',
        to: 'isPrivate !== true && tellsTooMuch(value) && 1 > 2',
      },
    ],
    tests: [`${tests}/read-channels.test.ts`],
  },
  {
    name: 'secret in a workflow',
    without: 'a secret may be written into a file of the repository',
    patches: [
      {
        file: `${room}/read-values.ts`,
        from: "isSecret && source.where === 'action'",
        to: "isSecret && source.where === 'action' && 1 > 2",
      },
    ],
    tests: [`${tests}/read-channels.test.ts`],
  },
  {
    name: 'whose channel',
    without: 'every installation may use every channel',
    patches: [
      {
        file: `${room}/channels-for.ts`,
        from: 'tenant === null || mayUse(definition, tenant)',
        to: 'tenant === null || mayUse(definition, tenant) || 2 > 1',
      },
    ],
    tests: [`${tests}/read-channels.test.ts`],
    named: 'and nothing else',
  },
  {
    name: 'told without values',
    without: 'what YAML says of a mistake is told as it is',
    patches: [
      {
        file: `${room}/read-channels.ts`,
        from: '({ file, line }) => ({ file, line, says: notYaml(), expected: yamlExpected })',
        to: '({ file, line, says }) => ({ file, line, says: says || notYaml(), expected: yamlExpected })',
      },
    ],
    tests: [`${tests}/read-channels.test.ts`],
    named: 'no value of the file',
  },
  {
    name: 'end of an answer',
    without: 'an answer is read to its end, however long it is',
    patches: [
      {
        file: `${room}/send.ts`,
        from: 'if (length >= mostOfAnswer) break',
        to: 'if (length >= mostOfAnswer && 1 > 2) break',
      },
    ],
    tests: [`${tests}/send.test.ts`],
    named: 'far too much',
  },
]

import type { Command } from 'commander'
import { findingLine } from '../../messages/findings.ts'
import { fileMissing, fileNotRead, notDefined, tested } from '../../messages/paging/channel-test.ts'
import { type Io, refuse, subcommand } from './subcommand.ts'

type Options = { readonly file?: string; readonly action?: boolean }

/** `tocsin channels` */
export const channels = (io: Io): Command =>
  subcommand(io, {
    name: 'channels',
    summary: 'Try the channels by which people are woken.',
    details: 'A channel is defined by whoever runs Tocsin, in a file outside the repository.',
    examples: ['tocsin channels test pager'],
    page: 'docs/paging.md',
  })
    .helpCommand(false)
    .addCommand(testCommand(io).helpOption('-h, --help', 'Print this help.'))

const testCommand = (io: Io): Command =>
  subcommand(io, {
    name: 'test',
    summary: 'Send one message that says that it is a test.',
    details:
      'It reads the file that TOCSIN_CHANNELS names, and the secrets from the environment. A test of a pager wakes whoever is on call. The exit code is 0 if the channel accepted the message, and 1 if it did not, or if the file cannot be used.',
    examples: ['tocsin channels test pager', 'tocsin channels test room --file channels.yml --action'],
    page: 'docs/paging.md',
  })
    .argument('<id>', 'The id of the channel in the file.')
    .option('--file <path>', 'Read this file instead.')
    .option('--action', 'Read it as the Action reads its input, without secrets written out.')
    .action((id: string, options: Options, command: Command) => test(id, options, command, io))

const test = async (id: string, { file, action = false }: Options, command: Command, io: Io): Promise<void> => {
  const path = file ?? io.env.TOCSIN_CHANNELS
  if (path === undefined || path === '') return refuse(command, fileMissing())
  const [{ readChannelsFile }, { openChannel }] = await Promise.all([
    import('../channels-of-app.ts'),
    import('../../adapters/channels/open-channel.ts'),
  ])
  const fail = (text: string): void => {
    io.err(`${text}\n`)
    io.end(1)
  }
  const read = readChannelsFile(path, io.env, action ? 'action' : 'app')
  if (read === null) return fail(`tocsin channels test: ${fileNotRead()}.`)
  for (const problem of read.problems) io.err(`${findingLine({ is: 'problem', ...problem })}\n`)
  const definition = read.definitions.find(one => one.id === id)
  if (definition === undefined) return fail(`tocsin channels test: ${notDefined(read.definitions.map(one => one.id))}.`)
  const delivery = await openChannel(definition).test()
  if (delivery.is === 'failed') return fail(tested(id, delivery))
  io.out(`${tested(id, delivery)}\n`)
}

import completions from '@bomb.sh/tab/commander'
import { Argument, type Command } from 'commander'
import manifest from '../../../package.json' with { type: 'json' }
import { strict } from '../command-line.ts'
import { channels } from './channels.ts'
import { check } from './check.ts'
import { drill } from './drill.ts'
import { emulator } from './emulator.ts'
import { exportCommand } from './export.ts'
import { importCommand } from './import.ts'
import { plan } from './plan.ts'
import type { Io } from './subcommand.ts'

const subcommands = [drill, emulator, check, importCommand, exportCommand, plan, channels]
const version = `tocsin ${manifest.version}`

/** Everything that can be typed after `tocsin`. */
export const createProgram = (io: Io): Command => {
  const program = strict('tocsin', io)
    .description(manifest.description)
    .version(version, '-V, --version', 'Print the version.')
    .helpOption('-h, --help', 'Print this help.')
    .helpCommand(false)
    .option('--debug', 'Print the stack trace of an unexpected error, like TOCSIN_DEBUG=1.')
    .addHelpText('after', afterHelp)
  for (const create of subcommands) program.addCommand(create(io).helpOption('-h, --help', 'Print this help.'))
  program.addCommand(helpFor(program, io))
  program.addCommand(
    strict('version', io)
      .description('Print the version.')
      .action(() => io.out(`${version}\n`)),
  )
  completions(program, { completionCommandName: 'completion' })
  return describeCompletion(program)
}

const afterHelp = `
Examples:
  $ tocsin drill
  $ tocsin check path/to/your/repository
  $ tocsin plan 'acme/incidents#7'

\`tocsin help <command>\` explains a command. Documentation: docs/cli.md`

const helpFor = (program: Command, io: Io): Command =>
  strict('help', io)
    .description('Print the help of a command.')
    .addArgument(
      new Argument('[command]', 'A command of tocsin.').choices([
        ...program.commands.map(one => one.name()),
        'version',
        'completion',
      ]),
    )
    .action((name?: string) => (program.commands.find(one => one.name() === name) ?? program).outputHelp())

const describeCompletion = (program: Command): Command => {
  program.commands
    .find(one => one.name() === 'completion')
    ?.summary('Print completions for a shell.')
    .description('Print a script that completes commands and options of `tocsin` in a shell.')
    .addHelpText(
      'after',
      '\nExamples:\n  $ source <(tocsin completion bash)\n  $ tocsin completion fish | source\n\nDocumentation: docs/cli.md',
    )
  return program
}

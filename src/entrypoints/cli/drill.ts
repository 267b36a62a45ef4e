import { type Command, Option } from 'commander'
import { defaultPlaybook } from '../../domain/config/configuration.ts'
import { builtInPlaybooks } from '../../domain/playbook/built-in.ts'
import { whyNoFolder } from './paths.ts'
import { type Io, refuse, subcommand } from './subcommand.ts'

type Options = {
  readonly deployment: 'app' | 'action'
  readonly playbook: string
  readonly list?: true
  readonly json?: true
  readonly out: string
}

/** `tocsin drill` */
export const drill = (io: Io): Command =>
  subcommand(io, {
    name: 'drill',
    summary: 'Play a whole incident on the embedded GitHub.',
    details:
      'It needs no account and no network. It prints a transcript, and writes the post-mortem, the ledger and the board to a folder. The exit code is 0 if the incident ended as expected, else 1.',
    examples: ['tocsin drill', 'tocsin drill --list', 'tocsin drill --playbook cloud-key --deployment action'],
    page: 'docs/cli.md and docs/playbooks.md',
  })
    .addOption(
      new Option('--deployment <mode>', 'Run Tocsin as the App or as the Action.')
        .choices(['app', 'action'])
        .default('app'),
    )
    .addOption(
      new Option('--playbook <id>', 'Use this built-in playbook.')
        .choices(builtInPlaybooks().map(({ id }) => id))
        .default(defaultPlaybook),
    )
    .option('--list', 'List the playbooks, and play none.')
    .option('--json', 'Print one line of JSON instead of the transcript or the list.')
    .option('--out <folder>', 'Write the post-mortem, the ledger and the board to this folder.', 'drill-output')
    .action(async (options: Options, command: Command) => {
      if (options.list === true) return list(io, options.json === true)
      const why = whyNoFolder(options.out)
      if (why !== null) return refuse(command, `--out: ${why}`)
      const { drill } = await import('../../drill/drill.ts')
      const { deployment, playbook, json = false, out } = options
      io.end(await drill({ deployment, playbook, json, folder: out }, io.out))
    })

const list = async (io: Io, json: boolean): Promise<void> => {
  if (!json) return io.out((await import('../../drill/drill.ts')).listed())
  const playbooks = builtInPlaybooks().map(({ id, title, kind, severity, steps }) => ({
    id,
    title,
    kind,
    severity,
    steps: steps.length,
  }))
  io.out(`${JSON.stringify(playbooks)}\n`)
}

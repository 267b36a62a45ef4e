import { type Command, InvalidArgumentError } from 'commander'
import { playbookFolder } from '../../domain/config/settings.ts'
import { isTimestamp, undated } from '../../interop/cacao/timestamp.ts'
import { whyNoFile } from './paths.ts'
import { type Io, refuse, subcommand } from './subcommand.ts'

type Options = { readonly dir: string; readonly out?: string | null; readonly date?: string | null }

const date = (typed: string): string => {
  if (isTimestamp(typed)) return typed
  throw new InvalidArgumentError(`Expected a time in UTC, for example ${undated}.`)
}

/** `tocsin export` */
export const exportCommand = (io: Io): Command =>
  subcommand(io, {
    name: 'export',
    summary: 'Write a playbook for other tools, as CACAO 2.0 in JSON.',
    details:
      'Your team’s playbook replaces the built-in one with the same id; a broken one is not exported. The same playbook always gives the same bytes.',
    examples: ['tocsin export security-incident', 'tocsin export .github/incidents/leak.md --out leak.json'],
    page: 'docs/cli.md and docs/playbooks.md',
  })
    .argument('<playbook>', 'The id of a playbook, or the path of its .md file.')
    .option('--cacao', 'Export CACAO 2.0, the default and so far the only format.')
    .option('--dir <folder>', 'Read your team’s playbooks from this folder.', playbookFolder)
    .option('--out <file>', 'Write to this file instead of the standard output.')
    .option(
      '--date <time>',
      'Set `created` and `modified` to this time in UTC. Without it, both have a fixed date.',
      date,
    )
    .action(async (playbook: string, { dir, out = null, date = null }: Options, command: Command) => {
      const why = out === null ? null : whyNoFile(out)
      if (why !== null) return refuse(command, `--out: ${why}`)
      const { exportPlaybook } = await import('./export-playbook.ts')
      io.end(await exportPlaybook(playbook, { dir, out, date }, io.out, line => io.err(`${line}\n`)))
    })

import type { Command } from 'commander'
import { whyNoRoot } from './paths.ts'
import { type Io, refuse, subcommand } from './subcommand.ts'

/** `tocsin check` */
export const check = (io: Io): Command =>
  subcommand(io, {
    name: 'check',
    summary: 'Check the configuration, playbooks and issue forms of a repository.',
    details:
      'It prints one line for each finding, and in GitHub Actions also an annotation. The exit code is 0 without problems, 1 with problems, and 2 if there is nothing to check.',
    examples: ['tocsin check', 'tocsin check path/to/your/repository', 'tocsin check --json'],
    page: 'docs/cli.md and docs/playbooks.md',
  })
    .argument('[dir]', 'The root of the repository.', '.')
    .option('--json', 'Print one line of JSON instead of the findings.')
    .action(async (dir: string, { json = false }: { readonly json?: boolean }, command: Command) => {
      const why = whyNoRoot(dir)
      if (why !== null) return refuse(command, why)
      const { checkFolder } = await import('./check-folder.ts')
      const annotated = io.env.GITHUB_ACTIONS === 'true'
      const line = (to: (text: string) => void) => (text: string) => to(`${text}\n`)
      io.end(await checkFolder(dir, { annotated, json }, line(io.out), line(io.err)))
    })

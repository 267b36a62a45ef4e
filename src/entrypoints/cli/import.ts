import type { Command } from 'commander'
import { playbookFolder } from '../../domain/config/settings.ts'
import { whyNoFolder } from './paths.ts'
import { type Io, refuse, subcommand } from './subcommand.ts'

type Options = { readonly out: string; readonly force?: boolean; readonly json?: boolean }

/** `tocsin import` */
export const importCommand = (io: Io): Command =>
  subcommand(io, {
    name: 'import',
    summary: 'Convert CACAO 2.0 playbooks and Markdown runbooks to playbooks for your team.',
    details:
      'Each file becomes one playbook; below its name is printed what could not be taken over as it was. A file that cannot be imported does not stop the others. The exit code is 0 if all files were imported, else 1.',
    examples: ['tocsin import phishing.json ransomware.md', 'tocsin import runbooks/*.md --out .github/incidents'],
    page: 'docs/cli.md and docs/playbooks.md',
  })
    .argument('<file...>', 'CACAO 2.0 in JSON, or a runbook in Markdown.')
    .option('--out <folder>', 'Write the playbooks to this folder.', playbookFolder)
    .option('--force', 'Overwrite files that exist.')
    .option('--json', 'Print one line of JSON instead of the report.')
    .action(async (files: string[], { out, force = false, json = false }: Options, command: Command) => {
      const why = whyNoFolder(out)
      if (why !== null) return refuse(command, `--out: ${why}`)
      const { importFiles } = await import('./import-files.ts')
      const line = (to: (text: string) => void) => (text: string) => to(`${text}\n`)
      io.end(await importFiles(files, { out, force, json }, line(io.out), line(io.err)))
    })

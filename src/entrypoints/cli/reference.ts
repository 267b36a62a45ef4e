import type { Command } from 'commander'
import { createProgram } from './program.ts'

const introduction = `# The command line

Generated from \`src/entrypoints/cli/\` by \`npm run generate\`.

In a checkout, \`tocsin\` is \`npm run -s tocsin --\`. Results are printed to the standard output, everything else to the
standard error. The exit code is 0 for success, 1 for failure, and 2 if the command line is invalid or there is nothing
to check.`

/** A command as it is typed after `tocsin`. */
const typedAs = (command: Command): string => {
  const { parent } = command
  return parent === null || parent.parent === null ? command.name() : `${typedAs(parent)} ${command.name()}`
}

/** `docs/cli.md`: the help of every command, as it is printed. */
export const cliReference = (): string => {
  let text = ''
  const hear = (more: string): void => {
    text += more
  }
  const helpOf = (command: { readonly outputHelp: () => void }): string => {
    text = ''
    command.outputHelp()
    return `\`\`\`text\n${text.trimEnd()}\n\`\`\``
  }
  const program = createProgram({ out: hear, err: hear, env: {}, end: () => undefined })
  const commands = program.createHelp().visibleCommands(program)
  const sections = commands
    .filter(one => one.name() !== 'help' && one.name() !== 'version')
    .flatMap(one => [one, ...one.commands.filter(below => below.name() !== 'help')])
    .map(one => `## \`tocsin ${typedAs(one)}\`\n\n${helpOf(one)}`)
  return `${[introduction, helpOf(program), ...sections].join('\n\n')}\n`
}

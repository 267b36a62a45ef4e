import { createProgram } from './program.ts'

const introduction = `# The command line

Made from \`src/entrypoints/cli/\` by \`npm run generate\`: change it there.

In a checkout, \`tocsin\` is \`npm run -s tocsin --\`. Results go to the standard output, everything else to the standard
error. Commands end with 0 if all is well, with 1 if it is not, and with 2 if what was typed is not understood, or if
there is nothing to check.`

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
    .map(one => `## \`tocsin ${one.name()}\`\n\n${helpOf(one)}`)
  return `${[introduction, helpOf(program), ...sections].join('\n\n')}\n`
}

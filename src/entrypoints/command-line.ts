import { Command } from 'commander'

/** Where a command line speaks: its results, and everything else. */
export type Streams = { readonly out: (text: string) => void; readonly err: (text: string) => void }

const columns = 100

const pathOf = (command: Command): string =>
  command.parent === null ? command.name() : `${pathOf(command.parent)} ${command.name()}`

/** Commander begins with `error:` and puts its suggestion on a line of its own: a refusal here is one line. */
const oneLine = (text: string): string =>
  text
    .trim()
    .replace(/^error: /, '')
    .replace(/[.\s]*\n\((Did you mean .*)\)$/, '. $1')
    .replace(/\s*\n\s*/g, ' ')
    .replace(/(?<![.?])$/, '.')

/** A command whose refusals are one line on `err`, whose help has no colours, and which throws where it would end the process. */
export const strict = (name: string, { out, err }: Streams): Command => {
  const command = new Command(name)
  return command.exitOverride().configureOutput({
    writeOut: out,
    writeErr: err,
    getOutHelpWidth: () => columns,
    getErrHelpWidth: () => columns,
    getOutHasColors: () => false,
    getErrHasColors: () => false,
    outputError: text => {
      const path = pathOf(command)
      err(`${path}: ${oneLine(text)} See ${path} --help\n`)
    },
  })
}

/** The command line of an npm script: `--help` prints how it is used, what is not understood ends it with 2, and neither does anything. */
export const script = (name: string, description: string): Command =>
  strict(name, {
    out: text => void process.stdout.write(text),
    err: text => void process.stderr.write(text),
  })
    .description(description)
    .exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? 0 : 2))

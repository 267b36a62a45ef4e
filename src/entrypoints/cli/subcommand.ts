import type { Command } from 'commander'
import { type Streams, strict } from '../command-line.ts'

/** What a subcommand is given: where to speak, what is set around it, and how to tell its exit code. */
export type Io = Streams & {
  readonly env: Readonly<Record<string, string | undefined>>
  readonly end: (code: number) => void
}

type About = {
  readonly name: string
  /** A sentence for the list of commands. */
  readonly summary: string
  /** What else there is to know, in full sentences. */
  readonly details: string
  readonly examples: readonly string[]
  /** The page that says more. */
  readonly page: string
}

/** A subcommand with its help; options, arguments and action are added to it. */
export const subcommand = (io: Io, { name, summary, details, examples, page }: About): Command =>
  strict(name, io)
    .summary(summary)
    .description(`${summary} ${details}`)
    .addHelpText('after', `\nExamples:\n${examples.map(one => `  $ ${one}`).join('\n')}\n\nDocumentation: ${page}`)

/** Ends a command for what was typed: a line for people, and exit code 2. */
export const refuse = (command: Command, says: string): never => command.error(`error: ${says}`)

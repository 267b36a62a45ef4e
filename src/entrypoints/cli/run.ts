import { type Command, CommanderError } from 'commander'
import type { Streams } from '../command-line.ts'
import { createProgram } from './program.ts'
import type { Io } from './subcommand.ts'

/** Runs what was typed after `tocsin`. The exit code: 0 well, 1 not well, 2 typed wrong. */
export const run = async (typed: readonly string[], streams: Streams, env: Io['env']): Promise<number> => {
  let code = 0
  const end = (ended: number): void => {
    code = ended
  }
  const program = createProgram({ ...streams, env, end })
  try {
    await program.parseAsync(meant(typed, program), { from: 'user' })
    return code
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2
    const debug = program.opts<{ debug?: true }>().debug === true || (env.TOCSIN_DEBUG ?? '') !== ''
    streams.err(unexpected(error, debug))
    return 1
  }
}

/** Nothing typed asks for help, `-v` for the version; and `--help` behind a slip would hide that it is one. */
const meant = (typed: readonly string[], program: Command): readonly string[] => {
  const [first] = typed
  if (first === undefined) return ['--help']
  if (first === '-v') return ['--version']
  const isSlip = !first.startsWith('-') && program.commands.every(one => one.name() !== first)
  return isSlip ? [first] : typed
}

const unexpected = (error: unknown, debug: boolean): string => {
  if (!(error instanceof Error)) return `tocsin: ${String(error)}\n`
  if (debug) return `${error.stack ?? error.message}\n`
  return `tocsin: ${error.message.split('\n')[0]} (${error.name}). With --debug the stack is printed.\n`
}

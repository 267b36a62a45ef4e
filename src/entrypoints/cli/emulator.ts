import { type Command, InvalidArgumentError } from 'commander'
import { type Io, refuse, subcommand } from './subcommand.ts'

type Options = { readonly port: number; readonly webhookUrl?: string; readonly webhookSecret?: string }

const port = (typed: string): number => {
  const number = /^\d{1,5}$/.test(typed) ? Number(typed) : Number.NaN
  if (number <= 65_535) return number
  throw new InvalidArgumentError('A port is a number from 0 to 65535.')
}

const address = (typed: string): string => {
  if (/^https?:$/.test(URL.parse(typed)?.protocol ?? '')) return typed
  throw new InvalidArgumentError('Expected a URL such as http://127.0.0.1:3000/api/github/webhooks.')
}

/** `tocsin emulator` */
export const emulator = (io: Io): Command =>
  subcommand(io, {
    name: 'emulator',
    summary: 'Start only the embedded GitHub, with a private repository acme/incidents.',
    details:
      'It listens on 127.0.0.1 until Ctrl+C. It prints one line of JSON: its addresses, the App with its key, and a token for each person.',
    examples: [
      'tocsin emulator',
      'tocsin emulator --port 4000 --webhook-url http://127.0.0.1:3000/api/github/webhooks --webhook-secret secret',
    ],
    page: 'docs/cli.md and docs/install.md',
  })
    .option('--port <number>', 'Listen on this port of 127.0.0.1; 0 picks a free one.', port, 0)
    .option('--webhook-url <url>', 'Post webhooks to this URL.', address)
    .option('--webhook-secret <secret>', 'Sign webhooks with this secret.')
    .action(async ({ port, webhookUrl: url, webhookSecret: secret }: Options, command: Command) => {
      if (url === undefined && secret !== undefined) return refuse(command, '--webhook-secret needs --webhook-url')
      const { serve } = await import('../../drill/serve.ts')
      try {
        await serve(port, url === undefined ? null : { url, secret: secret ?? '' }, line => io.out(`${line}\n`))
      } catch (error) {
        const why = whyNot(error)
        if (why === null) throw error
        io.err(`tocsin emulator: port ${port} ${why}. Choose another one, or 0 for one that is free.\n`)
        io.end(1)
      }
    })

const whyNot = (error: unknown): string | null => {
  const code = error instanceof Error && 'code' in error ? error.code : null
  if (code === 'EADDRINUSE') return 'is in use'
  return code === 'EACCES' ? 'needs permissions that you do not have' : null
}

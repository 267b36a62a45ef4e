import { type Command, InvalidArgumentError } from 'commander'
import type { IncidentRef } from '../../domain/terms/incident-ref.ts'
import type { PlanOutcome } from '../../domain/terms/run-outcome.ts'
import { type Io, refuse, subcommand } from './subcommand.ts'

type Options = { readonly host?: string | null; readonly json?: boolean }

const incident = (typed: string): IncidentRef => {
  const [, owner, repo, number] = /^([\w-]+)\/([\w.-]+)#([1-9]\d{0,8})$/.exec(typed) ?? []
  if (owner !== undefined && repo !== undefined) return { owner, repo, number: Number(number) }
  throw new InvalidArgumentError('Expected repository and issue, for example acme/incidents#7.')
}

/** The API of a host, as `gh --hostname` takes one; null: that of github.com. A URL is taken as it is. */
const apiOf = (host: string): string | null => {
  if (host === 'github.com') return null
  const url = /^https?:\/\//.test(host)
    ? host
    : host.endsWith('.ghe.com')
      ? `https://api.${host}`
      : `https://${host}/api/v3`
  if (/^[\w.-]+(?::\d+)?$/.test(host) || (/^https?:/.test(host) && URL.canParse(host))) return url
  throw new InvalidArgumentError('Expected a host, for example github.example.com.')
}

/** With these ends the incident was looked at, and what would be done is known. */
const known: ReadonlySet<PlanOutcome> = new Set(['planned', 'in-order', 'waiting'])

/** `tocsin plan` */
export const plan = (io: Io): Command =>
  subcommand(io, {
    name: 'plan',
    summary: 'Print what Tocsin would do about an incident now, without doing it.',
    details:
      'It reads the incident from GitHub with the token in GH_TOKEN or GITHUB_TOKEN, and writes nothing. The token needs write access, because without it GitHub does not show other people’s permissions. If it is a person’s token, `identities` in .github/incidents.yml must list the bot that writes the record. The exit code is 0 if there is a plan, even an empty one, and 1 if the incident could not be read or planned.',
    examples: ["tocsin plan 'acme/incidents#7'", "tocsin plan 'acme/incidents#7' --host github.example.com --json"],
    page: 'docs/cli.md',
  })
    .argument('<incident>', 'Repository and issue of the incident, for example acme/incidents#7.', incident)
    .option(
      '--host <host>',
      'Read from this GitHub instead of github.com; a URL such as http://127.0.0.1:4000 works too.',
      apiOf,
    )
    .option('--json', 'Print one line of JSON, which contains text from the incident.')
    .action(async (ref: IncidentRef, { host = null, json = false }: Options, command: Command) => {
      const token = io.env.GH_TOKEN || io.env.GITHUB_TOKEN
      if (token === undefined || token === '')
        return refuse(command, 'set GH_TOKEN or GITHUB_TOKEN to a token that may read the repository')
      const [{ connect }, { requestWith }, { dryRunLines }, { planIncident }] = await Promise.all([
        import('../../adapters/github/client/client.ts'),
        import('../../adapters/github/client/octokit.ts'),
        import('../../messages/dry-run.ts'),
        import('../../runtime/plan-incident.ts'),
      ])
      const planned = await planIncident(ref, { github: connect({ request: requestWith(token, host) }) })
      io.out(json ? `${JSON.stringify(planned)}\n` : `${dryRunLines(planned).join('\n')}\n`)
      io.end(known.has(planned.outcome) ? 0 : 1)
    })

import { authority, type Grant, type Permission, permissions } from '../domain/incident/permissions.ts'
import { permissionWords } from '../messages/permission.ts'
import type { Command } from './command.ts'
import { commands } from './index.ts'

/** A column of the table of permissions: somebody who holds these grants, and no others. */
export type Column = { readonly name: string; readonly who: string; readonly grants: readonly Grant[] }

const responds: readonly Grant[] = ['anyone', 'responder']

/** Who is told apart, from the least to the most that they may do. */
export const columns: readonly Column[] = [
  { name: 'Read', who: 'anyone with read access, who can comment', grants: ['anyone'] },
  {
    name: 'Counsel',
    who: 'with read access: counsel, an executive or the engineering lead',
    grants: ['anyone', 'counsel-or-leadership'],
  },
  { name: 'Write', who: 'anyone with write access', grants: responds },
  { name: 'Deputy', who: 'the deputy', grants: [...responds, 'deputy'] },
  {
    name: 'Acting',
    who: 'the acting incident commander: took over while there was none, and is not on the roster',
    grants: [...responds, 'incident-commander'],
  },
  {
    name: 'Roster',
    who: 'on the roster as incident commander, but not in command (if nobody is on it: anyone with the maintain role)',
    grants: [...responds, 'roster-commander'],
  },
  { name: 'IC', who: 'the incident commander', grants: [...responds, 'incident-commander', 'full-commander'] },
]

/** Always, only while there is no incident commander, or never. */
export type Cell = '✓' | '○' | ''

export const cell = (permission: Permission, { grants }: Column): Cell => {
  const granting: readonly Grant[] = authority[permission]
  if (granting.some(grant => grants.includes(grant))) return '✓'
  const whileVacant = granting.includes('responder-while-vacant') && grants.includes('responder')
  return whileVacant && !grants.includes('incident-commander') ? '○' : ''
}

/** `docs/commands.md`, from the commands themselves and the table of permissions. */
export const commandReference = (): string => `# Commands

Generated from the commands themselves; \`/help\` on an incident says the same.

Write each command on a line of its own in a comment, on the incident or on one of its steps. A comment can hold several;
they are carried out in order. Code, quotations, lists, tables, HTML and the quoted part of an e-mail are ignored. On a
step's page you need not name the step. A command that was carried out gets a reaction; a rejected one gets a reply that
says why.

- [Who is allowed to do what](#who-is-allowed-to-do-what)
- [Times](#times)
- [By e-mail](#by-e-mail)
- [Every command](#every-command)

## Who is allowed to do what

${columns.map(({ name, who }) => `- **${name}**: ${who}`).join('\n')}

✓ is allowed, ○ only while there is no incident commander. Somebody with several roles may do
what any of them may. Access to the repository counts as it is at the moment of the decision. A readiness review has no
incident commander: there, everybody with write access may do everything.

| command | to | ${columns.map(({ name }) => name).join(' | ')} |
|---|---|${columns.map(() => ':-:').join('|')}|
${[...commands.flatMap(commandRows), ...manualRows()].join('\n')}

The same permissions apply to manual changes, such as assigning somebody, closing a step or setting a severity label. The
last rows are manual changes that no command makes.

## Times

A time at the beginning of \`/timeline\` is read as people and logs write it: \`14:02Z\`, \`4:11 AM UTC on Nov 24\`, \`0900 UTC\`,
\`20 min ago\`, \`2026-03-01T04:11:00.123Z\`, \`[07/Dec/2025:10:00:00 +0000]\`. Of a time span the beginning counts, and the text keeps the
end. Without a day it is today. The board shows what was read, in UTC. Where the zone is that of \`timezone\` in the configuration,
or the day was worked out from a weekday, a reply says so. Whatever could be a time and is not clear is asked about, and not recorded.

## By e-mail

GitHub turns replies to its e-mails into comments, and anyone can forge a sender. So by e-mail nothing is lowered, moved, skipped,
approved, cancelled or given away. Asking, adding to the timeline and to the checklist, raising the severity, finishing a step,
taking an unassigned step and taking command while there is no incident commander all work. What an e-mail quotes is ignored.

## Every command

${commands.map(entry).join('\n\n')}
`

const row = (first: string, permission: Permission): string =>
  `| ${first} | ${permissionWords[permission]} | ${columns.map(column => cell(permission, column)).join(' | ')} |`

const commandRows = ({ name, permissions: asked }: Command): readonly string[] =>
  asked.map((permission, index) => row(index === 0 ? `[\`/${name}\`](#${name})` : '', permission))

const manualRows = (): readonly string[] => {
  const used = new Set(commands.flatMap(({ permissions: asked }) => asked))
  const left = permissions.filter(permission => !used.has(permission))
  return left.map((permission, index) => row(index === 0 ? 'manual change' : '', permission))
}

const entry = ({ name, summary, usage, examples }: Command): string =>
  `### \`/${name}\`\n\n${summary}\n\nUsage: \`${usage}\`\n\n\`\`\`text\n${examples.join('\n')}\n\`\`\``

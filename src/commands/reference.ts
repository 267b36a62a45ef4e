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
they are carried out in order. On a step's page you need not name the step. A command that was carried out gets a
reaction; a rejected one gets a reply that says why.

- A reason, a note or a text goes on over the lines below it, up to the next command or an empty line.
- Case, backticks and quotation marks around a word, and a full stop or colon after one do not matter.
- Code, quotations, the text of links, folded blocks, HTML comments and the quoted part of an e-mail are ignored.
- In a list, a table, a heading or other HTML, right below a quotation, or after other text such as \`Done:\`, a command is
  not carried out, and a reply says so.
- \`/home was wiped\` is talk. An unknown command is answered only if it stands alone on its line, or if its name is one
  letter away from a command's.

- [Who is allowed to do what](#who-is-allowed-to-do-what)
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

import { permissions } from '../domain/incident/permissions.ts'
import { grantsOf, permissionWords } from '../messages/permission.ts'
import { whoMay } from '../messages/refusal.ts'
import type { Command } from './command.ts'
import { commands } from './index.ts'

/** `docs/commands.md`, from the commands themselves and the table of permissions. */
export const commandReference = (): string => `# Commands

Generated from the commands themselves; \`/help\` on an incident says the same.

Write each command on a line of its own in a comment, on the incident or on one of its steps. A comment can hold several;
they are carried out in order. Code, quotations, lists, tables, HTML and the quoted part of an e-mail are ignored. On a
step's page you need not name the step. A command that was carried out gets a reaction; a rejected one gets a reply that
says why.

| command | what it does | allowed for |
|---|---|---|
${commands.map(row).join('\n')}

## Examples

${commands.map(examples).join('\n\n')}

## Permissions

Checked before a command is carried out and before a manual change is accepted. Access to the repository counts as it is
at that moment.

| to | allowed for |
|---|---|
${permissions.map(one => `| ${permissionWords[one]} | ${grantsOf(one).join('; ')} |`).join('\n')}
`

const row = ({ usage, summary, permissions }: Command): string =>
  `| \`${usage.replaceAll('|', '\\|')}\` | ${summary} | ${whoMay(permissions)} |`

const examples = ({ name, examples: written }: Command): string =>
  `\`/${name}\`\n\n\`\`\`\n${written.join('\n')}\n\`\`\``

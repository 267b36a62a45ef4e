import { permissions } from '../domain/incident/permissions.ts'
import { grantsOf, permissionWords } from '../messages/permission.ts'
import { whoMay } from '../messages/refusal.ts'
import type { Command } from './command.ts'
import { commands } from './index.ts'

/** `docs/commands.md`: from the objects that are obeyed, and from the table that decides. */
export const commandReference = (): string => `# Commands

Generated from the commands themselves; \`/help\` on an incident says the same.

A command stands on a line of its own in a comment, on the incident or on one of its steps. Several may stand in one
comment; they are followed in their order. What stands in code, a quotation, a list, a table, HTML or the quoted part of
an e-mail is left alone. On a step's page the step goes without saying. A command that was followed gets a reaction, one
that was not gets a reply that says why.

| command | what it does | who may |
|---|---|---|
${commands.map(row).join('\n')}

## Examples

${commands.map(examples).join('\n\n')}

## Who may do what

Checked before a command is followed and before something done by hand is accepted. Rights in the repository are those
at the moment of deciding.

| | who may |
|---|---|
${permissions.map(one => `| ${permissionWords[one]} | ${grantsOf(one).join('; ')} |`).join('\n')}
`

const row = ({ usage, summary, permissions }: Command): string =>
  `| \`${usage.replaceAll('|', '\\|')}\` | ${summary} | ${whoMay(permissions)} |`

const examples = ({ name, examples: written }: Command): string =>
  `\`/${name}\`\n\n\`\`\`\n${written.join('\n')}\n\`\`\``

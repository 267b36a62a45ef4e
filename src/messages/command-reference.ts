/** Whom each column of the table of permissions is about. */
export const columnWords = {
  Read: 'anyone with read access, who can comment',
  Counsel: 'with read access: counsel, an executive or the engineering lead',
  Write: 'anyone with write access',
  Deputy: 'the deputy',
  Acting: 'the acting incident commander: took over while there was none, and is not on the roster',
  Roster: 'on the roster as incident commander, but not in command (if nobody is on it: anyone with the maintain role)',
  IC: 'the incident commander',
} as const

/** In the column of commands, of what no command does. */
export const manualChange = 'manual change'

type Column = { readonly name: string; readonly who: string }
type Entry = {
  readonly name: string
  readonly summary: string
  readonly usage: string
  readonly examples: readonly string[]
}

/** The page of documentation: who may do what, in rows of a table, and every command. */
export const commandPage = (
  columns: readonly Column[],
  rows: readonly string[],
  commands: readonly Entry[],
): string => `# Commands

Generated from the commands themselves; \`/help\` on an incident says the same.

Write each command on a line of its own in a comment, on the incident or on one of its steps. A comment can hold several;
they are carried out in order. Code, quotations, lists, tables, HTML and the quoted part of an e-mail are ignored. On a
step's page you need not name the step. A command that was carried out gets a reaction; a rejected one gets a reply that
says why.

- [Who is allowed to do what](#who-is-allowed-to-do-what)
- [Every command](#every-command)

## Who is allowed to do what

${columns.map(({ name, who }) => `- **${name}**: ${who}`).join('\n')}

✓ is allowed, ○ only while there is no incident commander. Somebody with several roles may do
what any of them may. Access to the repository counts as it is at the moment of the decision. A readiness review has no
incident commander: there, everybody with write access may do everything.

| command | to | ${columns.map(({ name }) => name).join(' | ')} |
|---|---|${columns.map(() => ':-:').join('|')}|
${rows.join('\n')}

The same permissions apply to manual changes, such as assigning somebody, closing a step or setting a severity label. The
last rows are manual changes that no command makes.

## Every command

${commands.map(entry).join('\n\n')}
`

const entry = ({ name, summary, usage, examples }: Entry): string =>
  `### \`/${name}\`\n\n${summary}\n\nUsage: \`${usage}\`\n\n\`\`\`text\n${examples.join('\n')}\n\`\`\``

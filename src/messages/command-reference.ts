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
${rows.join('\n')}

The same permissions apply to manual changes, such as assigning somebody, closing a step or setting a severity label. The
last rows are manual changes that no command makes.

## Times

Without a time, a \`/timeline\` entry is noted for now. What could be a time is never passed over: it is understood exactly, or a
reply asks, and nothing is recorded.

- A time at the beginning is read as people and logs write it: \`14:02Z\`, \`4:11 AM UTC on Nov 24\`, \`0900 UTC\`, \`20 min ago\`,
  \`2026-03-01T04:11:00.123Z\`, \`240411ZNOV26\`, seconds since 1970. Without a day it is today. Of a time span the beginning counts,
  and the text keeps the end.
- A line of a log is read at the time that its program wrote: syslog, journald, access logs, audit records, JSON, CEF, Windows.
  Where it has two times that differ, a reply asks.
- Without a zone it is in that of \`timezone\` in the configuration. \`EST\`, \`CET\` and other zones that mean one thing are read. For
  \`CST\`, or a day that could be one of two, the reply offers what to type.
- \`last night\`, \`at 4\` and \`T+15\` are asked about. So is a time behind other words, as in \`The alert fired at 04:11 UTC\`: it could be
  that of something else. Write it first, or begin a note of now with \`now\`.

The board shows what was read, in UTC. Where the zone was taken from the configuration, or the day was worked out from a weekday, a
reply says so.

## By e-mail

GitHub turns replies to its e-mails into comments, and anyone can forge a sender. So by e-mail nothing is lowered, moved, skipped,
approved, cancelled or given away. Asking, adding to the timeline and to the checklist, raising the severity, finishing a step,
taking an unassigned step and taking command while there is no incident commander all work. What an e-mail quotes is ignored.

## Every command

${commands.map(entry).join('\n\n')}
`

const entry = ({ name, summary, usage, examples }: Entry): string =>
  `### \`/${name}\`\n\n${summary}\n\nUsage: \`${usage}\`\n\n\`\`\`text\n${examples.join('\n')}\n\`\`\``

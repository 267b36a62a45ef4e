import type { Decision, IncidentEvent } from '../../domain/events/event.ts'
import { mostWords } from '../../domain/events/stamp.ts'
import type { CommandContext } from '../../domain/incident/command-context.ts'
import type { Incident } from '../../domain/incident/incident.ts'
import type { Doer } from '../../domain/incident/permissions.ts'
import { applyEvent } from '../../domain/incident/reduce.ts'
import { cut } from '../../domain/text/escape.ts'
import { isAQuestion, notPlainText } from '../../messages/not-carried-out.ts'
import * as says from '../../messages/refusal.ts'
import { type Command, refuse, type Verdict } from '../command.ts'
import { commands } from '../index.ts'
import { type CommandLine, commandLines, mostCommands } from './comment.ts'
import { unlessTalk } from './talk.ts'

export type Comment = {
  readonly body: string
  readonly byEmail: boolean
  readonly edited: 'no' | 'by-author' | 'by-other'
}

type Record = (decision: Decision) => IncidentEvent

/** All commands of a comment in their order, each decided on the incident as those before it left it. */
export const obey = (
  incident: Incident,
  comment: Comment,
  doer: Doer | null,
  known: CommandContext,
  record: Record,
): readonly IncidentEvent[] => {
  const lines = linesOf(comment)
  const [first] = lines
  if (first === undefined) return []
  const barred = comment.edited === 'by-other' ? says.editedByAnother() : barredWhole(lines, doer)
  if (doer === null || barred !== null) return decisionsOf(first, refuse(barred ?? says.nobodyKnown())).map(record)
  let now = incident
  return lines.flatMap(line => {
    const events = decisionsOf(line, follow(now, line, doer, known, comment.byEmail)).map(record)
    now = events.reduce((so, event) => applyEvent(so, event, known.playbooks) ?? so, now)
    return events
  })
}

const names = commands.map(command => command.name)

const linesOf = ({ body, byEmail }: Pick<Comment, 'body' | 'byEmail'>): readonly CommandLine[] =>
  unlessTalk(body, byEmail, () => commandLines(body, byEmail, names))

/** Whether a comment is only talk. Found out once; what follows from the others is another matter. */
export const isTalk = (body: string, byEmail: boolean): boolean => linesOf({ body, byEmail }).length === 0

const barredWhole = (lines: readonly CommandLine[], doer: Doer | null): string | null => {
  if (doer === null || doer.role === 'none') return says.nobodyKnown()
  return lines.length > mostCommands ? says.tooMany(mostCommands) : null
}

const follow = (
  incident: Incident,
  line: CommandLine,
  doer: Doer,
  known: CommandContext,
  byEmail: boolean,
): Verdict => {
  const { read } = line
  switch (read.is) {
    case 'unclean':
      return refuse(says.uncleanLine(read.character))
    case 'unknown':
      return refuse(says.unknownCommand(read.name, read.near))
    case 'aside':
      return refuse(notPlainText(line.line, read.where, read.command))
    case 'command': {
      const command = commands.find(one => one.name === read.name)
      if (command === undefined) return refuse(says.unknownCommand(read.name, null))
      if (read.isQuestion && !(onlyAsks(command) && read.text === ''))
        return refuse(isAQuestion(line.line, `/${read.name} ${read.text}`.trim()))
      if (incident.ended !== null && !command.afterEnd) return refuse(says.hasEnded(incident.ended))
      return command.run(incident, [read.text, ...line.more], doer, known, byEmail)
    }
  }
}

/** Alone it changes nothing. */
const onlyAsks = (command: Command): boolean => command.permissions[0] === 'ask'

const decisionsOf = ({ line, more, read }: CommandLine, verdict: Verdict): readonly Decision[] => {
  if (!('is' in verdict)) return verdict
  const said = { command: cut([line, ...more].join(' '), mostWords), says: cut(verdict.says, mostWords) }
  if (verdict.is === 'answer') return [{ is: 'answered', ...said }]
  const isRejected = line.startsWith('/') && read.is !== 'aside' && !(read.is === 'command' && read.isQuestion)
  return [{ is: 'refused', what: isRejected ? 'command' : 'lookalike', ...said }]
}

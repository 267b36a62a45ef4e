import type { Decision, IncidentEvent } from '../../domain/events/event.ts'
import { mostWords } from '../../domain/events/stamp.ts'
import type { Known } from '../../domain/incident/command-context.ts'
import type { Incident } from '../../domain/incident/incident.ts'
import type { Doer } from '../../domain/incident/permissions.ts'
import { applyEvent } from '../../domain/incident/reduce.ts'
import { cut } from '../../domain/text/escape.ts'
import * as says from '../../messages/refusal.ts'
import { refuse, type Verdict } from '../command.ts'
import { commands } from '../index.ts'
import { type CommandLine, commandLines } from './comment.ts'
import { nearest, readLine } from './line.ts'

export type Comment = {
  readonly body: string
  readonly byEmail: boolean
  readonly edited: 'no' | 'by-author' | 'by-other'
}

type Record = (decision: Decision) => IncidentEvent

/** Nobody means more than this at once, and a paste of a log may look like it. */
const most = 20

/** All commands of a comment in their order, each decided on the incident as those before it left it. */
export const obey = (
  incident: Incident,
  comment: Comment,
  doer: Doer | null,
  known: Known,
  record: Record,
): readonly IncidentEvent[] => {
  const lines = commandLines(comment.body, comment.byEmail)
  const [first] = lines
  if (first === undefined) return []
  const barred = comment.edited === 'by-other' ? says.editedByAnother() : barredWhole(lines, doer)
  if (doer === null || barred !== null) return decisionsOf(first.line, refuse(barred ?? says.nobodyKnown())).map(record)
  let now = incident
  return lines.flatMap(({ line }) => {
    const events = decisionsOf(line, follow(now, line, doer, known, comment.byEmail)).map(record)
    now = events.reduce((so, event) => applyEvent(so, event, known.playbooks) ?? so, now)
    return events
  })
}

const barredWhole = (lines: readonly CommandLine[], doer: Doer | null): string | null => {
  if (doer === null || doer.role === 'none') return says.nobodyKnown()
  return lines.length > most ? says.tooMany(lines.length, most) : null
}

const follow = (incident: Incident, line: string, doer: Doer, known: Known, byEmail: boolean): Verdict => {
  const read = readLine(line)
  if (read.is === 'unclean') return refuse(says.uncleanLine(read.character))
  const command = commands.find(one => one.name === read.name)
  if (command === undefined) return refuse(says.unknownCommand(read.name, nearest(read.name, names)))
  if (incident.ended !== null && !command.afterEnd) return refuse(says.hasEnded(incident.ended))
  return command.run(incident, read.text, doer, known, byEmail)
}

const names = commands.map(command => command.name)

const decisionsOf = (line: string, verdict: Verdict): readonly Decision[] => {
  if (!('is' in verdict)) return verdict
  const said = { command: cut(line, mostWords), says: cut(verdict.says, mostWords) }
  if (verdict.is === 'answer') return [{ is: 'answered', ...said }]
  return [{ is: 'refused', what: line.startsWith('/') ? 'command' : 'lookalike', ...said }]
}

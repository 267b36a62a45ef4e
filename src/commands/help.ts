import * as says from '../messages/refusal.ts'
import { helpWords, helpWordsOf } from '../messages/reply.ts'
import { optional, word } from './args/args.ts'
import { answer, type Command, defineCommand, refuse } from './command.ts'
import { nearest } from './parse/names.ts'

/** Answers from the same objects that carry out commands, so it cannot differ from what they do. */
export const help = (commands: () => readonly Command[]): Command =>
  defineCommand({
    name: 'help',
    summary: 'List the commands, or explain one.',
    args: { command: optional(word()) },
    examples: ['/help', '/help severity'],
    permissions: ['ask'],
    afterEnd: true,

    decide: (incident, { command }) => {
      const here = commands().filter(one => incident.kind === 'incident' || !one.incidentOnly)
      if (command === null) return answer(helpWords(here))
      const name = command.toLowerCase().replace(/^\//, '')
      const one = commands().find(other => other.name === name)
      const names = commands().map(other => other.name)
      return one === undefined ? refuse(says.noSuchHelp(command, nearest(name, names))) : answer(helpWordsOf(one))
    },
  })

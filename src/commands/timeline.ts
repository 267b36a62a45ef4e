import { mostWords } from '../domain/events/stamp.ts'
import { cut } from '../domain/text/escape.ts'
import { understoodTime } from '../messages/times.ts'
import { asWritten, restOfLine, when } from './args/args.ts'
import { defineCommand } from './command.ts'

/** Nobody keeps a timeline by hand afterwards: whoever sees something adds it at once. */
export const timeline = defineCommand({
  name: 'timeline',
  summary: 'Add an event to the timeline, with its time if it is not now.',
  args: { raw: asWritten(), when: when(), text: restOfLine() },
  examples: ['/timeline 14:02Z first login with the leaked key', '/timeline 2h ago the alert went off'],
  permissions: ['record'],
  afterEnd: true,

  decide: (_incident, { raw, when: written, text }) => {
    if (written === null) return [{ is: 'timeline-noted', text, raw }]
    const { happened, phrase, assumed } = written
    const noted = { is: 'timeline-noted', text, raw, happened } as const
    if (assumed.zone === null && !assumed.day) return [noted]
    return [
      noted,
      {
        is: 'answered',
        command: cut(`/timeline ${raw}`, mostWords),
        says: understoodTime(phrase, happened, assumed.zone),
      },
    ]
  },
})

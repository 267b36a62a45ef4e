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

  decide: (_incident, { raw, when: happened, text }) => [
    { is: 'timeline-noted', text, raw, ...(happened === null ? {} : { happened }) },
  ],
})

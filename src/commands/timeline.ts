import { asWritten, restOfLine, when } from './args/args.ts'
import { defineCommand } from './command.ts'

/** Nobody keeps a time line by hand afterwards: whoever sees something says it then, as it comes, and it has its place. */
export const timeline = defineCommand({
  name: 'timeline',
  summary: 'Note what happened, and when, as you would say it. Without a time: now.',
  args: { raw: asWritten(), when: when(), text: restOfLine() },
  examples: ['/timeline 14:02Z first login with the leaked key', '/timeline 2h ago the alert went off'],
  permissions: ['record'],
  afterEnd: true,

  decide: (_incident, { raw, when: happened, text }) => [
    { is: 'timeline-noted', text, raw, ...(happened === null ? {} : { happened }) },
  ],
})

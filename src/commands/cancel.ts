import { restOfLine } from './args/args.ts'
import { defineCommand } from './command.ts'

/** A false alarm ends at once, with its reason; nothing need be done or skipped for it. */
export const cancel = defineCommand({
  name: 'cancel',
  summary: 'Call it a false alarm and close it, with the reason.',
  args: { because: restOfLine() },
  examples: ['/cancel the login was our own monitoring'],
  permissions: ['cancel'],
  incidentOnly: true,

  decide: (_incident, { because }) => [{ is: 'cancelled', because }],
})

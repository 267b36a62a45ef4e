import { restOfLine } from './args/args.ts'
import { defineCommand } from './command.ts'

/** A false alarm ends at once, with its reason; no step needs to be finished. */
export const cancel = defineCommand({
  name: 'cancel',
  summary: 'Cancel a false alarm and close it, with the reason.',
  args: { because: restOfLine() },
  examples: ['/cancel the login was our own monitoring'],
  permissions: ['cancel'],
  incidentOnly: true,

  decide: (_incident, { because }) => [{ is: 'cancelled', because }],
})

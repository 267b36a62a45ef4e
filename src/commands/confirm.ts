import * as says from '../messages/refusal.ts'
import { defineCommand, refuse } from './command.ts'

/** Until it is confirmed, an incident is a suspicion. */
export const confirm = defineCommand({
  name: 'confirm',
  summary: 'Confirm that this is a real incident, not a false alarm.',
  args: {},
  examples: ['/confirm'],
  permissions: ['confirm'],
  incidentOnly: true,

  decide: incident => (incident.confirmedAt === null ? [{ is: 'confirmed' }] : refuse(says.alreadyConfirmed())),
})

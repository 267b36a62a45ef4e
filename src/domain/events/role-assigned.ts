import { withRole } from '../state/changes.ts'
import { defineEvent } from './define-event.ts'
import { allNamed } from './phrases.ts'
import { people, roleName } from './stamp.ts'

/** These hold the role now, and nobody else. */
export const roleAssigned = defineEvent({
  is: 'role-assigned',
  shape: { role: roleName, who: people },
  apply: (state, { role, who }) => withRole(state, role, who),
  timeline: ({ role, who }) => `${role} given to ${allNamed(who)}`,
  told: null,
  settles: 'incident',
})

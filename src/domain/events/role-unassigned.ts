import { without, withRole } from '../state/changes.ts'
import { heldIn } from '../state/state.ts'
import { defineEvent } from './define-event.ts'
import { allNamed } from './phrases.ts'
import { people, roleName } from './stamp.ts'

/** These hold the role no longer. */
export const roleUnassigned = defineEvent({
  is: 'role-unassigned',
  shape: { role: roleName, who: people },
  apply: (state, { role, who }) => withRole(state, role, without(heldIn(state.roles, role), who)),
  timeline: ({ role, who }) => `${role} taken from ${allNamed(who)}`,
  told: null,
  settles: 'incident',
})

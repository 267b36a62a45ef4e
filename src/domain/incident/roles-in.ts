import { knownRoles } from '../terms/roles.ts'
import type { Incident } from './incident.ts'

/** Every role that somebody could be given: the usual ones, the roster's, those held, and those of steps, also of steps per asset. */
export const rolesIn = ({ roster, roles, steps, perAsset }: Incident): readonly string[] => [
  ...new Set([
    ...knownRoles,
    ...Object.keys(roster),
    ...Object.keys(roles),
    ...[...steps, ...perAsset].flatMap(step => step.role ?? []),
  ]),
]

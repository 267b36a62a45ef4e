import type { Configuration } from '../config/configuration.ts'
import type { Person } from '../terms/person.ts'
import type { Snapshot } from './snapshot.ts'

/**
 * Ids of our identities: ourselves here, and the bots that today's default branch lists. It is reviewed, and it is the
 * same for every incident; the configuration that an incident began with may not know who serves it now.
 */
export const oursOf = (us: Pick<Person, 'id'>, today: Pick<Configuration, 'identities'>): readonly number[] => [
  ...new Set([us.id, ...today.identities]),
]

/** Written by one of our identities, here or in another deployment. */
export const isOurs = ({ ours }: Pick<Snapshot, 'ours'>, author: { readonly id: number } | null): boolean =>
  author !== null && ours.includes(author.id)

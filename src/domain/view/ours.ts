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

/** The bot of every workflow, `github-actions[bot]`: who may push is trusted with it, and a ruleset would keep it out. */
const workflows = 41_898_282

/** Only an App may write the record here, and no ruleset says so: anybody who can push could push it back. */
export const isRecordOpen = ({ ours, repository }: Pick<Snapshot, 'ours' | 'repository'>): boolean =>
  repository.isRecordGuarded === false && !ours.includes(workflows)

/** Written by one of our identities, here or in another deployment. */
export const isOurs = ({ ours }: Pick<Snapshot, 'ours'>, author: { readonly id: number } | null): boolean =>
  author !== null && ours.includes(author.id)

import { configurationFile } from '../../domain/config/configuration.ts'
import { knownRoles } from '../../domain/terms/roles.ts'
import { quote } from '../../domain/text/quote.ts'
import type { Sentence } from './sentence.ts'

export const rosterEmpty = (): Sentence => ({
  says: 'The roster is empty, so steps are assigned to nobody and every incident commander is an acting one',
  expected: 'logins by role, for example `roster: { incident-commander: [alice, bob] }`',
})

/** `roles`: those that the roster has. */
export const noCommanderOnRoster = (roles: readonly string[]): Sentence => ({
  says: `Nobody is on the roster as \`incident-commander\` (it has ${quoted(roles)}), so every incident commander is an acting one`,
  expected: someoneOn(['incident-commander']),
})

export const stepUnowned = (role: string, step: string): Sentence => ({
  says: `Nobody is on the roster for ${quote(role)}, so nobody is assigned ${quote(step)}`,
  expected: `${someoneOn([role])}, or another role`,
})

export const includedUnowned = (roles: readonly string[]): Sentence => ({
  says: `The playbooks it includes have steps for ${quoted(roles)}, and nobody is on the roster for them`,
  expected: someoneOn(roles),
})

export const builtInUnowned = (playbook: string, roles: readonly string[]): Sentence => ({
  says: `The built-in playbook \`${playbook}\` has steps for ${quoted(roles)}, and nobody is on the roster for them`,
  expected: someoneOn(roles),
})

/** Nobody commands a review. */
export const commanderInReview = (step: string): Sentence => ({
  says: `A review has no incident commander to do ${quote(step)}`,
  expected: `another role, for example one of ${knownRoles.filter(role => role !== 'incident-commander').join(', ')}`,
})

const quoted = (roles: readonly string[]): string => roles.map(quote).join(', ')

const someoneOn = (roles: readonly string[]): string =>
  `logins under ${roles.map(role => `\`${role}\``).join(', ')} of \`roster:\` in \`${configurationFile}\``

import type { Doer } from '../src/domain/incident/permissions.ts'
import type { Member, Person, RepositoryRole } from '../src/domain/terms/person.ts'

// The people of the tests, the same in all of them.

const people = {
  dana: [1, 'write'],
  bob: [2, 'write'],
  erin: [3, 'maintain'],
  alice: [4, 'write'],
  carol: [5, 'read'],
  gwen: [6, 'write'],
  mallory: [7, 'none'],
} as const satisfies Record<string, readonly [number, RepositoryRole]>

/** dana and erin are on the roster for command, alice for forensics, gwen is counsel; bob just has write access. */
export type Name = keyof typeof people

export const who = (name: Name): Person => ({ id: people[name][0], login: name })
export const doer = (name: Name): Doer => ({ ...who(name), role: people[name][1] })

export const roster: Record<string, Person[]> = {
  'incident-commander': [who('dana'), who('erin')],
  forensics: [who('alice')],
  counsel: [who('gwen')],
}

/** All who have access. */
export const members: readonly Member[] = Object.entries(people)
  .filter(([, [, role]]) => role !== 'none')
  .map(([login, [id, role]]) => ({ id, login, node: `U_${id}`, role, assignable: role !== 'read' }))

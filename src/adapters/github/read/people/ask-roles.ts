import type { RepositoryRef } from '../../../../domain/terms/incident-ref.ts'
import type { GitHub } from '../../client/client.ts'
import { permissionCheck, permissionRoute } from '../shape/people.ts'
import { isLogin, type Known, roleOf, unique } from './known.ts'

// Beyond that nobody reads a thread either; and each is a request.
const mostAsked = 30

export const askRoles = async (
  github: GitHub,
  where: RepositoryRef,
  known: readonly Known[],
  doers: readonly string[],
) => {
  const asked = unique(doers).slice(0, mostAsked)
  const answers = await Promise.all(asked.map(login => askRole(github, where, known, login)))
  return { known: answers.flatMap(one => one.known ?? []), whole: answers.every(one => one.whole) }
}

const askRole = async (github: GitHub, where: RepositoryRef, known: readonly Known[], username: string) => {
  const answer = await github.rest(permissionRoute, { ...where, username })
  // A clear no means that nothing is allowed; a lost answer too, but then this read is not the whole truth.
  const before = known.find(one => isLogin(one, username))
  const nothing = before === undefined ? null : { ...before, role: 'none' as const }
  if (answer.is !== 'answered') return { known: nothing, whole: answer.is === 'refused' && answer.why !== 'rate' }
  return { known: permitted(answer.data, before) ?? nothing, whole: true }
}

/** `permission` folds maintain into write and triage into read; `role_name` tells them apart, but may be a custom one. */
const permitted = (data: unknown, before: Known | undefined): Known | null => {
  const read = permissionCheck.safeParse(data).data
  if (read === undefined) return null
  const { role_name, user } = read
  const role = roleOf(role_name ?? '') ?? roleOf(read.permission ?? '') ?? 'none'
  if (before !== undefined) return { ...before, role }
  return user ? { id: user.id, login: user.login, node: user.node_id, role, assignable: false } : null
}

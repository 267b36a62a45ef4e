import { forget, receive } from '../world/git/objects.ts'
import { demandUpdate, noOid, updateRefs } from '../world/git/refs.ts'
import { GitHubRefusal } from '../world/refusal.ts'
import { violatedRules } from '../world/rulesets.ts'
import type { GitObject } from '../world/types/git.ts'
import type { World } from '../world/types/world.ts'
import type { Admitted } from './admit.ts'
import { currentBranch, refProblems } from './messages.ts'
import type { Command } from './push-request.ts'

/** What became of one command: null is done. `rules` are the reasons a ruleset gives. */
export type Moved = Command & { readonly problem: string | null; readonly rules: readonly string[] }

type Push = { readonly commands: readonly Command[]; readonly objects: readonly GitObject[]; readonly atomic: boolean }

/**
 * Moves the refs of a push by the same way as the API does, each by itself or, when it is atomic, all or none. Whether a
 * branch may go backwards is for the pusher's git, which asks for `--force`, and for rulesets. What is refused whole
 * leaves no object behind.
 */
export const moveRefs = (world: World, { repository, actor }: Admitted, push: Push): readonly Moved[] => {
  const empty = repository.refs.size === 0
  const added = receive(world, repository.id, push.objects)
  const judged = push.commands.map(command =>
    push.commands.filter(({ name }) => name === command.name).length > 1
      ? { ...command, problem: refProblems.twice, rules: [] }
      : judge(world, { repository, actor }, command),
  )
  const fails = push.atomic && judged.some(({ problem }) => problem !== null)
  const moved = fails ? judged.map(each => ({ ...each, problem: each.problem ?? refProblems.atomic })) : judged
  const accepted = moved.filter(({ problem }) => problem === null)
  for (const command of accepted) updateRefs(world, actor, repository.id, [updateOf(command)])
  if (accepted.length === 0) forget(world, repository.id, added)
  if (empty) followFirstBranch({ repository, actor }, accepted)
  return moved
}

const updateOf = ({ name, before, after }: Command) => ({ name, beforeOid: before, afterOid: after, force: true })

const judge = (world: World, { repository, actor }: Admitted, command: Command): Moved => {
  const { name, after } = command
  const refused = (problem: string, rules: readonly string[] = []): Moved => ({ ...command, problem, rules })
  if (name.startsWith('refs/pull/')) return refused(refProblems.hidden)
  if (after === noOid && name === `refs/heads/${repository.defaultBranch}`) return refused(currentBranch(name))
  try {
    demandUpdate(world, actor, repository, updateOf(command))
    return { ...command, problem: null, rules: [] }
  } catch (error) {
    if (!(error instanceof GitHubRefusal)) throw error
    const rules = violatedRules(error)
    if (rules.length > 0) return refused(refProblems.rules, rules)
    return refused(error.message === 'Reference name is not well-formed' ? refProblems.name : refProblems.other)
  }
}

/** The first branch pushed to an empty repository is its default branch, whatever it is called. */
const followFirstBranch = ({ repository }: Admitted, accepted: readonly Command[]): void => {
  const branches = accepted.flatMap(({ name }) => name.match(/^refs\/heads\/(.+)$/)?.[1] ?? [])
  if (branches[0] !== undefined && !branches.includes(repository.defaultBranch)) repository.defaultBranch = branches[0]
}

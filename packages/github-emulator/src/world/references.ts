import { fullName, repositoryById } from './repositories.ts'
import { closingNumbers, referredNumbers } from './text.ts'
import { record, timelineOf } from './timeline.ts'
import type { Actor } from './types/accounts.ts'
import type { Issue } from './types/issues.ts'
import type { World } from './types/world.ts'

/** Show on each issue that a text refers to where it was mentioned: once for each mentioning issue. */
export const crossReference = (world: World, actor: Actor, source: Issue, text: string): void => {
  const name = fullName(world.state, repositoryById(world.state, source.repositoryId))
  const closing = source.pullId === null ? [] : closingNumbers(text, name)
  for (const number of referredNumbers(text, name)) {
    const targetId = world.state.numbers.get(source.repositoryId)?.get(number)
    if (targetId === undefined || targetId === source.id) continue
    const known = timelineOf(world.state, targetId).some(
      event => event.event === 'cross-referenced' && event.sourceIssueId === source.id,
    )
    if (known) continue
    const willCloseTarget = closing.includes(number)
    record(world, actor, targetId, { event: 'cross-referenced', sourceIssueId: source.id, willCloseTarget })
  }
}

import type { Person } from '../domain/terms/person.ts'
import type { Target } from '../domain/terms/target.ts'
import { assignedTo, type Nothing, nothing } from './answers.ts'
import { nodesOfPeople } from './inputs.ts'
import { defineOperation } from './operation-kind.ts'
import { withoutAssignee, withPage } from './page-effects.ts'

export type Unassign = {
  readonly do: 'unassign'
  readonly on: Target
  readonly who: Person
}

/** Takes somebody off a page. */
export const unassign = defineOperation<Unassign, Nothing>({
  do: 'unassign',
  turn: 'assignees',
  key: ({ on, who }) => `unassign ${who.id} from #${on.number}`,
  describe: ({ on, who }) => `unassign ${who.login} from #${on.number}`,
  github: {
    field: 'removeAssigneesFromAssignable',
    type: 'RemoveAssigneesFromAssignableInput',
    select: assignedTo,
    input: ({ on, who }, snapshot) =>
      nodesOfPeople(snapshot, [who], ids => ({ assignableId: on.id, assigneeIds: ids })),
    answer: nothing,
  },
  effect: (view, { on, who }) => withPage(view, on.id, page => withoutAssignee(page, who)),
})

import { z } from 'zod'
import type { Person } from '../domain/terms/person.ts'
import type { Target } from '../domain/terms/target.ts'
import { assignedTo, type Nothing, nothing } from './answers.ts'
import { nodesOfPeople } from './inputs.ts'
import { defineOperation } from './operation-kind.ts'
import { withAssignee, withPage } from './page-effects.ts'

export type Assign = {
  readonly do: 'assign'
  readonly on: Target
  readonly who: Person
}

const back = z.object({
  assignable: z.object({ assignees: z.object({ nodes: z.array(z.object({ databaseId: z.number() }).nullable()) }) }),
})

/** Assigns somebody to a page. */
export const assign = defineOperation<Assign, Nothing>({
  do: 'assign',
  turn: 'assignees',
  key: ({ on, who }) => `assign ${who.id} to #${on.number}`,
  describe: ({ on, who }) => `assign ${who.login} to #${on.number}`,
  github: {
    field: 'addAssigneesToAssignable',
    type: 'AddAssigneesToAssignableInput',
    select: assignedTo,
    input: ({ on, who }, snapshot) =>
      nodesOfPeople(snapshot, [who], ids => ({ assignableId: on.id, assigneeIds: ids })),
    answer: (data, { who }) => {
      // GitHub answers with success and leaves out whom it cannot assign, and everybody beyond ten.
      const people = back.safeParse(data).data?.assignable.assignees.nodes
      if (people === undefined) return { is: 'unclear' }
      if (people.some(one => one?.databaseId === who.id)) return nothing()
      return { is: 'refused', message: `GitHub did not assign ${who.login}` }
    },
  },
  effect: (view, { on, who }) => withPage(view, on.id, page => withAssignee(page, who, view)),
})

import * as says from '../messages/refusal.ts'
import { oneOf } from './args/args.ts'
import { defineCommand, refuse } from './command.ts'

/** Nobody but a commander moves an incident, and only within its repository: whoever took its issue away gains nothing. */
export const continueHere = defineCommand({
  name: 'continue',
  summary: 'Continue the incident on a new issue of this repository, where its own was transferred away or deleted.',
  args: { where: oneOf(['here'], 'place') },
  examples: ['/continue here'],
  permissions: ['continue-here'],
  afterEnd: true,

  decide: ({ ownIssue }, _args, _doer, { isAway }) => {
    if (!isAway) return refuse(says.isStillHere(ownIssue.replaced?.number ?? null))
    return ownIssue.asked === null ? [{ is: 'continuation-asked' }] : refuse(says.isBeingContinued())
  },
})

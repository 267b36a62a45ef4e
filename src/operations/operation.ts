import type { Person } from '../domain/terms/person.ts'
import type { Target } from '../domain/terms/target.ts'

/** What creates something must not happen twice. It is owed by one event, its cause, and needs that event's lease. */
export type Creation =
  | {
      readonly do: 'open-step'
      readonly cause: number
      readonly under: Target
      readonly step: string
      /** The step without people's words, for logs: its id in the playbook. */
      readonly plain: string
      readonly title: string
      readonly body: string
      readonly labels: readonly string[]
      readonly assignees: readonly Person[]
    }
  | { readonly do: 'post-board'; readonly cause: number; readonly on: Target; readonly body: string }
  | { readonly do: 'reply'; readonly cause: number; readonly on: Target; readonly key: string; readonly body: string }
  | {
      readonly do: 'open-pull-request'
      readonly cause: number
      readonly branch: string
      readonly base: string
      readonly title: string
      readonly body: string
    }

/** What sets a value: repeating it changes nothing, so it needs no lease. */
export type Edit =
  | { readonly do: 'create-label'; readonly label: string; readonly color: string; readonly description: string }
  | { readonly do: 'add-label'; readonly on: Target; readonly label: string }
  | { readonly do: 'remove-label'; readonly on: Target; readonly label: string }
  | { readonly do: 'assign'; readonly on: Target; readonly who: Person }
  | { readonly do: 'unassign'; readonly on: Target; readonly who: Person }
  | { readonly do: 'close'; readonly on: Target; readonly reason: 'completed' | 'not-planned' }
  | { readonly do: 'close-duplicate'; readonly on: Target; readonly of: Target }
  | { readonly do: 'reopen'; readonly on: Target }
  | { readonly do: 'block'; readonly on: Target; readonly by: Target }
  | { readonly do: 'minimise'; readonly on: Target; readonly comment: string }
  | { readonly do: 'create-tag'; readonly name: string; readonly oid: string }
  | { readonly do: 'create-branch'; readonly name: string; readonly oid: string }
  | {
      readonly do: 'commit-file'
      readonly branch: string
      readonly head: string
      readonly path: string
      readonly text: string
      readonly message: string
    }
  | { readonly do: 'request-review'; readonly on: Target; readonly who: readonly Person[] }
  | { readonly do: 'edit-board'; readonly on: Target; readonly comment: string; readonly body: string }
  | { readonly do: 'pin-board'; readonly on: Target; readonly comment: string }
  | { readonly do: 'acknowledge'; readonly on: Target; readonly comment: string }

/** One thing to do at GitHub, as plain data from a closed list. */
export type Operation = Creation | Edit

const creations = ['open-step', 'post-board', 'reply', 'open-pull-request'] as const satisfies Creation['do'][]

export const isCreation = (operation: Operation): operation is Creation =>
  (creations as readonly string[]).includes(operation.do)

/** What makes two operations the same one: the key by which an unclear creation is remembered. */
export const keyOf = (creation: Creation): string => {
  switch (creation.do) {
    case 'open-step':
      return `step ${creation.step}`
    case 'post-board':
      return 'board'
    case 'reply':
      return `reply ${creation.key}`
    case 'open-pull-request':
      return `pull request ${creation.branch}`
  }
}

/** The operation in words, for the log, the drill and the job summary: ids and numbers, never what people wrote. */
export const describe = (operation: Operation): string => {
  switch (operation.do) {
    case 'open-step':
      return `open step ${operation.plain} under #${operation.under.number}`
    case 'post-board':
      return `post the board on #${operation.on.number}`
    case 'reply':
      return `reply on #${operation.on.number}`
    case 'open-pull-request':
      return `open the pull request of ${operation.branch}`
    case 'create-label':
      return `create label ${operation.label}`
    case 'add-label':
      return `add label ${operation.label} to #${operation.on.number}`
    case 'remove-label':
      return `remove label ${operation.label} from #${operation.on.number}`
    case 'assign':
      return `assign ${operation.who.login} to #${operation.on.number}`
    case 'unassign':
      return `unassign ${operation.who.login} from #${operation.on.number}`
    case 'close':
      return `close #${operation.on.number} as ${operation.reason === 'completed' ? 'completed' : 'not planned'}`
    case 'close-duplicate':
      return `close #${operation.on.number} as a duplicate of #${operation.of.number}`
    case 'reopen':
      return `reopen #${operation.on.number}`
    case 'block':
      return `mark #${operation.on.number} as blocked by #${operation.by.number}`
    case 'minimise':
      return `minimise a second copy of a comment on #${operation.on.number}`
    case 'create-tag':
      return `create tag ${operation.name}`
    case 'create-branch':
      return `create branch ${operation.name}`
    case 'commit-file':
      return `commit ${operation.path} to ${operation.branch}`
    case 'request-review':
      return `request review of #${operation.on.number} from ${operation.who.map(p => p.login).join(', ')}`
    case 'edit-board':
      return `edit the board of #${operation.on.number}`
    case 'pin-board':
      return `pin the board of #${operation.on.number}`
    case 'acknowledge':
      return `acknowledge a command on #${operation.on.number}`
  }
}

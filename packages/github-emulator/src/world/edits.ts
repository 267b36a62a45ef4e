import { nodeId } from './node-ids.ts'
import type { Actor } from './types/accounts.ts'
import type { Comment, Issue } from './types/issues.ts'
import type { World } from './types/world.ts'
import { nextId, stamp } from './world.ts'

/** Change a body and keep every version of it: the first edit also saves what was there at first. */
export const editBody = (world: World, actor: Actor, subject: Issue | Comment, body: string): void => {
  if (subject.edits.length === 0) save(world, subject.authorId ?? actor.user, subject, subject.createdAt)
  subject.body = body
  save(world, actor.user, subject, stamp(world))
  subject.editorId = actor.user
  subject.lastEditedAt = stamp(world)
  subject.updatedAt = stamp(world)
}

const save = (world: World, editorId: number, subject: Issue | Comment, at: string): void => {
  const id = nextId(world, 'edit')
  subject.edits.push({
    id,
    nodeId: nodeId('UserContentEdit', id),
    editorId,
    createdAt: at,
    editedAt: at,
    diff: subject.body,
  })
}

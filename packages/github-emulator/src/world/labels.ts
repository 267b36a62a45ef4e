import { allows, demand } from './access.ts'
import { tell, writableIssue } from './issue-access.ts'
import { nodeId } from './node-ids.ts'
import { GitHubRefusal } from './refusal.ts'
import { repositoryById } from './repositories.ts'
import { record } from './timeline.ts'
import type { Actor } from './types/accounts.ts'
import type { Issue } from './types/issues.ts'
import type { Label } from './types/repositories.ts'
import type { World, WorldState } from './types/world.ts'
import { happen, nextId, stamp } from './world.ts'

const mostLabels = 100

export type NewLabel = { name: string; color?: string | undefined; description?: string | null | undefined }

export const labelsOf = (state: WorldState, repositoryId: number): Label[] =>
  [...state.labels.values()].filter(label => label.repositoryId === repositoryId)

/** Names of labels ignore case. */
export const labelByName = (state: WorldState, repositoryId: number, name: string): Label | null => {
  const wanted = name.toLowerCase()
  return labelsOf(state, repositoryId).find(label => label.name.toLowerCase() === wanted) ?? null
}

/** A new label; GitHub's default colour is `ededed`. */
export const createLabel = (world: World, actor: Actor, repositoryId: number, wanted: NewLabel): Label => {
  demand(world, actor, repositoryById(world.state, repositoryId), 'issues', 'write', 'write')
  demandName(world, repositoryId, wanted.name)
  const id = nextId(world, 'label')
  const label: Label = {
    id,
    nodeId: nodeId('Label', id),
    repositoryId,
    name: wanted.name,
    color: wanted.color ?? 'ededed',
    description: wanted.description ?? null,
    createdAt: stamp(world),
    updatedAt: stamp(world),
  }
  world.state.labels.set(id, label)
  happen(world, actor, {
    event: 'label',
    action: 'created',
    repository: repositoryId,
    label: id,
    labelName: label.name,
  })
  return label
}

const demandName = (world: World, repositoryId: number, name: string): void => {
  const error = (code: string, message: string) =>
    new GitHubRefusal(422, 'UNPROCESSABLE', 'Validation Failed', {
      errors: [{ resource: 'Label', code, field: 'name' }],
      graphql: message,
    })
  if (name.trim() === '') throw error('missing_field', "Name can't be blank")
  if ([...name].length > 50) throw error('invalid', 'Name is too long (maximum is 50 characters)')
  if (labelByName(world.state, repositoryId, name)) throw error('already_exists', 'Name has already been taken')
}

const labelById = (world: World, labelId: number): Label => {
  const label = world.state.labels.get(labelId)
  if (!label) throw new GitHubRefusal(404, 'NOT_FOUND', 'Not Found')
  return label
}

export const updateLabel = (world: World, actor: Actor, labelId: number, changes: Partial<NewLabel>): Label => {
  const label = labelById(world, labelId)
  demand(world, actor, repositoryById(world.state, label.repositoryId), 'issues', 'write', 'write')
  const before = { name: { from: label.name }, color: { from: label.color } }
  if (changes.name !== undefined && changes.name.toLowerCase() !== label.name.toLowerCase()) {
    demandName(world, label.repositoryId, changes.name)
  }
  label.name = changes.name ?? label.name
  label.color = changes.color ?? label.color
  if (changes.description !== undefined) label.description = changes.description
  label.updatedAt = stamp(world)
  happen(world, actor, {
    event: 'label',
    action: 'edited',
    repository: label.repositoryId,
    label: labelId,
    labelName: label.name,
    changes: before,
  })
  return label
}

/** The label goes from every issue too, without an event on any of them. */
export const deleteLabel = (world: World, actor: Actor, labelId: number): void => {
  const { repositoryId: repository, name } = labelById(world, labelId)
  demand(world, actor, repositoryById(world.state, repository), 'issues', 'write', 'write')
  world.state.labels.delete(labelId)
  for (const issue of world.state.issues.values()) issue.labelIds = issue.labelIds.filter(id => id !== labelId)
  happen(world, actor, { event: 'label', action: 'deleted', repository, label: labelId, labelName: name })
}

/** The ids of names, as REST takes them: an absent label is created when the actor has push access, else refused. */
export const labelIdsByName = (
  world: World,
  actor: Actor,
  repositoryId: number,
  names: readonly string[],
): number[] => {
  const ids = names.map(
    name => (labelByName(world.state, repositoryId, name) ?? createLabel(world, actor, repositoryId, { name })).id,
  )
  return [...new Set(ids)]
}

export const mayLabel = (state: WorldState, actor: Actor, repositoryId: number): boolean =>
  allows(state, actor, repositoryById(state, repositoryId), 'issues', 'write', 'triage')

export const addLabels = (world: World, actor: Actor, issueId: number, labelIds: readonly number[]): Issue => {
  const { issue } = writableIssue(world, actor, issueId, 'triage')
  applyLabels(world, actor, issue, [...new Set([...issue.labelIds, ...labelIds])])
  return issue
}

export const removeLabels = (world: World, actor: Actor, issueId: number, labelIds: readonly number[]): Issue => {
  const { issue } = writableIssue(world, actor, issueId, 'triage')
  const gone = issue.labelIds.filter(id => !labelIds.includes(id))
  applyLabels(world, actor, issue, gone)
  return issue
}

export const setLabels = (world: World, actor: Actor, issueId: number, labelIds: readonly number[]): Issue => {
  const { issue } = writableIssue(world, actor, issueId, 'triage')
  applyLabels(world, actor, issue, [...new Set(labelIds)])
  return issue
}

/** Make the labels these, with an event for each that comes or goes and none when nothing changes. */
export const applyLabels = (world: World, actor: Actor, issue: Issue, wanted: readonly number[]): void => {
  demandLabels(world, issue.repositoryId, wanted)
  settleLabels(world, actor, issue, wanted)()
}

/** In two steps for a new issue, whose `opened` delivery shows the labels but comes before theirs. */
export const settleLabels = (world: World, actor: Actor, issue: Issue, wanted: readonly number[]): (() => void) => {
  const before = issue.labelIds
  issue.labelIds = [...wanted]
  return () => {
    for (const id of before) if (!wanted.includes(id)) mark(world, actor, issue, 'unlabeled', id)
    for (const id of wanted) if (!before.includes(id)) mark(world, actor, issue, 'labeled', id)
  }
}

export const demandLabels = (world: World, repositoryId: number, wanted: readonly number[]): void => {
  const labels = wanted.map(id => labelById(world, id))
  if (labels.some(label => label.repositoryId !== repositoryId)) throw new GitHubRefusal(404, 'NOT_FOUND', 'Not Found')
  if (wanted.length > mostLabels) throw tooMany()
}

const mark = (world: World, actor: Actor, issue: Issue, event: 'labeled' | 'unlabeled', labelId: number): void => {
  const { id, name, color } = labelById(world, labelId)
  record(world, actor, issue.id, { event, label: { id, name, color } })
  tell(world, actor, issue, event, { label: id, labelName: name })
}

const tooMany = (): GitHubRefusal => {
  const message = `Issue cannot have more than ${mostLabels} labels`
  return new GitHubRefusal(422, 'UNPROCESSABLE', 'Validation Failed', {
    errors: [{ resource: 'Issue', field: 'labels', code: 'custom', message }],
    graphql: message,
  })
}

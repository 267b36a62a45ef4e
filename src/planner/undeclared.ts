import { commandLines } from '../commands/parse/comment.ts'
import { incidentLabel } from '../domain/incident/labels.ts'
import { writeMarker } from '../domain/text/marker.ts'
import type { View } from '../domain/view/index-snapshot.ts'
import { repliesTo } from '../domain/view/queries.ts'
import type { Item } from '../domain/view/snapshot.ts'
import { notDeclaredNotice } from '../messages/notice.ts'
import type { Operation } from '../operations/operation.ts'
import { missingLabels } from '../rules/labels.ts'
import { isOfAnother } from './declared-kind.ts'

/** What nobody says but about an incident; other words could be another bot's. */
const ofIncidents: readonly string[] = ['ic', 'page']

const key = 'not-declared'

/**
 * Somebody commands on an issue that is no incident: told once what it lacks. Without a record there is no lease to take,
 * so two deployments at the same moment may say it twice; then one is hidden.
 */
export const undeclared = (view: View): readonly Operation[] => {
  const { id, number, locked, state, labels } = view.issue
  const [first, ...duplicates] = repliesTo(view, key)
  if (first !== undefined)
    return duplicates
      .filter(({ hidden }) => !hidden)
      .map(({ comment, on }): Operation => ({ do: 'minimise', on, comment }))
  const said = view.issue.thread.flatMap(commandOf)[0]
  if (said === undefined || locked || isOfAnother(view)) return []
  const labelled = labels.some(label => label.toLowerCase() === incidentLabel)
  const words = notDeclaredNotice(said, labelled && state === 'closed' ? 'closed' : 'no-label')
  const body = `${words}\n\n${writeMarker({ kind: 'reply', incident: id, number, key })}`
  return [...missingLabels([incidentLabel], view), { do: 'reply', cause: 0, on: { id, number }, key, body }]
}

const commandOf = (item: Item): readonly string[] => {
  if (item.is !== 'comment' || item.by?.kind !== 'user') return []
  return commandLines(item.body, item.byEmail, ofIncidents).flatMap(({ read }) =>
    read.is === 'command' ? [`/${read.name}`] : [],
  )
}

import type { EventOf, IncidentEvent } from '../../../domain/events/event.ts'
import { incidentId } from '../../../domain/events/identity.ts'
import type { Person } from '../../../domain/terms/person.ts'
import { findMarker } from '../../../domain/text/marker.ts'
import { oursOf } from '../../../domain/view/ours.ts'
import type { Snapshot } from '../../../domain/view/snapshot.ts'
import { actorOf, isOneOf } from '../client/actor.ts'
import { blobOf, entriesOf, isComplete, nodesOf, type Repository } from '../client/answer-parts.ts'
import type { GitHub } from '../client/client.ts'
import { askNarrower, fullPage } from '../client/narrower.ts'
import { viewLedger } from '../ledger/read-ledger.ts'
import type { NewestQueryVariables } from '../queries.generated.ts'
import { readKnownConfiguration } from './known-configuration.ts'
import { newestQuery } from './query.ts'
import { configurationOf } from './settings.ts'
import { newestCheck } from './shape/newest.ts'
import { trunkOf } from './trunk.ts'

/** Which issue is the incident's own, in the words of its record; `was`: the one that it was declared on. */
export type Word = Pick<EventOf<'issue-replaced'>, 'id' | 'number' | 'was' | 'recorded'>

/** Which issue the record names as the incident's own; null: that which it was declared on. A record that is not ours names none. */
export const wordOf = (repository: Repository, us: Pick<Person, 'id'>): Word | null => {
  const head = repository.ledger?.target ?? null
  const texts = entriesOf(head?.events).map(entry => blobOf(entry)?.text ?? '')
  if (!texts.some(text => text.includes('"issue-replaced"'))) return null
  const today = readKnownConfiguration(configurationOf(repository.defaultBranchRef?.target ?? null))
  const ours = oursOf(us, today.configuration)
  const ledger = viewLedger(head, trunkOf(repository), ours, null)
  const events = ledger.state === 'ready' ? ledger.events : []
  const word = events.findLast(event => event.is === 'issue-replaced')
  const declared = events.find(event => event.is === 'declared')
  return word !== undefined && declared?.id === incidentId(repository.id, word.was) ? word : null
}

/** What it is asked for by: one that is wanted and not named yet. */
const isWanted = (events: readonly IncidentEvent[]): IncidentEvent | null => {
  const last = events.findLast(({ is }) => is === 'continuation-asked' || is === 'issue-replaced')
  return last?.is === 'continuation-asked' ? last : null
}

/** Five thousand issues since a commander asked for one. */
const mostPages = 50

/**
 * The issues that we opened to take the place of the incident's own, known by author and marker. They are looked for among
 * all that are newer than the order, for anybody can take a label off. null: not all of them could be read.
 */
export const successorsOf = async (
  github: GitHub,
  { owner, name: repo }: { readonly owner: string; readonly name: string },
  { events, ours, declaredOn }: Pick<Snapshot, 'ours' | 'declaredOn'> & { readonly events: readonly IncidentEvent[] },
): Promise<Snapshot['successors'] | null> => {
  const order = isWanted(events)
  if (order === null) return []
  const found: Snapshot['successors'][number][] = []
  let after: string | null = null
  for (let pages = 0; pages < mostPages; pages += 1) {
    const asked: Awaited<ReturnType<typeof askNarrower>> = await askNarrower(fullPage, first =>
      github.query(newestQuery, { owner, repo, first, after } satisfies NewestQueryVariables),
    )
    const { answer } = asked
    const page = answer.is === 'answered' ? newestCheck.safeParse(answer.data).data?.repository?.issues : null
    if (!page || !isComplete(page)) return null
    const nodes = nodesOf(page)
    for (const { id, number, state, body, author } of nodes) {
      const marker = findMarker(body, 'incident')
      if (marker?.incident !== declaredOn.id || !isOneOf(ours, actorOf(author))) continue
      found.push({ id, number, asked: marker.key, state: state === 'OPEN' ? 'open' : 'closed' })
    }
    const isOlder = nodes.some(({ createdAt }) => Date.parse(createdAt) < Date.parse(order.said) - slackMs)
    if (!page.pageInfo.hasNextPage || isOlder) return found.toSorted((a, b) => a.number - b.number)
    after = page.pageInfo.endCursor ?? null
  }
  return null
}

/** Moments have whole seconds. */
const slackMs = 60_000

import type { RepositoryRef } from '../../../domain/terms/incident-ref.ts'
import { isBefore, type Timestamp } from '../../../domain/terms/timestamp.ts'
import type { GitHub } from './client.ts'
import { isUnlisted, type Unlisted } from './find.ts'
import { type Lists, listAll } from './list-sights.ts'
import { sinceWhen } from './recent.ts'
import type { RawSight, SeenRepository } from './sights-shape.ts'
import { sightsOf, stillWanted } from './wanted-sights.ts'

/** An incident at first sight: enough to tell that nothing has moved since it was read whole. */
export type Sight = {
  readonly number: number
  /** The head of its record; null: it has none yet. */
  readonly head: string | null
  /** Everything that was seen of it, its head included: where two are equal, nothing that shows here has moved. */
  readonly mark: string
  /** The latest moment among its own and its steps'; null: its issue is not here, and shows none. */
  readonly moved: Timestamp | null
}

export type FirstLook = {
  /** GitHub's clock when it was begun. */
  readonly at: Timestamp
  readonly sights: readonly Sight[]
  /** It has a configuration of ours, or a record, be it of an incident that ended long ago. */
  readonly isInUse: boolean
}

/**
 * The incidents of a repository that a resync looks at, each at first sight: open ones, those closed within two weeks, every
 * review of readiness, and whatever has a record and is open or was closed of late, or whose issue is not here any more,
 * whatever its label says.
 */
export const firstLook = async (github: GitHub, where: RepositoryRef): Promise<FirstLook | Unlisted> => {
  const listed = await listAll(github, where)
  if (isUnlisted(listed)) return listed
  const since = sinceWhen(github)
  const labelled = new Set(listed.issues.map(issue => issue.number))
  const others = [...listed.heads.keys()].filter(number => !labelled.has(number))
  const wanted = await stillWanted(github, where, others, { since, repository: listed.repository })
  if (isUnlisted(wanted)) return wanted
  const more = await sightsOf(github, where, wanted.here)
  if (isUnlisted(more)) return more
  const all = new Map([...listed.issues, ...more].map(one => [one.number, one]))
  return {
    at: listed.at,
    sights: [
      ...[...all.values()].map(issue => sightOf(issue, listed)),
      ...wanted.away.filter(number => !all.has(number)).map(number => sightOfAway(number, listed)),
    ].toSorted((a, b) => a.number - b.number),
    isInUse: listed.heads.size > 0 || configurationOf(listed.repository) !== null,
  }
}

/** What was changed for all incidents of a repository is in the mark of each: who may see it, and its configuration. */
const sightOf = (issue: RawSight, { repository, heads }: Lists): Sight => {
  const { number, state, updatedAt } = issue
  const head = heads.get(number) ?? null
  const steps = (issue.subIssues?.nodes ?? []).flatMap(one => (one === null ? [] : [[one.number, one.updatedAt]]))
  const around = aroundOf(repository)
  const moments = [updatedAt, ...(issue.subIssues?.nodes ?? []).flatMap(one => one?.updatedAt ?? [])]
  return {
    number,
    head,
    mark: JSON.stringify([around, head, state, updatedAt, steps]),
    moved: moments.reduce((a, b) => (isBefore(a, b) ? b : a)),
  }
}

const configurationOf = ({ defaultBranchRef }: SeenRepository): string | null =>
  defaultBranchRef?.target?.file?.oid ?? null

const aroundOf = (repository: SeenRepository) => [
  repository.visibility,
  repository.isArchived,
  configurationOf(repository),
]

/** A record whose issue is not here: of its steps nothing is looked at. */
const sightOfAway = (number: number, { repository, heads }: Lists): Sight => {
  const head = heads.get(number) ?? null
  return { number, head, mark: JSON.stringify([aroundOf(repository), head, 'away']), moved: null }
}

import type { RepositoryRef } from '../../../domain/terms/incident-ref.ts'
import type { Timestamp } from '../../../domain/terms/timestamp.ts'
import { byNumber } from './by-number.ts'
import type { GitHub } from './client.ts'
import { isUnlisted, type Unlisted } from './find.ts'
import { isRecent } from './recent.ts'
import { sightsOfQuery, statesQuery } from './sights-query.ts'
import {
  lacksSteps,
  pageSize,
  type RawSight,
  type SeenRepository,
  sightCheck,
  sightsOfCheck,
  statesCheck,
} from './sights-shape.ts'

/** Of these records, those whose issue is here and open or closed of late, and those whose issue is not here any more. */
export const stillWanted = async (
  github: GitHub,
  where: RepositoryRef,
  numbers: readonly number[],
  { since, repository: home }: { readonly since: Timestamp; readonly repository: SeenRepository },
): Promise<{ readonly here: readonly number[]; readonly away: readonly number[] } | Unlisted> => {
  const states = await byNumber(numbers, 100, some => github.query(statesQuery(some), where), statesCheck)
  if (isUnlisted(states)) return states
  // a pull request says nothing of a repository here, and has no incident
  const issues = states.found.flatMap(([number, { state = '', closedAt, repository }]) =>
    repository === undefined ? [] : [{ number, isHere: repository.id === home.id, ending: { state, closedAt } }],
  )
  return {
    here: issues.filter(({ isHere, ending }) => isHere && isRecent(ending, since)).map(({ number }) => number),
    // with issues switched off none is here, and nothing can be done about it
    away: home.hasIssuesEnabled
      ? [...states.gone, ...issues.filter(({ isHere }) => !isHere).map(({ number }) => number)]
      : [],
  }
}

export const sightsOf = async (
  github: GitHub,
  where: RepositoryRef,
  numbers: readonly number[],
): Promise<readonly RawSight[] | Unlisted> => {
  const listed = await byNumber(numbers, pageSize, some => github.query(sightsOfQuery(some), where), sightsOfCheck)
  if (isUnlisted(listed)) return listed
  const sights = listed.found.map(([, one]) => sightCheck.safeParse(one).data)
  const seen = sights.filter(one => one !== undefined)
  return seen.length < sights.length || seen.some(lacksSteps) ? { unlisted: 'only a part of an answer' } : seen
}

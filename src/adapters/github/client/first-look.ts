import { numberOfRecord } from '../../../domain/events/location.ts'
import type { RepositoryRef } from '../../../domain/terms/incident-ref.ts'
import { isBefore, later, type Timestamp } from '../../../domain/terms/timestamp.ts'
import type { Answer } from './answer.ts'
import { byNumber } from './by-number.ts'
import type { GitHub } from './client.ts'
import { isUnlisted, type Unlisted, unlistedBy } from './find.ts'
import { askNarrower, isGivenUp } from './narrower.ts'
import { sightsOfQuery, sightsQuery, statesQuery } from './sights-query.ts'
import {
  type RawSight,
  type SeenRepository,
  sightCheck,
  sightsCheck,
  sightsOfCheck,
  statesCheck,
} from './sights-shape.ts'

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

/** An incident that ended may still owe its post-mortem, and be reopened by hand. */
const closedDays = 14

/** A page of incidents with their steps: of a hundred GitHub was seen to give up on all, of fifty on none. */
const pageSize = 50

const lists = ['open', 'closed', 'reviews', 'records'] as const
type List = (typeof lists)[number]

/** All pages of all lists, as far as they were read. */
type Lists = {
  readonly repository: SeenRepository
  readonly at: Timestamp
  readonly issues: readonly RawSight[]
  readonly heads: ReadonlyMap<number, string>
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

type Ending = { readonly state: string; readonly closedAt?: string | null | undefined }

/** Closed long ago, it is over; a review that was closed is due again some day, and comes by a list of its own. */
const isRecent = ({ state, closedAt }: Ending, since: Timestamp): boolean =>
  state === 'OPEN' || (typeof closedAt === 'string' && !isBefore(closedAt, since))

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

const sinceWhen = (github: GitHub): Timestamp => later(github.now(), -closedDays * 86_400)

type Cursors = Partial<Record<List, string | null>>

const listAll = async (github: GitHub, where: RepositoryRef): Promise<Lists | Unlisted> => {
  const issues: RawSight[] = []
  const heads = new Map<number, string>()
  // before its first answer GitHub's clock is not known, and a list that goes by it has to wait
  const isClockKnown = github.requests() > 0
  let after: Cursors = { open: null, reviews: null, records: null, ...(isClockKnown ? { closed: null } : {}) }
  let first: { readonly repository: SeenRepository; readonly at: Timestamp } | null = null
  while (Object.keys(after).length > 0) {
    const isFirst = first === null
    const since = sinceWhen(github)
    const read = await nextPages(github, { ...where, since }, after)
    if (isUnlisted(read)) return read
    first ??= read
    const { open, closed, reviews, records } = read.repository
    const recent = (closed?.nodes ?? []).filter(one => one !== null && isRecent(one, since))
    // every review counts, however long ago it was closed
    for (const one of [...(open?.nodes ?? []), ...recent, ...(reviews?.nodes ?? [])]) if (one) issues.push(one)
    for (const one of records?.nodes ?? []) {
      const number = numberOfRecord(one?.name ?? '')
      if (number !== null && one?.target) heads.set(number, one.target.oid)
    }
    after = { ...cursorsOf(read.repository), ...(isFirst && !isClockKnown ? { closed: null } : {}) }
  }
  return first === null ? { unlisted: 'nothing was asked' } : { ...first, issues, heads }
}

const cursorsOf = (repository: SeenRepository): Cursors =>
  Object.fromEntries(
    lists.flatMap(list => {
      const info = repository[list]?.pageInfo
      return info?.hasNextPage && info.endCursor ? [[list, info.endCursor]] : []
    }),
  )

/** One page of each of these lists; in smaller ones, if that was too much at once. */
const nextPages = async (
  github: GitHub,
  variables: object,
  after: Cursors,
): Promise<{ readonly repository: SeenRepository; readonly at: Timestamp } | Unlisted> => {
  const wanted = Object.fromEntries(
    lists.flatMap(list => [
      [list, list in after],
      [`${list}After`, after[list] ?? null],
    ]),
  )
  const { answer } = await askNarrower(
    pageSize,
    first => github.query(sightsQuery, { ...variables, ...wanted, first }),
    answer => isTooMuch(answer, after),
  )
  if (answer.is !== 'answered') return unlistedBy(answer)
  const repository = seenIn(answer.data, after)
  return repository ? { repository, at: answer.asked } : { unlisted: 'no such repository, or only a part of an answer' }
}

/** The repository with all that was asked for; null: there is none; undefined: something is missing. */
const seenIn = (data: unknown, after: Cursors): SeenRepository | null | undefined => {
  const repository = sightsCheck.safeParse(data).data?.repository
  if (!repository) return repository
  const isWhole = lists.every(list => !(list in after) || Array.isArray(repository[list]?.nodes))
  return isWhole && !lacks(repository) ? repository : undefined
}

/** No clear answer, or only a part of one, may come of asking for too much; that there is no such repository does not. */
const isTooMuch = (answer: Answer, after: Cursors): boolean => {
  if (answer.is !== 'answered') return answer.is === 'unclear'
  const seen = seenIn(answer.data, after)
  return seen === undefined || (seen === null && isGivenUp(answer))
}

/** An issue, its steps, or a record, that GitHub gave up on: what is not shown may have moved. */
const lacks = ({ open, closed, reviews, records }: Partial<Pick<SeenRepository, List>>): boolean =>
  [open, closed, reviews].some(list => (list?.nodes ?? []).some(lacksSteps)) ||
  (records?.nodes ?? []).some(one => !one?.target)

const lacksSteps = (one: Pick<RawSight, 'subIssues'> | null): boolean =>
  !Array.isArray(one?.subIssues?.nodes) || one.subIssues.nodes.includes(null)

/** Of these records, those whose issue is here and open or closed of late, and those whose issue is not here any more. */
const stillWanted = async (
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

const sightsOf = async (
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

import { numberOfRecord } from '../../../domain/events/location.ts'
import type { RepositoryRef } from '../../../domain/terms/incident-ref.ts'
import type { Timestamp } from '../../../domain/terms/timestamp.ts'
import type { Answer } from './answer.ts'
import type { GitHub } from './client.ts'
import { isUnlisted, type Unlisted, unlistedBy } from './find.ts'
import { askNarrower, isGivenUp } from './narrower.ts'
import { isRecent, sinceWhen } from './recent.ts'
import { sightsQuery } from './sights-query.ts'
import { lacksSteps, pageSize, type RawSight, type SeenRepository, sightsCheck } from './sights-shape.ts'

const lists = ['open', 'closed', 'reviews', 'records'] as const
type List = (typeof lists)[number]

/** All pages of all lists, as far as they were read. */
export type Lists = {
  readonly repository: SeenRepository
  readonly at: Timestamp
  readonly issues: readonly RawSight[]
  readonly heads: ReadonlyMap<number, string>
}

type Cursors = Partial<Record<List, string | null>>

export const listAll = async (github: GitHub, where: RepositoryRef): Promise<Lists | Unlisted> => {
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

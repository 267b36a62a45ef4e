import { z } from 'zod'
import { findMarker, type MarkerKind } from '../../../domain/text/marker.ts'
import type { Answer } from '../client/answer.ts'
import { checkOfSome, type RestData } from '../client/checked.ts'
import type { GitHub } from '../client/client.ts'

/** A pull request. */
export type PullPlace = { readonly owner: string; readonly repo: string; readonly number: number }

/** Why something could not be done: GitHub's status, or that no clear answer came. */
export type Unable = { readonly unable: string }

/** GitHub lists three thousand files of a pull request at most, and a page holds a hundred. */
const mostPages = 30

type FileData = RestData<'GET /repos/{owner}/{repo}/pulls/{pull_number}/files'>[number]
type CommentData = RestData<'GET /repos/{owner}/{repo}/issues/{issue_number}/comments'>[number]

const file = checkOfSome<FileData>()(
  z.object({ filename: z.string(), status: z.string(), previous_filename: z.string().nullish() }),
)
const comment = checkOfSome<CommentData>()(
  z.object({ id: z.number(), user: z.object({ id: z.number() }).nullish(), body: z.string().nullish() }),
)

const whyOf = (answer: Exclude<Answer, { is: 'answered' }>): Unable =>
  answer.is === 'refused' ? { unable: `GitHub answered ${answer.status}` } : { unable: 'no clear answer came' }

const odd: Unable = { unable: 'the answer was not understood' }

type PageAsked = { readonly per_page: number; readonly page: number }

const everyPage = async <Item>(
  ask: (asked: PageAsked) => Promise<Answer>,
  item: z.ZodType<Item>,
): Promise<readonly Item[] | Unable> => {
  const all: Item[] = []
  for (let page = 1; page <= mostPages; page += 1) {
    const answer = await ask({ per_page: 100, page })
    if (answer.is !== 'answered') return whyOf(answer)
    const read = z.array(item).safeParse(answer.data)
    if (!read.success) return odd
    all.push(...read.data)
    if (read.data.length < 100) break
  }
  return all
}

/** The files that a pull request changes, as GitHub calls them. */
export const filesOfPull = (github: GitHub, { owner, repo, number }: PullPlace) =>
  everyPage(
    asked =>
      github.rest('GET /repos/{owner}/{repo}/pulls/{pull_number}/files', {
        owner,
        repo,
        pull_number: number,
        ...asked,
      }),
    file,
  )

const viewer = z.object({ viewer: z.object({ databaseId: z.number() }) })

const whoWeAre = async (github: GitHub): Promise<number | Unable> => {
  const answer = await github.query('query Viewer { viewer { databaseId } }', {})
  if (answer.is !== 'answered') return whyOf(answer)
  const read = viewer.safeParse(answer.data)
  return read.success ? read.data.viewer.databaseId : odd
}

const sameText = (a: string, b: string): boolean =>
  a.replaceAll('\r\n', '\n').trim() === b.replaceAll('\r\n', '\n').trim()

/**
 * One comment of ours with this kind of marker on the pull request, edited in place. Nothing is sent that would change
 * nothing: an edit without a change would still be shown as one.
 */
export const keepComment = async (
  github: GitHub,
  place: PullPlace,
  kind: MarkerKind,
  body: string,
): Promise<'written' | 'unchanged' | Unable> => {
  const { owner, repo, number } = place
  const us = await whoWeAre(github)
  if (typeof us !== 'number') return us
  const route = '/repos/{owner}/{repo}/issues/{issue_number}/comments' as const
  const where = { owner, repo, issue_number: number }
  const comments = await everyPage(asked => github.rest(`GET ${route}`, { ...where, ...asked }), comment)
  if ('unable' in comments) return comments
  const ours = comments.find(one => one.user?.id === us && findMarker(one.body ?? '', kind)?.number === number)
  if (ours !== undefined && sameText(ours.body ?? '', body)) return 'unchanged'
  const answer =
    ours === undefined
      ? await github.rest(`POST ${route}`, { ...where, body })
      : await github.rest('PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}', {
          owner,
          repo,
          comment_id: ours.id,
          body,
        })
  return answer.is === 'answered' ? 'written' : whyOf(answer)
}

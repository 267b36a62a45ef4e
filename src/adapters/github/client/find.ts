import { z } from 'zod'
import type { RepositoryRef } from '../../../domain/terms/incident-ref.ts'
import type { Answer } from './answer.ts'
import { checkOfSome, type RestData } from './checked.ts'
import type { GitHub } from './client.ts'

/** Not all of it could be listed, and why: what a resync would miss, nobody else would find. */
export type Unlisted = { readonly unlisted: string }

export const isUnlisted = (listed: object): listed is Unlisted => 'unlisted' in listed

/** In GitHub's own words, where it said no. */
export const unlistedBy = (answer: Exclude<Answer, { is: 'answered' }>): Unlisted => ({
  unlisted: answer.is === 'refused' ? answer.message : answer.why,
})

const installed = checkOfSome<RestData<'GET /installation/repositories'>>()(
  z.object({
    repositories: z.array(
      z.object({ name: z.string(), owner: z.object({ login: z.string() }), archived: z.boolean().optional() }),
    ),
  }),
)

/** The repositories that this installation of the App may work in. */
export const repositories = async (github: GitHub): Promise<readonly RepositoryRef[] | Unlisted> => {
  const all: RepositoryRef[] = []
  for (let page = 1; ; page += 1) {
    const answer = await github.rest('GET /installation/repositories', { per_page: 100, page })
    if (answer.is !== 'answered') return unlistedBy(answer)
    const found = installed.safeParse(answer.data).data?.repositories
    if (found === undefined) return { unlisted: 'the installation does not say which repositories it has' }
    all.push(...found.filter(one => !one.archived).map(({ name, owner }) => ({ owner: owner.login, repo: name })))
    if (found.length < 100) return all
  }
}

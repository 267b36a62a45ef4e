import { type Answer, refused } from '../http/answer.ts'
import type { Identity } from '../identity/identify.ts'
import type { LimitBreach } from './limits.ts'

const whole = 'Something went wrong while executing your query.'

/** What GraphQL says when it breaks; GitHub asks for the request's id to be reported. */
export const somethingWentWrong = (requestId: string) =>
  `${whole} This may be the result of a timeout, or it could be a GitHub bug. Please include \`${requestId}\` when reporting this issue.`

/** GitHub's answer when it broke: 502, as JSON in the shape of either API. */
export const broken = (api: 'rest' | 'graphql', requestId: string): Answer => {
  if (api === 'rest') return { status: 502, body: { message: 'Server Error' } }
  return { status: 502, body: { data: null, errors: [{ message: somethingWentWrong(requestId) }] } }
}

/** The secondary limit, which both APIs refuse with 403; `retryAfter` null leaves its header out. */
export const secondaryLimit = (requestId: string, retryAfter: number | null): Answer => {
  const help = `If you reach out to GitHub Support for help, please include the request ID ${requestId}.`
  const message = `You have exceeded a secondary rate limit. Please wait a few minutes before you try again. ${help}`
  const answer = refused(403, message, { headers: retryAfter === null ? {} : { 'retry-after': String(retryAfter) } })
  const about = 'https://docs.github.com/rest/overview/rate-limits-for-the-rest-api#about-secondary-rate-limits'
  return { ...answer, body: { message, documentation_url: about } }
}

const owners = {
  app: 'integration',
  installation: 'installation ID',
  actions: 'installation',
  user: 'user ID',
  anonymous: 'you',
}

/** The primary limit: REST says 403, GraphQL says 200 with an error in it. */
const primaryLimit = (api: 'rest' | 'graphql', { as, name }: Identity): Answer => {
  const message = `API rate limit exceeded for ${owners[as]} ${name.split(':')[1] ?? ''}`.trim()
  if (api === 'rest') return refused(403, `${message}.`)
  return { status: 200, body: { errors: [{ type: 'RATE_LIMITED', code: 'graphql_rate_limit', message }] } }
}

export const limited = (api: 'rest' | 'graphql', identity: Identity, breach: LimitBreach, requestId: string): Answer =>
  breach.is === 'primary' ? primaryLimit(api, identity) : secondaryLimit(requestId, breach.retryAfter)

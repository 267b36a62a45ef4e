import { branchesInTheWay, postMortemPath, recordOf, tagPrefix } from '../../../domain/events/location.ts'
import type { IncidentRef } from '../../../domain/terms/incident-ref.ts'
import type { Person } from '../../../domain/terms/person.ts'
import type { Target } from '../../../domain/terms/target.ts'
import { isBefore, later, type Timestamp } from '../../../domain/terms/timestamp.ts'
import type { Answer, GraphQLError } from '../client/answer.ts'
import { type Issue, isComplete, type Repository, type Step } from '../client/answer-parts.ts'
import type { GitHub } from '../client/client.ts'
import { askNarrower, fullPage, isGivenUp } from '../client/narrower.ts'
import { type Absent, absentOf, missing, missingIssue, type Refused, refusalOf, tooLarge } from './first-refusal.ts'
import { type Word, wordOf } from './own-issue.ts'
import { roundVariables } from './post-mortem.ts'
import { incidentQuery, usualRounds } from './query.ts'
import { incidentCheck } from './shape/incident.ts'
import { standIn, stepsOf } from './stand-in.ts'
import { isAboutTheAbsent, type Whereabouts, whereIs } from './whereabouts.ts'

export type FirstRead = {
  readonly is: 'seen'
  readonly repository: Repository
  readonly issue: Issue
  readonly us: Person
  readonly date: Timestamp
  /** When this was asked for, or earlier. */
  readonly asked: Timestamp
  /** What the names of this incident's tags begin with. */
  readonly prefix: string
  /** Nothing of what counts was missing in the answer. */
  readonly whole: boolean
  /** How much one request asked for when GitHub gave all of it: further requests ask for no more. */
  readonly size: number
  readonly declaredOn: Target
  /** Pages of steps that are not under the issue. */
  readonly strays: readonly Step[]
  /** The incident's own issue is not here any more: another stands in for it. */
  readonly away: boolean
  /** Our token may not read the contents of the repository, the ledger among them. */
  readonly blind: boolean
}

/** The one query, and whether there is an incident to speak of. */
export const firstRead = async (
  github: GitHub,
  ref: IncidentRef,
  most = fullPage,
): Promise<FirstRead | Absent | Refused> => {
  const first = await look(github, ref, ref.number, most)
  if (first.is !== 'looked') return first
  const word = wordOf(first.repository, first.us)
  const looked = word === null ? first : await look(github, ref, word.number, first.size)
  if (looked.is !== 'looked') return looked
  const { repository, where, answer, size, us } = looked
  const prefix = tagPrefix(ref.number)
  const found = await issueAt(github, ref, looked, word)
  if (found.is !== 'found') return found
  return {
    is: 'seen',
    repository,
    issue: found.issue,
    declaredOn: found.declaredOn,
    strays: found.strays,
    away: where.is !== 'here',
    date: answer.date,
    asked: answer.asked,
    prefix,
    size,
    us,
    blind: answer.errors.some(error => isForbidden(error, /^ledger$/)),
    whole:
      answer.errors.every(error => isHarmless(error) || (where.is !== 'here' && isAboutTheAbsent(error))) &&
      isComplete(repository.tags) &&
      repository.tags?.pageInfo.hasNextPage === false,
  }
}

/** One look at the record, and at the issue of this number. */
const look = async (
  github: GitHub,
  ref: IncidentRef,
  number: number,
  most: number,
): Promise<Looked | Absent | Refused> => {
  const variables = variablesOf(ref, tagPrefix(ref.number), number)
  const { answer, size } = await askNarrower(most, page => ask(github, { ...variables, page }, page))
  if (answer.is === 'answered' && isGivenUp(answer)) return tooLarge
  if (answer.is === 'unclear') return answer
  if (answer.is === 'refused') return absentOf(answer) ?? answer
  if (answer.data === null) return refusalOf(answer.errors, answer.retryAfter)
  const parsed = incidentCheck.safeParse(answer.data)
  if (!parsed.success) return { is: 'unclear', why: 'an answer of an unknown shape' }
  const { viewer, repository } = parsed.data
  if (!repository) return missing(answer.errors, 'repository', answer.retryAfter)
  if (typeof viewer.databaseId !== 'number') return { is: 'unclear', why: 'no word of who we are' }
  const us = { id: viewer.databaseId, login: viewer.login }
  return { is: 'looked', repository, where: whereIs(repository, number, answer.errors), answer, size, us }
}

/** To a token that may not see pull requests GitHub shows nothing at all with them: then the rest is asked for alone. */
const ask = async (github: GitHub, variables: object, ofStep: number): Promise<Answer> => {
  const answer = await github.query(incidentQuery, { ...variables, ofStep, pulls: true })
  // GitHub cuts what takes it longer than ten seconds: then less of each step, and more requests where more is new.
  if (answer.is === 'unclear' && ofStep > 20) return ask(github, variables, 20)
  if (answer.is !== 'answered' || answer.errors.length === 0) return answer
  const isAboutPulls = answer.errors.every(error => isForbidden(error, /^pulls\d+$/))
  return isAboutPulls ? github.query(incidentQuery, { ...variables, ofStep, pulls: false }) : answer
}

const isForbidden = ({ type, path }: GraphQLError, field: RegExp): boolean =>
  type === 'FORBIDDEN' && path.some(part => field.test(String(part)))

/** `page`: the number of the issue, which need not be that of the record. */
const variablesOf = ({ owner, repo, number }: IncidentRef, prefix: string, page: number) => {
  const ledger = recordOf(number)
  return {
    owner,
    repo,
    number: page,
    events: ledger.events,
    lease: ledger.lease,
    tags: prefix,
    above: `refs/heads/${branchesInTheWay(number).above}`,
    below: `refs/heads/${branchesInTheWay(number).below}`,
    ledger: `refs/heads/${ledger.branch}`,
    postMortem: postMortemPath(number),
    ...roundVariables(number, 1, usualRounds),
  }
}

const harmless: readonly string[] = ['collaborators', 'assignableUsers', 'pinnedIssueComment', 'rules']

/** Fields whose refusal is expected somewhere (GITHUB_TOKEN, an older Enterprise Server) and has another way. */
const isHarmless = ({ path }: GraphQLError): boolean => path.some(part => harmless.includes(String(part)))

type Looked = {
  readonly is: 'looked'
  readonly size: number
  readonly us: Person
  readonly repository: Repository
  readonly where: Whereabouts
  readonly answer: Extract<Answer, { is: 'answered' }>
}

/** The issue, or where it is known not to be here and has left its record, what stands in for it. */
const issueAt = async (
  github: GitHub,
  ref: IncidentRef,
  { repository, where, answer }: Looked,
  word: Word | null,
): Promise<Found | Absent | Refused> => {
  const { errors, retryAfter, asked } = answer
  if (where.is === 'unclear') return missingIssue(repository, errors, retryAfter)
  // Whether an issue can still be read then is said nowhere; REST answers 410, and nothing can be written.
  if (!repository.hasIssuesEnabled) return { is: 'absent', why: 'gone' }
  if (where.is === 'here') return foundHere(github, ref, where.issue, word)
  // it was opened a moment ago, and GitHub may not show it everywhere yet
  if (word !== null && isBefore(asked, later(word.recorded, lagSeconds)))
    return { is: 'unclear', why: 'a new issue is not there yet' }
  const head = repository.ledger?.target?.oid
  if (head === undefined) return withoutRecord(where.is, { repository, errors })
  const stand = await standIn(github, ref, repository, word)
  if (stand.is !== 'found') return stand
  if (stand.issue === null) return { is: 'absent', why: 'moved', left: { head, asked } }
  const { issue, declaredOn } = stand
  return { is: 'found', issue, declaredOn, strays: [] }
}

type Found = { readonly is: 'found' } & Pick<FirstRead, 'issue' | 'declaredOn' | 'strays'>

/** Seconds for which GitHub may not know yet of what it made itself. */
const lagSeconds = 120

/** One that took another's place may not have all steps under it: those that were under that one are found by their label. */
const foundHere = async (
  github: GitHub,
  ref: IncidentRef,
  issue: Issue,
  word: Word | null,
): Promise<Found | Refused> => {
  if (word === null) return { is: 'found', issue, declaredOn: { id: issue.id, number: issue.number }, strays: [] }
  const listed = await stepsOf(github, ref)
  if (listed.is !== 'listed') return listed
  return { is: 'found', issue, declaredOn: { id: word.was, number: ref.number }, strays: listed.steps }
}

const withoutRecord = (
  where: 'away' | 'gone',
  { repository, errors }: { readonly repository: Repository; readonly errors: readonly GraphQLError[] },
): Absent | Refused => {
  const isBroken = errors.some(error => error.path.at(-1) === 'ledger' && error.type !== 'FORBIDDEN')
  if (isBroken || repository.ledger) return { is: 'unclear', why: 'no word of the record' }
  return { is: 'absent', why: where === 'away' ? 'moved' : 'not-found' }
}

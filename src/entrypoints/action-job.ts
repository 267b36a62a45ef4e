import * as core from '@actions/core'
import { getOctokit } from '@actions/github'
import { connect } from '../adapters/github/client/client.ts'
import { isUnlisted, type Unlisted } from '../adapters/github/client/find.ts'
import type { IncidentRef } from '../domain/terms/incident-ref.ts'
import type { EventTarget } from '../runtime/event-target.ts'
import { incidentsOf } from '../runtime/resync.ts'

/** What an event is about; most are about nothing, and for those this file is not loaded. */
export type Target = Exclude<EventTarget, { is: 'nothing' }>

export type Request = ReturnType<typeof getOctokit>['request']

/** One incident that a job looks at, with the people whom its event names. */
export type Look = { readonly incident: IncidentRef; readonly logins: readonly string[] }

/** A job of the Action: given requests with its token. An error ends it as failed, and is told without its message. */
export const runJob = async (work: (request: Request) => Promise<void>): Promise<void> => {
  try {
    const token = core.getInput('token', { required: true })
    core.setSecret(token)
    await work(getOctokit(token).request)
  } catch (error) {
    core.setFailed(failure(error))
  }
}

/** The incidents that an event is about: those it names, or all that a resync looks at; or why not all can be listed. */
export const looksAt = async (target: Target, request: Request): Promise<readonly Look[] | Unlisted> => {
  if (target.is === 'incident') return target.incidents.map(incident => ({ incident, logins: target.logins }))
  const incidents = await incidentsOf(connect({ request }), target.repository)
  if (isUnlisted(incidents)) return incidents
  return incidents.map(incident => ({ incident, logins: [] }))
}

/** An error's name and its place in the code: its message may quote a request, and with it what people wrote. */
export const failure = (error: unknown): string =>
  `failed: ${error instanceof Error ? error.name : 'unknown'} ${frames(error)}`

const frames = (error: unknown): string =>
  error instanceof Error && error.stack !== undefined
    ? (error.stack.match(/\(?[\w./-]+:\d+:\d+\)?/g) ?? []).slice(0, 5).join(' ')
    : ''

/** The job's summary, where the runner has one. */
export const writeSummary = async (text: string): Promise<void> => {
  if (process.env.GITHUB_STEP_SUMMARY !== undefined) await core.summary.addRaw(text).write()
}

import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import * as core from '@actions/core'
import type { Channels } from '../adapters/channels/channel.ts'
import { channelsFor } from '../adapters/channels/channels-for.ts'
import { connect } from '../adapters/github/client/client.ts'
import { isUnlisted } from '../adapters/github/client/find.ts'
import { findingLine } from '../messages/findings.ts'
import { notListed, runOutcomeSentences } from '../messages/run-outcome.ts'
import { type Handled, summary } from '../messages/summary.ts'
import { describe } from '../operations/operation.ts'
import { startBrake } from '../reconcile/brake.ts'
import type { Ports } from '../reconcile/ports.ts'
import { type Patience, processIncident } from '../runtime/process-incident.ts'
import { type Warn, warnOnce } from '../runtime/warn-once.ts'
import { channelsOfInput } from './action-channels.ts'
import { failure, type Look, looksAt, type Request, runJob, type Target, writeSummary } from './action-job.ts'

/** A job waits for another run's lease to end, which takes a minute, and no longer. */
const patience: Patience = { runs: 3, milliseconds: 65_000 }

/** The heavy half of the Action: brings the incidents of an event into order, and reports how each run ended. */
export const workOnIncidents = (target: Target): Promise<void> =>
  runJob(async request => {
    const looks = await looksAt(target, request)
    if (isUnlisted(looks)) return core.setFailed(notListed(looks.unlisted))
    const handled: Handled[] = []
    const ended = warnOnce(warn)
    const channels = channelsToUse()
    for (const look of looks) handled.push(await handle(look, request, ended, channels))
    await report(handled)
  })

/** What is wrong with a channel is told, and keeps nothing else from being done. */
const channelsToUse = (): Channels => {
  const { definitions, problems } = channelsOfInput()
  for (const problem of problems) core.error(findingLine({ is: 'problem', ...problem }))
  return channelsFor(definitions)(null)
}

/** A workflow's token is one account, whatever it works on. */
const brake = startBrake()

/** One incident. That its run fails keeps no other from being looked at, and fails the job in the end. */
const handle = async (
  { incident, logins }: Look,
  request: Request,
  ended: ReturnType<typeof warnOnce>,
  channels: Channels,
): Promise<Handled> => {
  const { number } = incident
  const ports: Ports = {
    github: connect({ request, sleep: pause }),
    channels,
    brake,
    freshId: randomUUID,
    sleep: milliseconds => pause(milliseconds),
    log: line => core.info(`#${number}: ${line}`),
  }
  try {
    const { outcome, recorded, done } = await processIncident(incident, logins, { ports, renew: null, patience })
    ended(incident, outcome)
    return { number, outcome, recorded: recorded.length, done: done.map(describe) }
  } catch (error) {
    core.setFailed(`#${number}: ${failure(error)}`)
    return { number, outcome: 'failed', recorded: 0, done: [] }
  }
}

const warn: Warn = (where, outcome) => {
  const sentence = runOutcomeSentences[outcome]
  core.warning('number' in where ? `#${where.number}: ${sentence}` : sentence)
}

const report = async (handled: readonly Handled[]): Promise<void> => {
  const sum = (of: (one: Handled) => number): number => handled.reduce((total, one) => total + of(one), 0)
  const outcomes = handled.map(({ number, outcome }) => ({ number, outcome }))
  const [recorded, operations] = [sum(one => one.recorded), sum(one => one.done.length)]
  core.setOutput('incidents', JSON.stringify(handled.map(one => one.number)))
  core.setOutput('outcomes', JSON.stringify(outcomes))
  core.setOutput('recorded', recorded)
  core.setOutput('operations', operations)
  core.setOutput(
    'settled',
    outcomes.every(({ outcome }) => outcome === 'settled'),
  )
  await writeSummary(summary(handled))
}

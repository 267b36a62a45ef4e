import { setTimeout as pause } from 'node:timers/promises'
import * as core from '@actions/core'
import { connect } from '../adapters/github/client/client.ts'
import { isUnlisted } from '../adapters/github/client/find.ts'
import { dryRunLines, dryRunSummary } from '../messages/dry-run.ts'
import { notListed } from '../messages/run-outcome.ts'
import { type PlannedIncident, planIncident } from '../runtime/plan-incident.ts'
import { looksAt, runJob, type Target, writeSummary } from './action-job.ts'

/** The Action with `run: plan`: tells what a run would do about the incidents of an event, and writes nothing. */
export const planTarget = (target: Target): Promise<void> =>
  runJob(async request => {
    const looks = await looksAt(target, request)
    if (isUnlisted(looks)) return core.setFailed(notListed(looks.unlisted))
    const planned: PlannedIncident[] = []
    for (const { incident } of looks)
      planned.push(await planIncident(incident, { github: connect({ request, sleep: pause }) }))
    for (const line of planned.flatMap(dryRunLines)) core.info(line)
    core.setOutput('plan', JSON.stringify(planned.map(withoutTexts)))
    await writeSummary(dryRunSummary(planned))
  })

/** A plan without what people wrote: an output may end in a log that more people read than the incident. */
const withoutTexts = ({ incident, outcome, commits, moreMayFollow, until, ...planned }: PlannedIncident) => ({
  number: incident.number,
  outcome,
  events: planned.events.map(({ is, by }) => ({ is, by: by?.login ?? null })),
  commits,
  operations: planned.operations.map(({ words, operation }) => ({ do: operation.do, words })),
  moreMayFollow,
  until,
})

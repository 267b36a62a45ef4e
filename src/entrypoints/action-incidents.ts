import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import * as core from '@actions/core'
import { getOctokit } from '@actions/github'
import { connect } from '../adapters/github/client/client.ts'
import { openIncidents } from '../adapters/github/client/find.ts'
import { type Handled, summary } from '../messages/summary.ts'
import { describe } from '../operations/operation.ts'
import type { Ports } from '../reconcile/ports.ts'
import { type Outcome, reconcile } from '../reconcile/reconcile.ts'
import type { Hint, Trigger } from '../runtime/event-target.ts'

/** How long a job waits for another run's lease to end, in milliseconds, and how often. */
const longestWait = 65_000
const rounds = 3

/** The heavy half of the Action: looks at the incidents that the event named, and reports what was done. */
export const work = async (found: Exclude<Trigger, { is: 'nothing' }>): Promise<void> => {
  try {
    const token = core.getInput('token', { required: true })
    core.setSecret(token)
    const { request } = getOctokit(token)
    const handled: Handled[] = []
    for (const hint of await hintsOf(found, request)) handled.push(await visit(hint, request))
    await report(handled)
  } catch (error) {
    // its message may quote a request, and with it what people wrote: the place in the code says enough
    core.setFailed(`failed: ${error instanceof Error ? error.name : 'unknown'} ${frames(error)}`)
  }
}

type Request = ReturnType<typeof getOctokit>['request']

const hintsOf = async (found: Exclude<Trigger, { is: 'nothing' }>, request: Request): Promise<readonly Hint[]> => {
  if (found.is === 'incident') return [found.hint]
  const { owner, repo } = found
  const numbers = await openIncidents(connect({ request }), owner, repo)
  return numbers.map(number => ({ owner, repo, number, logins: [] }))
}

/** Runs over one incident until it is settled, or what is left belongs to somebody else for longer than a job may wait. */
const visit = async (hint: Hint, request: Request): Promise<Handled> => {
  const lines: string[] = []
  const ports: Ports = {
    github: connect({ request, sleep: pause }),
    freshId: randomUUID,
    sleep: milliseconds => pause(milliseconds),
    log: line => void lines.push(line),
  }
  let outcome = await reconcile(hint, ports, hint.logins)
  const done = [...outcome.run.made]
  const recorded = [...outcome.run.recorded]
  for (let round = 1; round < rounds && 'until' in outcome; round += 1) {
    const wait = Date.parse(outcome.until) - Date.parse(ports.github.now())
    if (wait > longestWait) break
    await pause(Math.max(1_000, wait))
    outcome = await reconcile(hint, ports)
    done.push(...outcome.run.made)
    recorded.push(...outcome.run.recorded)
  }
  for (const line of lines) core.info(`#${hint.number}: ${line}`)
  warn(hint, outcome)
  return { number: hint.number, ended: outcome.is, recorded: recorded.length, done: done.map(describe) }
}

const warn = (hint: Hint, outcome: Outcome): void => {
  if (outcome.is === 'settled') return
  if (outcome.is !== 'halted') warnOnce(`#${hint.number} is ${outcome.is}: a later run goes on`)
  else if (outcome.why === 'not-private') warnOnce('nothing is written: this repository is not private')
  else if (outcome.why !== 'not-an-incident') warnOnce(`#${hint.number}: nothing was done: ${outcome.why}`)
}

const said = new Set<string>()

/** A sweep over ten incidents of a repository that is not private says so once. */
const warnOnce = (words: string): void => {
  if (!said.has(words)) core.warning(words)
  said.add(words)
}

const report = async (handled: readonly Handled[]): Promise<void> => {
  const sum = (of: (one: Handled) => number): number => handled.reduce((total, one) => total + of(one), 0)
  core.setOutput('incidents', JSON.stringify(handled.map(one => one.number)))
  core.setOutput(
    'recorded',
    sum(one => one.recorded),
  )
  core.setOutput(
    'operations',
    sum(one => one.done.length),
  )
  core.setOutput(
    'settled',
    handled.every(one => one.ended === 'settled' || one.ended === 'halted'),
  )
  if (process.env.GITHUB_STEP_SUMMARY !== undefined) await core.summary.addRaw(summary(handled)).write()
}

const frames = (error: unknown): string =>
  error instanceof Error && error.stack !== undefined
    ? (error.stack.match(/\(?[\w./-]+:\d+:\d+\)?/g) ?? []).slice(0, 5).join(' ')
    : ''

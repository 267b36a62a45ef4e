import { setTimeout as pause } from 'node:timers/promises'
import { isDeepStrictEqual } from 'node:util'
import type { Delivery, Emulator, FaultMode } from 'github-emulator'
import { firstDifference } from '../laws/prefix.ts'
import { picture } from '../picture.ts'
import { beats, openScenario } from '../scenario.ts'
import { type Running, schedule, startApp, startJob } from './processes.ts'

/** A stage of the scenario: somebody has done something, and the product has not yet heard of it. */
export type Stage = {
  readonly why: string
  readonly emulator: Emulator
  readonly deliveries: readonly Delivery[]
  /** Takes GitHub back to the beginning of the stage. */
  readonly reset: () => void
  /** What people find when the stage is over and nothing went wrong. */
  readonly undisturbed: unknown
  /** Requests that one run of it takes. */
  readonly requests: number
}

/** Plays the scenario, and stops at each of its stages. What happens to GitHub there leaves no trace in the next one. */
export const eachStage = async (wanted: (index: number) => boolean, visit: (stage: Stage) => Promise<void>) => {
  const scenario = await openScenario({ inProcess: false, validate: false, memory: 0 })
  const { emulator } = scenario
  for (const [index, beat] of beats.entries()) {
    emulator.deliveries.hold()
    // what the product did itself in the stage before
    emulator.deliveries.take()
    await scenario.play(beat)
    const deliveries = emulator.deliveries.take()
    const before = emulator.checkpoint()
    const from = emulator.requests.length
    await scenario.rest()
    const requests = emulator.requests.length - from
    const undisturbed = picture(emulator)
    const after = emulator.checkpoint()
    const reset = (): void => {
      emulator.pace = null
      emulator.faults.clear()
      emulator.restore(before)
      emulator.deliveries.release()
    }
    if (wanted(index)) await visit({ why: beat.why, emulator, deliveries, reset, undisturbed, requests })
    emulator.pace = null
    emulator.restore(after)
  }
  await emulator.close()
}

/** Where a process is ended: at which of its requests, and whether that one takes effect, wholly or up to an alias. */
export type Cut = { readonly request: number; readonly when: 'before' | 'after'; readonly half: boolean }

/** Every cut of a stage. `before`: requests that a process sends before it comes to the incident. */
export const cutsOf = ({ requests }: Stage, before: number): readonly Cut[] =>
  Array.from({ length: requests + before }, (_, index) => index + 1).flatMap(request => [
    { request, when: 'before' as const, half: false },
    { request, when: 'after' as const, half: true },
    { request, when: 'after' as const, half: false },
  ])

/** The App asks who it is, where it is installed, for a token, and for the incidents there. */
export const startRequests = 6

/** Ends a process at a request, as SIGKILL does: what was sent takes effect, and nobody is there to hear the answer. */
const killAt = (emulator: Emulator, { child }: Running, { request, when, half }: Cut): (() => boolean) => {
  let count = 0
  let struck = false
  emulator.pace = ({ request: record, alias }) => {
    if (alias !== undefined || !/^(app|installation:|actions:)/.test(record.identity)) return
    count += 1
    if (count !== request) return
    struck = true
    const middle = half && record.mutating && record.aliases.length > 1
    const mode: FaultMode = `reset-${when}`
    emulator.faults.add({ request: 1, mode, ...(middle ? { alias: Math.ceil(record.aliases.length / 2) } : {}) })
    child.kill('SIGKILL')
  }
  return () => struck
}

/** Waits until people find what they should. Null when they do; else what differs, when nothing has moved for a while. */
const until = async ({ emulator, undisturbed }: Stage): Promise<string | null> => {
  let still = 0
  let seen = -1
  // no limit on time: it ends when it is as it should be, or when nothing asks GitHub for anything any more
  // an answer that never comes, to a request with retries, is given up after half a minute
  while (still < 450) {
    if (isDeepStrictEqual(picture(emulator), undisturbed)) return null
    await pause(100)
    still = emulator.requests.length === seen ? still + 1 : 0
    seen = emulator.requests.length
  }
  return firstDifference(undisturbed, picture(emulator), '')
}

const deliver = async ({ emulator, deliveries }: Stage): Promise<void> => {
  for (const delivery of deliveries) await emulator.deliveries.deliver(delivery)
}

const listening = async ({ said, child }: Running): Promise<void> => {
  while (!/Listening on/.test(said()) && child.exitCode === null && child.signalCode === null) await pause(20)
}

/** How a trial went: whether it was struck at all, seconds of GitHub's clock from the restart to the end, and what is wrong. */
export type Trial = { readonly struck: boolean; readonly seconds: number; readonly wrong: string | null }

const subscribe = ({ emulator }: Stage, url: string): (() => void) =>
  emulator.webhooks.subscribe({ url, secret: emulator.app.webhookSecret })

/** The App hears of the stage and is killed; another is started, and hears of nothing. */
export const killApp = async (stage: Stage, cut: Cut): Promise<Trial> => {
  stage.reset()
  const first = await startApp(stage.emulator)
  const struck = killAt(stage.emulator, first, cut)
  const unsubscribe = subscribe(stage, first.hook)
  await listening(first)
  await deliver(stage)
  // either it is killed, or it was through before that request
  const survived = await Promise.race([first.ended.then(() => false), until(stage).then(() => true)])
  if (survived && !struck()) first.child.kill('SIGKILL')
  await first.ended
  unsubscribe()
  stage.emulator.pace = null
  stage.emulator.faults.clear()
  return { struck: struck(), ...(await restartApp(stage)) }
}

const restartApp = async (stage: Stage): Promise<Omit<Trial, 'struck'>> => {
  const app = await startApp(stage.emulator)
  const unsubscribe = subscribe(stage, app.hook)
  // before that a signal would end it as it ends any process
  await listening(app)
  const trial = await rest(stage, app)
  unsubscribe()
  return trial
}

/** Lets the App come to rest, ends it as a deployment does, and looks once more. */
const rest = async (stage: Stage, app: Running): Promise<Omit<Trial, 'struck'>> => {
  const from = stage.emulator.clock.now().getTime()
  const wrong = await until(stage)
  const seconds = (stage.emulator.clock.now().getTime() - from) / 1_000
  app.child.kill('SIGTERM')
  const code = await app.ended
  if (wrong !== null) return { seconds, wrong: `${wrong}\n${app.said()}` }
  if (code !== 0) return { seconds, wrong: `the App ended with ${code}` }
  const late = picture(stage.emulator)
  if (isDeepStrictEqual(late, stage.undisturbed)) return { seconds, wrong: null }
  return { seconds, wrong: `later, ${firstDifference(stage.undisturbed, late, '')}` }
}

const triggers = ['issues', 'issue_comment', 'pull_request']

/** The event of the stage that starts a job. */
const jobOf = ({ why, deliveries }: Stage): Delivery => {
  const event = deliveries.find(one => one.triggersWorkflows && triggers.includes(one.event))
  if (event === undefined) throw new Error(`no workflow hears of: ${why}`)
  return event
}

/** The job of the stage's event is killed; the next that comes is the schedule. */
export const killAction = async (stage: Stage, cut: Cut): Promise<Trial> => {
  stage.reset()
  const event = jobOf(stage)
  const job = startJob(stage.emulator, event)
  const struck = killAt(stage.emulator, job, cut)
  await job.ended
  stage.emulator.pace = null
  stage.emulator.faults.clear()
  return { struck: struck(), ...(await nextSchedule(stage)) }
}

/** What is left of the stage is done by the next schedule, which nothing disturbs. */
const nextSchedule = async ({ emulator, undisturbed }: Stage): Promise<Omit<Trial, 'struck'>> => {
  const from = emulator.clock.now().getTime()
  const next = startJob(emulator, schedule)
  const code = await next.ended
  const seconds = (emulator.clock.now().getTime() - from) / 1_000
  const found = picture(emulator)
  if (code !== 0) return { seconds, wrong: `the Action ended with ${code}\n${next.said()}` }
  const wrong = isDeepStrictEqual(found, undisturbed) ? null : firstDifference(undisturbed, found, '')
  return { seconds, wrong: wrong === null ? null : `${wrong}\n${next.said()}` }
}

/** A failure of one request. */
export type OneFault = { readonly request: number; readonly mode: FaultMode }

/** Every one of a stage. `before`: requests that a process sends before it comes to the incident. */
export const faultsOf = ({ requests }: Stage, modes: readonly FaultMode[], before: number): readonly OneFault[] =>
  Array.from({ length: requests + before }, (_, index) => index + 1).flatMap(request =>
    modes.map(mode => ({ request, mode })),
  )

const fail = ({ emulator }: Stage, { request, mode }: OneFault): void => {
  emulator.faults.add({ request, mode, ...(mode === '403-retry-after' ? { seconds: 5 } : {}) })
}

/** GitHub fails the job of the stage's event at one request; the next that comes is the schedule. */
export const faultAction = async (stage: Stage, fault: OneFault): Promise<Trial> => {
  stage.reset()
  fail(stage, fault)
  await startJob(stage.emulator, jobOf(stage)).ended
  const struck = stage.emulator.faults.pending().length === 0
  stage.emulator.faults.clear()
  return { struck, ...(await nextSchedule(stage)) }
}

/** The App hears of the stage, and GitHub fails it at one request. It lives on. */
export const faultApp = async (stage: Stage, fault: OneFault): Promise<Trial> => {
  stage.reset()
  const { emulator } = stage
  fail(stage, fault)
  const app = await startApp(emulator)
  const unsubscribe = subscribe(stage, app.hook)
  await listening(app)
  await deliver(stage)
  const trial = await rest(stage, app)
  unsubscribe()
  return { struck: emulator.faults.pending().length === 0, ...trial }
}

import type { GitHub } from '../src/adapters/github/client/client.ts'
import { append } from '../src/adapters/github/ledger/append.ts'
import { read } from '../src/adapters/github/read/read.ts'
import type { IncidentEvent } from '../src/domain/events/event.ts'
import { owner, repo } from '../src/drill/stage.ts'
import { startBrake } from '../src/reconcile/brake.ts'
import { reconcile } from '../src/reconcile/reconcile.ts'
import { closed } from './cases.ts'
import { type BenchPlace, openPlace } from './incident.ts'
import { meter } from './meter.ts'
import { rest, settle } from './run.ts'

/** A command on an incident of ten times as many events may take so many times as much CPU time. */
export const longBudget = 6

export const longSizes = [500, 5_000] as const

/** A long incident: CPU milliseconds of the product alone, without the embedded GitHub's. */
export type LongCost = {
  readonly events: number
  /** A command on it while it is open. */
  readonly command: number
  /** A look at it once it is closed, with nothing to do. */
  readonly closed: number
}

/** How many times as much each costs on the longer one. */
export const timesOf = ([few, many]: readonly LongCost[]): readonly {
  readonly name: string
  readonly times: number
}[] =>
  few === undefined || many === undefined
    ? []
    : [
        { name: 'a command', times: many.command / few.command },
        { name: 'a look at a closed incident', times: many.closed / few.closed },
      ]

/** Measures both on an incident of so many events. */
export const measureLong = async (events: number): Promise<LongCost> => {
  const place = await openPlace(14, { on: false })
  const incident = place.declare('bob')
  await rest(place, incident)
  place.say('dana', incident, '/ic')
  await settle(place, incident)
  await fillRecord(place, incident, events)
  const commands: number[] = []
  for (let turn = 0; turn < rounds; turn += 1) {
    place.say('dana', incident, turn % 2 === 0 ? '/severity SEV-1 it spreads' : '/severity SEV-2 it does not')
    commands.push(await ownCost(place, incident))
    place.wait(12)
  }
  await closed.measure(place, incident)
  place.wait(12)
  const looks: number[] = []
  for (let turn = 0; turn < rounds; turn += 1) looks.push(await ownCost(place, incident))
  await place.emulator.close()
  return { events, command: Math.min(...commands), closed: Math.min(...looks) }
}

const rounds = 6

/** A record of so many events, as if people had noted one thing after another. */
const fillRecord = async (place: BenchPlace, incident: number, events: number): Promise<void> => {
  place.say('dana', incident, '/timeline 21:40Z a sign-in from an unknown address')
  await settle(place, incident)
  const { github } = meter(place.emulator)
  const { snapshot } = await lookAt(github, incident)
  if (snapshot.ledger.state !== 'ready') throw new Error('there is no record')
  const [noted] = snapshot.ledger.events.slice(-1)
  if (noted?.is !== 'timeline-noted') throw new Error('nothing was noted')
  const more = Array.from({ length: events }, (_, index): IncidentEvent => {
    const words = `host ${index}: a sign-in from an unknown address`
    return { ...noted, text: words, raw: words, source: `IC_${index}` }
  })
  const appended = await append(github, snapshot, { events: more, lease: snapshot.ledger.lease, run: 'bench' })
  if (appended.is !== 'appended') throw new Error(appended.is)
  place.wait(12)
  await rest(place, incident)
}

const lookAt = async (github: GitHub, number: number) => {
  const answer = await read(github, { owner, repo, number })
  if (answer.is !== 'snapshot') throw new Error(answer.is)
  return answer
}

const used = (): number => {
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1_000
}

/** Of one run that settles, what is not spent while the embedded GitHub answers. */
const ownCost = async (place: BenchPlace, number: number): Promise<number> => {
  let theirs = 0
  const { github, sleep } = meter(place.emulator, undefined, async ask => {
    const before = used()
    const answer = await ask()
    theirs += used() - before
    return answer
  })
  const ports = {
    github,
    brake: startBrake(),
    channels: new Map(),
    freshId: () => `long-${place.emulator.clock.now().getTime()}-${used()}`,
    sleep,
    log: () => undefined,
  }
  const before = used()
  const { is } = await reconcile({ owner, repo, number }, ports)
  if (is !== 'settled') throw new Error(`#${number} is ${is}`)
  return used() - before - theirs
}

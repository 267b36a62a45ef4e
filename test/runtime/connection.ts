import { Octokit } from '@octokit/rest'
import { connect } from '../../src/adapters/github/client/client.ts'
import type { IncidentRef } from '../../src/domain/terms/incident-ref.ts'
import { owner, repo } from '../../src/drill/stage.ts'
import { startBrake } from '../../src/reconcile/brake.ts'
import type { Ports } from '../../src/reconcile/ports.ts'
import type { Scene } from '../drills/scene.ts'

const nothing = (): void => undefined
const silent = { debug: nothing, info: nothing, warn: nothing, error: nothing }

let runs = 0

/** What an entry point would bring, over the scene's GitHub. Waiting moves its clock; `slept`: for how long, in ms. */
export const portsOf = ({ emulator }: Scene, token = emulator.installationToken(), slept: number[] = []): Ports => {
  const { request } = new Octokit({
    auth: token,
    baseUrl: emulator.api,
    request: { fetch: emulator.fetch },
    log: silent,
  })
  const sleep = async (milliseconds: number): Promise<void> => {
    slept.push(milliseconds)
    emulator.clock.advance(milliseconds)
  }
  const freshId = (): string => {
    runs += 1
    return `test-${runs}`
  }
  const github = connect({ request, sleep, clock: () => emulator.clock.now().getTime(), timeout: 2 ** 30 })
  return { github, channels: new Map(), brake: startBrake(), sleep, freshId, log: nothing }
}

export const ref = (number: number): IncidentRef => ({ owner, repo, number })

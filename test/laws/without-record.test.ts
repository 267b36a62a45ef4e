import { addRuleset, issuesOf, repositoryByName } from 'github-emulator'
import { expect, test } from 'vitest'
import { findMarker } from '../../src/domain/text/marker.ts'
import { owner, repo } from '../../src/drill/stage.ts'
import { beats, openScenario, type Scenario } from '../scenario.ts'

// Law 2 where no lease can be had: the record is refused, and answers are lost.

const refused = async (): Promise<Scenario> => {
  const scenario = await openScenario({ validate: false, memory: 2 })
  const { world } = scenario.emulator
  const home = repositoryByName(world.state, owner, repo)
  if (home === null) throw new Error('no repository')
  addRuleset(world, home.id, {
    name: 'closed',
    include: ['refs/heads/incident/**'],
    exclude: [],
    rules: ['creation'],
  })
  const first = beats[0]
  if (first !== undefined) await scenario.play(first)
  return scenario
}

/** The steps that stand open, in order, and the notices that are not minimised. */
const stands = ({ emulator }: Scenario): { steps: readonly string[]; notices: number } => {
  const { state } = emulator.world
  const home = repositoryByName(state, owner, repo)
  const issues = home === null ? [] : issuesOf(state, home.id)
  const notices = [...state.comments.values()].filter(
    one => findMarker(one.body, 'reply')?.key.startsWith('unbound:') === true && one.minimizedReason === null,
  )
  return {
    steps: issues
      .filter(one => one.state === 'open')
      .flatMap(one => findMarker(one.body, 'step')?.key ?? [])
      .toSorted(),
    notices: notices.length,
  }
}

test('every request loses its answer once, with stale reads after it: each step once, and one notice', async () => {
  const whole = await refused()
  const from = whole.emulator.requests.length
  await whole.rest()
  const wanted = stands(whole)
  expect([wanted.steps.length, wanted.notices]).toEqual([12, 1])
  const requests = whole.emulator.requests.length - from
  // the first is a read: what it shows is older than the issue itself, and the next event finds it
  for (let request = 2; request <= requests; request += 1) {
    const scenario = await refused()
    scenario.emulator.faults.add({ request, mode: 'reset-after' })
    scenario.emulator.faults.add({ request: request + 1, mode: 'stale' })
    await scenario.rest()
    expect(stands(scenario), `request ${request}`).toEqual(wanted)
  }
})

import { expect, test } from 'vitest'
import { picture } from '../picture.ts'
import { beats, openScenario } from '../scenario.ts'

// An absence in half an answer means nothing: GitHub answers 200 with partial data when it is in trouble.

test('while GitHub gives only a part of each answer nothing is decided and nothing is made', async () => {
  const scenario = await openScenario({ validate: false, memory: 0 })
  await scenario.until(3)
  for (const moment of beats.slice(3, 6)) await scenario.play(moment)
  const before = JSON.stringify(picture(scenario.emulator))
  const from = scenario.emulator.requests.length
  for (let request = 1; request <= 6; request += 1) {
    scenario.emulator.faults.add({ request, mode: 'partial-errors', where: { operation: 'Incident' } })
  }
  const outcome = await scenario.start().run()
  expect(outcome.is).not.toBe('settled')
  expect(JSON.stringify(picture(scenario.emulator))).toBe(before)
  expect(scenario.emulator.requests.slice(from).some(request => request.mutating)).toBe(false)
  scenario.emulator.faults.clear()
  await scenario.rest()
  expect(JSON.stringify(picture(scenario.emulator))).not.toBe(before)
})

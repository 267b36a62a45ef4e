import { expect, test } from 'vitest'
import { openNight, scenario } from '../night.ts'
import { picture } from '../picture.ts'

// An absence in half an answer means nothing: GitHub answers 200 with partial data when it is in trouble.

test('while GitHub gives only a part of each answer nothing is decided and nothing is made', async () => {
  const night = await openNight({ validate: false, memory: 0 })
  await night.until(3)
  for (const moment of scenario.slice(3, 6)) await night.play(moment)
  const before = JSON.stringify(picture(night.emulator))
  const from = night.emulator.requests.length
  for (let request = 1; request <= 6; request += 1) {
    night.emulator.faults.add({ request, mode: 'partial-errors', where: { operation: 'Incident' } })
  }
  const outcome = await night.start().run()
  expect(outcome.is).not.toBe('settled')
  expect(JSON.stringify(picture(night.emulator))).toBe(before)
  expect(night.emulator.requests.slice(from).some(request => request.mutating)).toBe(false)
  night.emulator.faults.clear()
  await night.rest()
  expect(JSON.stringify(picture(night.emulator))).not.toBe(before)
})

import { appendFileSync } from 'node:fs'
import { relative } from 'node:path'
import { type Tally, tallies } from 'github-emulator/tally'
import { afterAll, expect } from 'vitest'
import type { Line } from './tally.global.ts'

// Sums up what the emulators of this test file have held against GitHub's description. Files without one pay nothing.

const lineOf = (file: string, found: readonly Tally[]): Line => {
  const sum = (of: keyof Tally['exchanges']): number => found.reduce((total, one) => total + one.exchanges[of], 0)
  // the emulator's own tests break its description on purpose, and say so themselves
  const violations = file.startsWith('test/emulator/') ? [] : found.flatMap(one => one.violations)
  return {
    file,
    validating: found.filter(one => one.validate).length,
    rest: sum('rest'),
    graphql: sum('graphql'),
    webhooks: sum('webhooks'),
    violations: violations.map(({ where, message }) => `${where}: ${message}`),
  }
}

afterAll(() => {
  const path = process.env.TOCSIN_TALLY
  // the next file of this worker begins at nothing
  const found = tallies.splice(0)
  if (path === undefined || found.length === 0) return
  const file = relative('.', expect.getState().testPath ?? '')
  appendFileSync(path, `${JSON.stringify(lineOf(file, found))}\n`)
})

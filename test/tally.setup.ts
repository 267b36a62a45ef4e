import { appendFileSync } from 'node:fs'
import { relative } from 'node:path'
import { tallies } from 'github-emulator'
import { afterAll, expect } from 'vitest'

// Sums up what the emulators of this test file have held against GitHub's description.

afterAll(() => {
  const path = process.env.TOCSIN_TALLY
  if (path === undefined || tallies.length === 0) return
  const file = relative('.', expect.getState().testPath ?? '')
  // the emulator's own tests break its description on purpose, and say so themselves
  const own = file.startsWith('test/emulator/')
  const sum = { rest: 0, graphql: 0, webhooks: 0 }
  for (const { exchanges } of tallies) {
    sum.rest += exchanges.rest
    sum.graphql += exchanges.graphql
    sum.webhooks += exchanges.webhooks
  }
  const violations = own
    ? []
    : tallies.flatMap(({ violations }) => violations.map(({ where, message }) => `${where}: ${message}`))
  appendFileSync(path, `${JSON.stringify({ file, ...sum, violations })}\n`)
})

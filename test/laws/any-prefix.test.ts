import { describe, expect, test } from 'vitest'
import { scenario } from '../night.ts'
import { tryEveryCut } from './prefix.ts'

// Law 2. Stopped after any request, and after any alias within a request, before or after it takes effect; started again
// with empty memory, or left alive without an answer: people find the same, and nothing twice. Every cut of the night.

const parts = 6
const size = Math.ceil(scenario.length / parts)

describe.each(['killed', 'lost'] as const)('a run that is %s at any point of the night', way => {
  test.concurrent.each(Array.from({ length: parts }, (_, part) => part))(
    'part %i ends as if nothing had happened',
    async part => {
      const { tried, found } = await tryEveryCut(part * size, Math.min(scenario.length, (part + 1) * size), [way])
      expect(found).toEqual([])
      expect(tried).toBeGreaterThan(20)
    },
    300_000,
  )
})
